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

    private static final int VALUES_TOLD = 12;
    private static final int LONGEST_BAR = 24;
    private static final int LONGEST_VALUE = 32;
    private static final int COUNT_AND_SPACES = 12;
    private static final long KIB = 1_024;

    private final PrintWriter out;
    private final int columns;

    /** @param columns how wide a line may be */
    StatsPrinter(PrintWriter out, int columns) {
        this.out = out;
        this.columns = columns;
    }

    void print(Path directory, IndexStatus status, Instant now) {
        line("index", TerminalText.safe(directory.toString()));
        line("articles", String.format(Locale.ROOT, "%,d", status.articles()));
        line(
                "made",
                age(Duration.between(status.createdAt(), now)) + " ago, at "
                        + status.createdAt().truncatedTo(ChronoUnit.SECONDS));
        line(
                "size",
                size(status.bytes())
                        + (status.segments() == 1 ? ", 1 segment" : ", " + status.segments() + " segments"));
        line("version", status.version());
        line("quality", status.quality().map(StatsPrinter::quality).orElse("not measured when it was made"));
    }

    /** Facets without a value are passed over. */
    void print(Map<Facet, List<FacetCount>> facets) {
        for (Facet facet : List.of(Facet.SOURCE, Facet.TYPE, Facet.MONTH, Facet.TAG)) {
            List<FacetCount> counts = facets.getOrDefault(facet, List.of());
            if (!counts.isEmpty()) {
                out.println();
                out.println(heading(facet));
                print(counts);
            }
        }
    }

    private void print(List<FacetCount> counts) {
        List<FacetCount> told = counts.subList(0, Math.min(VALUES_TOLD, counts.size()));
        int room = Math.max(1, Math.min(LONGEST_VALUE, columns - LONGEST_BAR - COUNT_AND_SPACES));
        List<String> names =
                told.stream().map(count -> fitting(count.value(), room)).toList();
        int widest = names.stream().mapToInt(TerminalText::width).max().orElse(0);
        long most = told.stream().mapToLong(FacetCount::count).max().orElse(1);
        for (int i = 0; i < told.size(); i++) {
            long count = told.get(i).count();
            String padding = " ".repeat(widest - TerminalText.width(names.get(i)));
            int bar = (int) Math.max(1, count * LONGEST_BAR / most);
            out.printf(Locale.ROOT, "  %s%s %,7d %s%n", names.get(i), padding, count, "█".repeat(bar));
        }
        if (counts.size() > told.size()) {
            out.printf(Locale.ROOT, "  and more: --json names %d%n", counts.size());
        }
    }

    private void line(String name, String value) {
        out.printf("%-9s %s%n", name, value);
    }

    private static String heading(Facet facet) {
        return switch (facet) {
            case SOURCE -> "Sources";
            case AUTHOR -> "Authors";
            case TAG -> "Tags";
            case TYPE -> "Types";
            case YEAR -> "Years";
            case MONTH -> "Months, the latest first";
        };
    }

    private static String fitting(String value, int columns) {
        String safe = TerminalText.safe(value);
        if (TerminalText.width(safe) <= columns) {
            return safe;
        }
        StringBuilder start = new StringBuilder();
        TerminalText.clusters(safe)
                .map(cluster -> cluster.group())
                .takeWhile(cluster -> TerminalText.width(start + cluster) < columns)
                .forEach(start::append);
        return start + "…";
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
