package dev.epitome.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.analysis.TextWord.Part;
import dev.epitome.article.CleanText;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What holds of any text. */
class TextAnalysisPropertiesTest {

    private static final int ROUNDS = 6_000;

    /** Kinds of random text: telling pieces, signs and letters, or all that there is. */
    private static final int LETTERS = 3;

    private static final int ALL = 5;

    private static final List<String> PIECES = List.of(
            "C++",
            "C#",
            ".NET",
            "Node.js",
            "CI/CD",
            "gRPC",
            "k8s",
            "GPT-4o",
            "APIs",
            "don't",
            "R&D",
            "NodePort",
            "https://a.b/c?d=e#f",
            "v1.24",
            "10,000",
            "e\u0301",
            "ß",
            "ﬃ",
            "１",
            "Ａ",
            "漢",
            "ひ",
            "カ",
            "ﾊﾟ",
            "\uFF9E",
            "\uCE29",
            "한",
            "\u1112\u1161\u11AB",
            "ไทย",
            "Ж",
            "م",
            "नि",
            "👩\u200D💻",
            "🇩🇪",
            "1\uFE0F\u20E3",
            "👍🏽",
            "\u200B",
            "\u00AD",
            "\uFEFF",
            "\u2019",
            "\u2011",
            "♯",
            "İ",
            "ς",
            "\uD83D",
            "\uDE00",
            "\0",
            "\n",
            "__",
            "--",
            "::",
            "...",
            "++",
            "##",
            "'s",
            "a",
            "Z",
            "0");

    private static final String SIGNS = " \t.,;:!?'\"-_/&+#@$%*~=()[]{}<>|\\`^";

    @Test
    void anyTextHasWordsWithinTheirBounds() {
        eachText(ALL, (text, hint) -> {
            int start = 0;
            for (TextWord word : TextAnalysis.words(text)) {
                assertThat(word.start()).as(hint).isBetween(start, text.length() - 1);
                start = word.start();
                assertThat(word.end()).as(hint).isBetween(word.start() + 1, text.length());
                assertThat(word.positions()).as(hint).isPositive();
                assertThat(word.parts()).as(hint).hasSizeLessThanOrEqualTo(TextWord.MAX_PARTS);
                assertTerm(word.exact(), hint);
                assertTerm(word.loose(), hint);
                assertParts(word, hint);
            }
        });
    }

    private static void assertParts(TextWord word, String hint) {
        int start = word.start();
        int position = 0;
        for (Part part : word.parts()) {
            assertTerm(part.term(), hint);
            assertThat(part.start()).as(hint).isBetween(start, word.end() - 1);
            assertThat(part.end()).as(hint).isBetween(part.start() + 1, word.end());
            assertThat(part.position()).as(hint).isBetween(position, word.positions() - 1);
            start = part.start();
            position = part.position();
        }
    }

    private static void assertTerm(String term, String hint) {
        assertThat(term).as(hint).isNotEmpty().hasSizeLessThanOrEqualTo(TextWord.MAX_TERM);
    }

    /** Where neither it nor the whole text is in capitals, which then say nothing. */
    @Test
    void aWordAloneIsTheSameWord() {
        eachText(ALL, (text, hint) -> {
            boolean isQuiet = CleanText.quiet(text).equals(text);
            for (TextWord word : TextAnalysis.words(text)) {
                String written = text.substring(word.start(), word.end());
                if (isQuiet && CleanText.quiet(written).equals(written)) {
                    List<TextWord> alone = TextAnalysis.words(written);
                    assertThat(alone).as("%s, %s", hint, word).singleElement().isEqualTo(moved(word, -word.start()));
                }
            }
        });
    }

    private static TextWord moved(TextWord word, int by) {
        List<Part> parts = word.parts().stream()
                .map(part -> new Part(part.term(), part.start() + by, part.end() + by, part.position()))
                .toList();
        return new TextWord(word.start() + by, word.end() + by, word.exact(), word.loose(), word.positions(), parts);
    }

    @Test
    void caseMakesNoDifferenceToTheExactForm() {
        assertSameExact(text -> text.toUpperCase(Locale.ROOT));
        assertSameExact(text -> text.toLowerCase(Locale.ROOT));
    }

    @Test
    void howAccentsAreWrittenMakesNoDifference() {
        assertSameExact(text -> Normalizer.normalize(text, Form.NFD));
        assertSameExact(text -> Normalizer.normalize(text, Form.NFC));
        assertSameExact(text -> text.replaceAll("([a-zA-Z])", "$1\u0301"));
    }

    @Test
    void widthMakesNoDifferenceToTheExactForm() {
        assertSameExact(TextAnalysisPropertiesTest::wide);
    }

    private static void assertSameExact(UnaryOperator<String> change) {
        eachText(
                LETTERS,
                (text, hint) -> assertThat(exact(change.apply(text))).as(hint).isEqualTo(exact(text)));
    }

    private static List<String> exact(String text) {
        return TextAnalysis.words(text).stream().map(TextWord::exact).toList();
    }

    private static String wide(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c > ' ' && c < 0x7F ? c + 0xFEE0 : c)));
        return wide.toString();
    }

    @Test
    void wordsAndTheirPartsComeInTheOrderOfTheTextAndOfTheirPositions() {
        eachText(ALL, (text, hint) -> {
            List<TextWord> words = TextAnalysis.words(text);
            assertThat(TextAnalysis.words(text)).as(hint).isEqualTo(words);
            int start = 0;
            for (TextWord word : words) {
                assertThat(word.start()).as(hint).isGreaterThanOrEqualTo(start);
                assertThat(word.end()).as(hint).isLessThanOrEqualTo(text.length());
                assertThat(word.positions()).as(hint).isPositive();
                start = word.start();
                int position = 0;
                for (TextWord.Part part : word.parts()) {
                    assertThat(part.start()).as(hint).isGreaterThanOrEqualTo(start);
                    assertThat(part.end()).as(hint).isLessThanOrEqualTo(text.length());
                    assertThat(part.position()).as(hint).isBetween(position, word.positions() - 1);
                    start = part.start();
                    position = part.position();
                }
            }
        });
    }

    private static void eachText(int kinds, BiConsumer<String, String> property) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            String text = randomText(random, kinds);
            String hint = "seed %d, round %d: %s".formatted(seed, round, escaped(text));
            try {
                property.accept(text, hint);
            } catch (RuntimeException e) {
                throw new AssertionError(hint, e);
            }
        }
    }

    private static String randomText(Random random, int mostKinds) {
        StringBuilder text = new StringBuilder();
        int kinds = 1 + random.nextInt(mostKinds);
        int length = random.nextInt(200) == 0 ? 1_000 : random.nextInt(30);
        while (text.length() < length) {
            switch (random.nextInt(kinds)) {
                case 0 -> text.append(PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
                case 2 ->
                    text.append((char) (random.nextBoolean() ? 'a' + random.nextInt(26) : 'A' + random.nextInt(26)));
                case 3 -> text.append((char) random.nextInt(0x10000));
                default -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
            }
        }
        return text.toString();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(c >= ' ' && c < 0x7F ? "" + (char) c : "\\u%04X".formatted(c)));
        return escaped.toString();
    }
}
