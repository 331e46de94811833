package dev.epitome.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @Test
    void theFileIsSortedAndHasEachNameOnce() throws IOException {
        List<String> names = names();
        assertThat(names).hasSizeGreaterThan(400).isSorted().doesNotHaveDuplicates();
        assertThat(names).allMatch(name -> name.matches("[a-z0-9]{2,}")).allMatch(Names::contain);
    }

    @Test
    void aNameStaysAsItIsInAnyCase() throws IOException {
        for (String name : names()) {
            String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
            for (String written : List.of(name, capital)) {
                assertThat(TextAnalysis.words(written)).containsExactly(TextWord.simple(0, name.length(), name, name));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring",
                "spark",
                "go",
                "rust",
                "swift",
                "react",
                "express",
                "flask",
                "bootstrap",
                "angular",
                "ember",
                "storm",
                "flow",
                "access",
                "word",
                "windows",
                "series",
                "news",
                "scale",
                "stories",
                "services",
                "apps",
                "is",
                "as",
                "us",
                "this",
                "its",
                "has",
                "was",
                "does",
                "less",
                "address",
                "process",
                "business"
            })
    void wordsOfEverydayEnglishAreNoNames(String word) {
        assertThat(Names.contain(word)).isFalse();
    }

    private static List<String> names() throws IOException {
        try (InputStream in = Objects.requireNonNull(Names.class.getResourceAsStream("names.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
