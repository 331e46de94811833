package dev.epitome.search;

import dev.epitome.corpus.Place;

/** Hears of a rebuild while it runs, on the thread that runs it, and may end it. */
public interface RebuildListener {

    /** Hears nothing, and ends nothing. */
    RebuildListener SILENT = new RebuildListener() {
        @Override
        public void progress(long records) {}

        @Override
        public void rejected(Place place, String reason) {}

        @Override
        public void readAll() {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /** Called after every record, with how many there were by then, rejected ones among them. */
    void progress(long records);

    /**
     * A record, or an input, that is none.
     *
     * @param reason for a person to read
     */
    void rejected(Place place, String reason);

    /** No more is read: what follows is to write the index, to judge it and to publish it. */
    void readAll();

    /**
     * Whether nothing is to be published any more. Asked after every record, and for the last time before the publish.
     */
    boolean isCancelled();
}
