package dev.epitome.index;

import java.util.function.LongSupplier;

/** Bounds the bytes that are read in a second, on average from the first piece on, by waiting. */
final class BoundedPace implements IndexVerification.Pace {

    /** Waits, in nanoseconds. */
    @FunctionalInterface
    interface Waiting {
        void nanos(long nanos) throws InterruptedException;
    }

    private static final double NANOS = 1e9;

    private final long bytesPerSecond;
    private final LongSupplier clock;
    private final Waiting waiting;
    private final long start;
    private long read;

    BoundedPace(long bytesPerSecond, LongSupplier clock, Waiting waiting) {
        if (bytesPerSecond < 1) {
            throw new IllegalArgumentException("bytesPerSecond is " + bytesPerSecond + ": give 1 or more");
        }
        this.bytesPerSecond = bytesPerSecond;
        this.clock = clock;
        this.waiting = waiting;
        this.start = clock.getAsLong();
    }

    @Override
    public boolean goOn(long bytes) {
        read += bytes;
        long early = start + (long) (NANOS * read / bytesPerSecond) - clock.getAsLong();
        if (early > 0) {
            try {
                waiting.nanos(early);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return !Thread.currentThread().isInterrupted();
    }
}
