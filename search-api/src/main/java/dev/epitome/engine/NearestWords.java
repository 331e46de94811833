package dev.epitome.engine;

import dev.epitome.engine.Lexicon.Counted;
import dev.epitome.query.Field;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Words of the index that are spelled nearly like others, and how many of them one request asks for. For one request,
 * whose queries share it.
 */
final class NearestWords {

    private static final int SHORTEST_FOR_TWO_EDITS = 9;

    private final IndexState state;
    private final Set<String> looked = new HashSet<>();

    NearestWords(IndexState state) {
        this.state = state;
    }

    /** One edit away, or two where the word is long; empty where there is none. */
    Optional<String> to(String word) {
        looked.add(word);
        return state.words().nearest().get(word, this::nearest);
    }

    /** How many words have been looked for. */
    int looked() {
        return looked.size();
    }

    private Optional<String> nearest(String word) {
        return nearest(word, 1).or(() -> word.length() >= SHORTEST_FOR_TWO_EDITS ? nearest(word, 2) : Optional.empty());
    }

    /** Of the words so many edits away, the one in most articles. */
    private Optional<String> nearest(String word, int edits) {
        state.budget().require();
        return mostFrequent(state.lexicon().near(TermField.EXACT, word, edits, 1).stream()
                .filter(near -> near.term().chars().allMatch(Character::isLetter))
                .filter(near -> !StopWords.has(near.term()) && Misspelling.isLikely(word, near.term()))
                .filter(near -> !isOfNamesAlone(near.term())));
    }

    /** Whether only authors and sources are called so. */
    private boolean isOfNamesAlone(String term) {
        return Stream.of(Field.TITLE, Field.SUMMARY, Field.TAG)
                .allMatch(field -> state.lexicon().articlesWith(new TermField.Words(field), term) == 0);
    }

    /** The term of most articles, of equals the first. */
    static Optional<String> mostFrequent(Stream<Counted> terms) {
        return terms.reduce((best, next) -> next.articles() > best.articles() ? next : best)
                .map(Counted::term);
    }
}
