package dev.epitome.engine;

import dev.epitome.engine.Retriever.FacetCounts;
import dev.epitome.search.Facet;
import dev.epitome.search.FacetCount;
import dev.epitome.search.SearchFilter;
import dev.epitome.search.SearchRequest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Counts the hits of a search by facets. A search of its own, over all hits: one for the facets whose own filter is not
 * set, and one for each whose own filter is, since that must not hide the other values.
 */
final class FacetCounter {

    private FacetCounter() {}

    /**
     * What was counted.
     *
     * @param facets without those that there was no time to count to the end
     * @param hits how many there are of the request itself; empty where each facet has a filter of its own
     */
    record Counts(Map<Facet, List<FacetCount>> facets, OptionalLong hits) {}

    /**
     * Counts what was found.
     *
     * @param plan by which it was found; also what only a facet's own filter keeps out is counted by it
     */
    static Counts count(IndexState state, Plan plan, SearchRequest request) {
        Map<SearchFilter, List<Facet>> searches =
                request.facets().stream().collect(Collectors.groupingBy(facet -> without(facet, request.filter())));
        Map<Facet, List<FacetCount>> counts = new EnumMap<>(Facet.class);
        OptionalLong hits = OptionalLong.empty();
        for (Map.Entry<SearchFilter, List<Facet>> search : searches.entrySet()) {
            if (state.budget().shouldExit()) {
                continue;
            }
            Optional<FacetCounts> counted = state.retriever().facets(plan, search.getKey(), search.getValue());
            counted.ifPresent(some -> counts.putAll(some.facets()));
            if (counted.isPresent() && search.getKey().equals(request.filter())) {
                hits = OptionalLong.of(counted.get().hits());
            }
        }
        return new Counts(counts, hits);
    }

    private static SearchFilter without(Facet facet, SearchFilter all) {
        List<String> sources = facet == Facet.SOURCE ? List.of() : all.sources();
        List<String> authors = facet == Facet.AUTHOR ? List.of() : all.authors();
        List<String> tags = facet == Facet.TAG ? List.of() : all.tags();
        List<String> types = facet == Facet.TYPE ? List.of() : all.types();
        return switch (facet) {
            case SOURCE, AUTHOR, TAG, TYPE ->
                new SearchFilter(sources, authors, tags, types, all.publishedAfter(), all.publishedBefore());
            case YEAR, MONTH -> new SearchFilter(sources, authors, tags, types, Optional.empty(), Optional.empty());
        };
    }
}
