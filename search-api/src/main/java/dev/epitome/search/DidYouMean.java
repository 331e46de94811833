package dev.epitome.search;

import java.util.Objects;

/**
 * Another query that finds more.
 *
 * @param query to ask instead
 * @param hits how many articles it finds, at least one
 */
public record DidYouMean(String query, long hits) {
    public DidYouMean {
        Objects.requireNonNull(query, "query");
    }
}
