package dev.epitome.wire;

import dev.epitome.search.SearchRequest;
import java.time.LocalDate;

/**
 * A search as asked through a door: what to ask of the engine, and how to write the answer.
 *
 * @param highlight how what the request wants marked is given
 */
public record SearchCall(SearchRequest request, HighlightStyle highlight) {

    SearchCall with(SearchRequest other) {
        return new SearchCall(other, highlight);
    }

    SearchCall withHighlight(HighlightStyle style) {
        return new SearchCall(style == HighlightStyle.NONE ? request.withoutHighlights() : request, style);
    }

    /** The same, asked on another day. */
    public SearchCall on(LocalDate today) {
        return with(request.withToday(today));
    }

    /** How highlights are given. */
    public enum HighlightStyle {
        /** Escaped text with {@code <mark>} around each highlight. */
        HTML,
        /** Start and end in the article's own text, in UTF-16 units. */
        OFFSETS,
        NONE
    }
}
