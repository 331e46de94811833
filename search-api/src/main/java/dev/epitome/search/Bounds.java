package dev.epitome.search;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.time.Duration;
import java.util.Objects;

/** The bounds of the numbers in requests, for engines too. */
public final class Bounds {

    private Bounds() {}

    /**
     * Refuses what is out of bounds.
     *
     * @param what names the number in the message
     * @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} unless the value is from least to most
     */
    public static void require(String what, int value, int least, int most) {
        Objects.requireNonNull(what, "what");
        if (value < least || value > most) {
            throw new EpitomeException(
                    Kind.INVALID_REQUEST, "%s is %d: give %d to %d".formatted(what, value, least, most));
        }
    }

    /**
     * Refuses a time that is none.
     *
     * @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} unless it is more than nothing
     */
    public static void requireSome(String what, Duration value) {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(value, "value");
        if (!value.isPositive()) {
            throw new EpitomeException(
                    Kind.INVALID_REQUEST, "%s is %d ms: give more than none".formatted(what, value.toMillis()));
        }
    }
}
