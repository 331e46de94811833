package dev.epitome.search;

/**
 * By what a new index is judged before it takes the place of the one that readers have.
 *
 * @param quality whether it must answer as well as whoever opened the writer wants
 * @param losses whether it must have at least four fifths of the articles of the one before
 */
public record RebuildChecks(boolean quality, boolean losses) {

    /** All that there are. */
    public static final RebuildChecks ALL = new RebuildChecks(true, true);
}
