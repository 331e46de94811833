package dev.epitome.quality;

import java.util.Locale;

/** How figures are told: the same everywhere. */
final class Figures {

    private Figures() {}

    static String of(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
