package dev.epitome.lucene;

import dev.epitome.index.IndexVerification;
import dev.epitome.index.IndexVerification.Ending;
import dev.epitome.index.IndexVerification.Pace;
import dev.epitome.index.IndexVerification.Result;
import dev.epitome.search.HealthCheck;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.DirectoryReader;

/**
 * Reads each commit once as a whole, slowly, after it was opened: searches read little of it, so that what a disk has
 * changed may give wrong answers for long before it gives none.
 */
final class BackgroundVerification implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int TOLD = 5;

    private final CommittedIndex index;
    private final long bytesPerSecond;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("epitome-verify").factory());
    private final Upkeep upkeep =
            Upkeep.notYet("verification", "the index is not what was written: build it anew", InstantSource.system());
    private volatile boolean closed;
    private volatile String done = "";

    private BackgroundVerification(CommittedIndex index, long bytesPerSecond) {
        this.index = index;
        this.bytesPerSecond = bytesPerSecond;
    }

    /** Begins to look for commits that have not been read. */
    static BackgroundVerification of(CommittedIndex index, long bytesPerSecond) {
        BackgroundVerification verification = new BackgroundVerification(index, bytesPerSecond);
        ScheduledFuture<?> unused = verification.thread.scheduleWithFixedDelay(
                () -> verification.upkeep.attempt(verification::look), 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return verification;
    }

    private boolean look() throws IOException {
        try (LuceneState newest = index.newest()) {
            String commit = newest.id();
            if (commit.equals(done)) {
                return false;
            }
            Pace slow = Pace.ofBytesPerSecond(bytesPerSecond);
            DirectoryReader reader = (DirectoryReader) newest.snapshot().reader();
            Result result = IndexVerification.of(reader, bytes -> slow.goOn(bytes) && !closed && isCurrent(commit));
            if (result.ending() != Ending.COMPLETE) {
                return false; // There is another one to look at, or nothing any more.
            }
            done = commit;
            if (!result.findings().isEmpty()) {
                throw new IOException(
                        result.findings().stream().limit(TOLD).toList().toString());
            }
            return true;
        } catch (IllegalStateException | IOException e) {
            if (closed) {
                return false;
            }
            throw e;
        }
    }

    private boolean isCurrent(String commit) {
        try (LuceneState newest = index.newest()) {
            return newest.id().equals(commit);
        }
    }

    /** Reads the commit that answers once more. */
    void again() {
        done = "";
    }

    HealthCheck health() {
        return upkeep.health();
    }

    /** Ends at the next piece that is read. */
    @Override
    public void close() {
        closed = true;
        thread.shutdown();
    }
}
