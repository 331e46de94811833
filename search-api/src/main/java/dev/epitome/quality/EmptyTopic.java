package dev.epitome.quality;

import java.util.List;
import java.util.Objects;

/**
 * A topic that must find nothing, and the answer to it.
 *
 * @param hits the first {@link Evaluation#DEPTH} at most
 */
public record EmptyTopic(Topic topic, List<RankedHit> hits) {

    public EmptyTopic {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(hits, "hits");
        hits = List.copyOf(hits);
    }

    public boolean passed() {
        return hits.isEmpty();
    }
}
