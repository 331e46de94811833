package dev.epitome.alias;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a dictionary file, in constant memory. Carriage returns before a line feed and a byte order mark at the
 * start are dropped.
 */
final class AliasLines {

    /** The longest line read, in UTF-16 units. */
    static final int MAX_LINE = 10_000;

    // No UTF-16 unit takes more than three bytes. The mark and the carriage return come on top.
    private static final int MAX_BYTES = 3 * MAX_LINE + 4;

    private final InputStream in;
    private final byte[] bytes = new byte[MAX_BYTES];
    private int length;
    private boolean cut;
    private int number;

    AliasLines(InputStream in) {
        this.in = in;
    }

    /** Moves to the next line; false at the end. */
    boolean next() throws IOException {
        length = 0;
        cut = false;
        int read = in.read();
        if (read < 0) {
            return false;
        }
        number++;
        while (read >= 0 && read != '\n') {
            if (length < MAX_BYTES) {
                bytes[length++] = (byte) read;
            } else {
                cut = true;
            }
            read = in.read();
        }
        return true;
    }

    /** The number of the line, from 1. */
    int number() {
        return number;
    }

    String text() throws BadLine {
        int end = length > 0 && bytes[length - 1] == '\r' ? length - 1 : length;
        String text = cut ? "" : decode(end);
        if (number == 1 && text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        if (cut || text.length() > MAX_LINE) {
            throw new BadLine("more than " + MAX_LINE + " characters");
        }
        return text;
    }

    private String decode(int end) throws BadLine {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Arrays.copyOf(bytes, end)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadLine("not UTF-8");
        }
    }
}
