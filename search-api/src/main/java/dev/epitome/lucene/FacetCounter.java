package dev.epitome.lucene;

import dev.epitome.search.Facet;
import dev.epitome.search.FacetCount;
import dev.epitome.search.SearchFilter;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import org.apache.lucene.search.Query;

/**
 * Counts the hits of a search by facets. A search of its own, over all hits: one for the facets whose own filter is not
 * set, and one for each whose own filter is, since that must not hide the other values.
 */
final class FacetCounter {

    private final BudgetedSearcher searcher;
    private final CommitFacets commit;
    private final Plan plan;

    private FacetCounter(BudgetedSearcher searcher, CommitFacets commit, Plan plan) {
        this.searcher = searcher;
        this.commit = commit;
        this.plan = plan;
    }

    /**
     * Counts what was found.
     *
     * @param plan by which it was found; also what only a facet's own filter keeps out is counted by it
     */
    static Counts count(Snapshot snapshot, Plan plan, SearchRequest request) throws IOException {
        FacetCounter counter = new FacetCounter(snapshot.searcher(), snapshot.facets(), plan);
        Map<SearchFilter, List<Facet>> searches =
                request.facets().stream().collect(Collectors.groupingBy(facet -> without(facet, request.filter())));
        Map<Facet, List<FacetCount>> counts = new EnumMap<>(Facet.class);
        OptionalLong hits = OptionalLong.empty();
        for (Map.Entry<SearchFilter, List<Facet>> search : searches.entrySet()) {
            OptionalLong counted = counter.count(search.getKey(), search.getValue(), counts);
            hits = search.getKey().equals(request.filter()) ? counted : hits;
        }
        return new Counts(counts, hits);
    }

    /**
     * What was counted.
     *
     * @param facets without those that there was no time to count to the end
     * @param hits how many there are of the request itself; empty where each facet has a filter of its own
     */
    record Counts(Map<Facet, List<FacetCount>> facets, OptionalLong hits) {}

    private static SearchFilter without(Facet facet, SearchFilter all) {
        List<String> sources = facet == Facet.SOURCE ? List.of() : all.sources();
        List<String> authors = facet == Facet.AUTHOR ? List.of() : all.authors();
        List<String> tags = facet == Facet.TAG ? List.of() : all.tags();
        List<String> types = facet == Facet.TYPE ? List.of() : all.types();
        return isOfDates(facet)
                ? new SearchFilter(sources, authors, tags, types, Optional.empty(), Optional.empty())
                : new SearchFilter(sources, authors, tags, types, all.publishedAfter(), all.publishedBefore());
    }

    private static boolean isOfDates(Facet facet) {
        return switch (facet) {
            case SOURCE, AUTHOR, TAG, TYPE -> false;
            case YEAR, MONTH -> true;
        };
    }

    /** Gives the number of articles that were counted; empty, and nothing told, where there was no time for all. */
    private OptionalLong count(SearchFilter filter, List<Facet> facets, Map<Facet, List<FacetCount>> into)
            throws IOException {
        if (searcher.budget().shouldExit()) {
            return OptionalLong.empty();
        }
        List<FacetKeys> keys = facets.stream().map(commit::of).toList();
        Query query = FilterTranslator.filtered(plan.query(), filter);
        // Where every article matches there is nothing to count that is not known already.
        FacetCollector.Counted counted = Totals.isEverything(searcher, query)
                ? new FacetCollector.Counted(
                        searcher.getIndexReader().numDocs(),
                        keys.stream().map(FacetKeys::totals).toList())
                : searcher.search(query, new FacetCollector.Counting(keys));
        if (searcher.budget().isSpent()) {
            return OptionalLong.empty();
        }
        for (int i = 0; i < facets.size(); i++) {
            boolean latestFirst = isOfDates(facets.get(i));
            into.put(facets.get(i), told(keys.get(i), best(counted.counts().get(i), latestFirst)));
        }
        return OptionalLong.of(counted.hits());
    }

    private record Value(int key, int count) {
        static final Comparator<Value> MOST_FREQUENT_LAST =
                Comparator.comparingInt(Value::count).thenComparing(Value::key, Comparator.reverseOrder());
        static final Comparator<Value> LATEST_LAST = Comparator.comparingInt(Value::key);
    }

    /** There may be many values, of which few are told: the others are not even sorted. */
    private static List<Value> best(int[] counts, boolean latestFirst) {
        int most = latestFirst ? SearchResult.MAX_FACET_DATES : SearchResult.MAX_FACET_VALUES;
        Comparator<Value> worstFirst = latestFirst ? Value.LATEST_LAST : Value.MOST_FREQUENT_LAST;
        PriorityQueue<Value> best = new PriorityQueue<>(worstFirst);
        for (int key = 0; key < counts.length; key++) {
            if (counts[key] == 0) {
                continue;
            }
            Value value = new Value(key, counts[key]);
            if (best.size() < most) {
                best.add(value);
            } else if (worstFirst.compare(value, best.element()) > 0) {
                best.remove();
                best.add(value);
            }
        }
        return best.stream().sorted(worstFirst.reversed()).toList();
    }

    private static List<FacetCount> told(FacetKeys keys, List<Value> best) throws IOException {
        List<FacetCount> told = new ArrayList<>();
        for (Value value : best) {
            told.add(new FacetCount(keys.written(value.key()), value.count()));
        }
        return told;
    }
}
