package dev.epitome.quality;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What is said of an engine in one number, from 0 to 1. */
public enum Figure {
    NDCG("ndcg@10", "nDCG@10"),
    MRR("mrr", "MRR"),
    RECALL("recall@10", "recall@10"),
    /** The part of the queries that must find nothing, and do. */
    NONE("none", "nothing found");

    private final String key;
    private final String label;

    Figure(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** Its name in files. */
    public String key() {
        return key;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    public double of(QualityReport report) {
        Objects.requireNonNull(report, "report");
        return switch (this) {
            case NDCG -> report.means().ndcg();
            case MRR -> report.means().reciprocalRank();
            case RECALL -> report.means().recall();
            case NONE ->
                report.empty().isEmpty()
                        ? 1
                        : (double) report.emptyPassed() / report.empty().size();
        };
    }

    /** Any figure as it is told: the same everywhere. */
    static String told(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    static Optional<Figure> named(String key) {
        return Arrays.stream(values()).filter(figure -> figure.key.equals(key)).findFirst();
    }
}
