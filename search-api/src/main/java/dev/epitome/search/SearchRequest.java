package dev.epitome.search;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.query.ParsedQuery;
import dev.epitome.query.QueryLanguage;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of an engine. Start from {@link #of(String)} and change what differs:
 * {@code SearchRequest.of("EKS").withLimit(5)}.
 *
 * @param freshness how much newer articles gain; empty for no difference
 * @param today what "the last days" and freshness are counted from: the same for all pages of an answer
 * @param offset how many hits to pass over, 0 to {@value #MAX_OFFSET}
 * @param limit how many hits to give at most, 1 to {@value #MAX_LIMIT}
 * @param cursor the page to give, as an earlier answer named it; its day then counts, not {@code today}. Not together
 *     with an offset
 * @param facets what to count the hits by
 * @param explained whether each hit is to say why it is where it is
 */
public record SearchRequest(
        ParsedQuery query,
        SearchFilter filter,
        SortOrder sort,
        MatchMode match,
        FuzzyMode fuzzy,
        Optional<Freshness> freshness,
        LocalDate today,
        int offset,
        int limit,
        Optional<Cursor> cursor,
        Set<Facet> facets,
        boolean explained) {

    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;
    public static final int MAX_OFFSET = 10_000;

    /**
     * Checks the bounds.
     *
     * @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} when offset or limit is out of them, or both an
     *     offset and a cursor are given
     */
    public SearchRequest {
        Objects.requireNonNull(query);
        Objects.requireNonNull(filter);
        Objects.requireNonNull(sort);
        Objects.requireNonNull(match);
        Objects.requireNonNull(fuzzy);
        Objects.requireNonNull(freshness);
        Objects.requireNonNull(today);
        Objects.requireNonNull(cursor);
        facets = Set.copyOf(facets);
        Bounds.require("offset", offset, 0, MAX_OFFSET);
        Bounds.require("limit", limit, 1, MAX_LIMIT);
        if (cursor.isPresent() && offset > 0) {
            throw new EpitomeException(
                    Kind.INVALID_REQUEST, "both an offset and a cursor are given: a cursor knows its place, give one");
        }
    }

    /** Asks for the best articles for a query; any text is one. */
    public static SearchRequest of(String query) {
        return new SearchRequest(
                QueryLanguage.parse(query),
                SearchFilter.NONE,
                SortOrder.RELEVANCE,
                MatchMode.RELAXED,
                FuzzyMode.AUTO,
                Optional.empty(),
                LocalDate.now(ZoneOffset.UTC),
                0,
                DEFAULT_LIMIT,
                Optional.empty(),
                Set.of(),
                false);
    }

    public SearchRequest withQuery(ParsedQuery other) {
        return new SearchRequest(
                other, filter, sort, match, fuzzy, freshness, today, offset, limit, cursor, facets, explained);
    }

    public SearchRequest withFilter(SearchFilter other) {
        return new SearchRequest(
                query, other, sort, match, fuzzy, freshness, today, offset, limit, cursor, facets, explained);
    }

    public SearchRequest withSort(SortOrder other) {
        return new SearchRequest(
                query, filter, other, match, fuzzy, freshness, today, offset, limit, cursor, facets, explained);
    }

    public SearchRequest withMatch(MatchMode other) {
        return new SearchRequest(
                query, filter, sort, other, fuzzy, freshness, today, offset, limit, cursor, facets, explained);
    }

    public SearchRequest withFuzzy(FuzzyMode other) {
        return new SearchRequest(
                query, filter, sort, match, other, freshness, today, offset, limit, cursor, facets, explained);
    }

    public SearchRequest withFreshness(Freshness other) {
        return new SearchRequest(
                query, filter, sort, match, fuzzy, Optional.of(other), today, offset, limit, cursor, facets, explained);
    }

    /** As if asked on another day. */
    public SearchRequest withToday(LocalDate other) {
        return new SearchRequest(
                query, filter, sort, match, fuzzy, freshness, other, offset, limit, cursor, facets, explained);
    }

    public SearchRequest withOffset(int other) {
        return new SearchRequest(
                query, filter, sort, match, fuzzy, freshness, today, other, limit, cursor, facets, explained);
    }

    public SearchRequest withLimit(int other) {
        return new SearchRequest(
                query, filter, sort, match, fuzzy, freshness, today, offset, other, cursor, facets, explained);
    }

    /** The page that an earlier answer named as its next. */
    public SearchRequest withCursor(Cursor other) {
        return new SearchRequest(
                query,
                filter,
                sort,
                match,
                fuzzy,
                freshness,
                today,
                offset,
                limit,
                Optional.of(other),
                facets,
                explained);
    }

    public SearchRequest withFacets(Set<Facet> other) {
        return new SearchRequest(
                query, filter, sort, match, fuzzy, freshness, today, offset, limit, cursor, other, explained);
    }

    /** Hits say why they are where they are. */
    public SearchRequest withExplanations() {
        return new SearchRequest(
                query, filter, sort, match, fuzzy, freshness, today, offset, limit, cursor, facets, true);
    }
}
