package dev.epitome.search;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any text is a query. */
abstract class AnyTextContract extends EngineFixture {

    private static final int LONG = 64 << 10;
    private static final String PIECES = "\"'()[]{}:*?~^+-!&|\\/<>=.,;#@$% \t\n\0\u001B\uFEFF\u200B\u202E";

    AnyTextContract(Function<List<Article>, SearchEngine> engines) {
        super(engines);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eks \"unbalanced",
                "AND OR NOT eks",
                "what is EKS?",
                "title:(eks \"at",
                "eks!",
                "a/b eks",
                "eks? https://example.org/a?q=%20#top",
                "🚀 eks 🚀",
                "eks\0\u0007\u001b[31m",
                "\uD83D eks \uDE00",
                "eks \uFFFF \uFDD0",
                "*:* eks",
                "(eks)* ~^2 -\"",
            })
    void nothingIsASyntaxError(String text) {
        articles(article("a1").titled("EKS at scale"), article("a2").titled("Erlang"));
        SearchResult result = search(text).result();
        assertThat(result.query().text()).isEqualTo(text);
        assertThat(result.hits()).extracting(hit -> hit.article().id()).contains("a1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "!? -- ...", "\u200B", "()", "&& ||"})
    void aQueryOfNothingButSignsFindsNothingAndSaysWhy(String text) {
        articles(article("a1").titled("EKS"));
        SearchResult result = search(text).result();
        assertThat(result.warnings()).hasSize(1);
        assertThat(result.hits()).isEmpty();
    }

    @Test
    void aWordOfNothingButSignsIsPassedOver() {
        articles(article("a1").titled("C and EKS"), article("a2").titled("EKS"));
        SearchResult result = search("eks &&& c").matching(MatchMode.ALL).result();
        assertThat(result.hits()).extracting(hit -> hit.article().id()).containsExactly("a1");
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void wordsBeyondTheBoundAreLeftOutWithAWarning() {
        articles(article("a1").titled("eks"));
        String query = "eks " + "word ".repeat(500) + "last";
        assertThat(search(query).result().warnings()).singleElement().asString().contains("128");
        search(query).ranks("a1");
    }

    @Test
    void warningsAreShortHoweverLongTheQuery() {
        articles(article("a1").titled("eks"));
        for (String query : List.of("eks " + "!".repeat(LONG), "eks " + "&&&& ".repeat(LONG / 5), "漢".repeat(LONG))) {
            assertThat(search(query).result().warnings())
                    .hasSizeBetween(1, 10)
                    .allSatisfy(warning -> assertThat(warning).hasSizeLessThan(200));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "漢", "あ", "a-", "a.b!", "eks ", "e\u0301", "👩‍💻", "\uD83D", "🇩🇪", "٣", "\"", "x'"})
    void aVeryLongQueryIsAnsweredInShortTime(String piece) {
        articles(article("a1").titled("eks").saying("漢字 and あ"), article("a2").titled("a"));
        String text = piece.repeat(LONG / piece.length());
        long millis = ProcessorTime.millis(
                () -> assertThat(search(text).result().query().text()).isEqualTo(text));
        assertThat(millis).as("milliseconds").isLessThan(5_000);
    }

    @Test
    void randomTextNeverFails() {
        engineOver(IntStream.range(0, 40)
                .mapToObj(i -> article("a" + i)
                        .titled("article " + i)
                        .saying("eks kafka 漢字 " + randomText(new Random(i), 60))
                        .told())
                .toList());
        Seeds.runs(500, random -> {
            int length = random.nextInt(50) == 0 ? random.nextInt(LONG) : random.nextInt(80);
            String text = randomText(random, length);
            SearchResult result = search(text).result();
            assertThat(result.query().text()).isEqualTo(text);
            assertThat(result.hits()).hasSizeLessThanOrEqualTo(SearchRequest.DEFAULT_LIMIT);
            assertThat(result.total().value())
                    .isGreaterThanOrEqualTo(result.hits().size());
        });
    }

    /** Letters, signs with a meaning in other query languages, controls, lone surrogates, the whole of Unicode. */
    private static String randomText(Random random, int length) {
        StringBuilder text = new StringBuilder(length);
        int kinds = 1 + random.nextInt(5);
        while (text.length() < length) {
            switch (random.nextInt(kinds)) {
                case 0 -> text.append((char) ('a' + random.nextInt(26)));
                case 1 -> text.append(PIECES.charAt(random.nextInt(PIECES.length())));
                case 2 -> text.append((char) random.nextInt(0x10000));
                case 3 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
                default -> text.append(random.nextBoolean() ? " eks" : " title:");
            }
        }
        return text.toString();
    }
}
