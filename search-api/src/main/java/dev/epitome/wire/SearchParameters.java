package dev.epitome.wire;

import dev.epitome.article.PublicationDate;
import dev.epitome.search.ArticleField;
import dev.epitome.search.Cursor;
import dev.epitome.search.Facet;
import dev.epitome.search.Freshness;
import dev.epitome.search.FuzzyMode;
import dev.epitome.search.MatchMode;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchFilter;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.Shown;
import dev.epitome.search.SortOrder;
import dev.epitome.search.SuggestRequest;
import dev.epitome.wire.ParameterException.Code;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What parameters ask for. With {@link GivenParameters} the one place where they are checked. */
public final class SearchParameters {

    private static final Map<String, SortOrder> SORTS = sorts();
    private static final Map<String, MatchMode> MATCHES = byName(MatchMode.values());
    private static final Map<String, FuzzyMode> FUZZINESS = byName(FuzzyMode.values());
    private static final Map<String, HighlightStyle> HIGHLIGHTS = byName(HighlightStyle.values());
    private static final Map<String, ArticleField> FIELDS = byName(ArticleField.values());
    private static final Map<String, Facet> FACETS = byName(Facet.values());
    private static final Map<String, Boolean> YES_OR_NO = yesOrNo();

    private SearchParameters() {}

    /**
     * Understands parameters of a search as they came, by name.
     *
     * @throws ParameterException for the first that cannot be: unknown, repeated, or out of its bounds
     */
    public static SearchCall parse(Map<String, List<String>> given) {
        return search(GivenParameters.of(given, Parameter.ofSearch()));
    }

    /**
     * The search that is asked for.
     *
     * @throws ParameterException for the first that is out of its bounds
     */
    public static SearchCall search(GivenParameters given) {
        if (given.has(Parameter.CURSOR) && given.has(Parameter.OFFSET)) {
            throw new ParameterException(
                    Code.INVALID_PARAMETER,
                    Parameter.OFFSET.key(),
                    "a cursor has its own offset: give only one of them");
        }
        HighlightStyle highlight = given.choice(Parameter.HIGHLIGHT, HIGHLIGHTS).orElse(HighlightStyle.HTML);
        Shown shown = new Shown(
                fields(given),
                highlight != HighlightStyle.NONE,
                given.choice(Parameter.EXPLAIN, YES_OR_NO).orElse(false));
        return new SearchCall(extended(given, plain(given)).withShown(shown), highlight);
    }

    /**
     * The search that a feed tells: unless asked otherwise the newest articles that have all words, since whoever comes
     * back wants to see what is new.
     *
     * @throws ParameterException for the first that is out of its bounds
     */
    public static SearchRequest feed(GivenParameters given) {
        SearchRequest request =
                extended(given, plain(given)).withShown(new Shown(EnumSet.allOf(ArticleField.class), false, false));
        return request.withSort(given.has(Parameter.SORT) ? request.sort() : SortOrder.NEWEST)
                .withMatch(given.has(Parameter.MATCH) ? request.match() : MatchMode.ALL);
    }

    /**
     * The suggestions that are asked for.
     *
     * @throws ParameterException for the first that is out of its bounds
     */
    public static SuggestRequest suggestions(GivenParameters given) {
        return new SuggestRequest(
                given.one(Parameter.Q).orElse(""),
                given.number(Parameter.LIMIT, 1, SuggestRequest.MAX_LIMIT).orElse(SuggestRequest.DEFAULT_LIMIT));
    }

    /**
     * How many related articles are asked for.
     *
     * @throws ParameterException when they are too many, or none
     */
    public static int related(GivenParameters given) {
        return given.number(Parameter.LIMIT, 1, SearchEngine.MAX_RELATED).orElse(SearchEngine.DEFAULT_RELATED);
    }

    /** What a parameter can be, where that can be listed; else nothing. */
    public static List<String> choices(Parameter parameter) {
        return switch (parameter) {
            case SORT -> List.copyOf(SORTS.keySet());
            case MATCH -> List.copyOf(MATCHES.keySet());
            case FUZZY -> List.copyOf(FUZZINESS.keySet());
            case FIELDS -> List.copyOf(FIELDS.keySet());
            case HIGHLIGHT -> List.copyOf(HIGHLIGHTS.keySet());
            case FACETS -> List.copyOf(FACETS.keySet());
            case EXPLAIN -> List.copyOf(YES_OR_NO.keySet());
            case Q, LIMIT, OFFSET, SOURCE, AUTHOR, TAG, TYPE, PUBLISHED_AFTER, PUBLISHED_BEFORE, FRESHNESS, CURSOR ->
                List.of();
        };
    }

    private static SearchRequest plain(GivenParameters given) {
        return SearchRequest.of(given.one(Parameter.Q).orElse(""))
                .withFilter(filter(given))
                .withSort(given.choice(Parameter.SORT, SORTS).orElse(SortOrder.RELEVANCE))
                .withMatch(given.choice(Parameter.MATCH, MATCHES).orElse(MatchMode.RELAXED))
                .withFuzzy(given.choice(Parameter.FUZZY, FUZZINESS).orElse(FuzzyMode.AUTO))
                .withOffset(given.number(Parameter.OFFSET, 0, SearchRequest.MAX_OFFSET)
                        .orElse(0))
                .withLimit(given.number(Parameter.LIMIT, 0, SearchRequest.MAX_LIMIT)
                        .orElse(SearchRequest.DEFAULT_LIMIT));
    }

    private static SearchFilter filter(GivenParameters given) {
        Optional<PublicationDate> after = given.date(Parameter.PUBLISHED_AFTER);
        Optional<PublicationDate> before = given.date(Parameter.PUBLISHED_BEFORE);
        if (SearchFilter.areSwapped(after, before)) {
            throw GivenParameters.invalid(
                    Parameter.PUBLISHED_BEFORE,
                    given.one(Parameter.PUBLISHED_BEFORE).orElse(""),
                    "give none before %s, where the span begins"
                            .formatted(given.one(Parameter.PUBLISHED_AFTER).orElse("")));
        }
        return new SearchFilter(
                given.all(Parameter.SOURCE),
                given.all(Parameter.AUTHOR),
                given.all(Parameter.TAG),
                given.all(Parameter.TYPE),
                after,
                before);
    }

    private static SearchRequest extended(GivenParameters given, SearchRequest request) {
        SearchRequest more = freshness(given).map(request::withFreshness).orElse(request);
        more = given.one(Parameter.CURSOR)
                .map(Cursor::new)
                .map(more::withCursor)
                .orElse(more);
        return more.withFacets(given.several(Parameter.FACETS, FACETS));
    }

    private static Optional<Freshness> freshness(GivenParameters given) {
        return given.one(Parameter.FRESHNESS).map(text -> {
            if (text.matches("\\d{1,5}d")) {
                int days = Integer.parseInt(text.substring(0, text.length() - 1));
                if (days >= 1 && days <= Freshness.MOST_DAYS) {
                    return new Freshness(days);
                }
            }
            throw GivenParameters.invalid(
                    Parameter.FRESHNESS, text, "give days, from 1d to " + Freshness.MOST_DAYS + "d");
        });
    }

    private static Set<ArticleField> fields(GivenParameters given) {
        return given.has(Parameter.FIELDS) ? given.several(Parameter.FIELDS, FIELDS) : ArticleField.defaults();
    }

    private static Map<String, SortOrder> sorts() {
        Map<String, SortOrder> sorts = new LinkedHashMap<>();
        for (SortOrder order : SortOrder.values()) {
            sorts.put(
                    switch (order) {
                        case RELEVANCE -> "relevance";
                        case NEWEST -> "-published";
                        case OLDEST -> "published";
                        case RANK -> "rank";
                    },
                    order);
        }
        return sorts;
    }

    private static Map<String, Boolean> yesOrNo() {
        Map<String, Boolean> choices = new LinkedHashMap<>();
        choices.put("true", true);
        choices.put("false", false);
        return choices;
    }

    private static <E extends Enum<E>> Map<String, E> byName(E[] values) {
        return Arrays.stream(values)
                .collect(Collectors.toMap(
                        value -> value.name().toLowerCase(Locale.ROOT),
                        Function.identity(),
                        (first, second) -> first,
                        LinkedHashMap::new));
    }
}
