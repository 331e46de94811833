package dev.epitome.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
    private final int size;
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
     * @param size of the index
     */
    RankingCollector(TopFieldCollector best, List<Weight> bonuses, double mostBonus, int counted, int size) {
        this.best = best;
        this.bonuses = bonuses;
        this.mostBonus = mostBonus;
        this.counted = counted;
        this.size = size;
    }

    /**
     * Collects these before all others, and not again.
     *
     * @param search that scores them without the bonuses
     * @param documents in their order
     * @param gaining those of them that gain something more
     * @param more what these gain
     */
    void collectFirst(
            Weight search, List<LeafReaderContext> segments, int[] documents, Set<Integer> gaining, float more)
            throws IOException {
        SparseFixedBitSet all = new SparseFixedBitSet(size);
        int next = 0;
        for (LeafReaderContext segment : segments) {
            int end = segment.docBase + segment.reader().maxDoc();
            Scorer scorer = next < documents.length && documents[next] < end ? search.scorer(segment) : null;
            if (scorer == null) {
                continue;
            }
            LeafCollector collector = getLeafCollector(segment);
            collector.setScorer(scorer);
            for (; next < documents.length && documents[next] < end; next++) {
                int document = documents[next] - segment.docBase;
                if (scorer.docID() < document) {
                    scorer.iterator().advance(document);
                }
                if (scorer.docID() == document) {
                    inFront = gaining.contains(documents[next]) ? more : 0;
                    collector.collect(document);
                }
                all.set(documents[next]);
            }
        }
        inFront = 0;
        collected = all;
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
        return new OfSegment(best.getLeafCollector(segment), segment);
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
        private final LeafReaderContext segment;
        private Bonus @Nullable [] ofSegment;
        private Scorable search = this;
        private float score;
        private float told;

        OfSegment(LeafCollector into, LeafReaderContext segment) throws IOException {
            this.into = into;
            this.segment = segment;
            into.setScorer(this);
        }

        /** Opened only when an article might have one. */
        private Bonus[] bonuses() throws IOException {
            if (ofSegment == null) {
                List<Bonus> opened = new ArrayList<>();
                for (Weight bonus : bonuses) {
                    Scorer scorer = bonus.scorer(segment);
                    if (scorer != null) {
                        opened.add(new Bonus(scorer));
                    }
                }
                ofSegment = opened.toArray(Bonus[]::new);
            }
            return ofSegment;
        }

        @Override
        public void setScorer(Scorable scorer) {
            search = scorer;
        }

        @Override
        public void collect(int document) throws IOException {
            if (collected != null && collected.get(segment.docBase + document)) {
                return;
            }
            hits++;
            if (hits > counted && least > told) {
                told = least;
                passedOver = true;
                // Lower by what rounding a sum can add: what is as good as the last of the best may still be one of
                // them.
                double enough = least - Math.ulp(least) - mostBonus;
                search.setMinCompetitiveScore(Math.max(0, Math.nextDown((float) enough)));
            }
            float found = search.score();
            if ((float) (found + mostBonus) + inFront < least) {
                return;
            }
            double sum = 0;
            for (Bonus bonus : bonuses()) {
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
