package dev.epitome.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HOW TO SCALE KAFKA         | how to scale kafka
            SCALING EKS                | scaling eks
            KUBERNETES IN 2025         | kubernetes in 2025
            ABCDEF GH                  | abcdef gh
            ABCD EFGH IJKL             | abcd efgh ijkl
            THE pH OF A SWIMMING POOL  | the ph of a swimming pool
            ÜBER STRASSEN UND WEGE     | über strassen und wege
            МАСШТАБИРОВАНИЕ КЛАСТЕРОВ  | масштабирование кластеров
            """)
    void aTextInCapitalsIsReadInSmallLetters(String shouted, String quiet) {
        assertThat(CleanText.quiet(shouted)).isEqualTo(quiet);
        assertThat(CleanText.quiet(quiet)).isEqualTo(quiet);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "EKS",
                "EKS ECS",
                "SCALE KAFKA",
                "KUBERNETES",
                "Kafka at UBER",
                "HOW Uber SCALES kafka",
                "漢字 データ",
                "2025-11",
                "🚀"
            })
    void acronymsAndAnyTextWithSmallLettersStayAsTheyAre(String text) {
        assertThat(CleanText.quiet(text)).isSameAs(text);
    }

    @Test
    void oneWordInCapitalsIsAnAcronymUpToElevenLetters() {
        assertThat(CleanText.quiet("ABCDEFGHIJK")).isEqualTo("ABCDEFGHIJK");
        assertThat(CleanText.quiet("ABCDEFGHIJKL")).isEqualTo("abcdefghijkl");
    }

    @Test
    void severalAreProseWhereOneIsLongerThanFiveLetters() {
        assertThat(CleanText.quiet("ABCDE FGHIJ")).isEqualTo("ABCDE FGHIJ");
        assertThat(CleanText.quiet("ABCDEF G")).isEqualTo("abcdef g");
    }

    @Test
    void aTenthOfSmallLettersIsAnException() {
        assertThat(CleanText.quiet("ABCDEFGHIJKLMNOPQRs")).isEqualTo("abcdefghijklmnopqrs");
        assertThat(CleanText.quiet("ABCDEFGHI JKLMNOPQRst")).isEqualTo("abcdefghi jklmnopqrst");
        assertThat(CleanText.quiet("ABCDEFGHI JKLMNOPQrst")).isEqualTo("ABCDEFGHI JKLMNOPQrst");
        assertThat(CleanText.quiet("ABCDEFGHI JKLMNOPQ rst, 2025, 2026, 2027"))
                .as("of the letters, not of the text")
                .isEqualTo("ABCDEFGHI JKLMNOPQ rst, 2025, 2026, 2027");
    }

    @Test
    void aQuietTextIsAsLongAndStaysQuiet() {
        for (String text :
                new String[] {"İSTANBUL CALLING EVERYBODY", "A𝐁C DEFGHIJKL MNOPQ 👩‍💻", "STRASSE ẞ STRASSE ẞ"}) {
            String quiet = CleanText.quiet(text);
            assertThat(quiet).hasSameSizeAs(text);
            assertThat(CleanText.quiet(quiet)).isEqualTo(quiet);
        }
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
