package dev.epitome.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that articles are not about. */
final class EverydayWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scaled",
                "world",
                "our",
                "dominate",
                "dominating",
                "new",
                "people",
                "time",
                "way",
                "companies",
                "lessons",
                "improved",
                "billions",
                "engineers",
                "guide",
                "deep",
                "deeply",
                "dive",
                "planned",
                "stories",
                "newest"
            })
    void inAnyFormTheyAreKnown(String word) {
        assertThat(EverydayWords.has(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cache",
                "queue",
                "database",
                "latency",
                "search",
                "memory",
                "cost",
                "kafka",
                "performance",
                "security",
                "sharding",
                "news.ycombinator.com",
                "s",
                "ed",
                "broker",
                "server",
                "container",
                "seed",
                "digest",
                "routing",
                "очередь",
                "漢字",
                ""
            })
    void termsOfTheFieldAndOtherLanguagesAreNone(String word) {
        assertThat(EverydayWords.has(word)).isFalse();
    }

    @Test
    void theirFileIsSortedAndInLowerCaseWithNothingTwice() throws IOException {
        try (var file = Objects.requireNonNull(EverydayWords.class.getResourceAsStream("everyday.txt"))) {
            List<String> words = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            assertThat(words).isSorted().doesNotHaveDuplicates().allMatch(word -> word.matches("[a-z]{2,}"));
        }
    }
}
