package dev.epitome.search;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;

/** The bounds of the numbers in requests. */
final class Bounds {

    private Bounds() {}

    static void require(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new EpitomeException(
                    Kind.INVALID_REQUEST, "%s is %d: give %d to %d".formatted(what, value, least, most));
        }
    }
}
