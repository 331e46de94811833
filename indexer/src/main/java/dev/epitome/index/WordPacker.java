package dev.epitome.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Writes texts by the words of a {@link Wordbook}, each time the longest that fits. The words are held as a tree of
 * bytes, its branches in one table, as small as can be: what costs is whether the processor has it at hand. Immutable.
 */
final class WordPacker {

    private static final int ROOT = 0;
    private static final int NONE = -1;

    private final Wordbook book;
    private final int mask;
    /** Of each branch: the node that it leaves and its byte, and the node that it leads to; 0 where there is none. */
    private final long[] branches;
    /** The word that ends at each node. */
    private final int[] words;

    WordPacker(Wordbook book) {
        this.book = book;
        int count = nodes(book);
        branches = new long[Integer.highestOneBit(count) << 2];
        mask = branches.length - 1;
        words = new int[count];
        Arrays.fill(words, NONE);
        int last = ROOT;
        for (int word = 0; word < book.size(); word++) {
            int node = ROOT;
            for (byte one : book.word(word)) {
                int slot = slot(node, one);
                if (branches[slot] == 0) {
                    branches[slot] = ((long) branch(node, one) << Integer.SIZE) | ++last;
                }
                node = (int) branches[slot];
            }
            words[node] = word;
        }
    }

    /** How many different beginnings the words have, the empty one among them. */
    private static int nodes(Wordbook book) {
        byte[][] sorted = new byte[book.size()][];
        Arrays.setAll(sorted, book::word);
        Arrays.sort(sorted, Arrays::compare);
        int nodes = 1;
        byte[] before = {};
        for (byte[] word : sorted) {
            int differs = Arrays.mismatch(before, word);
            nodes += differs < 0 ? 0 : word.length - differs;
            before = word;
        }
        return nodes;
    }

    Wordbook book() {
        return book;
    }

    private static int branch(int node, byte one) {
        return (node << Byte.SIZE) | (one & 0xFF);
    }

    private int slot(int node, byte one) {
        int branch = branch(node, one);
        int slot = branch * 0x9E3779B9;
        slot = (slot ^ (slot >>> 15)) & mask;
        while (branches[slot] != 0 && (int) (branches[slot] >>> Integer.SIZE) != branch) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Hands over the words of a text, in order. */
    void parse(byte[] text, IntConsumer each) {
        for (int from = 0; from < text.length; ) {
            int word = NONE;
            int end = from;
            int node = ROOT;
            for (int at = from; at < text.length; at++) {
                node = (int) branches[slot(node, text[at])];
                if (node == ROOT) {
                    break;
                }
                if (words[node] != NONE) {
                    word = words[node];
                    end = at + 1;
                }
            }
            each.accept(word);
            from = end;
        }
    }

    byte[] pack(String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        Packed packed = new Packed(new byte[3 * plain.length]);
        parse(plain, packed);
        return Arrays.copyOf(packed.bytes, packed.length);
    }

    private static final class Packed implements IntConsumer {

        private final byte[] bytes;
        private int length;

        Packed(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void accept(int word) {
            length = Wordbook.put(word, bytes, length);
        }
    }
}
