package dev.epitome.index;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.Bits.MatchAllBits;
import org.apache.lucene.util.FixedBitSet;

/** Which documents left a segment from one of its states to another: of a segment, nothing else ever changes. */
public final class Deletions {

    /** Documents whose bits are looked at together. */
    private static final int WINDOW = 1 << 12;

    private Deletions() {}

    /** Is told of each document. */
    public interface Visitor {
        void deleted(int document) throws IOException;
    }

    /** Which documents of a segment are there. */
    public static Bits live(LeafReader segment) {
        Bits live = Objects.requireNonNull(segment, "segment").getLiveDocs();
        return live == null ? new MatchAllBits(segment.maxDoc()) : live;
    }

    /**
     * Tells which documents were there before and are not now, in ascending order. A million documents are looked over
     * in some microseconds, since their bits are compared by the word.
     *
     * @param before which documents of a segment were there, as {@link #live} gives it
     * @param now the same of another state of that segment
     * @throws IOException what the visitor throws
     */
    public static void since(Bits before, Bits now, Visitor visitor) throws IOException {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(visitor, "visitor");
        if (now instanceof MatchAllBits) {
            return;
        }
        FixedBitSet gone = new FixedBitSet(WINDOW);
        FixedBitSet left = new FixedBitSet(WINDOW);
        for (int start = 0; start < now.length(); start += WINDOW) {
            fill(gone, before, start, now.length());
            fill(left, now, start, now.length());
            gone.andNot(left);
            for (int at = gone.nextSetBit(0); at < WINDOW; at = at + 1 < WINDOW ? gone.nextSetBit(at + 1) : WINDOW) {
                visitor.deleted(start + at);
            }
        }
    }

    private static void fill(FixedBitSet window, Bits live, int start, int length) {
        window.clear();
        window.set(0, Math.min(WINDOW, length - start));
        if (!(live instanceof MatchAllBits)) {
            live.applyMask(window, start);
        }
    }
}
