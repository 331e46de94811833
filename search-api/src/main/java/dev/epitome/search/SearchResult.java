package dev.epitome.search;

import dev.epitome.query.Interpretation;
import dev.epitome.query.ParsedQuery;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An answer.
 *
 * @param query as typed and as understood
 * @param interpreted what was searched for, aliases included
 * @param corrected words that no article has, and what was searched for instead
 * @param warnings what the reader should know of it, a sentence each; those of the query included
 * @param didYouMean another query, where words that no article has were to be left as they are
 * @param allWords where hits with only some of the words are among them, how many hits have all words; those come
 *     first. Empty where all hits have all words
 * @param total how many articles match; the same however many of them are shown, and on all pages that follow each
 *     other by cursors
 * @param took from request to answer, within the engine: hits, highlights, explanations, facets and all
 * @param timedOut whether there was not time enough for all of it: the hits are then the best of the articles that were
 *     looked at, the total is of those, and facets, marks, explanations and the next page may be missing
 * @param index the state of the index that answered
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
        OptionalLong allWords,
        Total total,
        Duration took,
        boolean timedOut,
        IndexStatus index,
        List<Hit> hits,
        Map<Facet, List<FacetCount>> facets,
        Optional<Cursor> next) {

    /** How many values of a facet an answer has at most. */
    public static final int MAX_FACET_VALUES = 50;

    /** How many years or months an answer has at most: fifty years of months. */
    public static final int MAX_FACET_DATES = 600;

    /** So many hits are always counted. */
    public static final int COUNTED = 1_000;

    public SearchResult {
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(interpreted, "interpreted");
        Objects.requireNonNull(corrected, "corrected");
        Objects.requireNonNull(warnings, "warnings");
        Objects.requireNonNull(didYouMean, "didYouMean");
        Objects.requireNonNull(allWords, "allWords");
        Objects.requireNonNull(total, "total");
        Objects.requireNonNull(took, "took");
        Objects.requireNonNull(index, "index");
        Objects.requireNonNull(hits, "hits");
        Objects.requireNonNull(facets, "facets");
        Objects.requireNonNull(next, "next");
        corrected = List.copyOf(corrected);
        warnings = List.copyOf(warnings);
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }

    /** Whether hits with only some of the words are among them, after those with all. */
    public boolean relaxed() {
        return allWords.isPresent();
    }

    /**
     * A count. It is exact up to {@value #COUNTED}; beyond, where it was counted for a facet, or where it costs nothing
     * to know: of one word, or of every article. Otherwise it is {@value #COUNTED}, or more.
     */
    public record Total(long value, Relation relation) {
        public Total {
            Objects.requireNonNull(relation, "relation");
        }
    }

    /** How a total is meant. */
    public enum Relation {
        /** There are exactly so many. */
        EQ,
        /** There are so many or more. */
        GTE
    }
}
