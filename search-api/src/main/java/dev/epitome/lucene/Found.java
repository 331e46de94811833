package dev.epitome.lucene;

import dev.epitome.query.Field;
import dev.epitome.search.MatchMode;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import dev.epitome.search.SortOrder;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;

/**
 * The best articles for a query.
 *
 * @param plan by which they were found
 * @param allWords where some of the words were enough, how many articles have all; those come first
 */
record Found(Plan plan, TopDocs best, OptionalLong allWords) {

    /**
     * Fewer hits than this with all words are too few: as many as one answer can show. Where a page begins must make no
     * difference, since pages are to fit together.
     */
    private static final int ENOUGH = SearchRequest.MAX_LIMIT;

    /** The best of them. */
    static Found by(IndexSearcher searcher, Understanding query, SearchRequest request, int count) throws IOException {
        return by(searcher, query, request, Stretch.first(count));
    }

    /** Some of them; by which plan does not depend on which ones. */
    static Found by(IndexSearcher searcher, Understanding query, SearchRequest request, Stretch wanted)
            throws IOException {
        TopDocs all = best(searcher, query.plan(Strictness.ALL_WORDS), request, wanted);
        Found strict = new Found(query.plan(Strictness.ALL_WORDS), all, OptionalLong.empty());
        long hits = all.totalHits.value();
        // In the order of dates those with all words would not come first.
        boolean tooFew = hits == 0 || (hits < ENOUGH && request.sort() == SortOrder.RELEVANCE);
        if (request.match() == MatchMode.ALL || !tooFew) {
            return strict;
        }
        if (hits > 0) {
            return query.differs(Strictness.ALL_WORDS, Strictness.SOME_WORDS)
                    ? relaxed(searcher, query.allFirst(), request, wanted, hits).ifMoreThan(strict)
                    : strict;
        }
        Found best = strict;
        for (Strictness less : List.of(Strictness.SOME_WORDS, Strictness.EVEN_QUOTED)) {
            if (best.best().totalHits.value() == 0 && query.differs(Strictness.ALL_WORDS, less)) {
                best = relaxed(searcher, query.plan(less), request, wanted, 0).ifMoreThan(strict);
            }
        }
        return best;
    }

    private static Found relaxed(
            IndexSearcher searcher, Plan plan, SearchRequest request, Stretch wanted, long allWords)
            throws IOException {
        return new Found(plan, best(searcher, plan, request, wanted), OptionalLong.of(allWords));
    }

    boolean relaxed() {
        return allWords.isPresent();
    }

    private Found ifMoreThan(Found other) {
        return best.totalHits.value() > other.best.totalHits.value() ? this : other;
    }

    private static TopDocs best(IndexSearcher searcher, Plan plan, SearchRequest request, Stretch wanted)
            throws IOException {
        Query filtered = FilterTranslator.filtered(plan.query(), request.filter());
        Sort sort = SortTranslator.sort(request.sort());
        int count =
                Math.min(wanted.count(), Math.max(1, searcher.getIndexReader().maxDoc()));
        TopDocs best = searcher.search(
                filtered,
                new TopFieldCollectorManager(sort, count, wanted.after().orElse(null), SearchResult.COUNTED));
        TopFieldCollector.populateScores(best.scoreDocs, searcher, filtered);
        return best;
    }

    /** What hits show of themselves in one of their texts. */
    List<Matcher> marks(Field field) {
        return plan.leaves().stream()
                .map(Plan.Leaf::clue)
                .filter(clue -> clue.highlighted() && clue.fields().contains(field))
                .map(Plan.Clue::matcher)
                .filter(matcher -> !(matcher instanceof Matcher.Nowhere))
                .distinct()
                .toList();
    }

    /** The place of an article among those found, from 1. */
    OptionalInt rank(int document) {
        for (int i = 0; i < best.scoreDocs.length; i++) {
            if (best.scoreDocs[i].doc == document) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }
}
