package dev.epitome.alias;

import java.util.Objects;

/**
 * What else a word is called.
 *
 * @param text as the dictionary writes it, such as {@code Elastic Kubernetes Service}
 */
public record Meaning(String text, AliasOrigin origin) {
    public Meaning {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(origin, "origin");
    }
}
