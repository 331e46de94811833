package dev.epitome.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that are spelled right. */
final class EnglishWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"monolith", "monoliths", "rectifier", "spelled", "valve", "zeppelin"})
    void wordsOfEnglishAreKnown(String word) {
        assertThat(EnglishWords.has(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "a",
                "aaaaa",
                "zzzzzz",
                "kubernets",
                "kafak",
                "Valve",
                "valve\n",
                "valve\nvalves",
                "valv",
                "\u6F22\u5B57",
                "~~~~~",
                "\uD83D"
            })
    void anythingElseIsNot(String word) {
        assertThat(EnglishWords.has(word)).isFalse();
    }

    @Test
    void theFirstAndTheLastAndEveryWordBetweenAreFound() throws IOException {
        List<String> words = words();
        assertThat(EnglishWords.has(words.getFirst())).isTrue();
        assertThat(EnglishWords.has(words.getLast())).isTrue();
        assertThat(words).allMatch(EnglishWords::has);
    }

    @Test
    void whatSortsBeforeTheFirstAndBehindTheLastIsNot() throws IOException {
        List<String> words = words();
        assertThat(EnglishWords.has("!" + words.getFirst())).isFalse();
        assertThat(EnglishWords.has(words.getLast() + "\u00FF")).isFalse();
    }

    @Test
    void theirFileIsSortedByBytesWithNothingTwiceAndNothingShort() throws IOException {
        List<String> words = words();
        assertThat(words).hasSizeBetween(120_000, 130_000).doesNotHaveDuplicates();
        assertThat(words)
                .isSortedAccordingTo((one, other) ->
                        Arrays.compare(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8)));
        assertThat(words).allMatch(word -> word.length() >= 5 && word.chars().allMatch(Character::isLowerCase));
    }

    @Test
    void theFileEndsWithItsLastLine() throws IOException {
        assertThat(text()).endsWith("\n").doesNotContain("\n\n").doesNotContain("\r");
    }

    private static List<String> words() throws IOException {
        return text().lines().toList();
    }

    private static String text() throws IOException {
        try (var file = Objects.requireNonNull(EnglishWords.class.getResourceAsStream("english.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
