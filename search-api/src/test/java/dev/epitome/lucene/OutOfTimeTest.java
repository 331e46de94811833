package dev.epitome.lucene;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.Article;
import dev.epitome.engine.PlanningEngine;
import dev.epitome.index.IndexInfo;
import dev.epitome.index.Reindex;
import dev.epitome.ranking.RankingProfile;
import dev.epitome.search.Facet;
import dev.epitome.search.FuzzyMode;
import dev.epitome.search.Hit;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import dev.epitome.search.SearchResult.Relation;
import dev.epitome.search.SuggestRequest;
import dev.epitome.search.TestArticle;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Time that runs out at any moment. It passes here by being looked at, so that every moment is tried. */
final class OutOfTimeTest {

    private static final List<Article> ARTICLES = articles(IntStream.range(0, 20)
            .mapToObj(i -> article("a" + i)
                    .titled("Harbour " + i)
                    .saying("Boats and kafka streams in the harbour. ".repeat(i % 3 == 0 ? 120 : 2))
                    .tagged("tag" + i % 7)
                    .ofType("video")
                    .published("2025-0" + (1 + i % 9)))
            .toArray(TestArticle[]::new));

    private final AtomicLong looks = new AtomicLong();
    private final Directory memory = new ByteBuffersDirectory();
    private DirectoryReader reader;
    private SearchEngine engine;

    @BeforeEach
    void open() throws IOException {
        IndexInfo info = Reindex.of(ARTICLES.stream()).into(memory).published().orElseThrow();
        reader = DirectoryReader.open(memory);
        engine = new PlanningEngine(
                CommittedIndex.fixed(reader, info, SearchSettings.DEFAULT),
                RankingProfile.DEFAULT,
                Duration.ofDays(1),
                looks::getAndIncrement);
    }

    @AfterEach
    void close() throws IOException {
        engine.close();
        reader.close();
        memory.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"harbour", "harbour boats zeppelin", "harb* streams", "\"kafka streams\" harbor"})
    void anAnswerIsWholeOrSaysThatItIsNot(String query) {
        SearchRequest request = SearchRequest.of(query)
                .withLimit(2)
                .withFacets(EnumSet.of(Facet.TAG, Facet.YEAR))
                .withExplanations();
        SearchResult whole = engine.search(request);
        Set<String> found = ids(engine.search(request.withLimit(100)));
        Set<Kind> late = new HashSet<>();
        int cut = 0;
        for (int time = 1; ; time++) {
            SearchResult result;
            try {
                result = engine.within(Duration.ofNanos(time)).search(request);
            } catch (EpitomeException e) {
                late.add(e.kind());
                continue;
            }
            assertThat(found).as("after %d looks", time).containsAll(ids(result));
            if (!result.timedOut()) {
                assertThat(result.hits()).isEqualTo(whole.hits());
                assertThat(result.facets()).isEqualTo(whole.facets());
                assertThat(result.total()).isEqualTo(whole.total());
                assertThat(result.next().isPresent()).isEqualTo(whole.next().isPresent());
                break;
            }
            cut++;
            assertThat(result.hits()).isNotEmpty();
            assertThat(result.next()).isEmpty();
            if (result.total().relation() == Relation.EQ) {
                assertThat(result.total()).as("after %d looks", time).isEqualTo(whole.total());
            }
            assertThat(result.total().value()).isLessThanOrEqualTo(whole.total().value());
            result.facets()
                    .forEach((facet, counts) -> assertThat(counts)
                            .as("%s after %d looks", facet, time(result))
                            .isEqualTo(whole.facets().get(facet)));
            assertThat(result.warnings()).last().asString().contains("not time enough");
        }
        assertThat(cut).as("partial answers").isPositive();
        assertThat(late).containsExactly(Kind.TIMED_OUT);
    }

    @Test
    void whatIsNoAnswerInPartIsWholeOrThrows() {
        isWholeOrThrows(some -> some.suggest(new SuggestRequest("harb", 5)));
        isWholeOrThrows(some -> some.suggest(new SuggestRequest("kafka str", 5)));
        isWholeOrThrows(some -> some.related("a3", 5));
        isWholeOrThrows(some -> some.explain(SearchRequest.of("kafka boats"), "a3"));
        isWholeOrThrows(some -> some.find("a3"));
        isWholeOrThrows(SearchEngine::statistics);
    }

    @Test
    void anotherQueryIsOnlyProposedWithAllThatItFinds() {
        SearchRequest request = SearchRequest.of("harbuor").withFuzzy(FuzzyMode.OFF);
        SearchResult whole = engine.search(request);
        assertThat(whole.didYouMean()).isPresent();
        for (int time = 1; ; time++) {
            try {
                SearchResult result = engine.within(Duration.ofNanos(time)).search(request);
                if (!result.timedOut()) {
                    assertThat(result.didYouMean()).isEqualTo(whole.didYouMean());
                    break;
                }
                assertThat(result.didYouMean().or(whole::didYouMean)).isEqualTo(whole.didYouMean());
            } catch (EpitomeException e) {
                assertThat(e.kind()).isEqualTo(Kind.TIMED_OUT);
            }
        }
    }

    @Test
    void noTimeAtAllIsRefused() {
        assertThatThrownBy(() -> engine.within(Duration.ZERO))
                .isInstanceOfSatisfying(
                        EpitomeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID_REQUEST));
        assertThatThrownBy(() -> engine.within(Duration.ofMillis(-1))).hasMessageContaining("time is -1 ms");
    }

    @Test
    void asMuchTimeAsCanBeSaidIsEnough() {
        Duration longest = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
        assertThat(engine.within(longest).search(SearchRequest.of("harbour")).timedOut())
                .isFalse();
    }

    private <T> void isWholeOrThrows(Function<SearchEngine, T> question) {
        T whole = question.apply(engine);
        int late = 0;
        for (int time = 1; ; time += 1 + time / 8) {
            try {
                T answer = question.apply(engine.within(Duration.ofNanos(time)));
                assertThat(answer).as("after %d looks", time).isEqualTo(whole);
                break;
            } catch (EpitomeException e) {
                assertThat(e.kind()).isEqualTo(Kind.TIMED_OUT);
                late++;
            }
        }
        assertThat(late).isPositive();
    }

    private static long time(SearchResult result) {
        return result.took().toNanos();
    }

    private static Set<String> ids(SearchResult result) {
        Set<String> ids = new HashSet<>();
        for (Hit hit : result.hits()) {
            ids.add(hit.article().id());
        }
        return ids;
    }
}
