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
    private static final int SHORTEST_BAR = 3;
    private static final int LONGEST_VALUE = 32;

    /** Where there is less room than this for values, bars become shorter. */
    private static final int READABLE_VALUE = 12;

    private static final int USUAL_COUNT = 7;
    private static final String INDENT = "  ";
    private static final int SPACES = INDENT.length() + 2;
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
                paragraph("", heading(facet));
                print(counts);
            }
        }
    }

    private void print(List<FacetCount> counts) {
        List<FacetCount> told = counts.subList(0, Math.min(VALUES_TOLD, counts.size()));
        long most = told.stream().mapToLong(FacetCount::count).max().orElse(1);
        int digits = Math.max(USUAL_COUNT, number(most).length());
        int room = columns - SPACES - digits;
        int longestBar = Math.clamp(room - READABLE_VALUE, SHORTEST_BAR, LONGEST_BAR);
        int longestValue = Math.clamp(room - longestBar, 1, LONGEST_VALUE);
        List<String> names =
                told.stream().map(count -> fitting(count.value(), longestValue)).toList();
        int widest = names.stream().mapToInt(TerminalText::width).max().orElse(0);
        for (int i = 0; i < told.size(); i++) {
            long count = told.get(i).count();
            String value = names.get(i) + " ".repeat(widest - TerminalText.width(names.get(i)));
            String aligned = " ".repeat(digits - number(count).length()) + number(count);
            int bar = (int) Math.max(1, count * longestBar / most);
            out.println(INDENT + value + " " + aligned + " " + "█".repeat(bar));
        }
        if (counts.size() > told.size()) {
            paragraph(INDENT, "and more: --json names " + counts.size());
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

    private void paragraph(String indent, String text) {
        new StyledText()
                .add(StyledText.NONE, text)
                .lines(columns - indent.length(), false)
                .forEach(part -> out.println(indent + part));
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
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
