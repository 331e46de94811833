package dev.epitome.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Splits UTF-8 text into lines in constant memory: a line beyond the bound is passed over and said to be too long, and
 * one that is not UTF-8 is said to be just that, so that the lines after it are still read. Carriage returns before a
 * line feed are dropped.
 */
final class LineReader {

    /** The longest line read, in bytes. The longest article allowed fits, even with every character escaped. */
    static final int MAX_LINE = 1 << 20;

    /** One line of the input, or why it is none. */
    sealed interface Line {
        /** Counted from 1. */
        long number();

        record Text(long number, String text) implements Line {}

        record Broken(long number, String reason) implements Line {}
    }

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final byte[] chunk = new byte[1 << 16];
    private int chunkLength;
    private int chunkAt;
    private byte[] line = new byte[1 << 12];
    private int length;
    private long number;
    private boolean endedWithNewline;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** Whether a line feed closes the line read last. */
    boolean endedWithNewline() {
        return endedWithNewline;
    }

    /** The next line, or null at the end of the input. */
    @Nullable
    Line next() throws IOException {
        length = 0;
        long bytes = 0;
        boolean any = false;
        while (true) {
            if (chunkAt == chunkLength && !fill()) {
                return any ? line(bytes) : null;
            }
            any = true;
            int end = chunkAt;
            while (end < chunkLength && chunk[end] != '\n') {
                end++;
            }
            bytes += end - chunkAt;
            keep(end - chunkAt);
            chunkAt = end;
            endedWithNewline = end < chunkLength;
            if (endedWithNewline) {
                chunkAt++;
                return line(bytes);
            }
        }
    }

    private boolean fill() throws IOException {
        chunkAt = 0;
        chunkLength = Math.max(0, in.read(chunk));
        return chunkLength > 0;
    }

    private void keep(int count) {
        int kept = Math.min(count, MAX_LINE - length);
        if (length + kept > line.length) {
            line = java.util.Arrays.copyOf(line, Math.min(MAX_LINE, Math.max(length + kept, line.length * 2)));
        }
        System.arraycopy(chunk, chunkAt, line, length, kept);
        length += kept;
    }

    private Line line(long bytes) {
        number++;
        if (bytes > MAX_LINE) {
            return new Line.Broken(number, "the line has " + bytes + " bytes, more than " + MAX_LINE);
        }
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        ByteBuffer encoded = ByteBuffer.wrap(line, 0, end);
        try {
            return new Line.Text(number, decoder.decode(encoded).toString());
        } catch (CharacterCodingException e) {
            return new Line.Broken(number, "not UTF-8 at byte " + (encoded.position() + 1) + " of the line");
        }
    }
}
