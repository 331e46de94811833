package dev.epitome.quality;

import dev.epitome.EpitomeException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The least that is good enough.
 *
 * @param least for each figure that is asked for, from 0 to 1
 */
public record Floor(Map<Figure, Double> least) {

    /** Asks for nothing. */
    public static final Floor NONE = new Floor(Map.of());

    /** Figures are told, and compared, in so many parts of one. */
    private static final double PRECISION = 10_000;

    /** A figure that is below its floor. */
    public record Shortfall(Figure figure, double value, double floor) {
        public Shortfall {
            Objects.requireNonNull(figure, "figure");
        }

        @Override
        public String toString() {
            return figure.label() + " is " + Figure.told(value) + ", the floor is " + Figure.told(floor);
        }
    }

    public Floor {
        Objects.requireNonNull(least, "least");
        least = Collections.unmodifiableMap(new TreeMap<>(least));
    }

    /** Asks for a mean nDCG@10 only. */
    public static Floor ofNdcg(double least) {
        return new Floor(Map.of(Figure.NDCG, least));
    }

    /**
     * Reads lines such as {@code ndcg@10=0.8}.
     *
     * @throws EpitomeException that names the line, when it is not so
     */
    static Floor read(Path file) {
        Map<Figure, Double> least = new EnumMap<>(Figure.class);
        for (Line line : Line.of(file)) {
            int equals = line.text().indexOf('=');
            String key = line.text().substring(0, Math.max(0, equals)).strip();
            Figure figure = Figure.named(key)
                    .orElseThrow(() -> line.wrong("a floor is a figure, = and a number;" + " the figures are "
                            + List.of(Figure.values()).stream().map(Figure::key).collect(Collectors.joining(", "))));
            if (least.put(figure, number(line, line.text().substring(equals + 1).strip())) != null) {
                throw line.wrong("there is a floor for " + key + " already");
            }
        }
        return new Floor(least);
    }

    /** The figures that are too low, in the order of {@link Figure}. */
    public List<Shortfall> shortfalls(QualityReport report) {
        Objects.requireNonNull(report, "report");
        return least.entrySet().stream()
                .map(floor -> new Shortfall(floor.getKey(), floor.getKey().of(report), floor.getValue()))
                .filter(candidate ->
                        Math.round(candidate.value() * PRECISION) < Math.round(candidate.floor() * PRECISION))
                .toList();
    }

    private static double number(Line line, String text) {
        double number;
        try {
            number = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw line.wrong("\"" + text + "\" is no number");
        }
        if (!(number >= 0 && number <= 1)) {
            throw line.wrong(text + " is out of bounds: give 0 to 1");
        }
        return number;
    }
}
