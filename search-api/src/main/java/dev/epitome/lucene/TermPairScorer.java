package dev.epitome.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/** Merges the postings of two terms, a block of them at a time where that is asked for. */
final class TermPairScorer extends Scorer {

    private final Scorer first;
    private final Scorer second;
    private final DocIdSetIterator ofFirst;
    private final DocIdSetIterator ofSecond;
    private final Union union = new Union();
    private final DocAndFloatFeatureBuffer firsts = new DocAndFloatFeatureBuffer();
    private final DocAndFloatFeatureBuffer seconds = new DocAndFloatFeatureBuffer();

    TermPairScorer(Scorer first, Scorer second) {
        this.first = first;
        this.second = second;
        this.ofFirst = first.iterator();
        this.ofSecond = second.iterator();
    }

    private final class Union extends DocIdSetIterator {

        @Override
        public int docID() {
            return Math.min(ofFirst.docID(), ofSecond.docID());
        }

        @Override
        public int nextDoc() throws IOException {
            int current = docID();
            if (ofFirst.docID() == current) {
                ofFirst.nextDoc();
            }
            if (ofSecond.docID() == current) {
                ofSecond.nextDoc();
            }
            return docID();
        }

        @Override
        public int advance(int target) throws IOException {
            if (ofFirst.docID() < target) {
                ofFirst.advance(target);
            }
            if (ofSecond.docID() < target) {
                ofSecond.advance(target);
            }
            return docID();
        }

        @Override
        public void intoBitSet(int upTo, FixedBitSet bits, int offset) throws IOException {
            ofFirst.intoBitSet(upTo, bits, offset);
            ofSecond.intoBitSet(upTo, bits, offset);
        }

        @Override
        public long cost() {
            return ofFirst.cost() + ofSecond.cost();
        }
    }

    @Override
    public int docID() {
        return union.docID();
    }

    @Override
    public DocIdSetIterator iterator() {
        return union;
    }

    @Override
    public float score() throws IOException {
        int current = docID();
        double sum = ofFirst.docID() == current ? first.score() : 0;
        return (float) (ofSecond.docID() == current ? sum + second.score() : sum);
    }

    @Override
    public int advanceShallow(int target) throws IOException {
        return Math.min(shallow(first, target), shallow(second, target));
    }

    /** One that is past the target already has nothing before the document where it is. */
    private static int shallow(Scorer scorer, int target) throws IOException {
        int at = scorer.docID();
        return at > target ? at - 1 : scorer.advanceShallow(target);
    }

    @Override
    public float getMaxScore(int upTo) throws IOException {
        double sum = first.docID() <= upTo ? first.getMaxScore(upTo) : 0;
        return (float) (second.docID() <= upTo ? sum + second.getMaxScore(upTo) : sum);
    }

    @Override
    public void nextDocsAndScores(int upTo, Bits live, DocAndFloatFeatureBuffer into) throws IOException {
        first.nextDocsAndScores(upTo, live, firsts);
        // What lies before the block's last document is complete once the other is read up to there.
        int end = firsts.size == 0 ? upTo : firsts.docs[firsts.size - 1] + 1;
        into.size = 0;
        int next = 0;
        do {
            second.nextDocsAndScores(end, live, seconds);
            next = merge(next, into);
        } while (seconds.size > 0 && (firsts.size > 0 || into.size == 0));
        append(firsts, next, firsts.size, into);
    }

    /** Everything of the second, and of the first what comes before its last one; gives where to go on in the first. */
    private int merge(int from, DocAndFloatFeatureBuffer into) {
        int next = from;
        reserve(into, seconds.size + firsts.size - next);
        for (int i = 0; i < seconds.size; i++) {
            int document = seconds.docs[i];
            while (next < firsts.size && firsts.docs[next] < document) {
                into.docs[into.size] = firsts.docs[next];
                into.features[into.size++] = firsts.features[next++];
            }
            double sum = next < firsts.size && firsts.docs[next] == document ? firsts.features[next++] : 0;
            into.docs[into.size] = document;
            into.features[into.size++] = (float) (sum + seconds.features[i]);
        }
        return next;
    }

    private static void append(DocAndFloatFeatureBuffer from, int first, int end, DocAndFloatFeatureBuffer into) {
        int more = end - first;
        reserve(into, more);
        System.arraycopy(from.docs, first, into.docs, into.size, more);
        System.arraycopy(from.features, first, into.features, into.size, more);
        into.size += more;
    }

    private static void reserve(DocAndFloatFeatureBuffer buffer, int more) {
        int needed = buffer.size + more;
        if (buffer.docs.length < needed) {
            int length = Math.max(needed, 2 * buffer.docs.length);
            buffer.docs = Arrays.copyOf(buffer.docs, length);
            buffer.features = Arrays.copyOf(buffer.features, length);
        }
    }
}
