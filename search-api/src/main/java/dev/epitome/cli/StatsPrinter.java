package dev.epitome.cli;

import dev.epitome.search.Facet;
import dev.epitome.search.FacetCount;
import dev.epitome.search.IndexStatus;
import dev.epitome.search.MeasuredQuality;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an index holds, for a person to read. */
final class StatsPrinter {

    private static final long KIB = 1_024;

    private final PrintWriter out;
    private final int columns;

    /** @param columns how wide a line may be */
    StatsPrinter(PrintWriter out, int columns) {
        this.out = out;
        this.columns = columns;
    }

    void print(Path directory, IndexStatus status, Instant now) {
        line("index", directory.toString());
        line("articles", number(status.articles()));
        line("made", told(status.createdAt(), now));
        if (!status.changedAt().equals(status.createdAt())) {
            line("changed", told(status.changedAt(), now));
        }
        line(
                "size",
                size(status.bytes())
                        + (status.segments() == 1 ? ", 1 segment" : ", " + status.segments() + " segments"));
        line("version", status.version());
        line("quality", status.quality().map(StatsPrinter::quality).orElse("not measured when it was made"));
    }

    /** Facets without a value are left out. */
    void print(Map<Facet, List<FacetCount>> facets) {
        for (Facet facet : List.of(Facet.SOURCE, Facet.TYPE, Facet.MONTH, Facet.TAG)) {
            List<FacetCount> counts = facets.getOrDefault(facet, List.of());
            if (!counts.isEmpty()) {
                out.println();
                new FacetPrinter(out, columns).print(facet, counts);
            }
        }
    }

    private void line(String name, String value) {
        String label = String.format("%-9s ", name);
        String first = label;
        for (String part : new StyledText().add(StyledText.NONE, value).lines(columns - label.length(), false)) {
            out.println(first + part);
            first = " ".repeat(label.length());
        }
    }

    private static String told(Instant moment, Instant now) {
        return age(Duration.between(moment, now)) + " ago, at " + moment.truncatedTo(ChronoUnit.SECONDS);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String quality(MeasuredQuality quality) {
        return String.format(
                Locale.ROOT,
                "nDCG@10 %.4f, MRR %.4f, recall@10 %.4f, over %d golden queries",
                quality.ndcg10(),
                quality.mrr(),
                quality.recall10(),
                quality.topics());
    }

    static String age(Duration age) {
        if (age.toDays() >= 2) {
            return age.toDays() + " days";
        }
        if (age.toHours() >= 2) {
            return age.toHours() + " hours";
        }
        return age.toMinutes() >= 2 ? age.toMinutes() + " minutes" : Math.max(0, age.toSeconds()) + " seconds";
    }

    static String size(long bytes) {
        if (bytes < KIB * KIB) {
            return String.format(Locale.ROOT, "%,d KiB", (bytes + KIB - 1) / KIB);
        }
        return bytes < KIB * KIB * KIB
                ? String.format(Locale.ROOT, "%.1f MiB", (double) bytes / (KIB * KIB))
                : String.format(Locale.ROOT, "%.1f GiB", (double) bytes / (KIB * KIB * KIB));
    }
}
