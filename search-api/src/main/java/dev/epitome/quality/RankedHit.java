package dev.epitome.quality;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * A hit of a topic.
 *
 * @param rank from 1
 * @param id of the article
 * @param grade what it was judged, where it was
 */
public record RankedHit(int rank, String id, String title, OptionalInt grade) {
    public RankedHit {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(grade, "grade");
    }
}
