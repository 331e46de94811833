package dev.epitome.lucene;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.engine.Budget;
import dev.epitome.engine.IndexState;
import dev.epitome.engine.IndexStates;
import dev.epitome.index.IndexInfo;
import dev.epitome.search.HealthCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
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
 * <p>A thread looks for a newer commit, whoever made it. Where single articles were changed, only what changed is
 * opened. A rebuild shares no segment with what it replaces, so its commit is opened from nothing, and searched once
 * before anybody else does. One that cannot be read is left alone, and the old one goes on answering. The old one stays
 * open for a while for those who page through it: see {@link RetainedCommits}. Where the commit that answers cannot be
 * read any more, it is opened anew as soon as it can be.
 */
final class CommittedIndex extends ReferenceManager<Snapshot> implements IndexStates {

    private static final Logger LOG = System.getLogger(CommittedIndex.class.getName());
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final int LOOKS_PER_PROBE = 10;

    private final Directory directory;
    private final String where;
    private final SearchSettings settings;
    private final RetainedCommits retained;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("epitome-refresh").factory());
    private final Upkeep refresh = Upkeep.doneJustNow(
            "refresh",
            false,
            "the newest commit cannot be opened, and the one before goes on answering",
            InstantSource.system());
    private final Upkeep probe =
            Upkeep.doneJustNow("search", true, "searches cannot read the index", InstantSource.system());
    private Optional<BackgroundVerification> verification = Optional.empty();
    private volatile boolean suspected;
    private int looks;

    private CommittedIndex(
            Directory directory, String where, SearchSettings settings, RetainedCommits retained, Snapshot newest) {
        this.directory = directory;
        this.where = where;
        this.settings = settings;
        this.retained = retained;
        this.current = newest;
    }

    /** Opens the newest commit that can be read, and takes over the directory, which is closed where that fails. */
    static CommittedIndex open(Directory directory, String where, SearchSettings settings) {
        return open(directory, where, settings, System::nanoTime);
    }

    /** As above, with a clock of the caller's. */
    static CommittedIndex open(Directory directory, String where, SearchSettings settings, LongSupplier nanos) {
        CommittedIndex index = opened(directory, where, settings, nanos);
        ScheduledFuture<?> unused = index.looking.scheduleWithFixedDelay(
                index::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        if (settings.verified().isPresent()) {
            long pace = settings.verified().getAsLong();
            index.verification = Optional.of(BackgroundVerification.of(index, pace));
        }
        return index;
    }

    /** As above, but newer commits are only looked for by {@link #look}. */
    static CommittedIndex opened(Directory directory, String where, SearchSettings settings, LongSupplier nanos) {
        boolean opened = false;
        try {
            Snapshot newest = Snapshot.openReadable(directory, where, settings);
            opened = true;
            return new CommittedIndex(directory, where, settings, new RetainedCommits(nanos), newest);
        } catch (IOException e) {
            throw ReadFailures.cannotOpen(where, e);
        } finally {
            if (!opened) {
                IOUtils.closeWhileHandlingException(directory);
            }
        }
    }

    /** Lends out this one reader and never looks for a newer. The reader stays the caller's to close. */
    static CommittedIndex fixed(DirectoryReader reader, IndexInfo info, SearchSettings settings) {
        String where = "the new index";
        try {
            Snapshot snapshot = Snapshot.uncommitted(reader, info, settings);
            reader.incRef(); // Given back when this is closed.
            RetainedCommits none = new RetainedCommits(System::nanoTime);
            return new CommittedIndex(new ByteBuffersDirectory(), where, settings, none, snapshot);
        } catch (IOException e) {
            throw ReadFailures.cannotRead(where, e);
        }
    }

    @Override
    public LuceneState borrow(Optional<String> id, Budget budget) {
        LuceneState newest = newest(budget);
        if (id.isEmpty() || newest.id().equals(id.get())) {
            return newest;
        }
        // What is superseded is retained before it is replaced, so that it is always found here or there.
        try (newest) {
            return retained.borrow(id.get())
                    .map(snapshot -> lent(snapshot, budget))
                    .orElseGet(() -> newer(id.get(), budget));
        }
    }

    /** The newest, with any amount of time. */
    LuceneState newest() {
        return newest(Budget.unlimited());
    }

    private LuceneState newest(Budget budget) {
        try {
            return lent(acquire(), budget);
        } catch (AlreadyClosedException e) {
            throw new IllegalStateException("the engine is closed", e);
        } catch (IOException e) {
            throw ReadFailures.cannotRead(where, e);
        }
    }

    private LuceneState lent(Snapshot snapshot, Budget budget) {
        Runnable giveBack = () -> {
            try {
                release(snapshot);
            } catch (IOException e) {
                throw ReadFailures.cannotRead(where, e);
            }
        };
        return new LuceneState(snapshot, budget, giveBack, snapshot::retain);
    }

    /** Has every search from now on see the commit that is the newest now. */
    void see() {
        try {
            maybeRefreshBlocking();
        } catch (AlreadyClosedException e) {
            throw new IllegalStateException("the engine is closed", e);
        } catch (IOException e) {
            throw ReadFailures.cannotRead(where, e);
        }
    }

    /** Another process may have seen a commit before us, and given a cursor for it. */
    private LuceneState newer(String id, Budget budget) {
        see();
        LuceneState newest = newest(budget);
        if (newest.id().equals(id)) {
            return newest;
        }
        newest.close();
        throw new EpitomeException(
                Kind.CURSOR_EXPIRED,
                "the index has changed since, and the state that the cursor belongs to is kept no longer:"
                        + " start again from the first page, without a cursor");
    }

    /** The commit is opened anew at the next look. */
    @Override
    public EpitomeException unreadable(IndexState state, Throwable e) {
        return unreadable(((LuceneState) state).snapshot(), e);
    }

    private EpitomeException unreadable(Snapshot snapshot, Throwable e) {
        if (snapshot.setUnreadable()) {
            LOG.log(
                    Level.WARNING,
                    "commit {0} in {1} cannot be read any more: {2}",
                    snapshot.status().version(),
                    where,
                    e);
        }
        return ReadFailures.cannotRead(where, e);
    }

    /** The commit is tried at the next look, and verified again. */
    @Override
    public void suspect() {
        suspected = true;
        verification.ifPresent(BackgroundVerification::again);
    }

    /** Looks for a newer commit, and now and then whether the one that answers still does. */
    void look() {
        try {
            boolean damaged = isUnreadable() || suspected;
            suspected = false;
            refresh.run(this::refresh);
            probe.attempt(this::getReady);
            if (looks++ % LOOKS_PER_PROBE == 0 || damaged) {
                probe.run(this::tryOut);
            }
        } catch (IllegalStateException closed) {
            looking.shutdown();
        }
    }

    /** How the looking goes, whether searches are answered, and whether the commit is what was written. */
    @Override
    public List<HealthCheck> health() {
        return Stream.concat(
                        Stream.of(probe.health(), refresh.health()),
                        verification.map(BackgroundVerification::health).stream())
                .toList();
    }

    private void refresh() throws IOException {
        retained.dropOld();
        try {
            maybeRefresh();
        } catch (AlreadyClosedException closed) {
            looking.shutdown();
        }
    }

    /**
     * Merging brings segments that hold many articles, and neither who makes a change nor who searches is to wait for
     * them. That they could be read tells nothing of searches.
     */
    private boolean getReady() throws IOException {
        Snapshot newest;
        try {
            newest = acquire();
        } catch (AlreadyClosedException closed) {
            return false;
        }
        try {
            newest.getReady();
            return false;
        } catch (RuntimeException | IOException | InternalError e) {
            throw unreadable(newest, e);
        } finally {
            release(newest);
        }
    }

    private boolean isUnreadable() {
        try (LuceneState newest = newest()) {
            return newest.snapshot().isUnreadable();
        }
    }

    private void tryOut() throws IOException {
        try (LuceneState newest = newest()) {
            Snapshot snapshot = newest.snapshot();
            try {
                snapshot.tryOut(looks, settings.profile());
            } catch (RuntimeException | InternalError e) {
                throw unreadable(snapshot, e);
            }
            if (snapshot.isUnreadable()) {
                throw new IOException(
                        "a search could not read commit " + snapshot.status().version());
            }
        }
    }

    @Override
    protected @Nullable Snapshot refreshIfNeeded(Snapshot current) throws IOException {
        if (!current.isUnreadable() && current.isNewest(directory)) {
            return null;
        }
        Optional<Snapshot> changed = current.isUnreadable() ? Optional.empty() : current.next(where, settings);
        Snapshot newer = changed.isPresent() ? changed.get() : Snapshot.open(directory, where, settings);
        boolean answers = false;
        try {
            if (!newer.build().equals(current.build())) {
                newer.tryOut(0, settings.profile());
                newer.getReady();
            }
            answers = true;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            if (!answers) {
                IOUtils.closeWhileHandlingException(newer.reader());
            }
        }
        newer.takeOver();
        retained.keep(current);
        if (current.isRetained() && newer.commit().equals(current.commit())) {
            newer.retain(); // It was opened anew, and its cursors are still out there.
        }
        return newer;
    }

    @Override
    protected boolean tryIncRef(Snapshot snapshot) {
        return snapshot.reader().tryIncRef();
    }

    @Override
    protected void decRef(Snapshot snapshot) throws IOException {
        snapshot.reader().decRef();
    }

    @Override
    protected int getRefCount(Snapshot snapshot) {
        return snapshot.reader().getRefCount();
    }

    @Override
    protected void afterClose() throws IOException {
        looking.shutdown();
        verification.ifPresent(BackgroundVerification::close);
        retained.close();
        directory.close();
    }
}
