package dev.epitome.index;

import java.util.List;
import java.util.Objects;

/** How a rebuild ended. */
public sealed interface Publication {

    /**
     * The new index is what readers now see.
     *
     * @param index what it is
     * @param learned the acronyms that its articles define, in the order of the alphabet
     * @param remarks what went wrong after that, and changes nothing of it: a line each, for a person to read
     */
    record Published(IndexInfo index, List<LearnedAcronym> learned, List<String> remarks) implements Publication {
        public Published {
            Objects.requireNonNull(index, "index");
            Objects.requireNonNull(learned, "learned");
            Objects.requireNonNull(remarks, "remarks");
            learned = List.copyOf(learned);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * A {@link PublishCheck} was against it: the new index is gone, and readers keep the old one.
     *
     * @param reasons for a person to read, a line each
     */
    record Refused(List<String> reasons) implements Publication {
        public Refused {
            Objects.requireNonNull(reasons, "reasons");
            reasons = List.copyOf(reasons);
        }
    }
}
