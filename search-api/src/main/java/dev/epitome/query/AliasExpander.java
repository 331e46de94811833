package dev.epitome.query;

import dev.epitome.alias.AliasDictionary;
import dev.epitome.alias.AliasDictionary.Meaning;
import dev.epitome.query.QueryExpression.Alias;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Adds to the words of a query what else they are called. What is in quotes, what is left out and what names a source,
 * an author or a type is meant as it was typed.
 */
public final class AliasExpander {

    /** Words that follow each other are looked up together up to this many: titles hardly name longer things. */
    private static final int LONGEST_RUN = 10;

    private final AliasDictionary dictionary;
    private final int longest;

    public AliasExpander(AliasDictionary dictionary) {
        this.dictionary = Objects.requireNonNull(dictionary, "dictionary");
        this.longest = Math.min(LONGEST_RUN, dictionary.longest());
    }

    /** The same query with aliases; meanings are not looked up again. */
    public QueryExpression expand(QueryExpression expression) {
        Objects.requireNonNull(expression, "expression");
        return switch (expression) {
            case Word word -> {
                Optional<Aliased> found = aliased(List.of(word));
                yield found.isPresent() ? found.get() : word;
            }
            case AllOf all -> QueryExpression.allOf(expandRuns(all.parts()));
            case AnyOf any -> new AnyOf(any.parts().stream().map(this::expand).toList());
            case InField in ->
                switch (in.field()) {
                    case TITLE, SUMMARY, TAG -> new InField(in.field(), expand(in.of()));
                    case SOURCE, AUTHOR, TYPE -> in;
                };
            case Corrected corrected -> new Corrected(corrected.typed(), expand(corrected.as()), corrected.reading());
            case Everything other -> other;
            case Prefix other -> other;
            case Phrase other -> other;
            case Published other -> other;
            case Not other -> other;
            case Aliased other -> other;
        };
    }

    private List<QueryExpression> expandRuns(List<QueryExpression> parts) {
        List<QueryExpression> expanded = new ArrayList<>();
        int next = 0;
        while (next < parts.size()) {
            QueryExpression here = parts.get(next);
            Optional<Aliased> run = longestRun(parts, next);
            expanded.add(run.isPresent() ? run.get() : expand(here));
            next += run.map(AliasExpander::words).orElse(1);
        }
        return expanded;
    }

    /** The longest run of two words or more from there that is listed as a whole. */
    private Optional<Aliased> longestRun(List<QueryExpression> parts, int from) {
        List<Word> words = new ArrayList<>();
        for (int i = from; i < parts.size() && words.size() < longest && parts.get(i) instanceof Word word; i++) {
            words.add(word);
        }
        for (int count = words.size(); count > 1; count--) {
            Optional<Aliased> found = aliased(words.subList(0, count));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Aliased> aliased(List<Word> words) {
        List<Meaning> meanings =
                dictionary.meanings(words.stream().map(Word::text).toList());
        if (meanings.isEmpty()) {
            return Optional.empty();
        }
        List<Alias> also = meanings.stream()
                .map(meaning -> new Alias(expression(meaning.text()), meaning.origin()))
                .toList();
        return Optional.of(new Aliased(QueryExpression.allOf(words), also));
    }

    private static QueryExpression expression(String meaning) {
        return meaning.indexOf(' ') < 0 ? new Word(meaning) : new Phrase(meaning);
    }

    private static int words(Aliased run) {
        return run.typed() instanceof AllOf all ? all.parts().size() : 1;
    }
}
