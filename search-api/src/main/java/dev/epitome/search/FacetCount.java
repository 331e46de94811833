package dev.epitome.search;

import java.util.Objects;

/**
 * How many hits have one value of a {@link Facet}.
 *
 * @param value as most of the articles with it write it; {@code 2025} of a year, {@code 2025-11} of a month
 * @param count at least one, exact
 */
public record FacetCount(String value, long count) {
    public FacetCount {
        Objects.requireNonNull(value, "value");
    }
}
