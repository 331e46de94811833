package dev.epitome.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.query.QueryLanguage;
import dev.epitome.ranking.RankingProfile;
import dev.epitome.search.Hit;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What showing hits costs at most, in steps: the worst article under the worst query, marked and explained. Time has no
 * part in it, but for the last bound, which only something endless would pass.
 */
@Timeout(120)
final class ShownStepsTest {

    /**
     * Each character analysed once, each occurrence visited a few times for each term of the query that may match it.
     */
    private static final long STEPS_PER_CHARACTER_AND_WORD = 6;

    /** Parts of a plan for one word: its forms, halves, aliases and fields, and how near words stand. */
    private static final long STEPS_PER_WORD = 400;

    @Test
    void repeatedWordsCostTheTextTimesTheWordsOfTheQuery() {
        String text = "go ".repeat(Article.MAX_SUMMARY / 3);
        for (String query : List.of(
                "go",
                "\"go go\"",
                "\"go go go go go\"",
                "go go go go go go go go",
                "\"" + "go ".repeat(100).strip() + "\"",
                "go*",
                "title:\"go go\" summary:\"go go go\"",
                "\"go go\" OR \"go go go\" OR \"go go go go\"",
                "go ".repeat(400))) {
            bounded(article("Go go go", text), query);
        }
    }

    @Test
    void compoundsAndTheirPartsCostTheTextTimesTheWordsOfTheQuery() {
        for (String unit :
                List.of("NodePort ", "node-port ", "C++ ", "a.b.c.d ", "node port ", "x86_64/arm64 ", "real-time ")) {
            String text = unit.repeat(Article.MAX_SUMMARY / unit.length());
            for (String query : List.of(
                    "node port", "nodeport", "\"node port node port\"", "real-time time real", "a.b.c.d b.c", "C++")) {
                bounded(article("Worst", text), query);
            }
        }
    }

    @Test
    void anyTextUnderAnyQueryIsBounded() {
        List<String> vocabulary = List.of(
                "go",
                "Go",
                "kafka",
                "EKS",
                "node",
                "port",
                "NodePort",
                "api-gateway",
                "C++",
                "k8s",
                "the",
                "of",
                "数据库",
                "é",
                "🚀",
                "1.22",
                "-",
                ".",
                "\n");
        Seeds.runs(12, random -> {
            String text = words(random, vocabulary, Article.MAX_SUMMARY);
            String query = words(random, vocabulary, 1 + random.nextInt(600));
            String asked = random.nextBoolean() ? "\"" + query.replace('"', ' ') + "\"" : query;
            bounded(article(words(random, vocabulary, 100), text), asked);
        });
    }

    @Test
    void whatIsNotShownCostsNothing() {
        Article worst = article("Go", "go ".repeat(Article.MAX_SUMMARY / 3));
        SearchRequest request =
                SearchRequest.of("\"go go\" kafka").withLimit(100).withoutHighlights();
        assertThat(steps(worst, request).taken()).isZero();
    }

    /** Marks and explains a hundred of them, and holds what that took against its bound. */
    private static void bounded(Article article, String query) {
        SearchRequest request = SearchRequest.of(query).withLimit(100).withExplanations();
        long words = Math.min(QueryLanguage.MAX_LENGTH, 1 + query.split("\\W+|\\s+").length);
        long text = (long) article.title().length() + article.summary().length();
        Shown shown = steps(article, request);
        long bound = shown.hits()
                * (text * (1 + STEPS_PER_CHARACTER_AND_WORD * Math.min(words, 500)) + STEPS_PER_WORD * words);
        assertThat(shown.taken())
                .as("%.60s over %.60s", query, article.summary())
                .isLessThanOrEqualTo(bound);
        if (shown.hits() > 0) {
            assertThat(shown.taken()).as("counted at all").isPositive();
        }
    }

    private record Shown(long hits, long taken) {}

    private static Shown steps(Article worst, SearchRequest request) {
        List<Article> articles =
                new ArrayList<>(Collections.nCopies(2, worst).stream().toList());
        for (int i = 0; i < articles.size(); i++) {
            articles.set(i, articles.get(i).withId("a" + i));
        }
        articles.add(Article.titled("Other").id("other").build());
        IndexState state = MemoryIndex.of(articles);
        QueryRewriter query = new QueryRewriter(request, state, RankingProfile.DEFAULT);
        Page page = Page.of(request);
        Retrieval found = Retrieval.by(state.retriever(), query, request, page.selection());
        long before = state.budget().steps();
        List<Hit> hits = Hits.of(state, query, found, page);
        return new Shown(hits.size(), state.budget().steps() - before);
    }

    private static Article article(String title, String summary) {
        return Article.titled(title.isBlank() ? "Untold" : title)
                .summary(summary)
                .build();
    }

    private static String words(Random random, List<String> vocabulary, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(vocabulary.get(random.nextInt(vocabulary.size()))).append(random.nextInt(5) == 0 ? "" : " ");
        }
        return text.substring(0, length).replaceAll("[\uD800-\uDBFF]$", "");
    }
}
