package dev.epitome.search;

/** By which rule a part of a query matches an article. */
public enum MatchRule {
    /** The word stands there as it was typed; case, accents and width do not matter. */
    EXACT,
    /** A word of the same stem, or the same compound with other separators. */
    STEM,
    /** The word is a part of a compound. */
    PART,
    /** The same word written apart or together: {@code node port} and {@code NodePort}. */
    COMPOUND,
    /** Another name of the same thing. */
    ALIAS,
    /** A word of the index that is one or two edits away from one that is not. */
    TYPO,
    /** What is left of a word that no article has: its parts, or its beginning. */
    FALLBACK,
    /** A word that begins as asked. */
    PREFIX,
    /** Words in quotes, next to each other. */
    PHRASE,
    /** Words of the query that stand near each other: these only add to the score. */
    PROXIMITY,
    /** A value of a field, or a date: these only let pass. */
    FILTER,
    /** Recency, where it was asked for. */
    FRESHNESS,
    /** The article has every word of a relaxed query. */
    ALL_WORDS,
    /** Every article matches an empty query alike. */
    EVERYTHING
}
