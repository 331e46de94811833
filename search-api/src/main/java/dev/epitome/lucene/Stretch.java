package dev.epitome.lucene;

import java.util.Optional;
import org.apache.lucene.search.FieldDoc;

/**
 * Hits that follow each other.
 *
 * @param after the hit right before them, by what it is sorted by; empty to begin with the best
 * @param count how many at most
 */
record Stretch(Optional<FieldDoc> after, int count) {

    static Stretch first(int count) {
        return new Stretch(Optional.empty(), count);
    }
}
