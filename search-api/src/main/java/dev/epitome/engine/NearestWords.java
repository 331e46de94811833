package dev.epitome.engine;

import dev.epitome.engine.Lexicon.Counted;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Words of the index that are spelled nearly like others. What was looked for once is known from then on, so that
 * queries which share words may share one of these. For one request.
 */
final class NearestWords {

    private static final int SHORTEST_FOR_TWO_EDITS = 9;

    private final IndexState state;
    private final Map<String, Optional<String>> known = new HashMap<>();

    NearestWords(IndexState state) {
        this.state = state;
    }

    /** One edit away, or two where the word is long; empty where there is none. */
    Optional<String> to(String word) {
        return known.computeIfAbsent(
                word,
                none -> nearest(word, 1)
                        .or(() -> word.length() >= SHORTEST_FOR_TWO_EDITS ? nearest(word, 2) : Optional.empty()));
    }

    /** How many words have been looked for. */
    int looked() {
        return known.size();
    }

    /** Of the words so many edits away, the one in most articles. */
    private Optional<String> nearest(String word, int edits) {
        state.budget().require();
        return mostFrequent(state.lexicon().near(TermField.EXACT, word, edits, 1).stream()
                .filter(near -> near.term().chars().allMatch(Character::isLetter)));
    }

    /** The term of most articles, of equals the first. */
    static Optional<String> mostFrequent(Stream<Counted> terms) {
        return terms.reduce((best, next) -> next.articles() > best.articles() ? next : best)
                .map(Counted::term);
    }
}
