package dev.epitome.quality;

import java.util.Objects;

/**
 * A query that is asked to see how good the answer is.
 *
 * @param id names it in judgments, runs and results, such as {@code acronym-eks}
 * @param query as a user would type it
 */
public record Topic(String id, String query) {
    public Topic {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(query, "query");
    }
}
