package dev.epitome.lucene;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.alias.AliasDictionary;
import dev.epitome.article.Article;
import dev.epitome.engine.PlanningEngine;
import dev.epitome.index.IndexDirectory;
import dev.epitome.ranking.RankingProfile;
import dev.epitome.search.Pages;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cursors of an index that is rebuilt meanwhile. */
final class PagingAcrossCommitsTest {

    private static final SearchRequest REQUEST = SearchRequest.of("cache").withLimit(7);

    @TempDir
    private Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private final List<SearchEngine> engines = new ArrayList<>();
    private Path path = Path.of("");

    @BeforeEach
    void firstEdition() {
        path = folder.resolve("index");
        Rebuild.of(path, edition(0));
    }

    @AfterEach
    void close() {
        engines.forEach(SearchEngine::close);
    }

    @Test
    void pagesAreOfTheCommitOfTheFirstWhateverIsPublishedMeanwhile() throws Exception {
        CommittedIndex index = index();
        SearchEngine engine = engine(index);
        List<String> whole = ids(engine.search(REQUEST.withLimit(100)));
        List<SearchResult> pages = new ArrayList<>();
        SearchRequest request = REQUEST;
        for (int edition = 1; ; edition++) {
            SearchResult page = engine.search(request);
            pages.add(page);
            if (page.next().isEmpty()) {
                break;
            }
            request = Pages.after(request, page.next());
            if (edition <= RetainedCommits.MOST) {
                publish(index, edition);
                assertThat(ids(engine.search(REQUEST)).getFirst()).startsWith(edition + "-");
            }
        }
        assertThat(pages).hasSizeGreaterThan(RetainedCommits.MOST);
        assertThat(Pages.ids(pages)).hasSize(40).isEqualTo(whole);
        assertThat(pages)
                .extracting(SearchResult::index)
                .containsOnly(pages.getFirst().index());
    }

    @Test
    void explanationsAreOfTheCommitOfTheCursorToo() throws Exception {
        CommittedIndex index = index();
        SearchEngine engine = engine(index);
        SearchResult first = engine.search(REQUEST);
        String id = ids(first).getFirst();
        publish(index, 1);
        assertThat(engine.explain(REQUEST, id)).isEmpty();
        assertThat(engine.explain(Pages.after(REQUEST, first.next()), id)
                        .orElseThrow()
                        .rank())
                .hasValue(1);
    }

    @Test
    void aCursorExpiresWhenTooMuchWasPublishedSince() throws Exception {
        CommittedIndex index = index();
        SearchEngine engine = engine(index);
        IndexReader reader = reader(index);
        SearchRequest next = Pages.after(REQUEST, engine.search(REQUEST).next());
        for (int edition = 1; edition <= RetainedCommits.MOST; edition++) {
            publish(index, edition);
            assertThat(engine.search(REQUEST).next()).isPresent();
        }
        assertThat(reader.getRefCount()).isEqualTo(1);
        publish(index, RetainedCommits.MOST + 1);
        assertExpired(engine, next);
        assertThat(reader.getRefCount()).isZero();
    }

    @Test
    void aCursorExpiresTenMinutesAfterItWasLastUsed() throws Exception {
        CommittedIndex index = index();
        SearchEngine engine = engine(index);
        IndexReader reader = reader(index);
        SearchRequest next = Pages.after(REQUEST, engine.search(REQUEST).next());
        nanos.addAndGet(Duration.ofHours(9).toNanos()); // Until it is superseded no time counts.
        publish(index, 1);
        assertThat(engine.search(next).hits()).isNotEmpty();
        nanos.addAndGet(RetainedCommits.LONGEST.toNanos() + 1);
        Eventually.within(Duration.ofSeconds(5), "the old commit is closed", () -> reader.getRefCount() == 0);
        assertExpired(engine, next);
    }

    @Test
    void closingTheEngineClosesWhatWasKept() throws Exception {
        CommittedIndex index = index();
        SearchEngine engine = engine(index);
        IndexReader first = reader(index);
        assertThat(engine.search(REQUEST).next()).isPresent();
        publish(index, 1);
        IndexReader second = reader(index);
        assertThat(first.getRefCount()).isEqualTo(1);
        engine.close();
        assertThat(first.getRefCount()).isZero();
        assertThat(second.getRefCount()).isZero();
    }

    @Test
    void anotherEngineOverTheSameCommitGoesOn() {
        List<String> whole = ids(open().search(REQUEST.withLimit(100)));
        SearchResult first = open().search(REQUEST);
        SearchEngine other = open();
        List<String> rest = Pages.ids(Pages.from(other, Pages.after(REQUEST, first.next())));
        assertThat(rest).isEqualTo(whole.subList(7, 40));
        Rebuild.of(path, edition(1));
        assertExpired(open(), Pages.after(REQUEST, first.next()));
    }

    @Test
    void anEngineOfOtherAliasesOrWeightsRefuses() {
        SearchRequest next = Pages.after(REQUEST, open().search(REQUEST).next());
        SearchSettings settings = SearchSettings.DEFAULT;
        SearchSettings noAliases = new SearchSettings(settings.profile(), AliasDictionary.none(), settings.verified());
        RankingProfile p = settings.profile();
        SearchSettings noProximity = settings.withProfile(new RankingProfile(
                p.fields(),
                p.k1(),
                p.b(),
                p.burst(),
                p.exact(),
                p.compound(),
                p.alias(),
                p.typo(),
                p.prefix(),
                p.phrase(),
                0,
                p.freshness()));
        for (SearchSettings other : List.of(noAliases, noProximity)) {
            SearchEngine engine = LuceneSearch.open(path, other);
            engines.add(engine);
            assertThatExceptionOfType(EpitomeException.class)
                    .isThrownBy(() -> engine.search(next))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.INVALID_CURSOR));
        }
    }

    private SearchEngine open() {
        SearchEngine engine = LuceneSearch.open(path);
        engines.add(engine);
        return engine;
    }

    private CommittedIndex index() {
        return CommittedIndex.open(
                IndexDirectory.openForReading(path), path.toString(), SearchSettings.DEFAULT, nanos::get);
    }

    private SearchEngine engine(CommittedIndex index) {
        SearchEngine engine = new PlanningEngine(index, SearchSettings.DEFAULT.profile());
        engines.add(engine);
        return engine;
    }

    private void publish(CommittedIndex index, int edition) throws IOException {
        Rebuild.of(path, edition(edition));
        index.maybeRefreshBlocking();
    }

    private static IndexReader reader(CommittedIndex index) {
        try (LuceneState newest = index.newest()) {
            return newest.snapshot().reader();
        }
    }

    private static void assertExpired(SearchEngine engine, SearchRequest request) {
        assertThatExceptionOfType(EpitomeException.class)
                .isThrownBy(() -> engine.search(request))
                .withMessageContaining("start again from the first page")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.CURSOR_EXPIRED));
    }

    private static List<String> ids(SearchResult page) {
        return Pages.ids(List.of(page));
    }

    private static List<Article> edition(int number) {
        return IntStream.range(0, 40)
                .mapToObj(i -> article(number + "-" + i)
                        .titled("cache " + "filler ".repeat((i + number) % 4))
                        .told())
                .toList();
    }
}
