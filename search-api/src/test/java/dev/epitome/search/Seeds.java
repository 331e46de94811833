package dev.epitome.search;

import java.util.Random;
import java.util.function.Consumer;

/** Runs a property with fresh randomness; a failure names the seed, and {@code -Depitome.seed=…} repeats that run. */
public final class Seeds {

    private static final String SEED = "epitome.seed";

    private Seeds() {}

    public static void runs(int count, Consumer<Random> property) {
        Long given = Long.getLong(SEED);
        long first = given == null ? System.nanoTime() : given;
        for (long seed = first; seed < first + (given == null ? count : 1); seed++) {
            try {
                property.accept(new Random(seed));
            } catch (Throwable e) {
                throw new AssertionError("fails with -D%s=%d: %s".formatted(SEED, seed, e), e);
            }
        }
    }
}
