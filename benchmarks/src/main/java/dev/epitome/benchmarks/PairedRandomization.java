package dev.epitome.benchmarks;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Fisher's randomization test for two systems on the same queries. Were they equally good, each difference could as
 * well have had the other sign; so the signs are drawn anew many times, and it is counted how often the sum is as far
 * from zero as the one seen. It assumes nothing of how the differences are spread.
 */
final class PairedRandomization {

    static final int ROUNDS = 10_000;

    private PairedRandomization() {}

    /**
     * The two-sided p value. What was seen counts as one of the draws, so it is never 0.
     *
     * @param differences one for each query
     * @param seed the same one gives the same value
     */
    static double pValue(List<Double> differences, long seed) {
        double[] sizes = differences.stream().mapToDouble(Math::abs).toArray();
        double seen = Math.abs(differences.stream().mapToDouble(d -> d).sum());
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int asFar = 1;
        for (int round = 0; round < ROUNDS; round++) {
            if (Math.abs(randomlySigned(sizes, random)) >= seen - Scores.SAME) {
                asFar++;
            }
        }
        return asFar / (ROUNDS + 1.0);
    }

    private static double randomlySigned(double[] sizes, RandomGenerator random) {
        double sum = 0;
        for (double size : sizes) {
            sum += random.nextBoolean() ? size : -size;
        }
        return sum;
    }
}
