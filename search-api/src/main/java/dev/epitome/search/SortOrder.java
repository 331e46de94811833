package dev.epitome.search;

/** The order of hits. Ties go to the newer article, then to the id that sorts first. */
public enum SortOrder {
    /** Best match first. */
    RELEVANCE,
    /** Newest first; articles without a date last. */
    NEWEST,
    /** Oldest first; articles without a date last. */
    OLDEST,
    /** By place in the roundup; articles without one last. */
    RANK
}
