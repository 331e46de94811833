package dev.epitome.engine;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.analysis.TextWord;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What of a query can be looked for: without what holds no term, and no more than a search may cost. Each term is a
 * walk through the index, and one word can hold hundreds: text without spaces, pasted code. For one query.
 */
final class QueryPruner {

    /**
     * So many clauses a plan may have: Lucene refuses to run more than 1,024, and a relaxed search asks twice, for all
     * words and for some. What is left is for filters and freshness.
     */
    static final int MOST_CLAUSES = 496;

    /** A plan of the words as typed has no more: the last text may be cut to a word, which costs some more. */
    private static final int MOST_TYPED = MOST_CLAUSES - 16;

    /** How much of a word a warning repeats, in characters. */
    private static final int SHOWN = 40;

    /** As itself and by its stem. */
    private static final int TERMS_OF_A_WORD = 2;

    /** From the first to the last. */
    private static final int CLAUSES_OF_DAYS = 2;

    /** Every article, in the text and in its field, of which something is taken away. */
    private static final int CLAUSES_OF_NOT = 2;

    private final List<String> warnings = new ArrayList<>();
    private int clauses;
    private boolean cut;

    /** Where words are looked for, which tells how many clauses each costs. */
    private enum Scope {
        /** In all text at once; what must stand together in each field. */
        EVERYWHERE,
        /** In one text; for the score everywhere as well. */
        TEXT,
        /** In the values of one field. */
        VALUES,
        /** As a whole value, without being analysed. */
        KEY;

        static Scope of(Field field) {
            if (!field.hasValues()) {
                return TEXT;
            }
            return field.hasWords() ? VALUES : KEY;
        }

        /** For each word of so many, whether they must stand together or not. */
        int clauses(int words, boolean together) {
            int inField = words == 1 ? TERMS_OF_A_WORD : 1;
            int anywhere = TERMS_OF_A_WORD + (together || words > 1 ? Plan.Evidence.EVERYWHERE.size() * inField : 0);
            return switch (this) {
                case EVERYWHERE -> anywhere;
                case TEXT -> anywhere + inField;
                case VALUES, KEY -> inField;
            };
        }
    }

    /** Empty where nothing is left. */
    Optional<QueryExpression> of(QueryExpression expression) {
        return of(expression, Scope.EVERYWHERE);
    }

    private Optional<QueryExpression> of(QueryExpression expression, Scope scope) {
        return switch (expression) {
            case Everything everything -> Optional.of(everything);
            case Published published -> takes(CLAUSES_OF_DAYS) ? Optional.of(published) : Optional.empty();
            case Word word -> text(word.text(), scope, false).map(Word::new);
            case Prefix prefix -> text(prefix.text(), scope, false).map(Prefix::new);
            case Phrase phrase -> text(phrase.text(), scope, true).map(Phrase::new);
            case InField in ->
                of(in.of(), Scope.of(in.field())).map(value -> QueryExpression.inField(in.field(), value));
            case AllOf all -> parts(all.parts(), scope).map(QueryExpression::allOf);
            case AnyOf any -> parts(any.parts(), scope).map(QueryExpression::anyOf);
            case Not not -> takes(CLAUSES_OF_NOT) ? of(not.part(), scope).map(QueryExpression::not) : Optional.empty();
            case Aliased aliased -> Optional.of(aliased);
            case Corrected corrected -> Optional.of(corrected);
        };
    }

    /** What was left out, a sentence each. */
    List<String> warnings() {
        return Stream.concat(
                        warnings.stream().distinct().limit(8),
                        cut ? Stream.of("The query is too long: only its beginning was searched for.") : Stream.of())
                .toList();
    }

    private Optional<List<QueryExpression>> parts(List<QueryExpression> parts, Scope scope) {
        List<QueryExpression> left =
                parts.stream().flatMap(part -> of(part, scope).stream()).toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(left);
    }

    private boolean takes(int more) {
        boolean room = clauses + more <= MOST_TYPED;
        clauses += room ? more : 0;
        cut |= !room;
        return room;
    }

    private Optional<String> text(String text, Scope scope, boolean together) {
        if (scope == Scope.KEY) {
            return takes(1) ? Optional.of(text) : Optional.empty();
        }
        List<TextWord> words = TextAnalysis.words(text);
        if (words.isEmpty()) {
            warnings.add(
                    "Left out, since it holds nothing that can be searched for: " + CleanText.shortened(text, SHOWN));
            return Optional.empty();
        }
        int each = scope.clauses(words.size(), together);
        int room = (MOST_TYPED - clauses) / each;
        clauses += Math.min(room, words.size()) * each;
        if (room >= words.size()) {
            return Optional.of(text);
        }
        cut = true;
        return room == 0
                ? Optional.empty()
                : Optional.of(text.substring(0, words.get(room - 1).end()));
    }
}
