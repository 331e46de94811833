package dev.epitome.alias;

import java.util.Objects;

/**
 * An acronym and what a text says it stands for.
 *
 * @param acronym in the singular, such as {@code RDG}
 * @param expansion as the text writes it, without a leading article, such as {@code Real-Time Distributed Graph}
 */
public record Definition(String acronym, String expansion) {
    public Definition {
        Objects.requireNonNull(acronym, "acronym");
        Objects.requireNonNull(expansion, "expansion");
    }
}
