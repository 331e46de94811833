package dev.epitome.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What in a text a part of a query means: for highlights, and for explanations of where it stands. */
public sealed interface Matcher {

    /** The terms of which a word has one wherever this is found, or with which it begins. */
    default Set<String> terms() {
        return switch (this) {
            case Exact exact -> Set.of(exact.term());
            case Loose loose -> Set.of(loose.term());
            case Beginning beginning -> Set.of(beginning.prefix());
            case Nowhere nowhere -> Set.of();
            case Sequence sequence ->
                sequence.slots().stream().flatMap(slot -> slot.terms().stream()).collect(Collectors.toSet());
        };
    }

    /** Whether other words stand between its terms, so that it matters how many. */
    default boolean hasGaps() {
        return this instanceof Sequence sequence
                && sequence.slots().getLast().position() != sequence.slots().size() - 1;
    }

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
