package dev.epitome.benchmarks.speed;

import java.util.Locale;

/** What people ask a search for, as far as the work differs. */
public enum QueryKind {
    RARE_WORD,
    COMMON_WORD,
    TWO_WORDS,
    FOUR_WORDS,
    QUESTION,
    PHRASE,
    PREFIX,
    ALIAS,
    TYPO,
    NOTHING_FOUND,
    FILTER,
    FACETS,
    EVERYTHING;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
