package dev.epitome.corpus;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Splits text into lines in constant memory: a line beyond the bound is passed over and said to be too long, so that
 * the lines after it are still read. A line ends as on any system.
 */
final class LineReader {

    /** The longest line read, in characters. The longest article allowed fits, even with every character escaped. */
    static final int MAX_LINE = 4 << 20;

    /** One line of the input, or why it is none. */
    sealed interface Line {
        /** Counted from 1. */
        long number();

        record Text(long number, String text) implements Line {}

        record Broken(long number, String reason) implements Line {}
    }

    private final Reader in;
    private final char[] chunk = new char[1 << 13];
    private final StringBuilder line = new StringBuilder();
    private int chunkLength;
    private int chunkAt;
    private long number;
    private boolean endedWithNewline;
    private boolean afterCarriageReturn;

    LineReader(Reader in) {
        this.in = in;
    }

    /** Whether a line end closes the line read last. */
    boolean endedWithNewline() {
        return endedWithNewline;
    }

    /** The next line, or null at the end of the input. */
    @Nullable
    Line next() throws IOException {
        line.setLength(0);
        long length = 0;
        boolean any = false;
        while (true) {
            if (chunkAt == chunkLength && !fill()) {
                return any ? line(length) : null;
            }
            if (afterCarriageReturn) {
                afterCarriageReturn = false;
                if (chunk[chunkAt] == '\n') {
                    chunkAt++;
                    continue;
                }
            }
            any = true;
            int end = chunkAt;
            while (end < chunkLength && chunk[end] != '\n' && chunk[end] != '\r') {
                end++;
            }
            length += end - chunkAt;
            line.append(chunk, chunkAt, Math.min(end - chunkAt, Math.max(0, MAX_LINE - line.length())));
            chunkAt = end;
            endedWithNewline = end < chunkLength;
            if (endedWithNewline) {
                afterCarriageReturn = chunk[chunkAt++] == '\r';
                return line(length);
            }
        }
    }

    private boolean fill() throws IOException {
        chunkAt = 0;
        chunkLength = Math.max(0, in.read(chunk, 0, chunk.length));
        return chunkLength > 0;
    }

    private Line line(long length) {
        number++;
        if (length > MAX_LINE) {
            return new Line.Broken(number, "the line has " + length + " characters, more than " + MAX_LINE);
        }
        return new Line.Text(number, line.toString());
    }
}
