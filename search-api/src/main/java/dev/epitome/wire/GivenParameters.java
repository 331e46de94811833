package dev.epitome.wire;

import dev.epitome.article.PublicationDate;
import dev.epitome.search.ArticleField;
import dev.epitome.search.MatchMode;
import dev.epitome.search.RebuildChecks;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchFilter;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.Shown;
import dev.epitome.search.SortOrder;
import dev.epitome.search.SuggestRequest;
import dev.epitome.search.Visible;
import dev.epitome.wire.ParameterException.Code;
import dev.epitome.wire.SearchCall.HighlightStyle;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Parameters that came with a request, each of them one that the resource takes, and what they ask for together. What
 * one asks for is said by its {@link Parameter}.
 */
public final class GivenParameters {

    private final Map<Parameter, List<String>> values = new EnumMap<>(Parameter.class);

    private GivenParameters() {}

    /** As {@link #of(Map, Resource)}, of the query string of an address as {@link QueryString} reads it. */
    public static GivenParameters of(@Nullable String query, Resource resource) {
        return of(QueryString.parse(query), resource);
    }

    /**
     * Takes parameters as they came, by name.
     *
     * @param resource what they are given for
     * @throws ParameterException for the first that it does not take, or that is given twice and means one thing
     */
    public static GivenParameters of(Map<String, List<String>> given, Resource resource) {
        GivenParameters parameters = new GivenParameters();
        given.forEach((key, values) -> {
            Parameter parameter = resource.parameter(key).orElseThrow(() -> unknown(key, resource));
            if (values.size() > 1 && !parameter.repeatable()) {
                throw new ParameterException(
                        Code.REPEATED_PARAMETER, key, key + " is given " + values.size() + " times: give it once");
            }
            parameters.values.put(parameter, List.copyOf(values));
        });
        return parameters;
    }

    private static ParameterException unknown(String key, Resource resource) {
        List<String> names = resource.parameters().stream().map(Parameter::key).toList();
        String known = names.isEmpty() ? "none is known here" : "known are " + String.join(", ", names);
        String remedy = NearestName.of(key, names)
                .or(() -> query(key, names))
                .map(name -> "did you mean " + name + "?")
                .orElse(known);
        String shown = ParameterException.shown(key);
        String what = key.isBlank() ? "a parameter has no name" : "there is no parameter " + shown;
        return new ParameterException(Code.UNKNOWN_PARAMETER, shown, what + ": " + remedy);
    }

    /** The one name that is too short for a guess. */
    private static Optional<String> query(String key, List<String> names) {
        return NearestName.of(key, List.of("query"))
                .filter(query -> names.contains(Parameter.Q.key()))
                .map(query -> Parameter.Q.key());
    }

    /** The same text for the same parameters with the same values, in whatever order they came. */
    public String canonical() {
        StringBuilder text = new StringBuilder();
        values.forEach((parameter, given) -> append(
                text, parameter, given.size() > 1 ? given.stream().sorted().toList() : given));
        return text.toString();
    }

    /**
     * The same text for what means the same to the letter: in whatever order parameters came, and whether or not one
     * was given that has the value of none. Several values of one stay in their order.
     */
    public String meaning() {
        StringBuilder text = new StringBuilder();
        values.forEach((parameter, given) -> {
            String usual = parameter.byDefault();
            if (usual.isEmpty() || !given.equals(List.of(usual))) {
                append(text, parameter, given);
            }
        });
        return text.toString();
    }

    /** With the lengths of the values, so that no two lists of them look alike. */
    private static void append(StringBuilder text, Parameter parameter, List<String> given) {
        if (given.isEmpty()) {
            return;
        }
        text.append(text.isEmpty() ? "" : "&").append(parameter.key());
        for (String value : given) {
            text.append('=').append(value.length()).append(':').append(value);
        }
    }

    /**
     * The search that is asked for.
     *
     * @throws ParameterException for one that is out of its bounds
     */
    public SearchCall search() {
        checkTogether();
        return into(new SearchCall(SearchRequest.of(""), HighlightStyle.HTML));
    }

    /**
     * The search that a feed tells: unless asked otherwise the newest articles that have all words, since whoever comes
     * back wants to see what is new.
     *
     * @throws ParameterException for one that is out of its bounds
     */
    public SearchRequest feed() {
        checkTogether();
        SearchRequest newest = SearchRequest.of("")
                .withShown(new Shown(EnumSet.allOf(ArticleField.class), false, false))
                .withSort(SortOrder.NEWEST)
                .withMatch(MatchMode.ALL);
        return into(new SearchCall(newest, HighlightStyle.NONE)).request();
    }

    /**
     * The suggestions that are asked for.
     *
     * @throws ParameterException for one that is out of its bounds
     */
    public SuggestRequest suggestions() {
        return new SuggestRequest(
                value(Parameter.TYPED, String.class).orElse(""),
                value(Parameter.SUGGESTIONS, Integer.class).orElse(SuggestRequest.DEFAULT_LIMIT));
    }

    /**
     * How many related articles are asked for.
     *
     * @throws ParameterException when they are too many, or none
     */
    public int related() {
        return value(Parameter.RELATED, Integer.class).orElse(SearchEngine.DEFAULT_RELATED);
    }

    /**
     * Whether it is asked why hits rank where they do.
     *
     * @throws ParameterException when what is given for it is neither yes nor no
     */
    public boolean explains() {
        return value(Parameter.EXPLAIN, Boolean.class).orElse(false);
    }

    /**
     * Whether changes are to be made all or none.
     *
     * @throws ParameterException when what is given for it is neither yes nor no
     */
    public boolean atomic() {
        return value(Parameter.ATOMIC, Boolean.class).orElse(false);
    }

    /**
     * When a change is to be seen.
     *
     * @throws ParameterException when what is given for it is no such time
     */
    public Visible visible() {
        return value(Parameter.VISIBLE, Visible.class).orElse(Visible.WAIT);
    }

    /**
     * What is to be deleted, and how many articles that must be.
     *
     * @throws ParameterException for one that is out of its bounds, where there is no filter, and where the number is
     *     not given
     */
    public Deletion deletion() {
        checkTogether();
        SearchFilter filter = into(new SearchCall(SearchRequest.of(""), HighlightStyle.NONE))
                .request()
                .filter();
        if (filter.equals(SearchFilter.NONE)) {
            throw new ParameterException(
                    Code.INVALID_PARAMETER,
                    Parameter.TAG.key(),
                    "nothing says which articles to delete: give a filter, such as tag or source");
        }
        int expected = value(Parameter.EXPECT, Integer.class)
                .orElseThrow(() -> new ParameterException(
                        Code.INVALID_PARAMETER,
                        Parameter.EXPECT.key(),
                        "nothing says how many articles are to be deleted: search for them with limit=0, and give"
                                + " their number"));
        return new Deletion(filter, expected);
    }

    /**
     * What is to be deleted.
     *
     * @param expected how many articles that must be
     */
    public record Deletion(SearchFilter filter, int expected) {
        public Deletion {
            Objects.requireNonNull(filter, "filter");
        }
    }

    /**
     * What a new index is to be judged by.
     *
     * @throws ParameterException when what is given is neither yes nor no
     */
    public RebuildChecks checks() {
        return new RebuildChecks(
                value(Parameter.GATE, Boolean.class).orElse(true),
                !value(Parameter.ALLOW_SHRINK, Boolean.class).orElse(false));
    }

    private void checkTogether() {
        if (has(Parameter.CURSOR) && has(Parameter.OFFSET)) {
            throw new ParameterException(
                    Code.INVALID_PARAMETER,
                    Parameter.OFFSET.key(),
                    "a cursor has its own offset: give only one of them");
        }
        if (SearchFilter.areSwapped(
                value(Parameter.PUBLISHED_AFTER, PublicationDate.class),
                value(Parameter.PUBLISHED_BEFORE, PublicationDate.class))) {
            throw ParameterException.invalid(
                    Parameter.PUBLISHED_BEFORE.key(),
                    one(Parameter.PUBLISHED_BEFORE).orElse(""),
                    "give none before %s, where the span begins"
                            .formatted(one(Parameter.PUBLISHED_AFTER).orElse("")));
        }
    }

    /** Whether it was given. */
    public boolean has(Parameter parameter) {
        return one(parameter).isPresent();
    }

    private Optional<String> one(Parameter parameter) {
        return values.getOrDefault(parameter, List.of()).stream().findFirst();
    }

    /** The value of one that is no part of a search, or that is looked at together with another. */
    private <T> Optional<T> value(Parameter parameter, Class<T> type) {
        List<String> given = values.getOrDefault(parameter, List.of());
        return given.isEmpty()
                ? Optional.empty()
                : Optional.of(type.cast(parameter.kind().read(parameter.key(), given)));
    }

    /** A search with all that was given. */
    private SearchCall into(SearchCall search) {
        SearchCall call = search;
        for (Map.Entry<Parameter, List<String>> given : values.entrySet()) {
            call = given.getValue().isEmpty() ? call : given.getKey().put(call, given.getValue());
        }
        return call;
    }
}
