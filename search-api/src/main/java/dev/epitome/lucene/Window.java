package dev.epitome.lucene;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Some documents that follow each other, with what a search or a part of it gives them. For one thread. */
final class Window {

    /** A segment is gone through in steps of so many documents: their scores are to fit the fastest cache. */
    static final int SIZE = 2_048;

    /** To look one document up costs as much as to go through so many. */
    private static final int LOOK_UP = 16;

    private final int documents;
    private final Deque<Window> spare;
    private final Deque<Window> spareViews;
    private final double[] scores;
    private final long[] matches = new long[SIZE / Long.SIZE];
    private int from;
    private int end;
    private boolean used;

    /** @param documents how many the segment has */
    Window(int documents) {
        this(documents, new ArrayDeque<>(), new ArrayDeque<>(), new double[SIZE]);
    }

    private Window(int documents, Deque<Window> spare, Deque<Window> spareViews, double[] scores) {
        this.documents = documents;
        this.spare = spare;
        this.spareViews = spareViews;
        this.scores = scores;
    }

    /** Begins anew with the documents from one up to another. */
    void reset(int first, int after) {
        from = first;
        end = after;
        if (used) {
            Arrays.fill(scores, 0);
            Arrays.fill(matches, 0);
            used = false;
        }
    }

    /** One of the same documents that has nothing yet; to be given back. */
    Window another() {
        Window other =
                spare.isEmpty() ? new Window(documents, spare, new ArrayDeque<>(), new double[SIZE]) : spare.pop();
        other.reset(from, end);
        return other;
    }

    void giveBack(Window other) {
        spare.push(other);
    }

    /** One of the same documents and the same scores, but with matches of its own. */
    private Window view() {
        Window view = spareViews.isEmpty() ? new Window(documents, spare, spareViews, scores) : spareViews.pop();
        view.from = from;
        view.end = end;
        Arrays.fill(view.matches, 0);
        view.used = false;
        return view;
    }

    int from() {
        return from;
    }

    int end() {
        return end;
    }

    /** How many match. */
    int count() {
        int count = 0;
        for (long word : matches) {
            count += Long.bitCount(word);
        }
        return count;
    }

    interface Visitor {
        void match(int document, double score) throws IOException;
    }

    /** Every match, in their order. */
    void each(Visitor visitor) throws IOException {
        for (int i = 0; i < matches.length; i++) {
            for (long left = matches[i]; left != 0; left &= left - 1) {
                int place = i * Long.SIZE + Long.numberOfTrailingZeros(left);
                visitor.match(from + place, scores[place]);
            }
        }
    }

    /** Adds to the score of a document, and makes it a match. */
    void add(int document, double score) {
        used = true;
        scores[document - from] += score;
        matches[(document - from) / Long.SIZE] |= 1L << (document - from);
    }

    /** Adds to the scores of so many documents, and makes them matches. */
    void add(int[] more, float[] theirs, int count) {
        used |= count > 0;
        for (int i = 0; i < count; i++) {
            int place = more[i] - from;
            scores[place] += theirs[i];
            matches[place / Long.SIZE] |= 1L << place;
        }
    }

    /** Adds the scores of what matches in the other, and makes it match here. */
    void add(Window other) {
        used |= other.used;
        for (int i = 0; i < matches.length; i++) {
            for (long left = other.matches[i]; left != 0; left &= left - 1) {
                int place = i * Long.SIZE + Long.numberOfTrailingZeros(left);
                scores[place] += other.scores[place];
            }
            matches[i] |= other.matches[i];
        }
    }

    /** As {@link #add(Window)}, but of two scores takes the better. */
    void addBetter(Window other) {
        used |= other.used;
        for (int i = 0; i < matches.length; i++) {
            for (long left = other.matches[i]; left != 0; left &= left - 1) {
                int place = i * Long.SIZE + Long.numberOfTrailingZeros(left);
                scores[place] = Math.max(scores[place], other.scores[place]);
            }
            matches[i] |= other.matches[i];
        }
    }

    /** Adds what a part gives, or what the other window has where that is more. */
    void addBest(Part part, Window other) throws IOException {
        double[] before = new double[other.count()];
        int next = 0;
        for (int i = 0; i < matches.length; i++) {
            for (long left = other.matches[i]; left != 0; left &= left - 1) {
                before[next++] = scores[i * Long.SIZE + Long.numberOfTrailingZeros(left)];
            }
        }
        part.addTo(this, 0);
        next = 0;
        for (int i = 0; i < matches.length; i++) {
            for (long left = other.matches[i]; left != 0; left &= left - 1) {
                int place = i * Long.SIZE + Long.numberOfTrailingZeros(left);
                scores[place] = Math.max(scores[place], before[next++] + other.scores[place]);
            }
            matches[i] |= other.matches[i];
        }
        used |= other.used;
    }

    /** Leaves only matches that have so much; tells whether there are any. */
    boolean keep(double least) {
        long any = 0;
        for (int i = 0; i < matches.length; i++) {
            if (least > 0) {
                for (long left = matches[i]; left != 0; left &= left - 1) {
                    int bit = Long.numberOfTrailingZeros(left);
                    matches[i] &= scores[i * Long.SIZE + bit] < least ? ~(1L << bit) : -1;
                }
            }
            any |= matches[i];
        }
        return any != 0;
    }

    /** Leaves only what the part matches as well, and adds the scores that it gives. */
    void require(Part part) throws IOException {
        if (isEachLookedUp(part)) {
            each((document, score) -> addOrRemove(document, part.scoreOf(document)));
            return;
        }
        Window view = view();
        part.addTo(view, 0);
        for (int i = 0; i < matches.length; i++) {
            matches[i] &= view.matches[i];
        }
        used |= view.used;
        spareViews.push(view);
    }

    private void addOrRemove(int document, double more) {
        if (more < 0) {
            remove(document);
        } else {
            scores[document - from] += more;
        }
    }

    private void remove(int document) {
        matches[(document - from) / Long.SIZE] &= ~(1L << (document - from));
    }

    /** Adds the scores that the part gives to what matches here. */
    void addWhereMatched(Part part) throws IOException {
        if (isEachLookedUp(part)) {
            each((document, score) -> scores[document - from] += Math.max(0, part.scoreOf(document)));
            return;
        }
        Window view = view();
        part.addTo(view, 0);
        used |= view.used;
        spareViews.push(view);
    }

    /** Leaves only what the part does not match. */
    void without(Part part) throws IOException {
        each((document, score) -> {
            if (part.scoreOf(document) >= 0) {
                remove(document);
            }
        });
    }

    private boolean isEachLookedUp(Part part) {
        return part.isDear() || (long) count() * LOOK_UP * documents < part.cost() * (end - from);
    }
}
