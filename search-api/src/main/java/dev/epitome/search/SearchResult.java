package dev.epitome.search;

import dev.epitome.query.ParsedQuery;
import java.time.Duration;
import java.util.List;

/**
 * An answer.
 *
 * @param query as typed and as understood
 * @param warnings what the reader should know of it, a sentence each; those of the query included
 * @param relaxed whether the hits have only some of the words, because no article has all
 * @param total how many articles match
 * @param took from request to answer, within the engine
 * @param index the {@link IndexStatus#version()} that answered
 */
public record SearchResult(
        ParsedQuery query,
        List<String> warnings,
        boolean relaxed,
        Total total,
        Duration took,
        String index,
        List<Hit> hits) {

    public SearchResult {
        warnings = List.copyOf(warnings);
        hits = List.copyOf(hits);
    }

    /** A count that is exact, or a lower bound where counting all would cost more than it is worth. */
    public record Total(long value, Relation relation) {}

    /** How a total is meant. */
    public enum Relation {
        /** There are exactly so many. */
        EQ,
        /** There are so many or more. */
        GTE
    }
}
