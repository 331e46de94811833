package dev.epitome.search;

import dev.epitome.EpitomeException;
import dev.epitome.article.Article;
import dev.epitome.article.ArticleChange;
import dev.epitome.article.ArticleChange.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Changes what a {@link SearchEngine} finds.
 *
 * <p>What a call has returned for is kept, whatever happens to the process or the machine from then on, and every
 * search that begins later finds it. Of changes that are made by one call no search sees some without the others. Where
 * a call fails, either all or nothing of it was done; the next call works on what is there.
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

    /**
     * Makes changes in their order, all of them at once to whoever searches.
     *
     * @return what became of each
     * @throws EpitomeException as {@link #put} does
     */
    List<Outcome> apply(List<ArticleChange> changes);

    /**
     * Puts these articles in the place of all that are there. Until they are published, at once, readers have those
     * from before. What is put and deleted meanwhile is so at once, and stays so among the new ones. Nothing is changed
     * where so many articles would be lost that something must be wrong.
     *
     * @param articles of two with one id the later stays; the stream is the caller's to close
     * @return what was read, and whether it was published
     * @throws EpitomeException as {@link #put} does
     */
    RebuildResult rebuild(Stream<Article> articles);

    /**
     * How a rebuild ended.
     *
     * @param articles how many there are now
     * @param refused why nothing was published, for a person to read; empty where it was
     */
    record RebuildResult(long articles, List<String> refused) {
        public RebuildResult {
            Objects.requireNonNull(refused, "refused");
            refused = List.copyOf(refused);
        }
    }

    @Override
    void close();
}
