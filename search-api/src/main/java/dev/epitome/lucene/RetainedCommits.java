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
 * Superseded commits that stay open for those who page through them, each for ten minutes after it was last asked for.
 * Those that differ by changes of single articles share most of what they hold, and as many are kept as are in use; of
 * whole rebuilds the latest {@value #MOST} are. A commit that no cursor was given for goes when it is next looked after
 * and nobody searches it any more. For any number of threads.
 */
final class RetainedCommits implements AutoCloseable {

    static final int MOST = 4;
    /** A few kilobytes each, besides what changed. */
    private static final int MOST_CHANGED = 2_000;
    /** No more of them remember what they were asked for: that may be megabytes each. */
    private static final int MOST_REMEMBERING = 4;

    static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Logger LOG = System.getLogger(RetainedCommits.class.getName());

    private final LongSupplier nanos;
    private final Deque<Retained> oldestFirst = new ArrayDeque<>();
    private final Deque<Snapshot> askedLately = new ArrayDeque<>();
    private boolean closed;

    private record Retained(Snapshot snapshot, long since) {}

    /** @param nanos a clock that only runs forward, such as {@link System#nanoTime} */
    RetainedCommits(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Keeps a commit that is about to be superseded. It must be borrowed meanwhile. */
    synchronized void keep(Snapshot superseded) {
        dropOld();
        if (!closed && superseded.reader().tryIncRef()) {
            superseded.forget();
            oldestFirst.addLast(new Retained(superseded, nanos.getAsLong()));
        }
        while (builds() > MOST || oldestFirst.size() > MOST_CHANGED) {
            Retained first = oldestFirst.stream()
                    .filter(one -> !one.snapshot().isRetained())
                    .findFirst()
                    .orElseGet(oldestFirst::getFirst);
            oldestFirst.remove(first);
            giveBack(first);
        }
    }

    private long builds() {
        return oldestFirst.stream()
                .map(one -> one.snapshot().build())
                .distinct()
                .count();
    }

    /** Borrows a commit, if it is among the retained; the borrower gives it back. */
    synchronized Optional<Snapshot> borrow(String commit) {
        Optional<Retained> wanted = oldestFirst.stream()
                .filter(one -> one.snapshot().commit().equals(commit))
                .filter(one -> one.snapshot().reader().tryIncRef())
                .findFirst();
        wanted.ifPresent(one -> {
            oldestFirst.remove(one);
            oldestFirst.addLast(new Retained(one.snapshot(), nanos.getAsLong()));
            askedLately.remove(one.snapshot());
            askedLately.addLast(one.snapshot());
            if (askedLately.size() > MOST_REMEMBERING) {
                askedLately.removeFirst().forget();
            }
        });
        return wanted.map(Retained::snapshot);
    }

    /** Gives back what nobody can be expected to come back to. */
    synchronized void dropOld() {
        long now = nanos.getAsLong();
        for (Iterator<Retained> all = oldestFirst.iterator(); all.hasNext(); ) {
            Retained one = all.next();
            // Who still searches it may be about to give a cursor for it.
            boolean searched = one.snapshot().reader().getRefCount() > 1;
            boolean wanted = searched || one.snapshot().isRetained();
            if (!wanted || now - one.since() > LONGEST.toNanos()) {
                all.remove();
                giveBack(one);
            }
        }
    }

    /** Gives back all, and keeps nothing from now on. */
    @Override
    public synchronized void close() {
        closed = true;
        oldestFirst.forEach(this::giveBack);
        oldestFirst.clear();
    }

    private void giveBack(Retained one) {
        askedLately.remove(one.snapshot());
        try {
            one.snapshot().reader().decRef();
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "closing the superseded commit " + one.snapshot().commit() + " failed",
                    e);
        }
    }
}
