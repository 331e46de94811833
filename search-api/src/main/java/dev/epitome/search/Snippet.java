package dev.epitome.search;

import java.util.List;
import java.util.Objects;

/**
 * A passage of a text with its highlights.
 *
 * @param text the passage, as it stands in the whole
 * @param start where it begins in the whole, in UTF-16 units
 * @param opensWhole whether it begins where the whole does
 * @param closesWhole whether it ends where the whole does
 * @param highlights in order, without overlap; never empty
 */
public record Snippet(String text, int start, boolean opensWhole, boolean closesWhole, List<Span> highlights) {

    public Snippet {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(highlights, "highlights");
        highlights = List.copyOf(highlights);
    }

    /** From {@code start} up to {@code end}, in UTF-16 units of {@link Snippet#text()}. */
    public record Span(int start, int end) {}
}
