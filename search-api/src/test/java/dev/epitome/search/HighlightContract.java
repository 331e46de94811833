package dev.epitome.search;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where hits show the words of the query. */
abstract class HighlightContract extends EngineFixture {

    /** Words and what may stand beside them: accents, capitals, emoji of two UTF-16 units, other scripts. */
    private static final List<String> WORDS = List.of(
            "cache", "Cache", "caching", "Zürich", "ZÜRICH", "zurich", "ÉCOLE", "ecole", "x86", "𝒜lpha", "Ελλάδα",
            "naïve", "über", "a", "disk", "disks", "Straße", "München", "café");

    /** Beside other words it is not searched for. */
    private static final String STOP_WORD = "a";

    private static final List<String> BETWEEN = List.of(
            " ", " ", " ", " ", ", ", ". ", " – ", " 🚀 ", " 👩‍💻 ", " \"", "\" ", " (", ") ", " <b> ", " & ", " 𝄞 ");

    HighlightContract(Function<List<Article>, SearchEngine> engines) {
        super(engines);
    }

    @Test
    void wordsOfTheQueryAreMarkedInTitleAndSummary() {
        articles(article("a1").titled("Virtual Threads").saying("The threads are virtual, not green."));
        Hit hit = onlyHit("virtual THREADS");
        assertThat(marked(hit.title())).containsExactly("Virtual", "Threads");
        assertThat(marked(hit.summary())).containsExactly("threads", "virtual");
    }

    @Test
    void aTextWithoutAWordOfTheQueryHasNoSnippet() {
        articles(article("a1")
                .titled("Green threads")
                .saying("Nothing of them here.")
                .tagged("kafka"));
        assertThat(onlyHit("kafka").title()).isEmpty();
        assertThat(onlyHit("kafka").summary()).isEmpty();
        assertThat(onlyHit("green").summary()).isEmpty();
    }

    @Test
    void anEmptyQueryMarksNothing() {
        articles(article("a1").titled("Green threads"));
        assertThat(onlyHit("").title()).isEmpty();
    }

    @Test
    void wholeWordsOfTheSameStemAreMarked() {
        articles(article("a1").titled("A cache is no cachet, nor are caches").tagged("cache"));
        assertThat(marked(onlyHit("cache").title())).containsExactly("cache", "caches");
    }

    @Test
    void offsetsCountUtf16UnitsAlsoAfterEmojiAndAccents() {
        articles(article("a1").titled("🚀🚀 Zürich déjà cache 👩‍💻 Cache"));
        Snippet title = onlyHit("zurich cache").title().getFirst();
        assertThat(title.highlights()).extracting(Snippet.Span::start).containsExactly(5, 17, 29);
        assertThat(marked(List.of(title))).containsExactly("Zürich", "cache", "Cache");
    }

    @Test
    void ofALongSummaryThePassageWithMostMarksIsShown() {
        String filler = "Some words that nobody asked for stand here. ".repeat(12);
        String wanted = "A cache beside the disk keeps the disk cold and the cache warm.";
        articles(article("a1").saying("The disk. " + filler + wanted + " " + filler));
        Snippet snippet = onlyHit("cache disk").summary().getFirst();
        assertThat(snippet.text()).contains(wanted).hasSizeLessThan(500);
        assertThat(snippet.opensWhole()).isFalse();
        assertThat(snippet.closesWhole()).isFalse();
        assertThat(snippet.highlights()).hasSize(4);
    }

    @Test
    void aShortSummaryIsShownWhole() {
        articles(article("a1").saying("A cache beside the disk."));
        Snippet snippet = onlyHit("disk").summary().getFirst();
        assertThat(snippet.text()).isEqualTo("A cache beside the disk.");
        assertThat(snippet.start()).isZero();
        assertThat(snippet.opensWhole()).isTrue();
        assertThat(snippet.closesWhole()).isTrue();
    }

    @Test
    void relaxedHitsShowTheWordsThatTheyHave() {
        articles(article("a1").titled("Green threads"));
        assertThat(marked(onlyHit("threads loom").title())).containsExactly("threads");
    }

    @Test
    void whateverTheTextsHighlightsAreExactlyTheWordsOfTheQuery() {
        Seeds.runs(20, random -> {
            List<Article> corpus = IntStream.range(0, 30)
                    .mapToObj(i -> article("a" + i)
                            .titled("T " + randomText(random, 1 + random.nextInt(12)))
                            .saying(randomText(random, random.nextInt(200)))
                            .told())
                    .toList();
            engineOver(corpus);
            String query = Stream.generate(() -> pick(random, WORDS))
                    .limit(1 + random.nextInt(3))
                    .collect(Collectors.joining(" "));
            Set<String> wanted =
                    Stream.of(query.split(" ", -1)).map(HighlightContract::stem).collect(Collectors.toSet());
            if (wanted.size() > 1) {
                wanted.remove(STOP_WORD);
            }
            List<Hit> hits = search(query)
                    .with(request -> request.withFuzzy(FuzzyMode.OFF))
                    .page(0, 100)
                    .result()
                    .hits();
            for (Hit hit : hits) {
                hit.title()
                        .forEach(snippet -> checkSnippet(snippet, hit.article().title(), wanted));
                hit.summary()
                        .forEach(snippet -> checkSnippet(snippet, hit.article().summary(), wanted));
                assertThat(hit.title().size() + hit.summary().size())
                        .as("%s", hit)
                        .isPositive();
            }
        });
    }

    private static void checkSnippet(Snippet snippet, String whole, Set<String> wanted) {
        String text = snippet.text();
        assertThat(text).isEqualTo(whole.substring(snippet.start(), snippet.start() + text.length()));
        assertThat(snippet.opensWhole()).isEqualTo(snippet.start() == 0);
        assertThat(snippet.closesWhole()).isEqualTo(snippet.start() + text.length() == whole.length());
        assertThat(Character.isLowSurrogate(text.charAt(0))).isFalse();
        assertThat(Character.isHighSurrogate(text.charAt(text.length() - 1))).isFalse();
        assertThat(snippet.highlights()).isNotEmpty();
        int at = 0;
        for (Snippet.Span span : snippet.highlights()) {
            assertThat(span.start()).isGreaterThanOrEqualTo(at).isLessThan(span.end());
            assertThat(wanted).contains(stem(text.substring(span.start(), span.end())));
            assertThat(words(text.substring(at, span.start()))).doesNotContainAnyElementsOf(wanted);
            at = span.end();
        }
        assertThat(words(text.substring(at))).doesNotContainAnyElementsOf(wanted);
    }

    private Hit onlyHit(String query) {
        List<Hit> hits = search(query).result().hits();
        assertThat(hits).hasSize(1);
        return hits.getFirst();
    }

    private static List<String> marked(List<Snippet> snippets) {
        return snippets.stream()
                .flatMap(snippet ->
                        snippet.highlights().stream().map(span -> snippet.text().substring(span.start(), span.end())))
                .toList();
    }

    private static String randomText(Random random, int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(pick(random, WORDS)).append(pick(random, BETWEEN));
        }
        return text.toString();
    }

    private static String pick(Random random, List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static List<String> words(String text) {
        return Stream.of(text.split("[^\\p{L}\\p{M}\\p{N}]+", -1))
                .map(HighlightContract::stem)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** What words of one stem share, told without any engine. */
    private static String stem(String word) {
        String folded = folded(word);
        return switch (folded) {
            case "caching" -> "cache";
            case "disks" -> "disk";
            default -> folded;
        };
    }

    /** What case and accents leave of a word, told without any engine. */
    private static String folded(String word) {
        String plain = Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return plain.toLowerCase(Locale.ROOT).replace("ß", "ss");
    }
}
