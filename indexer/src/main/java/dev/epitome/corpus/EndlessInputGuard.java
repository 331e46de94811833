package dev.epitome.corpus;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Ends an input that goes on and on without an article: a pipe that never closes, a small file that unpacks to a huge
 * one. Without it, reading such an input would never come to those after it. For one input, and one thread.
 */
final class EndlessInputGuard {

    /**
     * How much it lets pass.
     *
     * @param rejected records after another, none of which is an article
     * @param bytes after unpacking, in which no record ends
     */
    record Bounds(int rejected, long bytes) {}

    /** No file that people made by other than a mistake comes near. The longest record takes a thirtieth. */
    static final Bounds DEFAULT = new Bounds(100_000, 1L << 30);

    /**
     * So much more than it was packed in is nothing but repetition. What is skipped of an archive may be large, too.
     */
    private static final long MOST_REPETITION = 200;

    /** The end of it: nothing more is read of the input, also not of other files that are packed within it. */
    static final class Ended extends Unreadable {
        private static final long serialVersionUID = 1L;

        Ended(String message) {
            super(message);
        }
    }

    private final Bounds bounds;
    private final LongSupplier packed;
    private long packedBefore;
    private long unpacked;
    private long taken;
    private int rejected;

    /** @param packed how many bytes of the input itself were read */
    EndlessInputGuard(Bounds bounds, LongSupplier packed) {
        this.bounds = bounds;
        this.packed = packed;
        this.packedBefore = packed.getAsLong();
    }

    /** Hears of what came of the input. */
    void hear(Entry entry) {
        switch (entry) {
            case Entry.Accepted some -> rejected = 0;
            case Entry.Rejected some -> rejected++;
            case Entry.Skipped some -> {}
            case Entry.Noted some -> {
                return;
            }
            case Entry.Cut some -> {}
            case Entry.Ended some -> {}
        }
        taken = 0;
        unpacked = 0;
        packedBefore = packed.getAsLong();
    }

    /** The same bytes, up to the bounds. */
    InputStream over(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int from, int most) throws IOException {
                if (rejected >= bounds.rejected()) {
                    throw new Ended(String.format(
                            Locale.ROOT,
                            "it has %,d records after another that cannot be read: what follows is left out",
                            rejected));
                }
                if (taken > bounds.bytes()) {
                    throw endless(taken);
                }
                int count = super.read(bytes, from, most);
                taken += Math.max(0, count);
                return count;
            }
        };
    }

    /** Counts what came out of a package, also what is skipped. */
    void unpacked(int count) throws Ended {
        unpacked += Math.max(0, count);
        if (unpacked > bounds.bytes() && unpacked / MOST_REPETITION > packed.getAsLong() - packedBefore) {
            throw endless(unpacked);
        }
    }

    private static Ended endless(long bytes) {
        return new Ended(
                String.format(Locale.ROOT, "it has %,d MiB without a record: what follows is left out", bytes >> 20));
    }
}
