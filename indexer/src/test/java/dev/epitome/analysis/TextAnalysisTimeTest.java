package dev.epitome.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.ProcessorTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text takes long, whatever it repeats. */
class TextAnalysisTimeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a-",
                "a.",
                "A",
                "Ab",
                "aB",
                "a+",
                "+",
                "#a",
                "--",
                "'s",
                "a's",
                "_",
                "a_",
                "1,000,",
                "https://a",
                "a/",
                "\u0301",
                "e\u0301\u0323",
                "\u200B",
                "👩\u200D",
                "🇩",
                "1\u20E3",
                "漢",
                "ไ",
                "한",
                "ﷺ",
                "\uD83D",
                "a&",
                "::",
                "@a "
            })
    void timeGrowsWithTheTextAndNoFaster(String piece) {
        String text = piece.repeat((1 << 17) / piece.length());
        boolean linear = false;
        for (int attempt = 0; attempt < 3 && !linear; attempt++) {
            long once = nanos(text);
            linear = nanos(text + text) < 3 * once + 200_000_000L;
        }
        assertThat(linear)
                .as("time for a text is about twice that for half of it")
                .isTrue();
    }

    private static long nanos(String text) {
        return ProcessorTime.nanos(() -> assertThat(TextAnalysis.words(text)).isNotNull());
    }
}
