package dev.epitome.engine;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What one request may spend, and has spent: time by a clock; and steps, which are characters analysed, terms and
 * occurrences visited, and parts of plans tried on an article. The clock is looked at every few thousand steps. For one
 * thread.
 */
public final class Budget {

    /** Some ten microseconds of work. */
    private static final long STEPS_BETWEEN_LOOKS = 4_096;

    private final LongSupplier nanos;
    private final long began;
    private final long allowed;
    private long steps;
    private long nextLook;
    private boolean spent;

    /** That there is no time left to do the rest. What was done until then still counts. */
    public static final class OutOfTime extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private OutOfTime() {
            super("out of time", null, false, false);
        }
    }

    private Budget(LongSupplier nanos, long allowed) {
        this.nanos = nanos;
        this.began = nanos.getAsLong();
        this.allowed = allowed;
    }

    /** So much time from now on; {@code nanos} is a clock that only runs forward. */
    public static Budget of(Duration time, LongSupplier nanos) {
        return new Budget(
                nanos, time.compareTo(Duration.ofNanos(Long.MAX_VALUE)) >= 0 ? Long.MAX_VALUE : time.toNanos());
    }

    /** Any amount of time. */
    public static Budget unlimited() {
        return new Budget(() -> 0, Long.MAX_VALUE);
    }

    /**
     * Counts what is about to be done.
     *
     * @throws OutOfTime when there is no time for it
     */
    public void take(long more) {
        steps += more;
        if (steps >= nextLook) {
            nextLook = steps + STEPS_BETWEEN_LOOKS;
            require();
        }
    }

    /** Goes on only where there is time left. */
    public void require() {
        if (shouldExit()) {
            throw new OutOfTime();
        }
    }

    /** Whether there is no time left; whoever asks then stops, so that something may be missing. */
    public boolean shouldExit() {
        spent = spent || nanos.getAsLong() - began >= allowed;
        return spent;
    }

    /** Whether something was told to stop, or not to begin: then something may be missing from the answer. */
    public boolean isSpent() {
        return spent;
    }

    long steps() {
        return steps;
    }

    /** How much time has gone. */
    Duration taken() {
        return Duration.ofNanos(nanos.getAsLong() - began);
    }
}
