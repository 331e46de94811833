package dev.epitome.lucene;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.analysis.TextWord;
import dev.epitome.article.CleanText;
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
import dev.epitome.query.QueryLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What of a query can be looked for: without what holds no term, and no more than a search may cost. Each term is a
 * walk through the index, and one word can hold hundreds: text without spaces, pasted code. For one query.
 */
final class Searchable {

    /** As many plain words as a query can have, and below half of what Lucene allows: a relaxed search asks twice. */
    private static final int MOST_TERMS = 3 * QueryLanguage.MAX_CLAUSES;

    /** How much of a word a warning repeats, in characters. */
    private static final int SHOWN = 40;

    /** As itself and by its stem. */
    private static final int TERMS_OF_A_WORD = 2;

    private final List<String> warnings = new ArrayList<>();
    private int terms;
    private boolean cut;

    /** Empty where nothing is left. */
    Optional<QueryExpression> of(QueryExpression expression) {
        return switch (expression) {
            case Everything everything -> Optional.of(everything);
            case Published published -> Optional.of(published);
            case Word word -> text(word.text(), 1).map(Word::new);
            case Prefix prefix -> text(prefix.text(), 1).map(Prefix::new);
            case Phrase phrase ->
                text(phrase.text(), Plan.Clue.EVERYWHERE.size()).map(Phrase::new);
            case InField in ->
                switch (in.field()) {
                    case TYPE -> Optional.of(in);
                    case TITLE, SUMMARY, SOURCE, AUTHOR, TAG ->
                        of(in.of()).map(value -> QueryExpression.inField(in.field(), value));
                };
            case AllOf all -> parts(all.parts()).map(QueryExpression::allOf);
            case AnyOf any -> parts(any.parts()).map(QueryExpression::anyOf);
            case Not not -> of(not.part()).map(QueryExpression::not);
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

    private Optional<List<QueryExpression>> parts(List<QueryExpression> parts) {
        List<QueryExpression> left =
                parts.stream().flatMap(part -> of(part).stream()).toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(left);
    }

    private Optional<String> text(String text, int fields) {
        List<TextWord> words = TextAnalysis.words(text);
        if (words.isEmpty()) {
            warnings.add(
                    "Left out, since it holds nothing that can be searched for: " + CleanText.shortened(text, SHOWN));
            return Optional.empty();
        }
        int each = TERMS_OF_A_WORD + (words.size() > 1 ? Plan.Clue.EVERYWHERE.size() : fields);
        int room = (MOST_TERMS - terms) / each;
        terms += Math.min(room, words.size()) * each;
        if (room >= words.size()) {
            return Optional.of(text);
        }
        cut = true;
        return room == 0
                ? Optional.empty()
                : Optional.of(text.substring(0, words.get(room - 1).end()));
    }
}
