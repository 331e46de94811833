package dev.epitome.engine;

import dev.epitome.search.Facet;
import dev.epitome.search.FacetCount;
import dev.epitome.search.SearchFilter;
import dev.epitome.search.SortOrder;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Carries out plans over the articles of one state of an index. */
public interface Retriever {

    /**
     * Which of the articles that match are wanted. Ties are broken by date, the newest first, then by id, so that the
     * order is total.
     *
     * @param after by what the article right before them is sorted; empty to begin with the first
     * @param count how many at most
     * @param counted how many are counted at least, if there are so many; of more, the number may be a lower bound
     * @param least where fewer match, none are wanted but only their number
     * @param scored whether the scores of articles are wanted, which costs another look at the terms of the plan
     */
    record Selection(SortOrder order, Optional<SortValues> after, int count, int counted, int least, boolean scored) {

        Selection withLeast(int other) {
            return new Selection(order, after, count, counted, other, scored);
        }

        /** So many of the best, and no more counted; without their scores. */
        static Selection best(int count) {
            return new Selection(SortOrder.RELEVANCE, Optional.empty(), count, count, 0, false);
        }
    }

    /** By what an article is sorted; what its order does not ask for is 0. */
    record SortValues(float score, long published, int rank, String id) {}

    /**
     * An article that was found.
     *
     * @param score {@code NaN} where scores were not wanted
     */
    record TopArticle(int number, float score) {}

    /**
     * The first articles of a selection.
     *
     * @param hits how many match
     * @param counted whether that is their number, and not a lower bound
     */
    record TopArticles(List<TopArticle> articles, long hits, boolean counted) {
        public TopArticles {
            articles = List.copyOf(articles);
        }
    }

    /**
     * How many articles have which values.
     *
     * @param hits how many articles were counted
     * @param facets the values of most articles first, of equals in the order of the alphabet; of dates the latest
     *     first. No more than an answer may have.
     */
    record FacetCounts(long hits, Map<Facet, List<FacetCount>> facets) {
        public FacetCounts {
            facets = Map.copyOf(facets);
        }
    }

    /** The best articles; fewer than there are where the budget is spent. */
    TopArticles top(Plan plan, SearchFilter filter, Selection selection);

    /** How many articles match. */
    long count(Plan plan);

    /** By what an article was sorted that was found in this order. */
    SortValues sortedBy(SortOrder order, TopArticle article);

    /** How many articles match, where the index knows that without looking at them. */
    OptionalLong knownCount(Plan plan, SearchFilter filter);

    boolean matchesAny(Plan plan);

    /** Counts all articles that match; empty where the budget was spent before the end. */
    Optional<FacetCounts> facets(Plan plan, SearchFilter filter, List<Facet> facets);

    /** The places, in the list, of the articles that match. */
    BitSet matching(Plan plan, List<Integer> articles);

    /** What a leaf gives to the score of an article; empty where it does not match. */
    OptionalDouble score(Plan.Leaf leaf, int article);
}
