package dev.epitome.search;

import java.util.List;
import java.util.Objects;

/**
 * How a rebuild ended.
 *
 * @param articles how many the index has now
 * @param refused why nothing was published, for a person to read, a line each; empty where it was
 * @param remarks what went wrong after the publish, and changes nothing of it
 */
public record RebuildResult(long articles, List<String> refused, List<String> remarks) {
    public RebuildResult {
        Objects.requireNonNull(refused, "refused");
        Objects.requireNonNull(remarks, "remarks");
        refused = List.copyOf(refused);
        remarks = List.copyOf(remarks);
    }
}
