package dev.epitome.index;

import dev.epitome.corpus.Entry;
import dev.epitome.corpus.Place;
import dev.epitome.corpus.Warning;

/** Hears of a rebuild while it runs, on the thread that runs it. */
public interface ReindexListener {

    /** Hears nothing. */
    ReindexListener SILENT = new ReindexListener() {
        @Override
        public void rejected(Entry.Rejected rejected) {}

        @Override
        public void warned(Place place, Warning warning) {}

        @Override
        public void progress(long records, long bytesRead, long bytesTotal) {}
    };

    /** A record or a file that cannot be indexed. */
    void rejected(Entry.Rejected rejected);

    /** Something left out or put right: the record itself is indexed. */
    void warned(Place place, Warning warning);

    /**
     * Called after every record: return at once.
     *
     * @param bytesTotal 0 where it is not known
     */
    void progress(long records, long bytesRead, long bytesTotal);

    /** Called once, when nothing more is read: what follows is to write the index, to check it and to publish it. */
    default void readAll() {}
}
