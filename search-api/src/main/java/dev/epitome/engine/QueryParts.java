package dev.epitome.engine;

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
 * The parts of a query, by what an article owes them.
 *
 * @param required what was asked for on purpose: quotes, fields, dates
 * @param wanted plain words, in order; a relaxed search is content with some
 * @param without what no hit may have
 */
record QueryParts(List<QueryExpression> required, List<QueryExpression> wanted, List<QueryExpression> without) {

    /** Words, quoted ones among them. */
    private static final int FEWEST_OF_QUESTION = 8;

    /** How much of a query an article owes. Fields, dates and what is left out it always does. */
    enum Strictness {
        /** Every word. */
        ALL_WORDS,
        /** The word that says most, whole; the others count. For what is short, and is the name of one thing. */
        TELLING_WORD,
        /** Some of the words, and all that is in quotes. */
        SOME_WORDS,
        /** Some of the words, in quotes or not: for questions that quote a word in passing. */
        EVEN_QUOTED
    }

    static QueryParts of(List<QueryExpression> parts, Strictness strictness) {
        List<QueryExpression> required = new ArrayList<>();
        List<QueryExpression> wanted = new ArrayList<>();
        List<QueryExpression> without = new ArrayList<>();
        for (QueryExpression part : parts) {
            switch (part) {
                case Not not -> without.add(not.part());
                case Phrase phrase -> {
                    boolean wish = isWish(parts, strictness);
                    (wish ? wanted : required).add(phrase);
                    if (wish && strictness == Strictness.SOME_WORDS) {
                        Stream.of(phrase.text().split(" ", -1)).map(Word::new).forEach(wanted::add);
                    }
                }
                case InField in -> required.add(in);
                case Published published -> required.add(published);
                case Word word -> wanted.add(word);
                case Prefix prefix -> wanted.add(prefix);
                case AllOf all -> wanted.add(all);
                case AnyOf any -> (isPlain(any) ? wanted : required).add(any);
                case Aliased aliased -> wanted.add(aliased);
                case Corrected corrected -> wanted.add(corrected);
                case Everything everything -> {}
            }
        }
        return new QueryParts(required, telling(wanted, required.isEmpty()), without);
    }

    /** Whether what is in quotes need not be there: a question quotes in passing. */
    private static boolean isWish(List<QueryExpression> parts, Strictness strictness) {
        return switch (strictness) {
            case ALL_WORDS, TELLING_WORD -> false;
            case SOME_WORDS -> words(parts) >= FEWEST_OF_QUESTION;
            case EVEN_QUOTED -> true;
        };
    }

    private static int words(List<QueryExpression> parts) {
        int words = 0;
        for (QueryExpression part : parts) {
            words += part instanceof Phrase phrase ? phrase.text().split(" ", -1).length : 1;
        }
        return words;
    }

    /** The word that was typed there, whatever was added to it since. */
    static Optional<Word> typedWord(QueryExpression part) {
        return switch (part) {
            case Word word -> Optional.of(word);
            case Aliased aliased -> typedWord(aliased.typed());
            case Corrected corrected -> typedWord(corrected.as());
            case Everything none -> Optional.empty();
            case Prefix none -> Optional.empty();
            case Phrase none -> Optional.empty();
            case InField none -> Optional.empty();
            case Published none -> Optional.empty();
            case AllOf none -> Optional.empty();
            case AnyOf none -> Optional.empty();
            case Not none -> Optional.empty();
        };
    }

    private static boolean isPlain(AnyOf any) {
        return any.parts().stream().allMatch(part -> switch (part) {
            case Word word -> true;
            case Prefix prefix -> true;
            case Aliased aliased -> true;
            case Corrected corrected -> true;
            case AllOf all -> true;
            case AnyOf inner -> isPlain(inner);
            case Phrase phrase -> true;
            case Everything everything -> true;
            case InField in -> false;
            case Published published -> false;
            case Not not -> false;
        });
    }

    /** What is left of a question without the words that only make it one; all of it, where nothing would be left. */
    private static List<QueryExpression> telling(List<QueryExpression> wanted, boolean keepSome) {
        List<QueryExpression> telling =
                wanted.stream().filter(part -> !StopWords.has(part)).toList();
        return telling.isEmpty() && keepSome ? wanted : telling;
    }
}
