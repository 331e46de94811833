package dev.epitome.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.SparseFixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The best articles by the score of a search and some bonuses. A bonus, such as that of words which stand near each
 * other, costs far more to look for than it is worth: it is looked for only where an article could be among the best
 * with all of them.
 */
final class RankingCollector implements Collector {

    private final TopFieldCollector best;
    private final List<Weight> bonuses;
    private final double mostBonus;
    private final int counted;
    private float least;
    private float inFront;
    private @Nullable SparseFixedBitSet collected;
    private long hits;
    private boolean passedOver;

    /**
     * Collects into others.
     *
     * @param best which has its own bound on how many it counts, a low one
     * @param bonuses that a hit may have or not
     * @param mostBonus that they can add up to
     * @param counted so many hits are all looked at
     */
    RankingCollector(TopFieldCollector best, List<Weight> bonuses, double mostBonus, int counted) {
        this.best = best;
        this.bonuses = bonuses;
        this.mostBonus = mostBonus;
        this.counted = counted;
    }

    /**
     * Collects these before all others, and not again.
     *
     * @param search that scores them without the bonuses
     * @param documents in their order
     * @param more what each of them gains
     */
    void collectFirst(Weight search, List<LeafReaderContext> segments, SparseFixedBitSet documents, float more)
            throws IOException {
        inFront = more;
        for (LeafReaderContext segment : segments) {
            Scorer scorer = search.scorer(segment);
            int end = segment.docBase + segment.reader().maxDoc();
            int next = segment.docBase < documents.length() ? nextSetBit(documents, segment.docBase, end) : end;
            if (scorer == null || next >= end) {
                continue;
            }
            LeafCollector collector = getLeafCollector(segment);
            collector.setScorer(scorer);
            DocIdSetIterator iterator = scorer.iterator();
            for (; next < end; next = nextSetBit(documents, next + 1, end)) {
                if (iterator.docID() < next - segment.docBase) {
                    iterator.advance(next - segment.docBase);
                }
                if (iterator.docID() == next - segment.docBase) {
                    collector.collect(iterator.docID());
                }
            }
        }
        inFront = 0;
        collected = documents;
    }

    private static int nextSetBit(SparseFixedBitSet bits, int from, int end) {
        return from >= end ? end : bits.nextSetBit(from, end);
    }

    /** How many hits were seen. */
    long hits() {
        return hits;
    }

    /** Whether these are all hits. */
    boolean isExact() {
        return !passedOver;
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.TOP_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
        List<Bonus> ofSegment = new ArrayList<>();
        for (Weight bonus : bonuses) {
            Scorer scorer = bonus.scorer(segment);
            if (scorer != null) {
                ofSegment.add(new Bonus(scorer));
            }
        }
        return new OfSegment(best.getLeafCollector(segment), segment.docBase, ofSegment.toArray(Bonus[]::new));
    }

    /** One bonus, looked for in documents in their order. */
    private static final class Bonus {

        private final Scorer scorer;
        private final @Nullable TwoPhaseIterator check;
        private final DocIdSetIterator candidates;

        Bonus(Scorer scorer) {
            this.scorer = scorer;
            this.check = scorer.twoPhaseIterator();
            this.candidates = check == null ? scorer.iterator() : check.approximation();
        }

        float of(int document) throws IOException {
            if (candidates.docID() < document) {
                candidates.advance(document);
            }
            return candidates.docID() == document && (check == null || check.matches()) ? scorer.score() : 0;
        }
    }

    private final class OfSegment extends Scorable implements LeafCollector {

        private final LeafCollector into;
        private final int base;
        private final Bonus[] bonuses;
        private Scorable search = this;
        private float score;
        private float told;

        OfSegment(LeafCollector into, int base, Bonus[] bonuses) throws IOException {
            this.into = into;
            this.base = base;
            this.bonuses = bonuses;
            into.setScorer(this);
        }

        @Override
        public void setScorer(Scorable scorer) {
            search = scorer;
        }

        @Override
        public void collect(int document) throws IOException {
            if (collected != null && collected.get(base + document)) {
                return;
            }
            hits++;
            if (hits > counted && least > told) {
                told = least;
                passedOver = true;
                // Rounded down: what is exactly as good as the last of the best may still be one of them.
                search.setMinCompetitiveScore(Math.max(0, Math.nextDown((float) (least - mostBonus))));
            }
            float found = search.score();
            if ((float) (found + mostBonus) + inFront < least) {
                return;
            }
            double sum = 0;
            for (Bonus bonus : bonuses) {
                sum += bonus.of(document);
            }
            score = (float) ((double) (float) (found + sum) + inFront);
            into.collect(document);
        }

        @Override
        public float score() {
            return score;
        }

        @Override
        public void setMinCompetitiveScore(float score) {
            least = Math.max(least, score);
        }
    }
}
