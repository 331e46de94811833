package dev.epitome.lucene;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Superseded commits that stay open for those who page through them: the latest {@value #MOST}, each for ten minutes at
 * most. A commit that no cursor was given for goes when it is next looked after and nobody searches it any more. For
 * any number of threads.
 */
final class KeptCommits implements AutoCloseable {

    static final int MOST = 4;
    static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Logger LOG = System.getLogger(KeptCommits.class.getName());

    private final LongSupplier nanos;
    private final Deque<Kept> oldestFirst = new ArrayDeque<>();
    private boolean closed;

    private record Kept(Snapshot snapshot, long since) {}

    /** @param nanos a clock that only runs forward, such as {@link System#nanoTime} */
    KeptCommits(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Keeps a commit that is about to be superseded. It must be borrowed meanwhile. */
    synchronized void keep(Snapshot superseded) {
        dropOld();
        if (!closed && superseded.searcher().getIndexReader().tryIncRef()) {
            oldestFirst.addLast(new Kept(superseded, nanos.getAsLong()));
        }
        while (oldestFirst.size() > MOST) {
            Kept first = oldestFirst.stream()
                    .filter(kept -> !kept.snapshot().isKeptForPaging())
                    .findFirst()
                    .orElseGet(oldestFirst::getFirst);
            oldestFirst.remove(first);
            giveBack(first);
        }
    }

    /** Borrows a commit, if it is among the kept; the borrower gives it back. */
    synchronized Optional<Snapshot> borrow(String commit) {
        return oldestFirst.stream()
                .map(Kept::snapshot)
                .filter(snapshot -> snapshot.commit().equals(commit))
                .filter(snapshot -> snapshot.searcher().getIndexReader().tryIncRef())
                .findFirst();
    }

    /** Gives back what nobody can be expected to come back to. */
    synchronized void dropOld() {
        long now = nanos.getAsLong();
        for (Iterator<Kept> all = oldestFirst.iterator(); all.hasNext(); ) {
            Kept kept = all.next();
            // Who still searches it may be about to give a cursor for it.
            boolean searched = kept.snapshot().searcher().getIndexReader().getRefCount() > 1;
            boolean wanted = searched || kept.snapshot().isKeptForPaging();
            if (!wanted || now - kept.since() > LONGEST.toNanos()) {
                all.remove();
                giveBack(kept);
            }
        }
    }

    /** Gives back all, and keeps nothing from now on. */
    @Override
    public synchronized void close() {
        closed = true;
        oldestFirst.forEach(KeptCommits::giveBack);
        oldestFirst.clear();
    }

    private static void giveBack(Kept kept) {
        try {
            kept.snapshot().searcher().getIndexReader().decRef();
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "closing the superseded commit " + kept.snapshot().commit() + " failed",
                    e);
        }
    }
}
