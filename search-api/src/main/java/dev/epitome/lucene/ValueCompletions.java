package dev.epitome.lucene;

import dev.epitome.index.IndexFields;
import dev.epitome.lucene.TermCounts.Counted;
import dev.epitome.query.Field;
import dev.epitome.query.QueryExpression;
import dev.epitome.query.QueryExpression.InField;
import dev.epitome.query.QueryLanguage;
import dev.epitome.query.Typing;
import dev.epitome.search.SuggestRequest;
import dev.epitome.search.Suggestion;
import dev.epitome.search.Suggestion.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Values of the field behind whose colon something is being typed. For one request. */
final class ValueCompletions {

    private static final int TRIED = 60;

    private final CommitFacets facets;
    private final Trial trial;
    private final TermCounts counts;

    /** @param facets who tell how a value is written: a page shows both, and they must not differ */
    ValueCompletions(CommitFacets facets, Trial trial, TermCounts counts) {
        this.facets = facets;
        this.trial = trial;
        this.counts = counts;
    }

    /** Those of which some word begins as typed, those of most articles first; as many however few are asked for. */
    List<Suggestion> of(Typing typing, Field field) throws IOException {
        String keys = FieldPlans.keys(field).orElseThrow();
        List<Suggestion> completions = new ArrayList<>();
        for (Counted value : values(keys, IndexFields.filterKey(typing.typed()))) {
            if (completions.size() == SuggestRequest.MAX_LIMIT) {
                break;
            }
            String label =
                    facets.of(CommitFacets.facet(field)).written(value.term()).orElse(value.term());
            String query = typing.with(written(typing, field, label));
            long articles = trial.articles(query);
            if (articles > 0) {
                completions.add(new Suggestion(Kind.VALUE, label, query, articles));
            }
        }
        return Trial.mostFirst(completions, typing);
    }

    /** Values that begin so are found however many there are; others only as far as the walk goes. */
    private List<Counted> values(String keys, String beginning) throws IOException {
        return Stream.concat(
                        counts.beginning(keys, beginning, TRIED).stream(),
                        counts.all(keys, hasWordBeginning(beginning), TRIED).stream())
                .distinct()
                .sorted(Counted.MOST_FIRST)
                .toList();
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
        String within = label.replace('"', ' ');
        if (typing.quoted()) {
            return within + '"';
        }
        QueryExpression read = QueryLanguage.parse(field.typed() + ":" + label).expression();
        boolean plain = read.equals(new InField(field, new QueryExpression.Word(label)));
        return plain ? label : '"' + within + '"';
    }
}
