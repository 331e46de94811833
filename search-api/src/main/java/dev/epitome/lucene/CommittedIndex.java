package dev.epitome.lucene;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.index.IndexInfo;
import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * The newest commit of an index, for borrowing. Every borrower keeps the commit that it got until it gives it back:
 * closing a reader under a running search would unmap the files that it reads, and take the whole process down.
 *
 * <p>A thread looks for a newer commit, whoever made it. A rebuild shares no segment with what it replaces, so the new
 * commit is opened from nothing. One that cannot be read is left alone, and the old one goes on answering. The old one
 * stays open for a while for those who page through it: see {@link KeptCommits}.
 */
final class CommittedIndex extends ReferenceManager<Snapshot> {

    private static final Logger LOG = System.getLogger(CommittedIndex.class.getName());
    private static final long LOOK_EVERY_MILLIS = 500;

    private final Directory directory;
    private final String where;
    private final SearchSettings settings;
    private final KeptCommits kept;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("epitome-refresh").factory());
    private @Nullable String lastComplaint;

    private CommittedIndex(
            Directory directory, String where, SearchSettings settings, KeptCommits kept, Snapshot newest) {
        this.directory = directory;
        this.where = where;
        this.settings = settings;
        this.kept = kept;
        this.current = newest;
    }

    /** Opens the newest commit and takes over the directory, which is closed where that fails. */
    static CommittedIndex open(Directory directory, String where, SearchSettings settings) {
        return open(directory, where, settings, System::nanoTime);
    }

    /** As above, with a clock of the caller's. */
    static CommittedIndex open(Directory directory, String where, SearchSettings settings, LongSupplier nanos) {
        Snapshot newest;
        try {
            newest = Snapshot.open(directory, where, settings);
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileSuppressingExceptions(e, directory);
            throw e instanceof IOException io ? cannotOpen(where, io) : (RuntimeException) e;
        }
        CommittedIndex index = new CommittedIndex(directory, where, settings, new KeptCommits(nanos), newest);
        ScheduledFuture<?> unused = index.looking.scheduleWithFixedDelay(
                index::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return index;
    }

    /** Lends out this one reader and never looks for a newer. The reader stays the caller's to close. */
    static CommittedIndex fixed(DirectoryReader reader, IndexInfo info, SearchSettings settings) {
        String where = "the new index";
        try {
            Snapshot snapshot = Snapshot.uncommitted(reader, info, settings);
            reader.incRef(); // Given back when this is closed.
            KeptCommits none = new KeptCommits(System::nanoTime);
            return new CommittedIndex(new ByteBuffersDirectory(), where, settings, none, snapshot);
        } catch (IOException e) {
            throw cannotRead(where, e);
        }
    }

    private static EpitomeException cannotOpen(String where, IOException e) {
        if (e instanceof IndexFormatTooOldException
                || e instanceof IndexFormatTooNewException
                || e instanceof CorruptIndexException
                || e instanceof EOFException) {
            // Nor can a rebuild tell then whether the index is ours to write over.
            return new EpitomeException(
                    Kind.INDEX_INCOMPATIBLE,
                    "the index in " + where
                            + " is damaged, or was written by another version of Lucene: delete it, then build it anew",
                    e);
        }
        return cannotRead(where, e);
    }

    /** A borrowed commit; close it to give it back. */
    final class Lease implements AutoCloseable {
        private final Snapshot snapshot;

        private Lease(Snapshot snapshot) {
            this.snapshot = snapshot;
        }

        Snapshot snapshot() {
            return snapshot;
        }

        @Override
        public void close() {
            try {
                release(snapshot);
            } catch (IOException e) {
                throw cannotRead(where, e);
            }
        }
    }

    Lease lease() {
        try {
            return new Lease(acquire());
        } catch (AlreadyClosedException e) {
            throw new IllegalStateException("the engine is closed", e);
        } catch (IOException e) {
            throw cannotRead(where, e);
        }
    }

    /**
     * Lends the commit of that id, or the newest where none is named.
     *
     * @throws EpitomeException of kind {@link Kind#CURSOR_EXPIRED} when it is not open any more
     */
    Lease lease(Optional<String> commit) {
        Lease newest = lease();
        if (commit.isEmpty() || newest.snapshot().commit().equals(commit.get())) {
            return newest;
        }
        // What is superseded is kept before it is replaced, so that it is always found here or there.
        try (newest) {
            return kept.borrow(commit.get()).map(Lease::new).orElseGet(() -> newer(commit.get()));
        }
    }

    /** Another process may have seen a commit before us, and given a cursor for it. */
    private Lease newer(String commit) {
        try {
            maybeRefreshBlocking();
        } catch (IOException e) {
            throw cannotRead(where, e);
        }
        Lease newest = lease();
        if (newest.snapshot().commit().equals(commit)) {
            return newest;
        }
        newest.close();
        throw new EpitomeException(
                Kind.CURSOR_EXPIRED,
                "the index has changed since, and the state that the cursor belongs to is kept no longer:"
                        + " start again from the first page, without a cursor");
    }

    EpitomeException cannotRead(Exception e) {
        return cannotRead(where, e);
    }

    private void look() {
        try {
            kept.dropOld();
            maybeRefresh();
            lastComplaint = null;
        } catch (AlreadyClosedException e) {
            looking.shutdown();
        } catch (IOException | RuntimeException e) {
            complainOnce(e);
        }
    }

    /** The same trouble comes back twice a second; one line tells it. */
    private void complainOnce(Exception e) {
        if (!String.valueOf(e).equals(lastComplaint)) {
            lastComplaint = String.valueOf(e);
            LOG.log(
                    Level.WARNING,
                    "cannot open the newest commit of {0}, the one before goes on answering: {1}",
                    where,
                    e);
        }
    }

    @Override
    protected @Nullable Snapshot refreshIfNeeded(Snapshot current) throws IOException {
        if (current.isNewest(directory)) {
            return null;
        }
        Snapshot newer = Snapshot.open(directory, where, settings);
        kept.keep(current);
        return newer;
    }

    @Override
    protected boolean tryIncRef(Snapshot snapshot) {
        return snapshot.searcher().getIndexReader().tryIncRef();
    }

    @Override
    protected void decRef(Snapshot snapshot) throws IOException {
        snapshot.searcher().getIndexReader().decRef();
    }

    @Override
    protected int getRefCount(Snapshot snapshot) {
        return snapshot.searcher().getIndexReader().getRefCount();
    }

    @Override
    protected void afterClose() throws IOException {
        looking.shutdown();
        kept.close();
        directory.close();
    }

    private static EpitomeException cannotRead(String where, Exception e) {
        return new EpitomeException(Kind.IO, "cannot read the index in " + where + ": " + e, e);
    }
}
