package dev.epitome.cli;

import dev.epitome.search.Facet;
import dev.epitome.search.FacetCount;
import dev.epitome.search.SearchResult;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** How many articles have which value, for a person to read. */
final class FacetPrinter {

    /** A year of months. */
    private static final int VALUES_TOLD = 12;

    private static final int LONGEST_BAR = 24;
    private static final int SHORTEST_BAR = 3;
    private static final int LONGEST_VALUE = 32;

    /** Where there is less room than this for values, bars become shorter. */
    private static final int READABLE_VALUE = 12;

    private static final int USUAL_COUNT = 7;
    private static final String INDENT = "  ";
    private static final int SPACES = INDENT.length() + 2;

    private final PrintWriter out;
    private final int columns;

    /** @param columns how wide a line may be */
    FacetPrinter(PrintWriter out, int columns) {
        this.out = out;
        this.columns = columns;
    }

    /** Prints the values as they come, the first of them. */
    void print(Facet facet, List<FacetCount> counts) {
        paragraph("", heading(facet));
        if (counts.isEmpty()) {
            paragraph(INDENT, "none");
            return;
        }
        print(counts.subList(0, Math.min(VALUES_TOLD, counts.size())));
        int more = counts.size() - VALUES_TOLD;
        if (more > 0) {
            // As many as an answer can have may not be all.
            boolean all = counts.size() < most(facet);
            paragraph(INDENT, "and " + (all ? "" : "at least ") + more + " more: --json names " + counts.size());
        }
    }

    private void print(List<FacetCount> told) {
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
            case YEAR -> "Years, latest first";
            case MONTH -> "Months, latest first";
        };
    }

    private static int most(Facet facet) {
        return facet.field().isPresent() ? SearchResult.MAX_FACET_VALUES : SearchResult.MAX_FACET_DATES;
    }

    /** What no terminal bounds is for programs and never cut: the value may be what the next search is filtered by. */
    private String fitting(String value, int longest) {
        String safe = TerminalText.safe(value);
        if (columns == Surroundings.BOUNDLESS || TerminalText.width(safe) <= longest) {
            return safe;
        }
        StringBuilder start = new StringBuilder();
        TerminalText.clusters(safe)
                .map(cluster -> cluster.group())
                .takeWhile(cluster -> TerminalText.width(start + cluster) < longest)
                .forEach(start::append);
        return start + "…";
    }
}
