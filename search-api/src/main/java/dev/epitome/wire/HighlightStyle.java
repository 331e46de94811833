package dev.epitome.wire;

/** How highlights are given. */
public enum HighlightStyle {
    /** Escaped text with {@code <mark>} around each highlight. */
    HTML,
    /** Start and end in the article's own text, in UTF-16 units. */
    OFFSETS,
    NONE
}
