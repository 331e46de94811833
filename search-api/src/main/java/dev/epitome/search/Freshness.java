package dev.epitome.search;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;

/**
 * Newer articles gain, without a limit beyond which older ones are lost.
 *
 * @param days the age at which an article gains half of what one of today does, 1 to {@value #MOST_DAYS}
 */
public record Freshness(int days) {

    public static final int MOST_DAYS = 36_500;

    /**
     * Checks the bounds.
     *
     * @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} when the days are out of them
     */
    public Freshness {
        if (days < 1 || days > MOST_DAYS) {
            throw new EpitomeException(
                    Kind.INVALID_REQUEST, "freshness is %d days: give 1 to %d".formatted(days, MOST_DAYS));
        }
    }
}
