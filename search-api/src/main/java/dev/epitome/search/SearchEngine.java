package dev.epitome.search;

import dev.epitome.EpitomeException;
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

    /**
     * Answers a request. The same request on the same index gives the same hits in the same order.
     *
     * @throws EpitomeException of kind {@code IO} when the index cannot be read
     */
    SearchResult search(SearchRequest request);

    /**
     * Why an article is where it is in the answer to a request, whatever page that asks for, or why it is no hit.
     *
     * @return empty where there is no article of that id
     * @throws EpitomeException of kind {@code IO} when the index cannot be read
     */
    Optional<Explanation> explain(SearchRequest request, String id);

    /**
     * The article of that id.
     *
     * @throws EpitomeException of kind {@code IO} when the index cannot be read
     */
    Optional<StoredArticle> find(String id);

    /** What the index now is. */
    IndexStatus index();

    @Override
    void close();
}
