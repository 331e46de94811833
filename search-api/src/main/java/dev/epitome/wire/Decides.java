package dev.epitome.wire;

/** What depends on a parameter, which says who takes it. */
enum Decides {
    /** Which articles are hits, and their order: a cursor is for one value. */
    HITS,
    /** As {@link #HITS}, by what an article is, whatever is asked for. */
    FILTER,
    /** Which of the hits are returned. */
    PAGE,
    /** What of each hit is returned. */
    LOOK,
    /** What only an answer to a search has. */
    ANSWER,
    SUGGESTIONS,
    RELATED,
    /** How an article is changed. */
    CHANGE,
    /** How many articles are changed. */
    CHANGES,
    /** Whether articles are deleted. */
    DELETION,
    /** Whether a rebuild is published. */
    REBUILD
}
