package dev.epitome.search;

import dev.epitome.query.Interpretation;
import dev.epitome.query.ParsedQuery;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An answer.
 *
 * @param query as typed and as understood
 * @param interpreted what was searched for, aliases included
 * @param corrected words that no article has, and what was searched for instead
 * @param warnings what the reader should know of it, a sentence each; those of the query included
 * @param didYouMean another query, where words that no article has were to be left as they are
 * @param relaxed whether hits with only some of the words are among them, after those with all
 * @param total how many articles match; the same on all pages that follow each other by cursors
 * @param took from request to answer, within the engine
 * @param index the {@link IndexStatus#version()} that answered
 * @param facets for each that was asked for its values, the most frequent first, at most {@value #MAX_FACET_VALUES};
 *     years and months the latest first, at most {@value #MAX_FACET_DATES}. All hits of all pages are counted, and
 *     those that only the facet's own filter keeps out: choosing one value does not hide the others
 * @param next the page after this one; empty after the last
 */
public record SearchResult(
        ParsedQuery query,
        Interpretation interpreted,
        List<Correction> corrected,
        List<String> warnings,
        Optional<DidYouMean> didYouMean,
        boolean relaxed,
        Total total,
        Duration took,
        String index,
        List<Hit> hits,
        Map<Facet, List<FacetCount>> facets,
        Optional<Cursor> next) {

    /** How many values of a facet an answer has at most. */
    public static final int MAX_FACET_VALUES = 50;

    /** How many years or months an answer has at most: fifty years of months. */
    public static final int MAX_FACET_DATES = 600;

    public SearchResult {
        corrected = List.copyOf(corrected);
        warnings = List.copyOf(warnings);
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
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
