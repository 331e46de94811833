package dev.epitome.search;

import java.util.Objects;

/**
 * A word that no article has, and the word of the index that was searched for instead.
 *
 * @param typed as it stands in the query
 * @param to as it stands in articles, folded
 */
public record Correction(String typed, String to) {
    public Correction {
        Objects.requireNonNull(typed, "typed");
        Objects.requireNonNull(to, "to");
    }
}
