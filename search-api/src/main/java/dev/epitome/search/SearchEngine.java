package dev.epitome.search;

import dev.epitome.EpitomeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An open index that answers.
 *
 * <p>Lifecycle: open until {@link #close()}; closing waits for nobody, but what runs then still ends well. Calls after
 * it throw {@link IllegalStateException}.
 *
 * <p>Threads: any number at once. Each call sees one state of the index for the whole of its answer, and a newer one is
 * seen by itself soon after it was published.
 *
 * <p>Ownership: the engine owns what it opened; results belong to the caller and stay valid after a close.
 */
public interface SearchEngine extends AutoCloseable {

    int DEFAULT_RELATED = 5;
    int MAX_RELATED = 20;

    /** The time that one answer may take where nothing else is said. */
    Duration DEFAULT_TIME = Duration.ofSeconds(10);

    /**
     * The same engine with another bound on the time that one answer may take, from when it is asked. Looked at between
     * steps of about a millisecond, longer in an index of millions. A search that has found something by then answers
     * with that ({@link SearchResult#timedOut}); whatever else is not done by then throws an {@link EpitomeException}
     * of kind {@code TIMED_OUT}. Both are one engine: closing one closes the other.
     *
     * @param time more than nothing
     * @throws EpitomeException of kind {@code INVALID_REQUEST} when it is not
     */
    SearchEngine within(Duration time);

    /**
     * Answers a request. The same request on the same index gives the same hits in the same order.
     *
     * @throws EpitomeException of kind {@code CURSOR_EXPIRED} when the state of the index that a cursor belongs to is
     *     no longer kept, of kind {@code INVALID_CURSOR} when it is not a cursor of this request, of kind
     *     {@code TIMED_OUT} when nothing was found in time, of kind {@code IO} when the index cannot be read
     */
    SearchResult search(SearchRequest request);

    /**
     * Why an article is where it is in the answer to a request, whatever page that asks for, or why it is no hit. With
     * a cursor, in the state of the index and on the day that it belongs to.
     *
     * @return empty where there is no article of that id
     * @throws EpitomeException as {@link #search} does
     */
    Optional<Explanation> explain(SearchRequest request, String id);

    /**
     * The article of that id.
     *
     * @throws EpitomeException of kind {@code IO} when the index cannot be read
     */
    Optional<StoredArticle> find(String id);

    /**
     * How a query that is being typed may go on, the likeliest first.
     *
     * @throws EpitomeException of kind {@code IO} when the index cannot be read
     */
    List<Suggestion> suggest(SuggestRequest request);

    /**
     * Articles on what an article is about, the nearest first.
     *
     * @param limit how many to give at most, 1 to {@value #MAX_RELATED}
     * @return empty where there is no article of that id
     * @throws EpitomeException of kind {@code INVALID_REQUEST} when the limit is out of its bounds, of kind {@code IO}
     *     when the index cannot be read
     */
    Optional<List<RelatedArticle>> related(String id, int limit);

    /** What the index now is. */
    IndexStatus index();

    /** How that is doing which looks after the index; none where nothing does. Never waits for a search. */
    default List<HealthCheck> health() {
        return List.of();
    }

    /**
     * What the index now holds.
     *
     * @throws EpitomeException of kind {@code IO} when the index cannot be read
     */
    IndexStatistics statistics();

    @Override
    void close();
}
