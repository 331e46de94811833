package dev.epitome.quality;

import java.util.List;
import java.util.Objects;

/**
 * A topic that should find something, and the answer to it.
 *
 * @param expected the relevant articles, the best first
 * @param hits the first {@link Evaluation#DEPTH} at most
 */
public record JudgedTopic(Topic topic, List<Expected> expected, Measures measures, List<RankedHit> hits) {

    public JudgedTopic {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(measures, "measures");
        Objects.requireNonNull(hits, "hits");
        expected = List.copyOf(expected);
        hits = List.copyOf(hits);
    }
}
