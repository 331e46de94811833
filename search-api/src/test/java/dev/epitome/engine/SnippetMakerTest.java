package dev.epitome.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.search.Seeds;
import dev.epitome.search.Snippet;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class SnippetMakerTest {

    private static final String FILLER = "Some words that nobody asked for. ".repeat(20);

    @Test
    void aPassageBeginsAndEndsWithAWord() {
        for (int shift = 0; shift < 40; shift++) {
            Snippet snippet = snippet("x".repeat(shift) + " " + FILLER + "the cache is warm. " + FILLER);
            assertThat(snippet.text()).doesNotStartWith(" ").doesNotEndWith(" ");
            assertThat((" " + FILLER + "the cache is warm. " + FILLER).split("\\W+"))
                    .contains(snippet.text().split("\\W+"));
        }
    }

    @Test
    void aPassageNearTheEndReachesTheEnd() {
        Snippet snippet = snippet(FILLER + "The cache is warm.");
        assertThat(snippet.text()).endsWith("The cache is warm.");
        assertThat(snippet.closesWhole()).isTrue();
        assertThat(snippet.opensWhole()).isFalse();
    }

    @Test
    void aPassageNearTheBeginningBeginsThere() {
        Snippet snippet = snippet("The cache is warm. " + FILLER);
        assertThat(snippet.start()).isZero();
        assertThat(snippet.opensWhole()).isTrue();
        assertThat(snippet.closesWhole()).isFalse();
    }

    @Test
    void aPassageStaysShortBesideARunWithoutSpaces() {
        String run = "0123456789abcdef".repeat(3_000);
        for (String text : List.of(run + " cache " + run, run + "-cache-" + run, run + "🚀cache🚀" + run)) {
            Snippet snippet = snippet(text);
            assertThat(snippet.text()).contains("cache").hasSizeLessThan(400);
        }
    }

    @Test
    void aPassageNeverCutsACharacterInTwo() {
        Seeds.runs(50, random -> {
            String emoji = "🚀👩‍💻 ".repeat(60 + random.nextInt(40));
            Snippet snippet = snippet("x".repeat(random.nextInt(3)) + emoji + "cache " + emoji);
            String text = snippet.text();
            assertThat(Character.isLowSurrogate(text.charAt(0))).isFalse();
            assertThat(Character.isHighSurrogate(text.charAt(text.length() - 1)))
                    .isFalse();
        });
    }

    @Test
    void noWordIsCutWhereJavaSeesNoBoundary() {
        List<String> pieces = List.of(
                "a", "bc", "Def", " ", " ", " ", "  ", ".", ",", "'", "-", "_", ":", "/", "1", "20", "é", "e\u0301",
                "’", "—", "世界", "🚀", "カ", "\n", "\"", "(", ")", "$", "%", "\u00A0", "\u200D", "\u00AD", "ß", "\u0301");
        Seeds.runs(3_000, random -> {
            StringBuilder any = new StringBuilder();
            for (int i = 1 + random.nextInt(20); i >= 0; i--) {
                any.append(pieces.get(random.nextInt(random.nextBoolean() ? 8 : pieces.size())));
            }
            String text = any.toString();
            for (int at = 1; at < text.length(); at++) {
                BreakIterator words = words(text);
                boolean isBoundary = words.isBoundary(at);
                assertThat(SnippetMaker.boundaryFrom(text, at))
                        .as("from %d in “%s”", at, text)
                        .isEqualTo(isBoundary ? at : words.following(at));
                BreakIterator again = words(text);
                again.isBoundary(at);
                assertThat(SnippetMaker.boundaryUpTo(text, at))
                        .as("up to %d in “%s”", at, text)
                        .isEqualTo(isBoundary ? at : again.preceding(at));
            }
        });
    }

    private static BreakIterator words(String text) {
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        return words;
    }

    private static Snippet snippet(String text) {
        List<Snippet> snippets = SnippetMaker.of(
                text, new AnalysedText(text, Budget.unlimited()).spans(List.of(new Matcher.Exact("cache"))));
        assertThat(snippets).hasSize(1);
        return snippets.getFirst();
    }
}
