package dev.epitome.index;

import java.time.Duration;
import java.util.Optional;

/**
 * What a rebuild did.
 *
 * @param accepted records that are articles, the replaced ones among them
 * @param warned accepted records of which something was left out or put right
 * @param rejected records and files that cannot be indexed
 * @param replaced accepted records that a later one with the same id took the place of
 * @param skipped files in folders that hold no records
 * @param bytesRead of the input, as stored
 * @param published what the index now is; empty where nothing was published and the old index stays
 */
public record ReindexReport(
        long accepted,
        long warned,
        long rejected,
        long replaced,
        long skipped,
        long bytesRead,
        Duration took,
        Optional<IndexInfo> published) {

    /** Records read in a second, rejected ones among them. */
    public double recordsPerSecond() {
        return (accepted + rejected) / Math.max(1e-9, took.toNanos() / 1e9);
    }
}
