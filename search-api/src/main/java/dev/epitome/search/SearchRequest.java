package dev.epitome.search;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.query.ParsedQuery;
import dev.epitome.query.QueryLanguage;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/**
 * What is asked of an engine. Start from {@link #of(String)} and change what differs:
 * {@code SearchRequest.of("EKS").withLimit(5)}.
 *
 * @param freshness how much newer articles gain; empty for no difference
 * @param today what "the last days" and freshness are counted from: the same for all pages of an answer
 * @param offset how many hits to pass over, 0 to {@value #MAX_OFFSET}
 * @param limit how many hits to give at most, 1 to {@value #MAX_LIMIT}
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
        int limit) {

    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;
    public static final int MAX_OFFSET = 10_000;

    /**
     * Checks the bounds.
     *
     * @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} when offset or limit is out of them
     */
    public SearchRequest {
        Objects.requireNonNull(query);
        Objects.requireNonNull(filter);
        Objects.requireNonNull(sort);
        Objects.requireNonNull(match);
        Objects.requireNonNull(fuzzy);
        Objects.requireNonNull(freshness);
        Objects.requireNonNull(today);
        requireWithin("offset", offset, 0, MAX_OFFSET);
        requireWithin("limit", limit, 1, MAX_LIMIT);
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
                DEFAULT_LIMIT);
    }

    public SearchRequest withFilter(SearchFilter other) {
        return new SearchRequest(query, other, sort, match, fuzzy, freshness, today, offset, limit);
    }

    public SearchRequest withSort(SortOrder other) {
        return new SearchRequest(query, filter, other, match, fuzzy, freshness, today, offset, limit);
    }

    public SearchRequest withMatch(MatchMode other) {
        return new SearchRequest(query, filter, sort, other, fuzzy, freshness, today, offset, limit);
    }

    public SearchRequest withFuzzy(FuzzyMode other) {
        return new SearchRequest(query, filter, sort, match, other, freshness, today, offset, limit);
    }

    public SearchRequest withFreshness(Freshness other) {
        return new SearchRequest(query, filter, sort, match, fuzzy, Optional.of(other), today, offset, limit);
    }

    /** As if asked on another day. */
    public SearchRequest withToday(LocalDate other) {
        return new SearchRequest(query, filter, sort, match, fuzzy, freshness, other, offset, limit);
    }

    public SearchRequest withOffset(int other) {
        return new SearchRequest(query, filter, sort, match, fuzzy, freshness, today, other, limit);
    }

    public SearchRequest withLimit(int other) {
        return new SearchRequest(query, filter, sort, match, fuzzy, freshness, today, offset, other);
    }

    private static void requireWithin(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new EpitomeException(
                    Kind.INVALID_REQUEST, "%s is %d: give %d to %d".formatted(what, value, least, most));
        }
    }
}
