package dev.epitome.lucene;

import java.io.IOException;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** What one of Lucene's scorers finds, mostly a term. */
final class Postings implements Part {

    private final Scorer scorer;
    private final DocIdSetIterator candidates;
    private final @Nullable TwoPhaseIterator check;
    private final @Nullable Bits live;
    private final DocAndFloatFeatureBuffer block;
    private int checked = -1;
    private boolean matches;

    /** @param block that parts of one search may share */
    Postings(Scorer scorer, @Nullable Bits live, DocAndFloatFeatureBuffer block) {
        this.scorer = scorer;
        this.check = scorer.twoPhaseIterator();
        this.candidates = check == null ? scorer.iterator() : check.approximation();
        this.live = live;
        this.block = block;
    }

    @Override
    public long cost() {
        return candidates.cost();
    }

    @Override
    public boolean isDear() {
        return check != null;
    }

    @Override
    public int next(int from) throws IOException {
        return candidates.docID() < from ? candidates.advance(from) : candidates.docID();
    }

    @Override
    public double most(int from, int last) throws IOException {
        if (candidates.docID() > last) {
            return 0;
        }
        if (candidates.docID() <= from) {
            scorer.advanceShallow(from);
        }
        return scorer.getMaxScore(last);
    }

    @Override
    public void addTo(Window window, double least) throws IOException {
        int next = next(window.from());
        if (check != null) {
            for (; next < window.end(); next = candidates.nextDoc()) {
                if (isMatch() && (live == null || live.get(next))) {
                    window.add(next, scorer.score());
                }
            }
        } else if (next < window.end()) {
            do {
                scorer.nextDocsAndScores(window.end(), live, block);
                window.add(block.docs, block.features, block.size);
            } while (block.size > 0);
        }
    }

    /** Looked at once for each candidate: to look again would find nothing. */
    private boolean isMatch() throws IOException {
        if (check != null && checked != candidates.docID()) {
            checked = candidates.docID();
            matches = check.matches();
        }
        return check == null || matches;
    }

    @Override
    public double scoreOf(int document) throws IOException {
        return next(document) == document && isMatch() ? scorer.score() : NO;
    }
}
