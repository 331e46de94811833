package dev.epitome.search;

import dev.epitome.EpitomeException;
import dev.epitome.article.Article;
import dev.epitome.article.ArticleChange;
import dev.epitome.article.ArticleChange.Outcome;
import dev.epitome.corpus.CorpusReader;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/**
 * Changes what a {@link SearchEngine} finds.
 *
 * <p>What a call has returned for is kept, whatever happens to the process or the machine from then on, and every
 * search that begins later finds it, unless it is said to be {@link Visible} later. Of changes that are made by one
 * call no search sees some without the others. Where a call fails, either all or nothing of it was done; the next call
 * works on what is there.
 *
 * <p>Scores are at any moment those of an index that is made anew of the articles that are there. Only what articles
 * define by themselves, as in "a Real-Time Distributed Graph (RDG)", becomes an alias a while after, once changes have
 * paused.
 *
 * <p>For any number of threads: changes that are asked for at the same time are written together. Calls after
 * {@link #close} throw {@link IllegalStateException}.
 */
public interface ArticleWriter extends AutoCloseable {

    /**
     * Adds an article, in the place of the one with its id where there is one.
     *
     * @return {@link Outcome#CREATED}, {@link Outcome#REPLACED}, or {@link Outcome#UNCHANGED} where the same article is
     *     there: then nothing is written
     * @throws EpitomeException of kind {@code INDEX_UNWRITTEN} when it could not be written
     */
    Outcome put(Article article);

    /**
     * Removes an article.
     *
     * @return whether there was one of that id
     * @throws EpitomeException as {@link #put} does
     */
    boolean delete(String id);

    /** As {@link #apply(List, Visible)}, seen by every search from then on. */
    default List<Outcome> apply(List<ArticleChange> changes) {
        return apply(Objects.requireNonNull(changes, "changes"), Visible.WAIT);
    }

    /**
     * Makes changes in their order, all of them at once to whoever searches.
     *
     * @param changes none where only those from before are to be waited for
     * @return what became of each
     * @throws EpitomeException as {@link #put} does
     */
    List<Outcome> apply(List<ArticleChange> changes, Visible visible);

    /**
     * Puts these articles in the place of all that are there. Until they are published, at once, readers have those
     * from before. What is put and deleted meanwhile is so at once, and stays so among the new ones. Nothing is changed
     * where so many articles would be lost that something must be wrong.
     *
     * @param articles of two with one id the later stays; the stream is the caller's to close
     * @return whether they were published, and if not, why
     * @throws EpitomeException as {@link #put} does; of kind {@code INDEX_LOCKED} when another rebuild is at work
     */
    RebuildResult rebuild(Stream<Article> articles);

    /**
     * The same with the articles that a corpus holds, read on the calling thread.
     *
     * @param checks by which the new index is judged
     * @throws EpitomeException as {@link #rebuild(Stream)} does
     * @throws CancellationException when the listener wanted no more of it; nothing was published then
     */
    RebuildResult rebuild(CorpusReader corpus, RebuildChecks checks, RebuildListener listener);

    @Override
    void close();
}
