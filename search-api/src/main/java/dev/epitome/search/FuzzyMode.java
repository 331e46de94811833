package dev.epitome.search;

/** What to do with words that no article has. */
public enum FuzzyMode {
    /** Search for what is left of them, or for the nearest word of the index, and say so. */
    AUTO,
    /** Search for them as they are; the answer may propose what was meant. */
    OFF
}
