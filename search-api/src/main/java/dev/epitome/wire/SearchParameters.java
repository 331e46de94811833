package dev.epitome.wire;

import dev.epitome.article.CleanText;
import dev.epitome.article.PublicationDate;
import dev.epitome.search.Cursor;
import dev.epitome.search.Facet;
import dev.epitome.search.Freshness;
import dev.epitome.search.FuzzyMode;
import dev.epitome.search.MatchMode;
import dev.epitome.search.SearchFilter;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SortOrder;
import dev.epitome.wire.ParameterException.Code;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The one place where the parameters of a search are checked. */
public final class SearchParameters {

    private static final Map<String, SortOrder> SORTS = sorts();
    private static final Map<String, MatchMode> MATCHES = byName(MatchMode.values());
    private static final Map<String, FuzzyMode> FUZZINESS = byName(FuzzyMode.values());
    private static final Map<String, HighlightStyle> HIGHLIGHTS = byName(HighlightStyle.values());
    private static final Map<String, ArticleField> FIELDS = byName(ArticleField.values());

    private static final Map<String, Facet> FACETS = byName(Facet.values());
    private static final Map<String, Boolean> YES_OR_NO = Map.of("true", true, "false", false);

    /** How much a message repeats of what was given, in characters. */
    private static final int SHOWN = 80;

    private final Map<String, List<String>> given;

    private SearchParameters(Map<String, List<String>> given) {
        this.given = given;
    }

    /**
     * Understands parameters as they came, by name.
     *
     * @throws ParameterException for the first that cannot be: unknown, repeated, or out of its bounds
     */
    public static SearchCall parse(Map<String, List<String>> given) {
        given.forEach(SearchParameters::check);
        return new SearchParameters(given).call();
    }

    private static void check(String key, List<String> values) {
        Parameter parameter = Parameter.named(key).orElseThrow(() -> unknown(key));
        if (values.size() > 1 && !parameter.repeatable()) {
            throw new ParameterException(
                    Code.REPEATED_PARAMETER, key, key + " is given " + values.size() + " times: give it once");
        }
    }

    private static ParameterException unknown(String key) {
        List<String> names =
                Arrays.stream(Parameter.values()).map(Parameter::key).toList();
        String remedy = NearestName.of(key, names)
                .map(name -> "did you mean " + name + "?")
                .orElse("known are " + String.join(", ", names));
        return new ParameterException(
                Code.UNKNOWN_PARAMETER,
                key,
                "there is no parameter " + CleanText.shortened(key, SHOWN) + ": " + remedy);
    }

    private SearchCall call() {
        SearchFilter filter = new SearchFilter(
                all(Parameter.SOURCE),
                all(Parameter.AUTHOR),
                all(Parameter.TAG),
                all(Parameter.TYPE),
                date(Parameter.PUBLISHED_AFTER),
                date(Parameter.PUBLISHED_BEFORE));
        SearchRequest request = SearchRequest.of(one(Parameter.Q).orElse(""))
                .withFilter(filter)
                .withSort(choice(Parameter.SORT, SORTS).orElse(SortOrder.RELEVANCE))
                .withMatch(choice(Parameter.MATCH, MATCHES).orElse(MatchMode.RELAXED))
                .withFuzzy(choice(Parameter.FUZZY, FUZZINESS).orElse(FuzzyMode.AUTO))
                .withOffset(
                        number(Parameter.OFFSET, 0, SearchRequest.MAX_OFFSET).orElse(0))
                .withLimit(number(Parameter.LIMIT, 1, SearchRequest.MAX_LIMIT).orElse(SearchRequest.DEFAULT_LIMIT));
        if (one(Parameter.CURSOR).isPresent() && one(Parameter.OFFSET).isPresent()) {
            throw new ParameterException(
                    Code.INVALID_PARAMETER, Parameter.OFFSET.key(), "a cursor knows its place: give it or an offset");
        }
        return new SearchCall(
                extended(request),
                fields(),
                choice(Parameter.HIGHLIGHT, HIGHLIGHTS).orElse(HighlightStyle.HTML));
    }

    private SearchRequest extended(SearchRequest request) {
        SearchRequest more = freshness().map(request::withFreshness).orElse(request);
        more = one(Parameter.CURSOR).map(Cursor::new).map(more::withCursor).orElse(more);
        more = more.withFacets(Set.copyOf(several(Parameter.FACETS, FACETS)));
        return choice(Parameter.EXPLAIN, YES_OR_NO).orElse(false) ? more.withExplanations() : more;
    }

    private List<String> all(Parameter parameter) {
        List<String> values = given.getOrDefault(parameter.key(), List.of());
        if (values.stream().anyMatch(String::isBlank)) {
            throw invalid(parameter, "", "is empty: give a value, or leave it out");
        }
        return values;
    }

    private Optional<String> one(Parameter parameter) {
        return given.getOrDefault(parameter.key(), List.of()).stream().findFirst();
    }

    private Optional<Integer> number(Parameter parameter, int least, int most) {
        return one(parameter).map(text -> {
            if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
                return Integer.valueOf(text);
            }
            throw invalid(parameter, text, "give a whole number from " + least + " to " + most);
        });
    }

    private Optional<PublicationDate> date(Parameter parameter) {
        return one(parameter)
                .map(text -> PublicationDate.parse(text)
                        .orElseThrow(() -> invalid(
                                parameter, text, "give a day, a month or a year: 2025-11-03, 2025-11 or 2025")));
    }

    private Optional<Freshness> freshness() {
        return one(Parameter.FRESHNESS).map(text -> {
            if (text.matches("\\d{1,5}d")) {
                int days = Integer.parseInt(text.substring(0, text.length() - 1));
                if (days >= 1 && days <= Freshness.MOST_DAYS) {
                    return new Freshness(days);
                }
            }
            throw invalid(Parameter.FRESHNESS, text, "give days, from 1d to " + Freshness.MOST_DAYS + "d");
        });
    }

    private Set<ArticleField> fields() {
        return one(Parameter.FIELDS).isPresent()
                ? Set.copyOf(several(Parameter.FIELDS, FIELDS))
                : ArticleField.defaults();
    }

    /** Of a list with commas. */
    private <T> Set<T> several(Parameter parameter, Map<String, T> choices) {
        return one(parameter).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(name -> choose(parameter, name.strip(), choices))
                .collect(Collectors.toSet());
    }

    private <T> Optional<T> choice(Parameter parameter, Map<String, T> choices) {
        return one(parameter).map(text -> choose(parameter, text, choices));
    }

    private static <T> T choose(Parameter parameter, String text, Map<String, T> choices) {
        return Optional.ofNullable(choices.get(text))
                .orElseThrow(() -> invalid(parameter, text, "give one of " + String.join(", ", choices.keySet())));
    }

    private static ParameterException invalid(Parameter parameter, String text, String remedy) {
        String what =
                text.isEmpty() ? parameter.key() : parameter.key() + " is \"" + CleanText.shortened(text, SHOWN) + "\"";
        return new ParameterException(Code.INVALID_PARAMETER, parameter.key(), what + ": " + remedy);
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

    private static <E extends Enum<E>> Map<String, E> byName(E[] values) {
        return Arrays.stream(values)
                .collect(Collectors.toMap(
                        value -> value.name().toLowerCase(Locale.ROOT),
                        Function.identity(),
                        (first, second) -> first,
                        LinkedHashMap::new));
    }
}
