package dev.epitome.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.jspecify.annotations.Nullable;

/** Documents of one segment that are known one by one, with the best score of each. For one thread. */
final class KnownDocuments {

    /** Documents in their order, that score so much. */
    private static final class Known {
        private final int[] documents;
        private final float score;

        Known(int[] documents, float score) {
            this.documents = documents;
            this.score = score;
        }
    }

    private final List<Known> known = new ArrayList<>();
    private int[] documents = {};
    private float[] scores = {};
    private float most;

    void add(int[] more, float score) {
        if (more.length > 0) {
            known.add(new Known(more, score));
        }
    }

    /** Null where none is of this segment. */
    @Nullable
    Scorer scorer() {
        known.sort(Comparator.comparingInt(some -> some.documents.length));
        known.forEach(this::merge);
        return documents.length == 0 ? null : new OneByOne();
    }

    private void merge(Known some) {
        int[] more = some.documents;
        int[] all = new int[documents.length + more.length];
        float[] best = new float[all.length];
        int size = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < documents.length || theirs < more.length) {
            int their = theirs < more.length ? more[theirs] : DocIdSetIterator.NO_MORE_DOCS;
            int my = mine < documents.length ? documents[mine] : DocIdSetIterator.NO_MORE_DOCS;
            all[size] = Math.min(my, their);
            best[size++] = Math.max(my <= their ? scores[mine] : 0, their <= my ? some.score : 0);
            mine += my <= their ? 1 : 0;
            theirs += their <= my ? 1 : 0;
        }
        documents = size == all.length ? all : Arrays.copyOf(all, size);
        scores = best;
        most = Math.max(most, some.score);
    }

    private final class OneByOne extends Scorer {

        private int at = -1;

        private final DocIdSetIterator iterator = new DocIdSetIterator() {
            @Override
            public int docID() {
                return at < 0 ? -1 : at < documents.length ? documents[at] : NO_MORE_DOCS;
            }

            @Override
            public int nextDoc() {
                at++;
                return docID();
            }

            @Override
            public int advance(int target) {
                int found = Arrays.binarySearch(documents, at + 1, documents.length, target);
                at = found < 0 ? -found - 1 : found;
                return docID();
            }

            @Override
            public long cost() {
                return documents.length;
            }
        };

        @Override
        public int docID() {
            return iterator.docID();
        }

        @Override
        public DocIdSetIterator iterator() {
            return iterator;
        }

        @Override
        public float score() {
            return scores[at];
        }

        @Override
        public float getMaxScore(int upTo) {
            return most;
        }
    }
}
