package dev.epitome.search;

/** What to do when no article has all words of a query. */
public enum MatchMode {
    /** Give those that have some of the words, and say so. */
    RELAXED,
    /** Give none. */
    ALL
}
