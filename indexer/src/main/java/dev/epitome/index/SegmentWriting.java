package dev.epitome.index;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.io.IOException;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.util.IOSupplier;
import org.apache.lucene.util.ThreadInterruptedException;

/** How a rebuild has Lucene write: into which segments, and what a failure of it is told as. */
final class SegmentWriting {

    private static final double MAX_BUFFER_MIB = 64;

    /** In bytes: some five million articles. */
    static final long LARGEST_SEGMENT = 5L << 30;

    /** Of one size, before they are merged: all are merged in the end, and what is merged sooner is so for nothing. */
    private static final int MOST_SEGMENTS = 32;

    /** In percent of all that an index holds: no less can be asked for. */
    private static final double MOST_DELETED = 5;

    private SegmentWriting() {}

    /**
     * How many segments an index of so many bytes is published in. Each costs a search its own look into every
     * dictionary of terms: one is best, as far as there is room, since merging needs as much again as it makes.
     */
    static int segments(long bytes) {
        return Math.toIntExact(Math.max(1, Math.ceilDiv(bytes, LARGEST_SEGMENT)));
    }

    static <T> T writing(IOSupplier<T> writing) {
        try {
            return writing.get();
        } catch (IOException | IllegalStateException e) {
            // The second is what the writer throws once a background merge has failed.
            throw failed(e);
        } catch (ThreadInterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(e);
        }
    }

    static EpitomeException failed(Exception e) {
        return new EpitomeException(
                Kind.INDEX_UNWRITTEN,
                "writing the index failed, and nothing was changed: readers keep the index that was there; "
                        + firstCause(e),
                e);
    }

    /** It says what went wrong; those above it only that a merge failed, or that the writer is closed. */
    static Throwable firstCause(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** Of a rebuild. */
    static IndexWriterConfig config() {
        TieredMergePolicy policy = new TieredMergePolicy();
        policy.setSegmentsPerTier(MOST_SEGMENTS).setMaxMergeAtOnce(MOST_SEGMENTS);
        return config(policy).setOpenMode(OpenMode.CREATE);
    }

    /** Of changes to what is there: what a few articles take in small segments is merged as it comes. */
    static IndexWriterConfig ofChanges() {
        TieredMergePolicy policy = new TieredMergePolicy();
        policy.setDeletesPctAllowed(MOST_DELETED);
        return config(policy).setOpenMode(OpenMode.APPEND).setMergeScheduler(new QuietMerges());
    }

    private static IndexWriterConfig config(TieredMergePolicy policy) {
        double eighthOfHeap = Runtime.getRuntime().maxMemory() / 8.0 / (1 << 20);
        policy.setForceMergeDeletesPctAllowed(0);
        policy.setNoCFSRatio(1);
        policy.setMaxCFSSegmentSizeMB(MAX_BUFFER_MIB);
        // Every field brings its terms along: nothing is left for the writer to analyse.
        return new IndexWriterConfig(null)
                .setCommitOnClose(false)
                .setRAMBufferSizeMB(Math.min(MAX_BUFFER_MIB, eighthOfHeap))
                .setIndexSort(IndexFields.newestFirst())
                .setMergePolicy(policy);
    }

    /** A failed merge closes the writer, so that its next use fails: nothing need be printed as well. */
    static final class QuietMerges extends ConcurrentMergeScheduler {
        @Override
        protected void handleMergeException(Throwable e) {}
    }
}
