package dev.epitome.index;

import dev.epitome.index.IndexFields.Kept;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Words, and what often stands together, by which the articles of one index are written: each as one to three bytes,
 * the frequent ones as one. Each single byte is among them, so that any text can be written. {@link WordbookTraining}
 * chooses them, {@link WordPacker} writes. One article is read without any other, at the cost of copying its words.
 *
 * <p>Kept with one document of the index, and the same for all. One that was learned from few articles may grow: its
 * words keep their codes, so that what was written stays as it is. Immutable.
 */
public final class Wordbook {

    /** First bytes below this are a word, above it the first of two; {@link #LONG} is the first of three. */
    private static final int SHORT = 160;

    private static final int LONG = 255;

    /** So many bytes of a word are copied whatever its length: most words are no longer, and no branch is mistaken. */
    private static final int AT_ONCE = 2 * Long.BYTES;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final int OF_TWO = SHORT + ((LONG - SHORT) << Byte.SIZE);

    /** No book has more words, nor can have. */
    static final int MOST = OF_TWO + (1 << Short.SIZE);

    /** Holds all single bytes, and nothing else. */
    static final Wordbook EMPTY = new Wordbook(singleBytes());

    /** Of fewer articles nothing worth while is learned. */
    private static final int SOME = 300;
    /** So many times as many articles have more words to learn. */
    private static final int MANY_MORE = 10;

    private final byte[] text;
    private final int[] starts;
    /** How many articles it was learned from; 0 where that was enough. */
    private final int learnedFrom;
    /** Of the bytes that it was read from, by which it is known again; none of a book that was not read. */
    private final long[] hash;

    /** @param words in the order of their codes, the most frequent first; all single bytes are among them */
    Wordbook(List<byte[]> words) {
        this(words, 0, new long[0]);
    }

    private Wordbook(List<byte[]> words, int learnedFrom, long[] hash) {
        this.learnedFrom = learnedFrom;
        this.hash = hash;
        if (words.size() > MOST) {
            throw new IllegalArgumentException(words.size() + " words are more than " + MOST);
        }
        starts = new int[words.size() + 1];
        for (int word = 0; word < words.size(); word++) {
            starts[word + 1] = starts[word] + words.get(word).length;
        }
        text = new byte[starts[words.size()] + AT_ONCE];
        for (int word = 0; word < words.size(); word++) {
            System.arraycopy(words.get(word), 0, text, starts[word], words.get(word).length);
        }
    }

    private static List<byte[]> singleBytes() {
        List<byte[]> all = new ArrayList<>();
        for (int value = 0; value < 1 << Byte.SIZE; value++) {
            all.add(new byte[] {(byte) value});
        }
        return all;
    }

    /**
     * Reads that of an index. One without articles has an empty one.
     *
     * @throws IOException when it cannot be read
     */
    public static Wordbook of(IndexReader reader) throws IOException {
        Objects.requireNonNull(reader, "reader");
        return of(reader, EMPTY);
    }

    /**
     * As {@link #of(IndexReader)}.
     *
     * @param before that of an earlier state of the index, which is given back where it has not changed
     */
    public static Wordbook of(IndexReader reader, Wordbook before) throws IOException {
        Objects.requireNonNull(reader, "reader");
        Objects.requireNonNull(before, "before");
        Optional<Kept> kept = IndexFields.kept(reader, IndexFields.WORDBOOK);
        if (kept.isEmpty()) {
            return EMPTY;
        }
        BytesRef written = kept.get().value();
        return Arrays.equals(hash(written), before.hash) ? before : read(written);
    }

    private static long[] hash(BytesRef written) {
        return StringHelper.murmurhash3_x64_128(written);
    }

    /** Reads what {@link #written} gives. */
    static Wordbook read(BytesRef written) throws IOException {
        ByteArrayDataInput in = new ByteArrayDataInput(written.bytes, written.offset, written.length);
        int count = in.readVInt();
        if (count < 1 << Byte.SIZE || count > MOST) {
            throw new IOException("a wordbook of " + count + " words");
        }
        List<byte[]> words = new ArrayList<>(count);
        for (int word = 0; word < count; word++) {
            byte[] one = new byte[in.readByte() & 0xFF];
            in.readBytes(one, 0, one.length);
            words.add(one);
        }
        return new Wordbook(words, in.eof() ? 0 : in.readVInt(), hash(written));
    }

    BytesRef written() {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        try {
            out.writeVInt(size());
            for (int word = 0; word < size(); word++) {
                out.writeByte((byte) length(word));
                out.writeBytes(text, starts[word], length(word));
            }
            if (learnedFrom > 0) {
                out.writeVInt(learnedFrom);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return new BytesRef(out.toArrayCopy());
    }

    /** The same, learned from so few articles that it may grow. */
    Wordbook learnedFrom(int articles) {
        return new Wordbook(words(), articles, new long[0]);
    }

    /** Whether an index of so many articles is written shorter by a book that is learned from them. */
    boolean isOutgrownBy(long articles) {
        return learnedFrom > 0 && articles >= Math.max(SOME, (long) MANY_MORE * learnedFrom) && size() < MOST;
    }

    /**
     * This and the words that another one has, as many as there is room for: texts that are written by this are read by
     * it.
     */
    Wordbook with(Wordbook other) {
        Set<BytesRef> here = new HashSet<>();
        List<byte[]> all = words();
        all.forEach(word -> here.add(new BytesRef(word)));
        other.words().stream()
                .filter(word -> !here.contains(new BytesRef(word)))
                .limit(MOST - size())
                .forEach(all::add);
        return new Wordbook(all, other.learnedFrom, new long[0]);
    }

    private List<byte[]> words() {
        List<byte[]> words = new ArrayList<>();
        for (int word = 0; word < size(); word++) {
            words.add(word(word));
        }
        return words;
    }

    int size() {
        return starts.length - 1;
    }

    byte[] word(int word) {
        return Arrays.copyOfRange(text, starts[word], starts[word + 1]);
    }

    int length(int word) {
        return starts[word + 1] - starts[word];
    }

    /** Writes a word at a place, in three bytes at most, and gives the next place. */
    static int put(int word, byte[] out, int at) {
        int next = at;
        if (word < SHORT) {
            out[next++] = (byte) word;
        } else if (word < OF_TWO) {
            out[next++] = (byte) (SHORT + ((word - SHORT) >>> Byte.SIZE));
            out[next++] = (byte) (word - SHORT);
        } else {
            out[next++] = (byte) LONG;
            out[next++] = (byte) ((word - OF_TWO) >>> Byte.SIZE);
            out[next++] = (byte) (word - OF_TWO);
        }
        return next;
    }

    /** The text of packed words. For one thread, which reads many. */
    final class Reading {

        private byte[] unpacked = new byte[1 << 11];
        private char[] chars = new char[0];

        /** @throws IOException where these are no words of this book */
        String text(byte[] packed, int from, int to) throws IOException {
            int length = 0;
            try {
                for (int at = from; at < to; ) {
                    int first = packed[at++] & 0xFF;
                    int word = first;
                    if (first == LONG) {
                        word = OF_TWO + ((packed[at++] & 0xFF) << Byte.SIZE) + (packed[at++] & 0xFF);
                    } else if (first >= SHORT) {
                        word = SHORT + ((first - SHORT) << Byte.SIZE) + (packed[at++] & 0xFF);
                    }
                    int start = starts[word];
                    int more = starts[word + 1] - start;
                    if (length + more + AT_ONCE > unpacked.length) {
                        unpacked = ArrayUtil.grow(unpacked, length + more + AT_ONCE);
                    }
                    LONGS.set(unpacked, length, (long) LONGS.get(text, start));
                    LONGS.set(unpacked, length + Long.BYTES, (long) LONGS.get(text, start + Long.BYTES));
                    if (more > AT_ONCE) {
                        System.arraycopy(text, start, unpacked, length, more);
                    }
                    length += more;
                }
            } catch (IndexOutOfBoundsException e) {
                throw new IOException("words that are not in the book", e);
            }
            return decoded(length);
        }

        private String decoded(int length) {
            int count = isAscii(length) ? -1 : decode(length);
            return count < 0 ? new String(unpacked, 0, length, StandardCharsets.UTF_8) : new String(chars, 0, count);
        }

        private boolean isAscii(int length) {
            int at = 0;
            while (at + Long.BYTES <= length && ((long) LONGS.get(unpacked, at) & HIGH_BITS) == 0) {
                at += Long.BYTES;
            }
            return at + Long.BYTES > length;
        }

        /**
         * Characters of one to three bytes, several times as fast as Java does it; gives how many, or less than none
         * where there are others.
         */
        private int decode(int length) {
            chars = ArrayUtil.grow(chars, length);
            int count = 0;
            for (int at = 0; at < length; count++) {
                int first = unpacked[at++];
                int character = first;
                if (first < 0) {
                    int more = (first & 0xE0) == 0xC0 ? 1 : (first & 0xF0) == 0xE0 ? 2 : length;
                    if (at + more > length) {
                        return -1;
                    }
                    character = first & (more == 1 ? 0x1F : 0x0F);
                    for (int end = at + more; at < end; at++) {
                        if ((unpacked[at] & 0xC0) != 0x80) {
                            return -1;
                        }
                        character = (character << 6) | (unpacked[at] & 0x3F);
                    }
                    if (character < (more == 1 ? 0x80 : 0x800) || Character.isSurrogate((char) character)) {
                        return -1;
                    }
                }
                chars[count] = (char) character;
            }
            return count;
        }
    }
}
