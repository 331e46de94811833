package dev.epitome.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.index.Reindex;
import dev.epitome.search.Hit;
import dev.epitome.search.ProcessorTime;
import dev.epitome.search.RelatedArticle;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import dev.epitome.search.Seeds;
import dev.epitome.search.SuggestRequest;
import dev.epitome.search.Suggestion;
import dev.epitome.search.Suggestion.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Completions and related articles of the shipped corpus. */
@EnabledIf("isShipped")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ShippedSuggestionsTest {

    private static final Path CORPUS = Path.of("..", "corpus", "articles");
    private static final int RUNS = 40;

    /** Far more than it takes, for machines that are busy. */
    private static final long MOST_MILLIS = 1_000;

    private SearchEngine engine = LuceneSearch.inMemory(List.of());
    private List<Article> articles = List.of();

    static boolean isShipped() {
        return Files.exists(CORPUS);
    }

    @BeforeAll
    void index(@TempDir Path folder) {
        CorpusReader corpus = CorpusReader.of(List.of(CORPUS.toString()));
        Reindex.of(corpus).into(folder.resolve("index"));
        engine.close();
        engine = LuceneSearch.open(folder.resolve("index"));
        articles = engine.search(SearchRequest.of("*").withLimit(100)).hits().stream()
                .map(Hit::article)
                .toList();
    }

    @AfterAll
    void close() {
        engine.close();
    }

    @ParameterizedTest
    @CsvSource({"lang, LangGraph", "kub, Kubernetes", "node.j, Node.js", "grp, gRPC", "lam, Lambda", "cach, cache"})
    void wordsAreCompleted(String typed, String completed) {
        assertThat(suggestions(typed))
                .filteredOn(some -> some.kind() == Kind.WORD)
                .extracting(Suggestion::text)
                .contains(completed);
    }

    @Test
    void whateverPartOfATextIsTypedEachSuggestionFindsSomething() {
        Seeds.runs(RUNS, random -> {
            Article article = articles.get(random.nextInt(articles.size()));
            String text = random.nextBoolean() ? article.title() : article.summary();
            int start = text.indexOf(' ', random.nextInt(text.length())) + 1;
            String typed = text.substring(start, Math.min(text.length(), start + 1 + random.nextInt(20)));
            for (Suggestion suggestion : suggestions(typed)) {
                SearchResult found = engine.search(SearchRequest.of(suggestion.query()));
                assertThat(found.total().value()).as("hits of %s", suggestion).isPositive();
                suggestion
                        .id()
                        .ifPresent(id -> assertThat(
                                        found.hits().getFirst().article().id())
                                .as("%s", suggestion)
                                .isEqualTo(id));
            }
        });
    }

    @Test
    void completionsComeAsFastAsAnyoneTypes() {
        for (String typed : List.of("a", "s", "lang", "kubernetes lat")) {
            long best = LongStream.range(0, 5).map(run -> millis(typed)).min().orElseThrow();
            assertThat(best).as("milliseconds for %s", typed).isLessThan(MOST_MILLIS);
        }
    }

    @Test
    void anArticleOnAnAgentIsRelatedToOthersOnAgents() {
        List<RelatedArticle> related = engine.related(
                        "uber-engineering-unlocking-financial-insights-with-finch-ubers-conversational", 5)
                .orElseThrow();
        assertThat(related.getFirst().article().title()).contains("Uber", "Agent");
        assertThat(related)
                .filteredOn(other -> other.article().tags().contains("ai-agents"))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void everyRelationRestsOnMoreThanWordsThatAreEverywhere() {
        Set<String> everywhere = Set.of(
                ("system systems time data new using use scaled scales world our dominate people way company lessons improved "
                                + "billions engineers guide deep dive announcing introducing interviewed available saved beat designed")
                        .split(" "));
        for (Article article : articles) {
            for (RelatedArticle other : engine.related(article.id(), 20).orElseThrow()) {
                assertThat(other.shared())
                        .as("%s and %s", article.id(), other.article().id())
                        .noneMatch(subject -> everywhere.contains(subject.toLowerCase(Locale.ROOT)));
            }
        }
    }

    private long millis(String typed) {
        return ProcessorTime.millis(() -> suggestions(typed));
    }

    private List<Suggestion> suggestions(String typed) {
        return engine.suggest(new SuggestRequest(typed, SuggestRequest.DEFAULT_LIMIT));
    }
}
