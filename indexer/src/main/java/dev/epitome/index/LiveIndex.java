package dev.epitome.index;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.ArticleChange;
import dev.epitome.article.ArticleChange.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * An index that is changed while it is searched: articles are put and deleted one by one, or many at once. What a call
 * has returned for is safe on the disk, and seen by whoever opens the index from then on. Where a call fails, the index
 * is as it was before, or has all that was asked for; the next call works on what is there.
 *
 * <p>Holds the lock of the index until it is closed: nobody else can write it meanwhile. For any number of threads:
 * changes that are asked for at the same time are committed together.
 */
public final class LiveIndex implements AutoCloseable {

    private final Directory directory;
    private final IndexSettings settings;
    private final InstantSource clock;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();
    private final Optional<Path> path;
    private @Nullable LiveWriter writer;
    private @Nullable Set<String> recorded;
    private boolean closed;

    private LiveIndex(Directory directory, Optional<Path> path, IndexSettings settings, InstantSource clock) {
        this.directory = directory;
        this.path = path;
        this.settings = settings;
        this.clock = clock;
    }

    /** Changes that are asked for, and what became of them once they are committed. For one thread at a time. */
    private static final class Waiting {
        private final List<ArticleChange> changes;
        private @Nullable List<Outcome> outcomes;

        Waiting(List<ArticleChange> changes) {
            this.changes = List.copyOf(changes);
        }
    }

    /**
     * Opens the index in a directory of the file system, and makes an empty one where there is none.
     *
     * @param settings that it was made with
     * @throws EpitomeException of kind {@link Kind#INDEX_LOCKED} when another writes it, of kind
     *     {@link Kind#INDEX_INCOMPATIBLE} when it was made by another version or with other weights, of kind
     *     {@link Kind#INDEX_FOREIGN} when the directory holds something else, of kind {@link Kind#INDEX_DAMAGED} when
     *     the index cannot be opened, of kind {@link Kind#INDEX_UNWRITTEN} when it cannot be written
     */
    public static LiveIndex open(Path index, IndexSettings settings) {
        Objects.requireNonNull(settings, "settings");
        Directory directory = IndexDirectory.openForWriting(Objects.requireNonNull(index, "index"), false);
        return opened(new LiveIndex(directory, Optional.of(index), settings, InstantSource.system()));
    }

    /** The same in any directory of Lucene's, which stays the caller's. */
    public static LiveIndex open(Directory index, IndexSettings settings, InstantSource clock) {
        return opened(new LiveIndex(
                Objects.requireNonNull(index, "index"),
                Optional.empty(),
                Objects.requireNonNull(settings, "settings"),
                Objects.requireNonNull(clock, "clock")));
    }

    private static LiveIndex opened(LiveIndex index) {
        boolean opened = false;
        try {
            index.writing(LiveWriter::info);
            opened = true;
            return index;
        } finally {
            if (!opened) {
                index.close();
            }
        }
    }

    /**
     * Makes these changes, one after the other, and all of them at once to whoever searches: none is seen without the
     * others, also where the machine stops in the middle.
     *
     * @return what became of each
     * @throws EpitomeException of kind {@link Kind#INDEX_UNWRITTEN} when they could not be written; whether they are
     *     there tells the index
     */
    public List<Outcome> apply(List<ArticleChange> changes) {
        Objects.requireNonNull(changes, "changes");
        Waiting mine = new Waiting(changes);
        waiting.add(mine);
        writing.lock();
        try {
            // Whoever had the lock before may have made these changes with its own.
            if (mine.outcomes == null) {
                writing(this::applyWaiting);
            }
            return Objects.requireNonNull(mine.outcomes, "outcomes");
        } finally {
            waiting.remove(mine);
            writing.unlock();
        }
    }

    private IndexInfo applyWaiting(LiveWriter to) throws IOException {
        List<Waiting> together = new ArrayList<>();
        List<List<Outcome>> outcomes = new ArrayList<>();
        for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
            together.add(next);
        }
        try {
            for (Waiting one : together) {
                List<Outcome> its = new ArrayList<>();
                for (ArticleChange change : one.changes) {
                    its.add(to.apply(change));
                }
                outcomes.add(List.copyOf(its));
            }
            if (to.isChanged()) {
                to.commit(clock.instant());
            }
        } catch (IOException | RuntimeException | Error e) {
            // Only the one whose turn it was hears of it: the others try for themselves.
            waiting.addAll(together);
            throw e;
        }
        for (int i = 0; i < together.size(); i++) {
            together.get(i).outcomes = outcomes.get(i);
            if (recorded != null) {
                together.get(i).changes.forEach(change -> recorded.add(change.id()));
            }
        }
        return to.info();
    }

    /** What the index now is. */
    public IndexInfo info() {
        writing.lock();
        try {
            return writing(LiveWriter::info);
        } finally {
            writing.unlock();
        }
    }

    /**
     * Does what takes too long to be done with every change, where there is anything to do: call it when no changes
     * have come for a while. What articles define is an alias from then on; scores change with each change itself.
     *
     * @return whether nothing is left to do; otherwise call it again in some seconds
     * @throws EpitomeException as {@link #apply} does
     */
    public boolean settle() {
        writing.lock();
        try {
            return writing(LiveWriter::settle);
        } finally {
            writing.unlock();
        }
    }

    IndexSettings settings() {
        return settings;
    }

    Directory directory() {
        return directory;
    }

    /** Empty of one that is not in the file system. */
    Optional<Path> path() {
        return path;
    }

    /** From now on it is known which articles were changed. */
    void record() {
        writing.lock();
        try {
            if (recorded != null) {
                throw new EpitomeException(
                        Kind.INDEX_LOCKED, "the index is being rebuilt already: wait until that has ended");
            }
            recorded = new HashSet<>();
        } finally {
            writing.unlock();
        }
    }

    void endRecord() {
        writing.lock();
        try {
            recorded = null;
        } finally {
            writing.unlock();
        }
    }

    /** Puts another index in the place of this one, with all changes that were recorded. */
    void exchange(Directory other) {
        writing.lock();
        try {
            Set<String> ids = Objects.requireNonNull(recorded, "recorded");
            writing(to -> {
                LiveWriter next = to.exchange(other, ids, clock.instant());
                writer = next;
                return next;
            });
        } finally {
            writing.unlock();
        }
    }

    private interface Writing<T> {
        T with(LiveWriter writer) throws IOException;
    }

    private <T> T writing(Writing<T> task) {
        if (closed) {
            throw new IllegalStateException("the index is closed");
        }
        if (writer != null && writer.isBroken()) {
            giveUp();
        }
        boolean done = false;
        try {
            LiveWriter open = writer == null ? LiveWriter.open(directory, settings, clock.instant()) : writer;
            writer = open;
            T result = task.with(open);
            done = true;
            return result;
        } catch (LockObtainFailedException e) {
            throw new EpitomeException(
                    Kind.INDEX_LOCKED, "the index is being written by another process: wait until it has ended", e);
        } catch (IOException | IllegalStateException e) {
            throw failed(e);
        } catch (RuntimeException e) {
            // So what is read while it is decoded fails.
            throw e.getCause() instanceof IOException ? failed(e) : e;
        } finally {
            if (!done) {
                giveUp();
            }
        }
    }

    private EpitomeException failed(Exception e) {
        return new EpitomeException(
                Kind.INDEX_UNWRITTEN,
                "writing the index in " + IndexDirectory.where(directory)
                        + " failed: all of the change is there, or nothing of it, and it may be made again; "
                        + SegmentWriting.firstCause(e),
                e);
    }

    /** What is on the disk is what counts: the next writer begins with that. */
    private void giveUp() {
        IOUtils.closeWhileHandlingException(writer);
        writer = null;
    }

    /** Ends the writing. What was committed is there; nothing else can be. */
    @Override
    public void close() {
        writing.lock();
        try {
            closed = true;
            giveUp();
            if (path.isPresent()) {
                IOUtils.closeWhileHandlingException(directory);
            }
        } finally {
            writing.unlock();
        }
    }
}
