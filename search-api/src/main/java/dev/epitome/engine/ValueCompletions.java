package dev.epitome.engine;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.engine.Lexicon.Counted;
import dev.epitome.query.Field;
import dev.epitome.query.QueryExpression;
import dev.epitome.query.QueryExpression.InField;
import dev.epitome.query.QueryLanguage;
import dev.epitome.query.QueryPrinter;
import dev.epitome.query.Typing;
import dev.epitome.search.SuggestRequest;
import dev.epitome.search.Suggestion;
import dev.epitome.search.Suggestion.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Values of the field behind whose colon something is being typed. For one request. */
final class ValueCompletions {

    private static final int TRIED = 60;

    private final Lexicon lexicon;
    private final Trial trial;
    private final Optional<Plan> among;

    /** @param among which articles count; empty for all */
    ValueCompletions(Lexicon lexicon, Trial trial, Optional<Plan> among) {
        this.lexicon = lexicon;
        this.trial = trial;
        this.among = among;
    }

    /** Those of which some word begins as typed, those of most articles first; as many however few are asked for. */
    List<Suggestion> of(Typing typing, Field field) {
        TermField keys = new TermField.Values(field);
        List<Suggestion> completions = new ArrayList<>();
        for (Counted value : values(keys, TextAnalysis.filterKey(typing.typed()))) {
            if (completions.size() == SuggestRequest.MAX_LIMIT) {
                break;
            }
            // As facets tell it: a page shows both, and they must not differ.
            String label = lexicon.written(field, value.term()).orElse(value.term());
            String query = typing.with(written(typing, field, label));
            long articles = trial.articles(query);
            if (articles > 0) {
                completions.add(new Suggestion(Kind.VALUE, label, query, articles));
            }
        }
        return Trial.mostFirst(completions, typing);
    }

    /** Values that begin so are found however many there are; others only as far as the walk goes. */
    private List<Counted> values(TermField keys, String beginning) {
        return Stream.concat(
                        mostFrequent(keys, beginning, value -> true),
                        mostFrequent(keys, "", hasWordBeginning(beginning)))
                .distinct()
                .sorted(Counted.MOST_FIRST)
                .toList();
    }

    private Stream<Counted> mostFrequent(TermField keys, String beginning, Predicate<String> kind) {
        return lexicon.mostFrequent(keys, beginning, kind, among).stream().limit(TRIED);
    }

    private static Predicate<String> hasWordBeginning(String beginning) {
        return value -> {
            int at = value.indexOf(beginning);
            while (at > 0 && Character.isLetterOrDigit(value.charAt(at - 1))) {
                at = value.indexOf(beginning, at + 1);
            }
            return at >= 0;
        };
    }

    /** In quotes where one was opened, or where it would be read otherwise without. */
    private static String written(Typing typing, Field field, String label) {
        String quoted = QueryPrinter.print(new QueryExpression.Phrase(label));
        if (typing.quoted()) {
            return quoted.substring(1);
        }
        QueryExpression read = QueryLanguage.parse(field.typed() + ":" + label).expression();
        boolean plain = read.equals(new InField(field, new QueryExpression.Word(label)));
        return plain ? label : quoted;
    }
}
