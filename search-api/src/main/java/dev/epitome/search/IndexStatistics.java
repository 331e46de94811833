package dev.epitome.search;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What one published state of an index holds.
 *
 * @param articles how many there are by every facet, as {@link SearchResult#facets()} counts them
 */
public record IndexStatistics(IndexStatus index, Map<Facet, List<FacetCount>> articles) {
    public IndexStatistics {
        Objects.requireNonNull(index, "index");
        Objects.requireNonNull(articles, "articles");
        articles = Map.copyOf(articles);
    }
}
