package dev.epitome.engine;

import dev.epitome.alias.AliasDictionary;
import dev.epitome.analysis.TextWord;
import dev.epitome.engine.WordPlans.Role;
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
import dev.epitome.search.Correction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts the nearest word of the index in the place of one that the index does not have. Words of up to four letters,
 * acronyms and words with digits are never touched: EKS and ECS are one letter apart, and nothing alike. For one query.
 */
final class SpellingCorrector {

    private static final int SHORTEST = 5;

    /** A longer word is no slip of the finger, and looking for its like takes long. */
    private static final int LONGEST = 40;

    /** Looking for a word's like costs far more than looking for the word. */
    private static final int MOST_WORDS = 8;

    private final NearestWords near;
    private final TermStatistics terms;
    private final WordPlans words;
    private final AliasDictionary aliases;
    private final List<Correction> corrections = new ArrayList<>();
    private int looked;

    SpellingCorrector(NearestWords near, TermStatistics terms, WordPlans words, AliasDictionary aliases) {
        this.near = near;
        this.terms = terms;
        this.words = words;
        this.aliases = aliases;
    }

    /** What was corrected so far. */
    List<Correction> corrections() {
        return List.copyOf(corrections);
    }

    /** Words in quotes and in filters stay as they are. */
    QueryExpression corrected(QueryExpression expression) {
        return switch (expression) {
            case Word word -> corrected(word);
            case AllOf all ->
                new AllOf(all.parts().stream().map(this::corrected).toList());
            case AnyOf any ->
                new AnyOf(any.parts().stream().map(this::corrected).toList());
            case InField in -> in.field().hasValues() ? in : new InField(in.field(), corrected(in.of()));
            case Everything other -> other;
            case Prefix other -> other;
            case Phrase other -> other;
            case Published other -> other;
            case Not other -> other;
            case Aliased other -> other;
            case Corrected other -> other;
        };
    }

    private QueryExpression corrected(Word word) {
        List<TextWord> found = terms.words(word.text());
        if (found.size() != 1 || !mayBeWrong(word.text(), found.getFirst())) {
            return word;
        }
        Optional<String> nearest = nearest(found.getFirst().exact());
        nearest.ifPresent(to -> corrections.add(new Correction(word.text(), to)));
        return nearest.<QueryExpression>map(to -> new Corrected(word.text(), new Word(to)))
                .orElse(word);
    }

    private boolean mayBeWrong(String typed, TextWord word) {
        String exact = word.exact();
        boolean asWritten = typed.equals(typed.toUpperCase(Locale.ROOT));
        return exact.length() >= SHORTEST
                && exact.length() <= LONGEST
                && !asWritten
                && exact.chars().allMatch(Character::isLetter)
                && !terms.has(word)
                && aliases.meanings(List.of(typed)).isEmpty()
                && words.apart(word, Role.typed(typed)).isEmpty();
    }

    private Optional<String> nearest(String word) {
        return looked++ < MOST_WORDS ? near.to(word) : Optional.empty();
    }
}
