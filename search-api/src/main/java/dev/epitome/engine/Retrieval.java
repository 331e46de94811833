package dev.epitome.engine;

import dev.epitome.engine.QueryParts.Strictness;
import dev.epitome.engine.Retriever.Selection;
import dev.epitome.engine.Retriever.SortValues;
import dev.epitome.engine.Retriever.TopArticles;
import dev.epitome.query.Field;
import dev.epitome.search.MatchMode;
import dev.epitome.search.SearchFilter;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import dev.epitome.search.SearchResult.Relation;
import dev.epitome.search.SearchResult.Total;
import dev.epitome.search.SortOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The best articles for a query.
 *
 * @param plan by which they were found
 * @param allWords where some of the words were enough, how many articles have all; those come first
 */
record Retrieval(Plan plan, TopArticles top, OptionalLong allWords) {

    /**
     * Fewer hits than this with all words are too few: as many as one answer can show. Where a page begins must make no
     * difference, since pages are to fit together.
     */
    private static final int ENOUGH = SearchRequest.MAX_LIMIT;

    /** The best of them. */
    static Retrieval by(Retriever retriever, QueryRewriter query, SearchRequest request, int count) {
        return by(retriever, query, request, selection(request, Optional.empty(), count));
    }

    /** Some of them; by which plan does not depend on which ones. */
    static Retrieval by(Retriever retriever, QueryRewriter query, SearchRequest request, Selection wanted) {
        Plan strict = query.plan(Strictness.ALL_WORDS);
        if (request.match() == MatchMode.ALL) {
            return strict(retriever, strict, request, wanted);
        }
        // In the order of dates those with all words would not come first.
        int enough = request.sort() == SortOrder.RELEVANCE ? ENOUGH : 1;
        boolean some = query.differs(Strictness.ALL_WORDS, Strictness.SOME_WORDS);
        boolean quoted = query.differs(Strictness.ALL_WORDS, Strictness.EVEN_QUOTED);
        int least = some ? enough : quoted ? 1 : 0;
        TopArticles top = retriever.top(strict, request.filter(), wanted.withLeast(least));
        if (top.hits() >= least || !top.articles().isEmpty()) {
            return new Retrieval(strict, top, OptionalLong.empty());
        }
        if (top.hits() > 0) {
            Retrieval relaxed = relaxed(retriever, query.allFirst(), request, wanted, top.hits());
            return relaxed.top().hits() > top.hits() ? relaxed : strict(retriever, strict, request, wanted);
        }
        for (Strictness less : List.of(Strictness.SOME_WORDS, Strictness.EVEN_QUOTED)) {
            if (less == Strictness.SOME_WORDS ? some : quoted) {
                Retrieval relaxed = relaxed(retriever, query.plan(less), request, wanted, 0);
                if (relaxed.top().hits() > 0) {
                    return relaxed;
                }
            }
        }
        return strict(retriever, strict, request, wanted);
    }

    private static Retrieval strict(Retriever retriever, Plan plan, SearchRequest request, Selection wanted) {
        return new Retrieval(plan, retriever.top(plan, request.filter(), wanted), OptionalLong.empty());
    }

    static Selection selection(SearchRequest request, Optional<SortValues> after, int count) {
        return new Selection(request.sort(), after, count, SearchResult.COUNTED, 0, true);
    }

    private static Retrieval relaxed(
            Retriever retriever, Plan plan, SearchRequest request, Selection wanted, long allWords) {
        return new Retrieval(plan, retriever.top(plan, request.filter(), wanted), OptionalLong.of(allWords));
    }

    boolean relaxed() {
        return allWords.isPresent();
    }

    /**
     * How many articles match: one number for the same search, however many hits it shows. A retriever passes over what
     * cannot be among the best, and how much that is depends on how many are asked for: what it did not count to its
     * end is told as so many or more.
     *
     * @param counted what facets were counted by, where that was the same
     */
    Total total(IndexState state, SearchFilter filter, OptionalLong counted) {
        if (counted.isPresent()) {
            return new Total(counted.getAsLong(), Relation.EQ);
        }
        if (state.budget().isSpent()) {
            return new Total(Math.min(top.hits(), SearchResult.COUNTED), Relation.GTE);
        }
        if (top.counted() && top.hits() <= SearchResult.COUNTED) {
            return new Total(top.hits(), Relation.EQ);
        }
        OptionalLong known = state.retriever().knownCount(plan, filter);
        return known.isPresent()
                ? new Total(known.getAsLong(), Relation.EQ)
                : new Total(SearchResult.COUNTED, Relation.GTE);
    }

    /** What hits show of themselves in one of their texts. */
    List<Matcher> marks(Field field) {
        return plan.leaves().stream()
                .map(Plan.Leaf::evidence)
                .filter(evidence -> evidence.highlighted() && evidence.fields().contains(field))
                .map(Plan.Evidence::matcher)
                .filter(matcher -> !(matcher instanceof Matcher.Nowhere))
                .distinct()
                .toList();
    }

    /** The place of an article among those found, from 1. */
    OptionalInt rank(int article) {
        for (int i = 0; i < top.articles().size(); i++) {
            if (top.articles().get(i).number() == article) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }
}
