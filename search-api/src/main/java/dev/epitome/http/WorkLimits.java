package dev.epitome.http;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.search.Bounds;
import dev.epitome.search.SearchEngine;
import java.time.Duration;
import java.util.Objects;

/**
 * How much work an engine is given at once, and how long an answer may take.
 *
 * @param workers how many requests are worked on at once, each on a thread of its own, 1 to {@value #MAX_WORKERS}; one
 *     of several is kept free of those that cost much more than others
 * @param time from when a request was read until its answer must be ready; a client may ask for less
 */
public record WorkLimits(int workers, Duration time) {

    public static final int MAX_WORKERS = 1_024;

    /** As many as the machine has cores, two at least, and ten seconds. */
    public static final WorkLimits DEFAULT =
            new WorkLimits(Math.max(2, Runtime.getRuntime().availableProcessors()), SearchEngine.DEFAULT_TIME);

    /**
     * Checks the bounds.
     *
     * @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} when one is out of them
     */
    public WorkLimits {
        Bounds.require("workers", workers, 1, MAX_WORKERS);
        Objects.requireNonNull(time, "time");
        Bounds.requireSome("time", time);
    }

    public WorkLimits withWorkers(int other) {
        return new WorkLimits(other, time);
    }

    public WorkLimits withTime(Duration other) {
        return new WorkLimits(workers, other);
    }
}
