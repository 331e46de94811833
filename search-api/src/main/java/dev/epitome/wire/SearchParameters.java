package dev.epitome.wire;

import dev.epitome.article.PublicationDate;
import dev.epitome.search.ArticleField;
import dev.epitome.search.MatchMode;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchFilter;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.Shown;
import dev.epitome.search.SortOrder;
import dev.epitome.search.SuggestRequest;
import dev.epitome.wire.ParameterException.Code;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** What parameters ask for together. What one asks for is said by its {@link Parameter}. */
public final class SearchParameters {

    private SearchParameters() {}

    /**
     * Understands parameters of a search as they came, by name.
     *
     * @throws ParameterException for one that cannot be: unknown, repeated, or out of its bounds
     */
    public static SearchCall parse(Map<String, List<String>> given) {
        return search(GivenParameters.of(given, Resource.SEARCH));
    }

    /**
     * The search that is asked for.
     *
     * @throws ParameterException for one that is out of its bounds
     */
    public static SearchCall search(GivenParameters given) {
        checkTogether(given);
        return given.into(new SearchCall(SearchRequest.of(""), HighlightStyle.HTML));
    }

    /**
     * The search that a feed tells: unless asked otherwise the newest articles that have all words, since whoever comes
     * back wants to see what is new.
     *
     * @throws ParameterException for one that is out of its bounds
     */
    public static SearchRequest feed(GivenParameters given) {
        checkTogether(given);
        SearchRequest newest = SearchRequest.of("")
                .withShown(new Shown(EnumSet.allOf(ArticleField.class), false, false))
                .withSort(SortOrder.NEWEST)
                .withMatch(MatchMode.ALL);
        return given.into(new SearchCall(newest, HighlightStyle.NONE)).request();
    }

    /**
     * The suggestions that are asked for.
     *
     * @throws ParameterException for one that is out of its bounds
     */
    public static SuggestRequest suggestions(GivenParameters given) {
        return new SuggestRequest(
                given.value(Parameter.TYPED, String.class).orElse(""),
                given.value(Parameter.SUGGESTIONS, Integer.class).orElse(SuggestRequest.DEFAULT_LIMIT));
    }

    /**
     * How many related articles are asked for.
     *
     * @throws ParameterException when they are too many, or none
     */
    public static int related(GivenParameters given) {
        return given.value(Parameter.RELATED, Integer.class).orElse(SearchEngine.DEFAULT_RELATED);
    }

    private static void checkTogether(GivenParameters given) {
        if (given.has(Parameter.CURSOR) && given.has(Parameter.OFFSET)) {
            throw new ParameterException(
                    Code.INVALID_PARAMETER, Parameter.OFFSET.key(), "a cursor knows its place: give it or an offset");
        }
        if (SearchFilter.areSwapped(
                given.value(Parameter.PUBLISHED_AFTER, PublicationDate.class),
                given.value(Parameter.PUBLISHED_BEFORE, PublicationDate.class))) {
            throw ParameterException.invalid(
                    Parameter.PUBLISHED_BEFORE.key(),
                    given.one(Parameter.PUBLISHED_BEFORE).orElse(""),
                    "give none before %s, where the span begins"
                            .formatted(given.one(Parameter.PUBLISHED_AFTER).orElse("")));
        }
    }
}
