package dev.epitome.search;

import dev.epitome.query.QueryExpression;
import dev.epitome.query.QueryExpression.Aliased;
import dev.epitome.query.QueryExpression.AllOf;
import dev.epitome.query.QueryExpression.AnyOf;
import dev.epitome.query.QueryExpression.Corrected;
import dev.epitome.query.QueryExpression.Everything;
import dev.epitome.query.QueryExpression.InField;
import dev.epitome.query.QueryExpression.Not;
import dev.epitome.query.QueryExpression.Phrase;
import dev.epitome.query.QueryExpression.Prefix;
import dev.epitome.query.QueryExpression.Published;
import dev.epitome.query.QueryExpression.Word;
import java.util.List;
import java.util.Objects;

/**
 * About how much processor time a request will take, before it is asked: in multiples of a search for one word that
 * shows {@value SearchRequest#DEFAULT_LIMIT} hits with marks. Measured over 40,000 articles of 130 words, and right
 * within a factor of about two there: enough to tell what others can wait behind from what they cannot.
 */
public final class Cost {

    /** Looking up one article by its id. */
    public static final double ARTICLE = 0.05;

    /** What the index holds. */
    public static final double STATISTICS = 0.3;

    private static final double OF_NOTHING = 0.1;
    private static final double OF_WORD = 0.22;
    private static final double OF_PHRASE_WORD = 0.3;
    private static final double OF_PREFIX = 1.5;
    private static final double OF_FACET = 0.07;
    private static final double OF_SHOWN = 0.008;
    private static final double OF_MARKED = 0.03;

    /** For each word of the query. */
    private static final double OF_EXPLAINED = 0.008;

    private static final double OF_SUGGESTIONS = 10;
    private static final double OF_RELATED = 6;

    private Cost() {}

    /** Of a search. */
    public static double of(SearchRequest request) {
        double words = words(Objects.requireNonNull(request, "request").query().expression());
        double eachHit = OF_SHOWN
                + (request.shown().highlights() ? OF_MARKED : 0)
                + (request.shown().explanations() ? OF_EXPLAINED / OF_WORD * words : 0);
        return OF_NOTHING + words + OF_FACET * request.facets().size() + request.limit() * eachHit;
    }

    /** Of saying why one article is where it is. */
    public static double ofExplanation(SearchRequest request) {
        return 1 + words(Objects.requireNonNull(request, "request").query().expression());
    }

    /** Of completions of what was typed. */
    public static double of(SuggestRequest request) {
        Objects.requireNonNull(request, "request");
        return OF_SUGGESTIONS;
    }

    /** Of articles on the same subjects as one. */
    public static double ofRelated() {
        return OF_RELATED;
    }

    private static double words(QueryExpression expression) {
        return switch (expression) {
            case Word word -> OF_WORD;
            case Prefix prefix -> OF_PREFIX;
            case Phrase phrase -> OF_PHRASE_WORD * phrase.text().split(" ", -1).length;
            case Published published -> OF_WORD;
            case Everything everything -> 0;
            case InField in -> OF_WORD + words(in.of());
            case Not not -> words(not.part());
            case AllOf all -> words(all.parts());
            case AnyOf any -> words(any.parts());
            case Aliased aliased -> words(aliased.typed());
            case Corrected corrected -> words(corrected.as());
        };
    }

    private static double words(List<QueryExpression> parts) {
        return parts.stream().mapToDouble(Cost::words).sum();
    }
}
