package dev.epitome.lucene;

/** How much of a query an article owes. Fields, dates and what is left out it always does. */
enum Strictness {
    /** Every word. */
    ALL_WORDS,
    /** Some of the words, and all that is in quotes. */
    SOME_WORDS,
    /** Some of the words, in quotes or not: for questions that quote a word in passing. */
    EVEN_QUOTED
}
