package dev.epitome.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads answers as RFC 9112 has them, and takes nothing else. */
final class AnswerStream {

    private static final int MAX_HEAD_BYTES = 64 << 10;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] [1-5]\\d\\d(?: [\\x20-\\x7E]*)?");
    private static final Pattern FIELD = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\\x20-\\x7E\\t]*");

    private final InputStream in;

    AnswerStream(InputStream in) {
        this.in = in;
    }

    /**
     * @param head all lines of the head
     * @param body as text; empty where it is compressed
     */
    record Answer(int status, List<String> head, String body) {

        boolean closes() {
            return field("connection").filter("close"::equalsIgnoreCase).isPresent();
        }

        Optional<String> field(String name) {
            String start = name + ":";
            return head.stream()
                    .filter(line -> line.regionMatches(true, 0, start, 0, start.length()))
                    .map(line -> line.substring(start.length()).strip())
                    .findFirst();
        }
    }

    /** What is read is no answer. */
    static final class NoAnswer extends AssertionError {

        private static final long serialVersionUID = 1L;

        NoAnswer(String what) {
            super(what);
        }
    }

    /**
     * The next final answer, after any that say to go on; empty at the end.
     *
     * @param bodiless whether it is one to HEAD
     * @throws EOFException when it ends within an answer
     */
    Optional<Answer> next(boolean bodiless) throws IOException {
        List<String> head;
        int status;
        do {
            head = head();
            if (head.isEmpty()) {
                return Optional.empty();
            }
            status = Integer.parseInt(head.getFirst().substring(9, 12));
        } while (status < 200);
        Answer bare = new Answer(status, head, "");
        byte[] body = bodiless || status == 204 || status == 304 ? new byte[0] : body(bare);
        boolean plain = bare.field("content-encoding").isEmpty();
        return Optional.of(plain ? new Answer(status, head, new String(body, UTF_8)) : bare);
    }

    private List<String> head() throws IOException {
        List<String> lines = new ArrayList<>();
        int bytes = 0;
        while (true) {
            Optional<String> line = line();
            if (line.isEmpty()) {
                if (lines.isEmpty()) {
                    return lines;
                }
                throw new EOFException("the end came within a head: " + lines);
            }
            if (line.get().isEmpty() && !lines.isEmpty()) {
                return lines;
            }
            if (!(lines.isEmpty() ? STATUS : FIELD).matcher(line.get()).matches()) {
                throw new NoAnswer("no line of a head, after " + lines + ": " + line.get());
            }
            lines.add(line.get());
            bytes += line.get().length();
            if (bytes > MAX_HEAD_BYTES) {
                throw new NoAnswer("a head without end: " + lines);
            }
        }
    }

    /** Without its end; empty at the end of all. */
    private Optional<String> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(80);
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                String text = line.toString(ISO_8859_1);
                if (!text.endsWith("\r")) {
                    throw new NoAnswer("a line that ends with a line feed alone: " + text);
                }
                return Optional.of(text.substring(0, text.length() - 1));
            }
            line.write(next);
        }
        if (line.size() > 0) {
            throw new EOFException("the end came within a line: " + line.toString(ISO_8859_1));
        }
        return Optional.empty();
    }

    private byte[] body(Answer head) throws IOException {
        Optional<String> length = head.field("content-length");
        Optional<String> encoding = head.field("transfer-encoding");
        if (length.isPresent() && encoding.isPresent()) {
            throw new NoAnswer("an answer of two lengths: " + head.head());
        }
        if (length.isPresent()) {
            return bytes(Integer.parseInt(length.get()));
        }
        if (encoding.isPresent()) {
            if (!encoding.get().toLowerCase(Locale.ROOT).equals("chunked")) {
                throw new NoAnswer("an answer in another coding: " + head.head());
            }
            return chunks();
        }
        if (!head.closes()) {
            throw new NoAnswer("an answer without an end: " + head.head());
        }
        return in.readAllBytes();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = HexFormat.fromHexDigits(line().orElseThrow(() -> new EOFException("no chunk")));
            body.writeBytes(bytes(size));
            if (!line().orElseThrow(() -> new EOFException("no end of a chunk")).isEmpty()) {
                throw new NoAnswer("a chunk longer than it says");
            }
            if (size == 0) {
                return body.toByteArray();
            }
        }
    }

    private byte[] bytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("the end came within a body of " + count);
        }
        return bytes;
    }
}
