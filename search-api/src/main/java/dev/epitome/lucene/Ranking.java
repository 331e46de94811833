package dev.epitome.lucene;

import dev.epitome.engine.Plan;
import dev.epitome.engine.Retriever.Selection;
import dev.epitome.engine.Retriever.TopArticle;
import dev.epitome.engine.Retriever.TopArticles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.LongHeap;
import org.apache.lucene.util.NumericUtils;

/**
 * One search for the best articles. First what decides which articles match is scored, a window of documents at a time.
 * A bonus, such as that of words which stand near each other, costs far more to look for than it is worth: it is looked
 * for only where an article could be among the best with all of them.
 */
final class Ranking {

    /** So many times as many articles as are wanted have their bonuses looked for first, those with the best scores. */
    private static final int FIRST_LOOK = 4;

    private final BudgetedSearcher searcher;
    private final RankedSearch sources;
    private final Bonuses split;
    private final Selection wanted;
    private final ArticleOrder order;
    private final Optional<ArticleOrder.Place> after;
    private final Candidates candidates;
    private final int[] first;
    private long hits;
    private boolean passedOver;

    Ranking(BudgetedSearcher searcher, RankedSearch sources, Bonuses split, Selection wanted) throws IOException {
        this.searcher = searcher;
        this.sources = sources;
        this.split = split;
        this.wanted = wanted;
        this.order = new ArticleOrder(searcher);
        this.after = wanted.after().isEmpty()
                ? Optional.empty()
                : Optional.of(order.place(wanted.after().get()));
        int articles = Math.max(1, searcher.getIndexReader().maxDoc());
        this.candidates = new Candidates(Math.min(wanted.count(), articles), split.most());
        this.first = new int[Math.max(0, wanted.least() - 1)];
    }

    /** How many hits were seen. */
    long hits() {
        return hits;
    }

    /** All hits, where they are fewer than the least that are wanted. */
    int[] first() {
        return Arrays.copyOf(first, (int) hits);
    }

    /** Goes through the index, as far as there is time. */
    void search(Plan search) throws IOException {
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            candidates.beginSegment();
            Optional<Part> part = new SegmentSearch(sources, segment).part(search);
            if (part.isPresent()) {
                search(part.get(), segment);
            }
        }
        candidates.close();
    }

    private void search(Part search, LeafReaderContext segment) throws IOException {
        int documents = segment.reader().maxDoc();
        Window window = new Window(documents);
        for (int from = search.next(0); from < documents && !searcher.budget().shouldExit(); ) {
            int end = Math.min(documents, from + Window.SIZE);
            double least = hits > Math.max(wanted.counted(), wanted.least()) ? candidates.leastSum() : 0;
            passedOver |= least > 0;
            if (least <= 0 || search.most(from, end - 1) >= least) {
                window.reset(from, end);
                search.addTo(window, least);
                window.each((document, score) -> collect(segment.docBase + document, (float) score));
            }
            from = search.next(end);
        }
    }

    private void collect(int document, float score) {
        if (hits < first.length) {
            first[(int) hits] = document;
        }
        hits++;
        if (after.isEmpty()) {
            candidates.offer(document, score, true);
            return;
        }
        boolean certain = order.isAfter(after.get(), document, (float) (score + split.most()));
        if (certain || score <= after.get().score()) {
            candidates.offer(document, score, certain);
        }
    }

    /** The best of the articles that were gone through. */
    TopArticles best() throws IOException {
        float[] scores = new float[candidates.size()];
        Arrays.fill(scores, Float.NaN);
        float firstLook = split.bonuses().isEmpty() ? 0 : candidates.scoreOfBest(FIRST_LOOK * wanted.count());
        float least = withBonuses(scores, firstLook, 0);
        if (firstLook > 0) {
            least = Math.max(least, withBonuses(scores, 0, least));
        }
        List<TopArticle> articles = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] >= least && isWanted(candidates.document(i), scores[i])) {
                articles.add(new TopArticle(candidates.document(i), scores[i]));
            }
        }
        articles.sort(order);
        return new TopArticles(articles.subList(0, Math.min(wanted.count(), articles.size())), hits, !passedOver);
    }

    private boolean isWanted(int document, float score) {
        return after.isEmpty() || order.isAfter(after.get(), document, score);
    }

    /**
     * Fills in whole scores, those that are not there yet.
     *
     * @param from of which score at least, without bonuses
     * @param least which others with all bonuses do not reach
     * @return what as many as are wanted reach, or the least where they are fewer
     */
    private float withBonuses(float[] scores, float from, float least) throws IOException {
        LongHeap best = new LongHeap(wanted.count());
        float enough = least;
        List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
        LeafReaderContext segment = null;
        List<Part> bonuses = List.of();
        for (int i = 0; i < scores.length; i++) {
            int document = candidates.document(i);
            float score = candidates.score(i);
            if (score < from || !Float.isNaN(scores[i]) || (float) (score + split.most()) < enough) {
                continue;
            }
            if (segment == null
                    || document >= segment.docBase + segment.reader().maxDoc()) {
                segment = segments.get(ReaderUtil.subIndex(document, segments));
                bonuses = bonuses(segment);
            }
            scores[i] = whole(document - segment.docBase, score, bonuses, enough);
            if (scores[i] >= enough && isWanted(document, scores[i])) {
                best.insertWithOverflow(NumericUtils.floatToSortableInt(scores[i]));
                if (best.size() == wanted.count()) {
                    enough = Math.max(enough, NumericUtils.sortableIntToFloat((int) best.top()));
                }
            }
        }
        return enough;
    }

    /** Less than is enough where it can be no more. */
    private float whole(int document, float score, List<Part> bonuses, float enough) throws IOException {
        double sum = 0;
        double left = split.most();
        for (int i = 0; i < bonuses.size() && (float) (score + sum + left) >= enough; i++) {
            sum += Math.max(0, bonuses.get(i).scoreOf(document));
            left -= split.bonuses().get(i).maxScore();
        }
        return (float) (score + sum);
    }

    private List<Part> bonuses(LeafReaderContext segment) throws IOException {
        SegmentSearch parts = new SegmentSearch(sources, segment);
        List<Part> bonuses = new ArrayList<>();
        for (Plan bonus : split.bonuses()) {
            bonuses.add(parts.bonus(bonus));
        }
        return bonuses;
    }
}
