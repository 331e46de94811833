package dev.epitome.corpus;

import java.util.List;

/**
 * Lines of a newsletter without a blank one between them, some of which may be one line that a mail program wrapped.
 */
final class TextBlock {

    /** Mails are wrapped at some width above this. */
    static final int WRAPPED = 45;

    private static final int PARAGRAPH = 80;
    private static final int MAX_TITLE_LINES = 3;

    /** A line of clean text, and where it stands. */
    record Line(long number, String text) {}

    private TextBlock() {}

    /** How many lines from there are a title with signs behind it; 0 where they are none. */
    static int titleSize(List<Line> lines, int from) {
        String first = lines.get(from).text();
        String all = first;
        for (int size = 1; size <= MAX_TITLE_LINES; size++) {
            TitleLine title = TitleLine.of(all);
            if (title.marked() && !title.isBlank()) {
                return size;
            }
            boolean wrapped = from == 0 && first.length() >= WRAPPED && LineSigns.isShort(all);
            boolean goesOn = size < MAX_TITLE_LINES && from + size < lines.size() && all.length() < TitleLine.LONGEST;
            if (!goesOn || !(wrapped || TitleLine.breaksWithinSign(all))) {
                return 0;
            }
            String next = lines.get(from + size).text();
            if (TitleLine.of(next).marked()
                    && LineSigns.begins(next)
                    && !TitleLine.of(next).isBlank()
                    && first.length() < 60) {
                return 0;
            }
            all = all + " " + next;
        }
        return 0;
    }

    static Line joined(List<Line> lines) {
        return new Line(
                lines.getFirst().number(),
                String.join(" ", lines.stream().map(Line::text).toList()));
    }

    /** Whether the first line is a title, and the others are a text below it. */
    static boolean isTitleOver(List<Line> lines) {
        String first = lines.getFirst().text();
        String next = lines.get(1).text();
        boolean prose = next.length() >= PARAGRAPH
                || !LineSigns.isShort(joined(lines.subList(1, lines.size())).text());
        boolean wrapped = first.length() >= 60 && next.length() < PARAGRAPH && lines.size() > 2;
        return LineSigns.isShort(first) && prose && LineSigns.begins(next) && !LineSigns.isBullet(next) && !wrapped;
    }
}
