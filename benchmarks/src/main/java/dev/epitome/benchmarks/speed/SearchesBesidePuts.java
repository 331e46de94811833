package dev.epitome.benchmarks.speed;

import dev.epitome.article.Article;
import dev.epitome.article.ArticleChange;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Searches at half of what the machine can answer, alone and beside articles that are put at a pace. Both fall due at
 * fixed times, whatever becomes of those before; half of the articles that are put are new, half replace others.
 */
final class SearchesBesidePuts {

    private static final int A_SECOND = 10;

    private static final String P50 = "ms of a search, p50";
    private static final String P99 = "ms of a search, p99";
    private static final String SEARCHES = "searches/s";
    private static final String PUT = "articles put a second";
    private static final String BATCH = "ms of a batch of puts, p99";
    private static final String ALL = "as fast as they are answered";
    private static final String HALF = "half as many";
    private static final String ALONE = "alone";
    private static final String BESIDE = "beside puts";

    private final ChangedIndex index;
    private final List<SearchRequest> requests;
    private final int threads;
    private final int pace;
    private final Duration turn;

    /**
     * Measures searches in an index.
     *
     * @param pace how many articles are put a second, in ten batches
     * @param turn how long each is measured in a round
     */
    SearchesBesidePuts(ChangedIndex index, List<DrawnQuery> queries, int threads, int pace, Duration turn) {
        this.index = index;
        this.requests = queries.stream().map(Entrant::request).toList();
        this.threads = threads;
        this.pace = pace;
        this.turn = turn;
    }

    /** What is left to be done of the puts before falls into the first part, where nothing waits for its turn. */
    void round(Measurements into) throws IOException, InterruptedException {
        double capacity = Load.closed(this::searching, threads, turn).perSecond();
        into.add(SEARCHES, ALL, ALONE, capacity);
        add(ALONE, Load.open(this::searching, threads, capacity / 2, turn), into);
        List<List<ArticleChange>> batches = batches();
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<Load> writing = writer.submit(() -> Load.open(() -> putting(batches), 1, A_SECOND, turn));
            Load searches = Load.open(this::searching, threads, capacity / 2, turn);
            Load puts = writing.get();
            add(BESIDE, searches, into);
            into.add(PUT, HALF, BESIDE, puts.perSecond() * batch());
            into.add(BATCH, HALF, BESIDE, puts.millis(99));
        } catch (ExecutionException e) {
            throw new IOException("putting broke off: " + e.getCause(), e);
        }
        index.store().settle();
    }

    private static void add(String column, Load searches, Measurements into) {
        into.add(SEARCHES, HALF, column, searches.perSecond());
        into.add(P50, HALF, column, searches.millis(50));
        into.add(P99, HALF, column, searches.millis(99));
        into.add("searches that ran out of time", HALF, column, (double) searches.failed());
    }

    private Load.Caller searching() {
        SearchEngine engine = index.store().engine();
        return number ->
                !engine.search(requests.get((int) (number % requests.size()))).timedOut();
    }

    private Load.Caller putting(List<List<ArticleChange>> batches) {
        return number -> !index.store().apply(batches.get((int) number)).isEmpty();
    }

    /** Made before they are due: what making them costs is not to be measured. */
    private List<List<ArticleChange>> batches() {
        Supplier<Article> halfNew = Stream.iterate(0, i -> i + 1)
                .map(i -> i % 2 == 0 ? index.newArticle() : index.replacement())
                .iterator()::next;
        return ChangedIndex.batches(1 + Math.toIntExact(turn.toSeconds()) * A_SECOND, batch(), halfNew);
    }

    private int batch() {
        return pace / A_SECOND;
    }

    List<Claim> claims(Measurements measured) {
        return List.of(
                Claim.atMost(2, "p99 of searches beside puts, to alone", measured.ratio(P99, HALF, BESIDE, ALONE)),
                Claim.atLeast(
                        0.95,
                        "articles put a second, to the %d that were due".formatted(pace),
                        measured.median(PUT, HALF, BESIDE) / pace));
    }
}
