package dev.epitome.lucene;

import dev.epitome.corpus.Entry;
import dev.epitome.corpus.Place;
import dev.epitome.corpus.Warning;
import dev.epitome.index.PublishCheck;
import dev.epitome.index.ReindexListener;
import dev.epitome.search.RebuildListener;
import java.util.concurrent.CancellationException;

/** Tells a listener of a rebuild, and ends it where that wants no more of it. */
record RebuildHearing(RebuildListener listener) implements ReindexListener {

    @Override
    public void rejected(Entry.Rejected some) {
        listener.rejected(some.place(), some.reason());
    }

    @Override
    public void warned(Place place, Warning warning) {}

    @Override
    public void progress(long records, long bytesRead, long bytesTotal) {
        listener.progress(records);
        endWhereCancelled();
    }

    @Override
    public void readAll() {
        listener.readAll();
        endWhereCancelled();
    }

    /** The same check, before which and after which a rebuild can still be ended. */
    PublishCheck unlessCancelled(PublishCheck check) {
        return candidate -> {
            endWhereCancelled();
            PublishCheck.Decision decision = check.check(candidate);
            endWhereCancelled();
            return decision;
        };
    }

    private void endWhereCancelled() {
        if (listener.isCancelled()) {
            throw new CancellationException("the rebuild was cancelled");
        }
    }
}
