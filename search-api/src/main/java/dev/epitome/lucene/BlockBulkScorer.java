package dev.epitome.lucene;

import java.io.IOException;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.Bits;

/** Scores a block of documents at a time, and passes over those of which none can be among the best. */
final class BlockBulkScorer extends BulkScorer {

    private final Scorer scorer;
    private final DocAndFloatFeatureBuffer block = new DocAndFloatFeatureBuffer();
    private final Current current = new Current();

    BlockBulkScorer(Scorer scorer) {
        this.scorer = scorer;
    }

    private static final class Current extends Scorable {

        private float score;
        private float least;

        @Override
        public float score() {
            return score;
        }

        @Override
        public void setMinCompetitiveScore(float score) {
            least = score;
        }
    }

    @Override
    public int score(LeafCollector collector, Bits live, int min, int max) throws IOException {
        collector.setScorer(current);
        DocIdSetIterator documents = scorer.iterator();
        int next = scorer.docID() < min ? documents.advance(min) : scorer.docID();
        while (next < max) {
            int last = Math.min(scorer.advanceShallow(next), max - 1);
            if (scorer.getMaxScore(last) < current.least) {
                documents.advance(last + 1);
            } else {
                collect(collector, live, last + 1);
            }
            next = scorer.docID();
        }
        return next;
    }

    private void collect(LeafCollector collector, Bits live, int end) throws IOException {
        scorer.nextDocsAndScores(end, live, block);
        while (block.size > 0) {
            for (int i = 0; i < block.size; i++) {
                if (block.features[i] >= current.least) {
                    current.score = block.features[i];
                    collector.collect(block.docs[i]);
                }
            }
            scorer.nextDocsAndScores(end, live, block);
        }
    }

    @Override
    public long cost() {
        return scorer.iterator().cost();
    }
}
