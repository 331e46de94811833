package dev.epitome.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.Shipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Words of the field that no article of the shipped corpus has: none is taken for a slip of the finger. */
final class TechnicalWordsTest {

    @Test
    void noneIsCorrected() throws IOException {
        try (SearchEngine engine = MemoryIndex.of(Shipped.articles()).engine()) {
            List<String> corrected = words().stream()
                    .flatMap(word -> engine.search(SearchRequest.of(word).withLimit(0)).corrected().stream())
                    .map(correction -> correction.typed() + " > " + correction.to())
                    .toList();
            assertThat(corrected).isEmpty();
        }
    }

    @Test
    void noneIsAWordOfTheCorpus() throws IOException {
        Lexicon lexicon = MemoryIndex.of(Shipped.articles()).lexicon();
        assertThat(words()).noneMatch(word -> lexicon.articlesWith(TermField.EXACT, word) > 0);
    }

    @Test
    void theirFileIsSortedWithNothingTwice() throws IOException {
        assertThat(words()).isSorted().doesNotHaveDuplicates().allMatch(word -> word.matches("[a-z]{5,}"));
    }

    private static List<String> words() throws IOException {
        try (var file = Objects.requireNonNull(TechnicalWordsTest.class.getResourceAsStream("technical-words.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
