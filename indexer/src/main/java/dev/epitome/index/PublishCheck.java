package dev.epitome.index;

import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;

/**
 * Has the last word on a new index: called when it is whole, and nobody sees it yet. What it throws ends the rebuild
 * like a refusal.
 */
@FunctionalInterface
public interface PublishCheck {

    /** Lets every index pass. */
    PublishCheck NONE = (uncommitted, info) -> Optional.empty();

    /**
     * Looks at the new index.
     *
     * @param uncommitted the new index; open for the time of this call
     * @param info what its commit will say of it
     * @return why it must not be published; empty where it may be
     */
    Optional<Publication.Refused> check(DirectoryReader uncommitted, IndexInfo info);
}
