package dev.epitome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TerminalTextTest {

    private static final int ROUNDS = 2_000;

    /** Of all kinds that are measured or left out by rules of their own. */
    private static final List<String> PIECES = List.of(
            "a",
            "word",
            " ",
            "  ",
            "-",
            "/",
            "https://example.org/a/b",
            "漢字",
            "カナ",
            "한국어",
            "é",
            "e\u0301",
            "\u0301",
            "👩‍💻",
            "🚀",
            "🇩🇪",
            "✈\uFE0F",
            "ｆｕｌｌ",
            "\u001b[31m",
            "\u009b2J",
            "\u202e",
            "\u2028",
            "\n",
            "\ud800",
            "नमस्ते");

    @ParameterizedTest
    @CsvSource({
        "abc, 3",
        "'', 0",
        "漢字, 4",
        "カナ, 4",
        "ｶﾅ, 2",
        "ＡＢ, 4",
        "한국, 4",
        "\u1112\u1161\u11ab, 2",
        "e\u0301, 1",
        "é, 1",
        "🚀, 2",
        "👩‍💻, 2",
        "👍🏽, 2",
        "🇩🇪, 2",
        "✈\uFE0F, 2",
        "✈, 1",
        "ü – “x” …, 9",
        "‌, 0",
    })
    void aTextIsAsWideAsTerminalsShowIt(String text, int columns) {
        assertThat(TerminalText.width(text)).isEqualTo(columns);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b[2J",
                "\u001b]0;title\u0007",
                "\u009b31m",
                "\u0090",
                "\u202e",
                "\u2066",
                "\u200f",
                "\u061c",
                "\ufeff",
                "\u0000",
                "\b",
                "\u007f",
                "\r",
                "\n",
                "\t",
                "\u2028",
                "\u2029",
                "\u0085",
                "\ud83d",
                "\udb40\udc41"
            })
    void nothingThatATerminalObeysGetsThrough(String evil) {
        String safe = TerminalText.safe("a" + evil + "b");
        assertThat(safe).startsWith("a").endsWith("b");
        assertThat(safe.codePoints())
                .noneMatch(Character::isISOControl)
                .noneMatch(character -> Character.getType(character) == Character.FORMAT)
                .noneMatch(character -> Character.getType(character) == Character.SURROGATE);
    }

    @Test
    void whatLettersAndPicturesAreJoinedByIsKept() {
        assertThat(TerminalText.safe("👩‍💻 می‌خواهم é")).isEqualTo("👩‍💻 می‌خواهم é");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20 | one two three four five six | one two three four;five six",
                "10 | incomprehensibilities | incomprehe;nsibilitie;s",
                "10 | 漢字漢字漢字漢字 | 漢字漢字漢;字漢字",
                "11 | 漢字漢字漢字漢字 | 漢字漢字漢;字漢字",
                "5  | ab    cd | ab;cd",
                "5  | abcde fghij | abcde;fghij",
                "1  | abc | a;b;c",
                "10 | xxxxxxx e\u0301e\u0301e\u0301e\u0301 | xxxxxxx;e\u0301e\u0301e\u0301e\u0301",
                "80 | short | short",
            })
    void linesAreBrokenBetweenWordsWhereThatIsPossible(int columns, String text, String expected) {
        assertThat(new StyledText().add(StyledText.NONE, text).lines(columns, false))
                .containsExactly(expected.split(";", -1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 | no index in /tmp/a b | no index in;/tmp/a b",
                "12 | see /usr/lib/jvm/java: gone, all of it | see;/usr/lib/jvm/java:;gone, all of;it",
                "5  | /usr/lib/jvm/java | /usr/lib/jvm/java",
                "10 | incomprehensibilities a/b | incomprehe;nsibilitie;s a/b",
            })
    void aPathIsNeverBroken(int columns, String text, String expected) {
        assertThat(new StyledText().add(StyledText.NONE, text).keepingPaths().lines(columns, false))
                .containsExactly(expected.split(";", -1));
    }

    @Test
    void eachLineHasAStyleOfItsOwn() {
        StyledText text = new StyledText()
                .add(StyledText.BOLD, "one ")
                .add(StyledText.MARK, "two three")
                .add(StyledText.BOLD, " four");
        assertThat(text.lines(8, true))
                .containsExactly(
                        "\033[1mone \033[0m\033[1;33mtwo\033[0m", "\033[1;33mthree\033[0m", "\033[1mfour\033[0m");
        assertThat(text.lines(8, false)).containsExactly("one two", "three", "four");
    }

    @Test
    void noLineIsEverTooWideAndNoTextIsLost() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder();
            StyledText styled = new StyledText();
            for (int i = random.nextInt(30); i >= 0; i--) {
                String piece = PIECES.get(random.nextInt(PIECES.size()));
                text.append(TerminalText.safe(piece));
                styled.add(random.nextBoolean() ? StyledText.BOLD : StyledText.NONE, piece);
            }
            int columns = 2 + random.nextInt(40);
            List<String> plain = styled.lines(columns, false);
            assertThat(plain)
                    .as("seed %d, round %d", seed, round)
                    .allSatisfy(line -> assertThat(TerminalText.width(line)).isLessThanOrEqualTo(columns));
            assertThat(String.join("", plain).replace(" ", ""))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(text.toString().replace(" ", ""));
            assertThat(styled.lines(columns, true).stream()
                            .map(line -> line.replaceAll("\033\\[[0-9;]*m", ""))
                            .toList())
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(plain);
        }
    }
}
