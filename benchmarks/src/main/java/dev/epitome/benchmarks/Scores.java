package dev.epitome.benchmarks;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One measure of one system.
 *
 * @param byTopic its value for each query that has a relevant article
 */
record Scores(SortedMap<String, Double> byTopic) {

    /** Sums of the same numbers in another order differ by less. */
    static final double SAME = 1e-9;

    Scores {
        byTopic = Collections.unmodifiableSortedMap(new TreeMap<>(byTopic));
    }

    /** Zero over nothing. */
    double mean() {
        return byTopic.values().stream().mapToDouble(value -> value).average().orElse(0);
    }

    /**
     * Compares query by query with another system on the same queries.
     *
     * @param seed of the test of significance
     */
    Comparison against(Scores other, long seed) {
        if (!byTopic.keySet().equals(other.byTopic.keySet())) {
            throw new IllegalArgumentException("measured on other queries");
        }
        List<Double> gains = byTopic.entrySet().stream()
                .map(topic -> topic.getValue() - other.byTopic.getOrDefault(topic.getKey(), 0.0))
                .toList();
        int won = (int) gains.stream().filter(gain -> gain > SAME).count();
        int lost = (int) gains.stream().filter(gain -> gain < -SAME).count();
        return new Comparison(
                mean() / other.mean(), won, lost, gains.size() - won - lost, PairedRandomization.pValue(gains, seed));
    }

    /**
     * What became of a system beside another one.
     *
     * @param ratio of the means; not a number, or infinite, where the other's is 0
     * @param won queries that it answers better
     * @param lost queries that it answers worse
     * @param p how often chance alone would give means at least as far apart
     */
    record Comparison(double ratio, int won, int lost, int tied, double p) {}
}
