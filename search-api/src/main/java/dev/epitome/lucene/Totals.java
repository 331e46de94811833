package dev.epitome.lucene;

import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import dev.epitome.search.SearchResult.Relation;
import dev.epitome.search.SearchResult.Total;
import java.io.IOException;
import java.util.OptionalLong;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TotalHits;

/**
 * How many articles match. A collector passes over what cannot be among the best, and how much that is depends on how
 * many are asked for: a number that it did not count to its end tells nobody anything.
 */
final class Totals {

    private Totals() {}

    /**
     * One number for the same search, however many hits it shows. Where that was stopped early, so many or more.
     *
     * @param counted what facets were counted by, where that was the same
     */
    static Total of(BudgetedSearcher searcher, Found found, SearchRequest request, OptionalLong counted)
            throws IOException {
        if (counted.isPresent()) {
            return new Total(counted.getAsLong(), Relation.EQ);
        }
        TotalHits hits = found.best().totalHits;
        if (searcher.budget().isSpent()) {
            return new Total(Math.min(hits.value(), SearchResult.COUNTED), Relation.GTE);
        }
        if (hits.relation() == TotalHits.Relation.EQUAL_TO && hits.value() <= SearchResult.COUNTED) {
            return new Total(hits.value(), Relation.EQ);
        }
        Query query = FilterTranslator.filtered(found.plan().query(), request.filter());
        if (isEverything(searcher, query)) {
            return new Total(searcher.getIndexReader().numDocs(), Relation.EQ);
        }
        if (isWord(found.plan()) && request.filter().isEmpty()) {
            return new Total(searcher.count(query), Relation.EQ);
        }
        return new Total(SearchResult.COUNTED, Relation.GTE);
    }

    /** Whether every article matches: page, feed and statistics begin so. */
    static boolean isEverything(IndexSearcher searcher, Query query) throws IOException {
        return searcher.rewrite(new ConstantScoreQuery(query)) instanceof ConstantScoreQuery rewritten
                && rewritten.getQuery() instanceof MatchAllDocsQuery;
    }

    /** Of one term the index knows the number, and of two that stand for one word nearly so. */
    private static boolean isWord(Plan plan) {
        return switch (plan) {
            case Plan.Leaf leaf -> isTerm(leaf.query());
            case Plan.Sum sum ->
                sum.required().isEmpty()
                        && sum.without().isEmpty()
                        && sum.optional().size() <= 2
                        && sum.optional().stream()
                                .allMatch(part -> part instanceof Plan.Leaf leaf && isTerm(leaf.query()));
            case Plan.Best best -> false;
            case Plan.Only only -> false;
            case Plan.Nothing nothing -> false;
        };
    }

    private static boolean isTerm(Query query) {
        return query instanceof TermQuery || (query instanceof BoostQuery boosted && isTerm(boosted.getQuery()));
    }
}
