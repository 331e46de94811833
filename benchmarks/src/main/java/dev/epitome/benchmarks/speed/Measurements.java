package dev.epitome.benchmarks.speed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What was measured, round by round: in each a value of some metric, such as {@code queries/s}, for a row such as a
 * kind of query, and a column, which is a system.
 */
final class Measurements {

    private record Cell(String metric, String row, String column) {}

    private final Map<Cell, List<Double>> values = new LinkedHashMap<>();

    void add(String metric, String row, String column, double value) {
        values.computeIfAbsent(new Cell(metric, row, column), cell -> new ArrayList<>())
                .add(value);
    }

    /** Adds what there is of one column to others: for columns that are measured in another order in every round. */
    void copy(String column, Measurements others) {
        values.forEach((cell, rounds) -> {
            if (cell.column.equals(column)) {
                rounds.forEach(value -> others.add(cell.metric, cell.row, column, value));
            }
        });
    }

    Set<String> metrics() {
        return distinct(values.keySet().stream().map(Cell::metric).toList());
    }

    Set<String> rows(String metric) {
        return distinct(values.keySet().stream()
                .filter(cell -> cell.metric.equals(metric))
                .map(Cell::row)
                .toList());
    }

    Set<String> columns(String metric) {
        return distinct(values.keySet().stream()
                .filter(cell -> cell.metric.equals(metric))
                .map(Cell::column)
                .toList());
    }

    private static Set<String> distinct(Collection<String> names) {
        return new LinkedHashSet<>(names);
    }

    /** Of every round, in their order; none where it was not measured. */
    List<Double> rounds(String metric, String row, String column) {
        return values.getOrDefault(new Cell(metric, row, column), List.of());
    }

    /** NaN where it was not measured. */
    double median(String metric, String row, String column) {
        return quantile(rounds(metric, row, column), 0.5);
    }

    /** How far the middle half of the rounds is apart, as a part of the median. */
    double spread(String metric, String row, String column) {
        List<Double> rounds = rounds(metric, row, column);
        return (quantile(rounds, 0.75) - quantile(rounds, 0.25)) / quantile(rounds, 0.5);
    }

    /**
     * The median over the rounds of how many times the value of another column a column has: what else the machine did
     * in a round fell on both. NaN where one of them was not measured.
     */
    double ratio(String metric, String row, String column, String base) {
        return ratio(rounds(metric, row, column), rounds(metric, row, base));
    }

    /** The same for another row of the same column. */
    double rowRatio(String metric, String column, String row, String base) {
        return ratio(rounds(metric, row, column), rounds(metric, base, column));
    }

    /** The middle one of the ratios of several rows. */
    double ratio(String metric, Collection<String> rows, String column, String base) {
        return quantile(
                rows.stream()
                        .map(row -> ratio(metric, row, column, base))
                        .filter(ratio -> !ratio.isNaN())
                        .toList(),
                0.5);
    }

    private static double ratio(List<Double> some, List<Double> others) {
        return quantile(
                IntStream.range(0, Math.min(some.size(), others.size()))
                        .mapToObj(round -> some.get(round) / others.get(round))
                        .toList(),
                0.5);
    }

    /**
     * Below which that part of the values lies, between two of them where it falls there.
     *
     * @return NaN of no values
     */
    static double quantile(Collection<Double> values, double part) {
        double[] sorted =
                values.stream().flatMapToDouble(DoubleStream::of).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = part * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
