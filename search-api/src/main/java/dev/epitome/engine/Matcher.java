package dev.epitome.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What in a text a part of a query means: for highlights, and for explanations of where it stands. */
public sealed interface Matcher {

    /**
     * The terms of which a word has one wherever this is found, or with which it begins; empty where the words between
     * them matter as well.
     */
    default Optional<Set<String>> terms() {
        return switch (this) {
            case Exact exact -> Optional.of(Set.of(exact.term()));
            case Loose loose -> Optional.of(Set.of(loose.term()));
            case Beginning beginning -> Optional.of(Set.of(beginning.prefix()));
            case Nowhere nowhere -> Optional.of(Set.of());
            case Sequence sequence -> Sequence.terms(sequence.slots());
        };
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

        private static Optional<Set<String>> terms(List<Slot> slots) {
            Set<String> terms = new HashSet<>();
            for (int i = 0; i < slots.size(); i++) {
                if (slots.get(i).position() != i) {
                    return Optional.empty();
                }
                terms.addAll(slots.get(i).terms());
            }
            return Optional.of(terms);
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
