package dev.epitome.index;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;

/**
 * Has the last word on a new index: called when it is whole, and nobody sees it yet. What it throws ends the rebuild
 * like a refusal.
 */
@FunctionalInterface
public interface PublishCheck {

    /** Lets every index pass, unmeasured. */
    PublishCheck NONE = (uncommitted, info) -> Decision.UNMEASURED;

    /**
     * Looks at the new index.
     *
     * @param uncommitted the new index; open for the time of this call
     * @param info what its commit will say of it, but for what is measured here
     */
    Decision check(DirectoryReader uncommitted, IndexInfo info);

    /** What is to become of the new index. */
    sealed interface Decision {

        /** It is published, and nothing is said of how good it is. */
        Decision UNMEASURED = new Publish(Optional.empty());

        /**
         * It is published.
         *
         * @param measured for its commit to keep; empty where nothing was measured
         */
        record Publish(Optional<Measurement> measured) implements Decision {}

        /**
         * It is dropped, and readers keep the old one.
         *
         * @param reasons for a person to read, a line each
         */
        record Refuse(List<String> reasons) implements Decision {
            public Refuse {
                reasons = List.copyOf(reasons);
            }
        }
    }
}
