package dev.epitome.engine;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.article.Article;
import dev.epitome.article.CleanText;
import dev.epitome.query.Field;
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
import dev.epitome.search.SearchFilter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Values that are asked for and that no article has: a filter by one finds nothing, and without a word of it that would
 * look as if there were nothing to find. For one request.
 */
final class UnknownValues {

    /** Of those that are told; looking for the nearest of each costs a walk through the index. */
    private static final int MOST = 4;

    private static final int SHOWN = 60;
    private static final int SHORTEST_FOR_TWO_EDITS = 6;
    private static final int SHORTEST_BEGINNING = 3;

    /** No value is longer as filters see it: folding makes four characters of one at most, and two edits add two. */
    private static final int LONGEST = 4 * Article.MAX_NAME + 2;

    private final IndexState state;
    private final FieldPlans plans;
    private final TermStatistics terms;
    private final Set<String> warnings = new LinkedHashSet<>();

    private UnknownValues(IndexState state, FieldPlans plans, TermStatistics terms) {
        this.state = state;
        this.plans = plans;
        this.terms = terms;
    }

    /** What is to be said of them, a sentence or two each. */
    static List<String> warnings(
            IndexState state, FieldPlans plans, TermStatistics terms, QueryExpression expression, SearchFilter filter) {
        UnknownValues unknown = new UnknownValues(state, plans, terms);
        for (Field field : Field.values()) {
            unknown.filtered(field, filter.values(field));
        }
        unknown.asked(expression);
        return List.copyOf(unknown.warnings);
    }

    private void filtered(Field field, List<String> values) {
        for (String value : values) {
            if (!terms.has(new TermField.Values(field), TextAnalysis.filterKey(value))) {
                tell(field, value);
            }
        }
    }

    private void asked(QueryExpression expression) {
        switch (expression) {
            case InField in -> {
                if (in.field().hasValues()) {
                    values(in.field(), in.of());
                }
            }
            case AllOf all -> all.parts().forEach(this::asked);
            case AnyOf any -> any.parts().forEach(this::asked);
            case Not not -> asked(not.part());
            case Aliased aliased -> {}
            case Corrected corrected -> {}
            case Everything everything -> {}
            case Phrase phrase -> {}
            case Prefix prefix -> {}
            case Published published -> {}
            case Word word -> {}
        }
    }

    private void values(Field field, QueryExpression of) {
        switch (of) {
            case Word word -> value(field, word, word.text());
            case Phrase phrase -> value(field, phrase, phrase.text());
            case AllOf all -> all.parts().forEach(part -> values(field, part));
            case AnyOf any -> any.parts().forEach(part -> values(field, part));
            case Not not -> values(field, not.part());
            case Aliased aliased -> values(field, aliased.typed());
            case Corrected corrected -> values(field, corrected.as());
            case Everything everything -> {}
            case InField in -> {}
            case Prefix prefix -> {}
            case Published published -> {}
        }
    }

    /** In a query some words of a value are enough. */
    private void value(Field field, QueryExpression asked, String text) {
        boolean known = terms.has(new TermField.Values(field), TextAnalysis.filterKey(text))
                || state.retriever().matchesAny(plans.in(field, asked));
        if (!known) {
            tell(field, text);
        }
    }

    private void tell(Field field, String value) {
        if (warnings.size() == MOST) {
            return;
        }
        String name = field.name().toLowerCase(Locale.ROOT);
        String warning = "No article has the %s “%s”.".formatted(name, CleanText.shortened(value, SHOWN));
        Optional<String> nearest = nearest(field, TextAnalysis.filterKey(value));
        if (nearest.isPresent()) {
            warning += " The nearest is “" + nearest.get() + "”.";
        }
        if (value.contains(",")) {
            warning += " It was taken as one value: give several apart from each other.";
        }
        warnings.add(warning);
    }

    /** The one with the fewest edits, one or two, and else the first that begins so; as most articles write it. */
    private Optional<String> nearest(Field field, String key) {
        if (key.length() > LONGEST) {
            return Optional.empty();
        }
        Lexicon lexicon = state.lexicon();
        TermField values = new TermField.Values(field);
        return edited(values, key, 1)
                .or(() -> key.length() < SHORTEST_FOR_TWO_EDITS ? Optional.empty() : edited(values, key, 2))
                .or(() -> key.length() < SHORTEST_BEGINNING ? Optional.empty() : lexicon.first(values, key))
                .flatMap(nearest -> lexicon.written(field, nearest));
    }

    private Optional<String> edited(TermField values, String key, int edits) {
        return NearestWords.mostFrequent(state.lexicon().near(values, key, edits, 0).stream());
    }
}
