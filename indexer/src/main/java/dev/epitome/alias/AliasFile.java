package dev.epitome.alias;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.alias.AliasLine.BadLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A dictionary read from a file in the Solr synonym format, UTF-8, one entry a line:
 *
 * <pre>{@code
 * # Each means the others:
 * EKS, Elastic Kubernetes Service
 * # The left also finds the right, but not the other way round:
 * auth => authentication, authorization
 * # A backslash takes away what a comma, an arrow or a hash at the start means:
 * CRUD, create\, read\, update\, delete
 * }</pre>
 *
 * <p>Unlike in Solr, what stands left of {@code =>} keeps its own meaning, too.
 *
 * @param problems the lines that were left out, in their order; the dictionary holds all others
 */
public record AliasFile(AliasDictionary dictionary, List<Problem> problems) {

    /** The most lines that are read. */
    public static final int MAX_LINES = 100_000;

    /**
     * Why a line was left out.
     *
     * @param file as the user named it
     * @param line counted from 1
     */
    public record Problem(String file, int line, String reason) {
        public Problem {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(reason, "reason");
        }

        /** Such as {@code aliases.txt:3: an empty term}. */
        @Override
        public String toString() {
            return file + ":" + line + ": " + reason;
        }
    }

    public AliasFile {
        Objects.requireNonNull(dictionary, "dictionary");
        Objects.requireNonNull(problems, "problems");
        problems = List.copyOf(problems);
    }

    /**
     * Reads a whole file.
     *
     * @throws EpitomeException if there is no such file, or it cannot be read
     */
    public static AliasFile read(Path file, AliasOrigin origin) {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(origin, "origin");
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString(), origin);
        } catch (NoSuchFileException e) {
            throw new EpitomeException(Kind.NO_INPUT, "no such alias file: " + file, e);
        } catch (IOException e) {
            boolean denied = e instanceof AccessDeniedException;
            throw new EpitomeException(
                    Kind.NO_INPUT,
                    "the alias file cannot be read: " + file + ": " + (denied ? "no right to read it" : e.getMessage()),
                    e);
        }
    }

    /**
     * Reads to the end of the stream, which stays open.
     *
     * @param name stands for the file in problems
     */
    public static AliasFile read(InputStream in, String name, AliasOrigin origin) throws IOException {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(origin, "origin");
        AliasDictionary.Builder aliases = new AliasDictionary.Builder();
        List<Problem> problems = new ArrayList<>();
        Map<AliasLine.Identity, Integer> seen = new HashMap<>();
        Lines lines = new Lines(in);
        while (lines.next()) {
            if (lines.number() > MAX_LINES) {
                problems.add(
                        new Problem(name, lines.number(), "more than " + MAX_LINES + " lines, the rest is left out"));
                break;
            }
            try {
                AliasLine line = AliasLine.parse(lines.text());
                Integer first = line.isEmpty() ? null : seen.putIfAbsent(line.identity(), lines.number());
                if (first == null) {
                    line.addTo(aliases, origin);
                } else {
                    problems.add(new Problem(name, lines.number(), "the same as line " + first));
                }
            } catch (BadLine e) {
                problems.add(new Problem(name, lines.number(), e.reason()));
            }
        }
        return new AliasFile(aliases.build(), problems);
    }

    /**
     * The lines of a dictionary file, in constant memory. Carriage returns before a line feed and a byte order mark at
     * the start are dropped.
     */
    private static final class Lines {

        /** The longest line read, in UTF-16 units. */
        static final int MAX_LINE = 10_000;

        // No UTF-16 unit takes more than three bytes. The mark and the carriage return come on top.
        private static final int MAX_BYTES = 3 * MAX_LINE + 4;

        private static final int AT_ONCE = 8_192;

        private final InputStream in;
        private final byte[] read = new byte[AT_ONCE];
        private int next;
        private int limit;
        private final byte[] bytes = new byte[MAX_BYTES];
        private int length;
        private boolean ascii;
        private boolean cut;
        private int number;

        Lines(InputStream in) {
            this.in = in;
        }

        /** Moves to the next line; false at the end. */
        boolean next() throws IOException {
            length = 0;
            cut = false;
            ascii = true;
            if (!hasMore()) {
                return false;
            }
            number++;
            while (hasMore()) {
                byte one = read[next++];
                if (one == '\n') {
                    break;
                }
                ascii &= one >= 0;
                if (length < MAX_BYTES) {
                    bytes[length++] = one;
                } else {
                    cut = true;
                }
            }
            return true;
        }

        private boolean hasMore() throws IOException {
            if (next == limit) {
                next = 0;
                limit = Math.max(0, in.read(read));
            }
            return next < limit;
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
            if (ascii) {
                return new String(bytes, 0, end, StandardCharsets.US_ASCII);
            }
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
}
