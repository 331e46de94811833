package dev.epitome.engine;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.analysis.TextWord;
import dev.epitome.article.PublicationDate;
import dev.epitome.engine.Matcher.Nowhere;
import dev.epitome.engine.Plan.Best;
import dev.epitome.engine.Plan.Evidence;
import dev.epitome.engine.Plan.Leaf;
import dev.epitome.engine.Plan.Lookup;
import dev.epitome.engine.Plan.Nothing;
import dev.epitome.engine.Plan.Only;
import dev.epitome.engine.Plan.Sum;
import dev.epitome.query.DateRange;
import dev.epitome.query.DateRange.Between;
import dev.epitome.query.DateRange.LastDays;
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
import dev.epitome.query.QueryPrinter;
import dev.epitome.search.MatchRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Plans for what is asked of one field. These decide what is a hit, and leave the score to others. */
final class FieldPlans {

    private final TermStatistics terms;
    private final LocalDate today;

    /** @param today what "the last days" end with */
    FieldPlans(TermStatistics terms, LocalDate today) {
        this.terms = terms;
        this.today = today;
    }

    /** What the text of the field must have. */
    Plan in(Field field, QueryExpression expression) {
        return switch (expression) {
            case Word word -> text(field, word.text());
            case Phrase phrase -> text(field, phrase.text());
            case Prefix prefix -> prefix(field, prefix.text());
            case AllOf all -> all(field, all.parts());
            case Not not -> all(field, List.of(not));
            case AnyOf any ->
                new Best(any.parts().stream().map(part -> in(field, part)).toList());
            case Aliased aliased -> {
                List<Plan> ways = new ArrayList<>();
                ways.add(in(field, aliased.typed()));
                aliased.also().forEach(alias -> ways.add(in(field, alias.meaning())));
                yield new Best(ways);
            }
            case Corrected corrected -> in(field, corrected.as());
            case InField inner -> in(inner.field(), inner.of());
            case Published published -> published(published.range());
            case Everything everything -> new Nothing("");
        };
    }

    private Plan all(Field field, List<QueryExpression> parts) {
        List<Plan> required = new ArrayList<>();
        List<Plan> without = new ArrayList<>();
        for (QueryExpression part : parts) {
            if (part instanceof Not not) {
                without.add(in(field, not.part()));
            } else {
                required.add(in(field, part));
            }
        }
        return new Sum(required.isEmpty() ? List.of(Plan.everything()) : required, List.of(), 0, without);
    }

    /** A whole value of that name, where there is one; otherwise the words side by side. */
    private Plan text(Field field, String text) {
        String key = TextAnalysis.filterKey(text);
        if (field.hasValues() && terms.has(new TermField.Values(field), key)) {
            return leaf(field, text, new Lookup.Values(field, List.of(key)), new Nowhere());
        }
        List<TextWord> words = TextAnalysis.words(text);
        if (!field.hasWords() || words.isEmpty()) {
            return new Nothing(text);
        }
        List<Matcher.Slot> slots = PhrasePlans.slots(words);
        return leaf(field, text, new Lookup.Phrase(field, slots, 0), new Matcher.Sequence(slots));
    }

    private static Plan prefix(Field field, String text) {
        String beginning = field.hasWords()
                ? TextAnalysis.words(text).stream().map(TextWord::exact).collect(Collectors.joining())
                : TextAnalysis.filterKey(text);
        TermField in = field.hasWords() ? new TermField.Words(field) : new TermField.Values(field);
        return beginning.isEmpty()
                ? new Nothing(text)
                : leaf(field, text + "*", new Lookup.Prefix(in, beginning), new Matcher.Beginning(beginning));
    }

    /** Days from the first to the last, of which an article's date may be any. */
    Plan published(DateRange range) {
        return leaf(Set.of(), "published:" + QueryPrinter.print(range), days(range), new Nowhere());
    }

    private static Plan leaf(Field field, String text, Lookup lookup, Matcher matcher) {
        return leaf(Set.of(field), text, lookup, matcher);
    }

    private static Plan leaf(Set<Field> fields, String text, Lookup lookup, Matcher matcher) {
        return new Only(
                new Leaf(lookup, 1, 0, new Evidence(text, MatchRule.FILTER, text, matcher, fields, 0, 0, true)));
    }

    private Lookup.Days days(DateRange range) {
        return switch (range) {
            case Between(Optional<PublicationDate> from, Optional<PublicationDate> until) ->
                new Lookup.Days(from.map(PublicationDate::firstDay), until.map(PublicationDate::lastDay));
            case LastDays(int days) -> new Lookup.Days(Optional.of(today.minusDays(days)), Optional.of(today));
        };
    }
}
