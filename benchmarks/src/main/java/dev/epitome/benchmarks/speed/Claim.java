package dev.epitome.benchmarks.speed;

import java.util.Locale;

/**
 * What must hold, and what was measured.
 *
 * @param value NaN where it was not measured
 */
record Claim(String text, double value, boolean atLeast, double bound) {

    static Claim atLeast(double bound, String text, double value) {
        return new Claim(text, value, true, bound);
    }

    static Claim atMost(double bound, String text, double value) {
        return new Claim(text, value, false, bound);
    }

    boolean isMeasured() {
        return !Double.isNaN(value);
    }

    boolean holds() {
        return !isMeasured() || (atLeast ? value >= bound : value <= bound);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %s, at %s %s: %s",
                text,
                Report.number(value),
                atLeast ? "least" : "most",
                Report.number(bound),
                !isMeasured() ? "not measured" : holds() ? "holds" : "does NOT hold");
    }
}
