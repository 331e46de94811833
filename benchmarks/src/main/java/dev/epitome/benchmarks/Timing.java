package dev.epitome.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How long queries take, on one thread. The systems take turns within each round, and are compared within it, so that
 * what else the machine does falls on all of them. Each round begins with another system.
 */
final class Timing {

    private final List<? extends RankingSystem> systems;
    private final List<String> queries;
    private final int depth;
    private final List<double[]> rounds = new ArrayList<>();

    private Timing(List<? extends RankingSystem> systems, List<String> queries, int depth) {
        this.systems = systems;
        this.queries = queries;
        this.depth = depth;
    }

    /**
     * Asks every system every query, round by round.
     *
     * @param depth how many hits are asked for
     * @param warmUp rounds are not counted before this time has passed
     * @param rounds how many are counted, 1 or more
     */
    static Timing of(
            List<? extends RankingSystem> systems, List<String> queries, int depth, Duration warmUp, int rounds) {
        Timing timing = new Timing(systems, queries, depth);
        long start = System.nanoTime();
        for (int round = 0; System.nanoTime() - start < warmUp.toNanos(); round++) {
            timing.round(round);
        }
        for (int round = 0; round < rounds; round++) {
            timing.rounds.add(timing.round(round));
        }
        return timing;
    }

    /** How many hits were asked for. */
    int depth() {
        return depth;
    }

    /** The median time of a query, in microseconds. */
    double micros(int system) {
        return median(rounds.stream().mapToDouble(nanos -> nanos[system]).toArray()) / queries.size() / 1_000;
    }

    /** The median over the rounds of how many times as long a system took as the first. */
    double ratio(int system) {
        return median(
                rounds.stream().mapToDouble(nanos -> nanos[system] / nanos[0]).toArray());
    }

    private double[] round(int number) {
        double[] nanos = new double[systems.size()];
        for (int i = 0; i < nanos.length; i++) {
            int system = (number + i) % nanos.length;
            nanos[system] = nanos(systems.get(system));
        }
        return nanos;
    }

    private double nanos(RankingSystem system) {
        long start = System.nanoTime();
        queries.forEach(query -> system.rank(query, depth));
        return System.nanoTime() - start;
    }

    static double median(double... values) {
        double[] sorted = DoubleStream.of(values).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
