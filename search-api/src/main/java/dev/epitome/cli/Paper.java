package dev.epitome.cli;

import java.io.PrintWriter;

/**
 * What paragraphs for a person are printed on.
 *
 * @param columns how wide a line may be
 */
record Paper(PrintWriter out, int columns, boolean color) {

    private static final String LEAST_INDENT = "  ";

    /**
     * Prints a paragraph, unless it is empty. A label that takes more than half of a line has that for itself.
     *
     * @param label what its first line begins with
     * @param indent what its further lines begin with
     */
    void print(StyledText label, String indent, StyledText paragraph) {
        if (label.width() > columns / 2) {
            String alone = label.whole(color).stripTrailing();
            if (!alone.isEmpty()) {
                printLine(alone);
            }
            print(new StyledText().add(StyledText.NONE, LEAST_INDENT), LEAST_INDENT, paragraph);
            return;
        }
        String before = label.whole(color);
        for (String line : paragraph.lines(columns - Math.max(label.width(), indent.length()), color)) {
            printLine(before + line);
            before = indent;
        }
    }

    /** Prints what is to be copied as one line, however long: a terminal that folds it still knows where it ends. */
    void printWhole(String indent, StyledText text) {
        printLine(indent + text.whole(color));
    }

    /** What has styles is safe already. */
    private void printLine(String styled) {
        out.print(styled);
        out.println();
    }
}
