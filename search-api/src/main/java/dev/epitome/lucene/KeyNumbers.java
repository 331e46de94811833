package dev.epitome.lucene;

import dev.epitome.index.FacetValue;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;

/**
 * Numbers the keys of one facet from 0, in the order in which they are met: a key keeps its number while segments come
 * and go, and so does whatever was counted by it. A key takes its own bytes and some two dozen. For all threads.
 */
final class KeyNumbers {

    /** Fewer numbers are never worth being given anew. */
    private static final int FEW = 1_000;

    private final BytesRefHash keys = new BytesRefHash();
    private int[] inOrder = {};
    private volatile int[] places = {};
    private int enough = FEW;

    /** For each value of a segment the number of its key; a key that is met for the first time gets one. */
    synchronized int[] of(SortedSetDocValues values) throws IOException {
        int[] numbers = new int[Math.toIntExact(values.getValueCount())];
        int known = keys.size();
        TermsEnum each = values.termsEnum();
        for (int value = 0; value < numbers.length; value++) {
            int number = keys.add(FacetValue.key(each.next()));
            numbers[value] = number < 0 ? -number - 1 : number;
        }
        if (keys.size() > known) {
            arrange(known);
        }
        return numbers;
    }

    /** Puts new ones, which come in the order of the alphabet themselves, between the others. */
    private void arrange(int known) {
        int[] all = new int[keys.size()];
        int from = 0;
        for (int number = known; number < all.length; number++) {
            int to = place(keys.get(number, new BytesRef()), from);
            System.arraycopy(inOrder, from, all, from + number - known, to - from);
            all[to + number - known] = number;
            from = to;
        }
        System.arraycopy(inOrder, from, all, from + all.length - known, known - from);
        int[] placed = new int[all.length];
        for (int place = 0; place < all.length; place++) {
            placed[all[place]] = place;
        }
        inOrder = all;
        places = placed;
    }

    /** Where a key is, or would be, among those that have a place. */
    private int place(BytesRef key, int from) {
        BytesRef there = new BytesRef();
        int low = from;
        int high = inOrder.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keys.get(inOrder[middle], there).compareTo(key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Of a key; less than 0 where it has none. */
    synchronized int of(BytesRef key) {
        return keys.find(key);
    }

    /** How many keys have one. */
    synchronized int size() {
        return keys.size();
    }

    /**
     * For each number the place of its key in the order of the alphabet; not to be written to. Places of later give the
     * same order to what was known before.
     */
    int[] places() {
        return places;
    }

    /** Whether most are of keys that no article has any more; asked for each state of an index, seldom counted. */
    synchronized boolean areMostlyUnused(int[] totals) {
        if (keys.size() <= enough) {
            return false;
        }
        long used = Arrays.stream(totals).filter(total -> total > 0).count();
        enough = Math.toIntExact(Math.max(FEW, Math.min(Integer.MAX_VALUE, 2 * used)));
        return keys.size() > enough;
    }
}
