package dev.epitome.engine;

import java.util.List;
import java.util.Set;

/** What in a text a part of a query means: for highlights, and for explanations of where it stands. */
public sealed interface Matcher {

    /** The word as it was written. */
    record Exact(String term) implements Matcher {}

    /** The looser term that spellings share, of a whole word or of a part of one. */
    record Loose(String term) implements Matcher {}

    /** Terms at fixed distances. */
    record Sequence(List<Slot> slots) implements Matcher {
        public Sequence {
            slots = List.copyOf(slots);
        }
    }

    /** Words that begin so. */
    record Beginning(String prefix) implements Matcher {}

    /** Nothing that can be shown. */
    record Nowhere() implements Matcher {}

    /**
     * One place of a sequence.
     *
     * @param terms of which one stands there
     * @param position counted from the first place of the sequence
     */
    record Slot(Set<String> terms, int position) {
        public Slot {
            terms = Set.copyOf(terms);
        }
    }
}
