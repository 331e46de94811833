package dev.epitome.watch;

import dev.epitome.article.ArticleChange;
import dev.epitome.article.ArticleChange.Outcome;
import java.util.List;

/** Has changes written, whoever it is that writes them, until it is closed. For any number of threads. */
public interface ChangeWriter extends AutoCloseable {

    /**
     * Makes changes in their order. What has returned is kept, whatever happens; what has failed may be made again.
     *
     * @return what became of each
     * @throws dev.epitome.EpitomeException when they could not be written
     */
    List<Outcome> apply(List<ArticleChange> changes);

    /** Nothing is to be written for a while, so that others may. */
    @Override
    default void close() {}
}
