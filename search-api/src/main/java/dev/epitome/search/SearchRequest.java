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
import java.util.function.Consumer;

/**
 * What is asked of an engine. Start from {@link #of(String)} and change what differs:
 * {@code SearchRequest.of("EKS").withLimit(5)}. Nothing in it may be null.
 *
 * @param freshness how much newer articles gain; empty for no difference
 * @param today what "the last days" and freshness are counted from: the same for all pages of an answer
 * @param offset how many hits to pass over, 0 to {@value #MAX_OFFSET}
 * @param limit how many hits to give at most, 0 to {@value #MAX_LIMIT}; with 0 only the total and the facets are told
 * @param cursor the page to give, as an earlier answer named it; its day then counts, not {@code today}. Not together
 *     with an offset
 * @param facets what to count the hits by
 * @param shown what to show of each hit
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
        Shown shown) {

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
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(sort, "sort");
        Objects.requireNonNull(match, "match");
        Objects.requireNonNull(fuzzy, "fuzzy");
        Objects.requireNonNull(freshness, "freshness");
        Objects.requireNonNull(today, "today");
        Objects.requireNonNull(cursor, "cursor");
        Objects.requireNonNull(shown, "shown");
        facets = Set.copyOf(Objects.requireNonNull(facets, "facets"));
        Bounds.require("offset", offset, 0, MAX_OFFSET);
        Bounds.require("limit", limit, 0, MAX_LIMIT);
        if (cursor.isPresent() && offset > 0) {
            throw new EpitomeException(
                    Kind.INVALID_REQUEST,
                    "both an offset and a cursor are given: a cursor has its own offset, give only one of them");
        }
    }

    /** Asks for the best articles for a query; any text is one. */
    public static SearchRequest of(String query) {
        return new SearchRequest(
                QueryLanguage.parse(Objects.requireNonNull(query, "query")),
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
                Shown.DEFAULT);
    }

    public SearchRequest withQuery(ParsedQuery other) {
        return with(changed -> changed.query = other);
    }

    public SearchRequest withFilter(SearchFilter other) {
        return with(changed -> changed.filter = other);
    }

    public SearchRequest withSort(SortOrder other) {
        return with(changed -> changed.sort = other);
    }

    public SearchRequest withMatch(MatchMode other) {
        return with(changed -> changed.match = other);
    }

    public SearchRequest withFuzzy(FuzzyMode other) {
        return with(changed -> changed.fuzzy = other);
    }

    public SearchRequest withFreshness(Freshness other) {
        Objects.requireNonNull(other, "freshness");
        return with(changed -> changed.freshness = Optional.of(other));
    }

    /** As if asked on another day. */
    public SearchRequest withToday(LocalDate other) {
        return with(changed -> changed.today = other);
    }

    public SearchRequest withOffset(int other) {
        return with(changed -> changed.offset = other);
    }

    public SearchRequest withLimit(int other) {
        return with(changed -> changed.limit = other);
    }

    /** The page that an earlier answer named as its next. */
    public SearchRequest withCursor(Cursor other) {
        Objects.requireNonNull(other, "cursor");
        return with(changed -> changed.cursor = Optional.of(other));
    }

    public SearchRequest withFacets(Set<Facet> other) {
        return with(changed -> changed.facets = other);
    }

    public SearchRequest withShown(Shown other) {
        return with(changed -> changed.shown = other);
    }

    /** Of the articles only these; the title always comes along. */
    public SearchRequest withFields(Set<ArticleField> other) {
        return withShown(new Shown(other, shown.highlights(), shown.explanations()));
    }

    /** Nothing is marked. */
    public SearchRequest withoutHighlights() {
        return withShown(new Shown(shown.fields(), false, shown.explanations()));
    }

    /** Hits say why they are where they are. */
    public SearchRequest withExplanations() {
        return withShown(new Shown(shown.fields(), shown.highlights(), true));
    }

    private SearchRequest with(Consumer<Changed> change) {
        Changed changed = new Changed(this);
        change.accept(changed);
        return changed.request();
    }

    /** A request in which one thing is about to differ. */
    private static final class Changed {
        private ParsedQuery query;
        private SearchFilter filter;
        private SortOrder sort;
        private MatchMode match;
        private FuzzyMode fuzzy;
        private Optional<Freshness> freshness;
        private LocalDate today;
        private int offset;
        private int limit;
        private Optional<Cursor> cursor;
        private Set<Facet> facets;
        private Shown shown;

        Changed(SearchRequest from) {
            query = from.query;
            filter = from.filter;
            sort = from.sort;
            match = from.match;
            fuzzy = from.fuzzy;
            freshness = from.freshness;
            today = from.today;
            offset = from.offset;
            limit = from.limit;
            cursor = from.cursor;
            facets = from.facets;
            shown = from.shown;
        }

        SearchRequest request() {
            return new SearchRequest(
                    query, filter, sort, match, fuzzy, freshness, today, offset, limit, cursor, facets, shown);
        }
    }
}
