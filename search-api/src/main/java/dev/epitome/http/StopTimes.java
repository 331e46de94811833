package dev.epitome.http;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.time.Duration;
import java.util.Objects;

/**
 * How long a server takes to stop.
 *
 * @param grace for how long it goes on as before while its readiness already says that it stops; zero where nobody asks
 *     for that
 * @param within what has not ended by then, counted from the beginning of the grace, is cut off
 */
public record StopTimes(Duration grace, Duration within) {

    public static final Duration LONGEST = Duration.ofHours(1);

    /** Nobody is told, and running requests have eight seconds: many who stop a process kill it after ten. */
    public static final StopTimes DEFAULT = new StopTimes(Duration.ZERO, Duration.ofSeconds(8));

    /**
     * Checks the bounds.
     *
     * @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} when one is negative or over an hour, or nothing is
     *     left of the one after the other
     */
    public StopTimes {
        Objects.requireNonNull(grace, "grace");
        Objects.requireNonNull(within, "within");
        if (grace.isNegative() || within.compareTo(LONGEST) > 0 || grace.compareTo(within) >= 0) {
            throw new EpitomeException(
                    Kind.INVALID_REQUEST,
                    "stopping within %s s with a grace of %s s cannot be: give at most %s s in all, and less of it as grace"
                            .formatted(within.toSeconds(), grace.toSeconds(), LONGEST.toSeconds()));
        }
    }
}
