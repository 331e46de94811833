package dev.epitome.corpus;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What encoding a document is in, by its first bytes: what they are counts for more than what they say. */
final class Encoding {

    /** What the web means by ISO-8859-1 and ASCII, after the WHATWG's Encoding Standard. */
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final Charset UTF_32 = Charset.forName("UTF-32");
    private static final int DECLARATION = 1024;
    private static final Pattern LABEL = Pattern.compile(
            "(?is)^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']?([\\w.:-]{1,40})|<meta[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([\\w.:-]{1,40})");

    private Encoding() {}

    static Charset of(byte[] head) {
        if (starts(head, 0, "\0\0\u00FE\u00FF") || starts(head, 0, "\u00FF\u00FE\0\0")) {
            return UTF_32;
        }
        if (starts(head, 0, "\u00FE\u00FF")) {
            return StandardCharsets.UTF_16BE;
        }
        if (starts(head, 0, "\u00FF\u00FE")) {
            return StandardCharsets.UTF_16LE;
        }
        if (markLength(head) > 0) {
            return StandardCharsets.UTF_8;
        }
        return wide(head).or(() -> labelled(head)).orElse(StandardCharsets.UTF_8);
    }

    /** How many bytes a byte order mark takes that the decoder would not. */
    static int markLength(byte[] head) {
        if (starts(head, 0, "\u00EF\u00BB\u00BF")) {
            return 3;
        }
        boolean utf32 = starts(head, 0, "\u00FF\u00FE\0\0");
        return !utf32 && (starts(head, 0, "\u00FE\u00FF") || starts(head, 0, "\u00FF\u00FE")) ? 2 : 0;
    }

    /** UTF-16 without a mark: every other byte of plain text is zero. */
    private static Optional<Charset> wide(byte[] head) {
        int even = 0;
        int odd = 0;
        int looked = Math.min(head.length, DECLARATION);
        for (int i = 0; i < looked; i++) {
            if (head[i] == 0) {
                even += 1 - i % 2;
                odd += i % 2;
            }
        }
        int many = Math.max(2, looked / 4);
        if (odd >= many && even < many / 4 + 1) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return even >= many && odd < many / 4 + 1 ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static Optional<Charset> labelled(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher label = LABEL.matcher(start);
        boolean marked = start.indexOf('<') >= 0;
        if (!marked || !label.find()) {
            return Optional.empty();
        }
        Charset said = named(label.group(1) == null ? label.group(2) : label.group(1), WINDOWS_1252);
        // What reads as UTF-8 although it need not is hardly ever anything else. And 16 bits were ruled out before.
        boolean lies = said.name().startsWith("UTF-16") || said.name().startsWith("UTF-32") || isUtf8(head);
        return lies ? Optional.empty() : Optional.of(said);
    }

    /**
     * The charset of a label, as the web means it; UTF-8 where nobody knows it: what is not UTF-8 is decoded byte by
     * byte.
     */
    static Charset named(String label, Charset ascii) {
        try {
            Charset charset = Charset.forName(label);
            if (charset.equals(StandardCharsets.ISO_8859_1)) {
                return WINDOWS_1252;
            }
            return charset.equals(StandardCharsets.US_ASCII) ? ascii : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Whether there are bytes beyond ASCII, and they are UTF-8, but for a sequence that the end of the head cuts. */
    private static boolean isUtf8(byte[] head) {
        boolean ascii = true;
        for (byte one : head) {
            ascii &= one >= 0;
        }
        if (ascii) {
            return false;
        }
        return !StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length), false)
                .isError();
    }

    /** Whether these bytes stand there, each written as the character of ISO-8859-1. */
    static boolean starts(byte[] head, int at, String bytes) {
        byte[] wanted = bytes.getBytes(StandardCharsets.ISO_8859_1);
        int end = at + wanted.length;
        return head.length >= end && Arrays.equals(head, at, end, wanted, 0, wanted.length);
    }
}
