package dev.epitome.search;

import dev.epitome.corpus.Place;

/** Hears of a rebuild while it runs, on the thread that runs it, and may end it. */
@FunctionalInterface
public interface RebuildListener {

    /** Hears nothing, and ends nothing. */
    RebuildListener SILENT = (place, reason) -> {};

    /**
     * A record, or an input, that is no article.
     *
     * @param reason for a person to read
     */
    void rejected(Place place, String reason);

    /** Called after every record, with how many there were by then, rejected ones among them. */
    default void progress(long records) {}

    /** No more is read: what follows is to write the index, to judge it and to publish it. */
    default void readAll() {}

    /**
     * Whether nothing is to be published any more. Asked after every record, and for the last time before the publish.
     */
    default boolean isCancelled() {
        return false;
    }
}
