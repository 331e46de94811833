package dev.epitome.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two words",
                "  two words  ",
                "two \t\r\n words",
                "two\u00A0words",
                "two\u2028words",
                "two\u3000words",
                "two\u0085words",
                "\uFEFFtwo words",
                "two\u0000words",
                "two\u007Fwords",
                "two\u009Bwords",
                "\u0007two\u001B \u0008words\u0000"
            })
    void whiteSpaceAndControlCharactersAreOneSpaceBetweenWords(String text) {
        assertThat(CleanText.of(text)).isEqualTo("two words");
    }

    @Test
    void anEscapeSequenceLosesItsPower() {
        assertThat(CleanText.of("red \u001B[31malert\u001B[0m")).isEqualTo("red [31malert [0m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\uD83Db", "a\uDE00b", "a\uFFFEb", "a\uFFFFb"})
    void whatNoEncodingOrFeedCanHoldIsReplaced(String text) {
        assertThat(CleanText.of(text)).isEqualTo("a\uFFFDb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"})
    void whatTurnsTheTextBesideItIsLeftOut(String turning) {
        assertThat(CleanText.of("evil" + turning + "txt.exe")).isEqualTo("eviltxt.exe");
        assertThat(CleanText.of(turning + " two " + turning + " words" + turning))
                .isEqualTo("two words");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "naïve Ω 数据库",
                "e\u0301",
                "👩\u200D💻 ships",
                "שלום\u200F, C\u200E++\u061C",
                "C++ & <T>",
                "\uFFFD"
            })
    void everythingElseStaysAsItIs(String text) {
        assertThat(CleanText.of(text)).isEqualTo(text);
    }

    @Test
    void cleanTextIsCleanAlready() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append((char) random.nextInt(random.nextBoolean() ? 0x100 : 0x10000));
            }
            String clean = CleanText.of(text.toString());
            assertThat(CleanText.of(clean)).as("seed %d, round %d", seed, i).isEqualTo(clean);
            assertThat(clean)
                    .as("seed %d, round %d", seed, i)
                    .doesNotContainPattern("[\\p{Cntrl}\\x{80}-\\x{9F}\\p{Cs}]|^ | $|  ");
        }
    }
}
