package dev.epitome.lucene;

import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.LongHeap;
import org.apache.lucene.util.NumericUtils;

/**
 * Documents that may be among the best, by a score that may still grow. They come in their order, in which of equals
 * within a segment the first is the best.
 */
final class Candidates {

    private static final int FIRST_LOOK = 1_024;

    private final int wanted;
    private final double growth;
    private int[] documents = new int[128];
    private float[] scores = new float[128];
    private int size;
    private int nextLook = FIRST_LOOK;
    private LongHeap best;
    private float floor;

    /**
     * None yet.
     *
     * @param wanted how many are to be found
     * @param growth the most that a score may grow by
     */
    Candidates(int wanted, double growth) {
        this.wanted = wanted;
        this.growth = growth;
        this.best = new LongHeap(wanted);
    }

    /** Of those in the segments before, the ones that score as much as the next may be worse. */
    void beginSegment() {
        floor = least();
        best = new LongHeap(wanted);
    }

    private boolean isFull() {
        return best.size() == wanted;
    }

    /** As many as are wanted score that much. */
    private float least() {
        return isFull() ? Math.max(floor, NumericUtils.sortableIntToFloat((int) best.top())) : floor;
    }

    private boolean mayTie() {
        return growth > 0 || !isFull();
    }

    /** A sum that is smaller, before it is rounded to a score, is none of the best; 0 where none is known to be. */
    double leastSum() {
        float least = least();
        if (least == 0) {
            return 0;
        }
        // Rounding adds half of the last place at most, and with what a score grows by it is rounded again.
        return mayTie() ? least - growth - 2 * Math.ulp(least) : least + Math.ulp(least) / 4;
    }

    /** @param counts whether it is wanted for certain, if it is among the best */
    void offer(int document, float score, boolean counts) {
        float least = least();
        if ((float) (score + growth) < least || (score == least && !mayTie())) {
            return;
        }
        if (size == documents.length) {
            if (size >= nextLook) {
                drop(least);
                nextLook = Math.max(FIRST_LOOK, 2 * size);
            }
            documents = ArrayUtil.grow(documents, size + 1);
            scores = ArrayUtil.growExact(scores, documents.length);
        }
        documents[size] = document;
        scores[size++] = score;
        if (counts) {
            best.insertWithOverflow(NumericUtils.floatToSortableInt(score));
        }
    }

    private void drop(float least) {
        int left = 0;
        for (int i = 0; i < size; i++) {
            if ((float) (scores[i] + growth) >= least) {
                documents[left] = documents[i];
                scores[left++] = scores[i];
            }
        }
        size = left;
    }

    /** Leaves no more than may be among the best. */
    void close() {
        drop(least());
    }

    int size() {
        return size;
    }

    int document(int place) {
        return documents[place];
    }

    float score(int place) {
        return scores[place];
    }

    /** The score that the best have at least, if there are more than so many. */
    float scoreOfBest(int count) {
        float[] sorted = Arrays.copyOf(scores, size);
        Arrays.sort(sorted);
        return size <= count ? 0 : sorted[size - count];
    }
}
