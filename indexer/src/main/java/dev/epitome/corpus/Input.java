package dev.epitome.corpus;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One document on its way in: unpacked, and looked at as far as its {@link #head()}. Read it once, by one method. */
final class Input {

    /** How much is looked at before a reader is chosen, in bytes. */
    static final int HEAD = 1 << 16;

    /** The most characters of a document that can only be read as a whole. */
    static final int MAX_DOCUMENT = 64 << 20;

    private final String name;
    private final byte[] head;
    private final InputStream rest;
    private final Charset charset;
    private final int mark;
    private @Nullable TolerantReader text;

    /**
     * Looks at the beginning.
     *
     * @param name of the file, without the endings of what it was packed with
     */
    Input(String name, InputStream in) throws IOException {
        this(name, in.readNBytes(HEAD), in);
    }

    private Input(String name, byte[] head, InputStream rest) {
        this.name = name;
        this.head = head;
        this.rest = rest;
        this.charset = Encoding.of(head);
        this.mark = Encoding.markLength(head);
    }

    /** Whether a name has one of these endings, in any case. */
    static boolean endsWith(String name, String... endings) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Stream.of(endings).anyMatch(lower::endsWith);
    }

    String name() {
        return name;
    }

    /** The first bytes. */
    byte[] head() {
        return head;
    }

    /** Whether its characters take two bytes or four, most of which are zero. */
    boolean isWide() {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    /** The first characters, white space before them left out. */
    String headText() {
        byte[] unmarked = Arrays.copyOfRange(head, mark, head.length);
        return TolerantReader.decoded(unmarked, charset).stripLeading();
    }

    /** Whether there is nothing beyond the head. */
    boolean isWithinHead() {
        return head.length < HEAD;
    }

    /** All bytes. */
    InputStream bytes() {
        return new SequenceInputStream(new ByteArrayInputStream(head), rest);
    }

    /** All characters, in the encoding that the document has rather than says. */
    Reader text() {
        InputStream unmarked = new ByteArrayInputStream(head, mark, head.length - mark);
        TolerantReader reader = new TolerantReader(new SequenceInputStream(unmarked, rest), charset);
        text = reader;
        return reader;
    }

    /** How many bytes were none of the encoding and were read as windows-1252. */
    long foreignBytes() {
        return text == null ? 0 : text.foreignBytes();
    }

    /**
     * A document as a whole.
     *
     * @param text up to {@link #MAX_DOCUMENT} characters, and what came before the failure where there was one
     * @param failure why there is no more of it
     */
    record Whole(String text, @Nullable IOException failure) {

        /** To be called when what there is has been read. */
        void rethrow() throws IOException {
            if (failure != null) {
                throw failure;
            }
        }
    }

    Whole whole() {
        StringBuilder all = new StringBuilder(head.length);
        char[] chunk = new char[1 << 13];
        try (Reader in = text()) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                if (all.length() + count > MAX_DOCUMENT) {
                    return new Whole(all.toString(), new Unreadable(TOO_LARGE));
                }
                all.append(chunk, 0, count);
            }
        } catch (IOException e) {
            return new Whole(all.toString(), e);
        }
        return new Whole(all.toString(), null);
    }

    private static final String TOO_LARGE = "it has more than " + (MAX_DOCUMENT >> 20)
            + " million characters, what stands beyond them is left out: split it, or convert it to JSON Lines";
}
