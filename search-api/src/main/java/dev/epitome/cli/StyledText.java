package dev.epitome.cli;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A paragraph in several styles, broken into lines that fit. Whatever is added, only its text gets out. */
final class StyledText {

    static final String NONE = "";
    static final String BOLD = "\033[1m";
    static final String DIM = "\033[2m";
    static final String MARK = "\033[1;33m";

    private static final String PLAIN = "\033[0m";
    private static final Pattern WORD = Pattern.compile("\\S+");

    /** In columns, of a character. */
    private static final int WIDEST = 2;

    private final StringBuilder text = new StringBuilder();

    /** One for each character of the text. */
    private final List<String> styles = new ArrayList<>();

    /** Where a line must not be broken. */
    private final BitSet withinPaths = new BitSet();

    StyledText add(String style, String words) {
        String safe = TerminalText.safe(words);
        text.append(safe);
        for (int i = 0; i < safe.length(); i++) {
            styles.add(style);
        }
        return this;
    }

    /** The same, of which no path is ever broken: one that is longer than a line stays whole, to be copied. */
    StyledText keepingPaths() {
        WORD.matcher(text)
                .results()
                .filter(word -> word.group().contains("/"))
                .forEach(word -> withinPaths.set(word.start() + 1, word.end()));
        return this;
    }

    /** How many columns it takes as one line. */
    int width() {
        return TerminalText.width(text.toString());
    }

    /** In one line; it begins and ends without a style. */
    String whole(boolean color) {
        return line(new Range(0, text.length()), color);
    }

    /** In lines of at most so many columns; each begins and ends without a style. */
    List<String> lines(int columns, boolean color) {
        return ranges(columns).stream().map(range -> line(range, color)).toList();
    }

    private record Range(int start, int end) {}

    private List<Range> ranges(int columns) {
        String all = text.toString();
        if ((long) WIDEST * all.length() <= columns) {
            return all.isEmpty() ? List.of() : List.of(trimmed(all, 0, all.length()));
        }
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(all);
        List<Range> ranges = new ArrayList<>();
        int start = 0;
        int lastBreak = 0;
        int width = 0;
        for (MatchResult cluster : TerminalText.clusters(all).toList()) {
            int at = cluster.start();
            if (breaks.isBoundary(at) && !withinPaths.get(at)) {
                lastBreak = at;
            }
            int own = TerminalText.widthOfCluster(cluster.group());
            // Again where the break leaves less room than a wide character needs. A space may stand beyond the edge: it
            // is not printed there.
            while (width + own > columns && at > start && !cluster.group().isBlank()) {
                if (lastBreak <= start && withinPaths.get(at)) {
                    break;
                }
                int end = lastBreak > start ? lastBreak : at;
                ranges.add(trimmed(all, start, end));
                start = end;
                width = TerminalText.width(all.substring(start, at));
            }
            width += own;
        }
        if (start < all.length()) {
            ranges.add(trimmed(all, start, all.length()));
        }
        return ranges;
    }

    private static Range trimmed(String all, int start, int end) {
        int last = end;
        while (last > start && all.charAt(last - 1) == ' ') {
            last--;
        }
        return new Range(start, last);
    }

    private String line(Range range, boolean color) {
        return color ? styled(range) : text.substring(range.start(), range.end());
    }

    private String styled(Range range) {
        StringBuilder line = new StringBuilder();
        String now = NONE;
        for (int i = range.start(); i < range.end(); i++) {
            String style = styles.get(i);
            if (!style.equals(now)) {
                line.append(now.isEmpty() ? "" : PLAIN).append(style);
                now = style;
            }
            line.append(text.charAt(i));
        }
        return line.append(now.isEmpty() ? "" : PLAIN).toString();
    }
}
