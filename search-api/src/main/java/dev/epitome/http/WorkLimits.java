package dev.epitome.http;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.search.Bounds;
import dev.epitome.search.SearchEngine;
import java.time.Duration;
import java.util.Objects;

/**
 * How much work an engine is given at once, how long an answer may take, and how many are kept to be given again.
 *
 * @param workers how many requests are worked on at once, each on a thread of its own, 1 to {@value #MAX_WORKERS}; one
 *     of several is kept free of those that cost much more than others
 * @param time from when a request was read until its answer must be ready; a client may ask for less
 * @param answerCache how many bytes the answers may take that are given again to whoever asks the same of the same
 *     index; 0 for none
 */
public record WorkLimits(int workers, Duration time, long answerCache) {

    public static final int MAX_WORKERS = 1_024;

    private static final long MOST_CACHE_BY_DEFAULT = 64L << 20;

    /** As many as the machine has cores, two at least; ten seconds; a sixteenth of the heap, at most 64 MiB. */
    public static final WorkLimits DEFAULT = new WorkLimits(
            Math.max(2, Runtime.getRuntime().availableProcessors()),
            SearchEngine.DEFAULT_TIME,
            Math.min(Runtime.getRuntime().maxMemory() / 16, MOST_CACHE_BY_DEFAULT));

    /**
     * Checks the bounds.
     *
     * @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} when one is out of them
     */
    public WorkLimits {
        Bounds.require("workers", workers, 1, MAX_WORKERS);
        Objects.requireNonNull(time, "time");
        Bounds.requireSome("time", time);
        if (answerCache < 0) {
            throw new EpitomeException(
                    Kind.INVALID_REQUEST, "the answer cache has " + answerCache + " bytes: give 0 or more");
        }
    }

    public WorkLimits withWorkers(int other) {
        return new WorkLimits(other, time, answerCache);
    }

    public WorkLimits withTime(Duration other) {
        return new WorkLimits(workers, other, answerCache);
    }

    /** With another bound on the bytes of kept answers; none are kept where it is 0. */
    public WorkLimits withAnswerCache(long bytes) {
        return new WorkLimits(workers, time, bytes);
    }
}
