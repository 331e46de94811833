package dev.epitome.alias;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the words at the end of a phrase that spell an acronym out.
 *
 * <p>Read from the right, each word gives its initial and any letters after that, in order; the small words between
 * them may give none. Letters from the middle of a word cost one, a word left out costs two, and an acronym can pay
 * half its letters. The cheapest long form is taken, of equally cheap ones the shortest.
 */
final class LongForm {

    private static final int MAX_CHARACTERS = 100;

    private static final int NEVER = 1_000;

    private static final Set<String> SMALL = Set.of(
            "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "over", "per", "the",
            "through", "to", "under", "via", "with", "&", "+", "/", "-", "–");

    /** What a long form never begins with. */
    private static final Set<String> NEVER_FIRST = Set.of(
            "a", "an", "the", "and", "or", "of", "for", "with", "by", "from", "via", "per", "into", "its", "our",
            "their", "this", "that", "these", "those", "is", "are", "was", "were", "be", "has", "have", "&", "+", "/");

    private final String letters;
    private final List<PhraseWord> words;
    private final int[][] costs;

    private LongForm(String letters, List<PhraseWord> words) {
        this.letters = letters;
        this.words = words;
        this.costs = new int[words.size() + 1][letters.length() + 1];
    }

    /** The long form that the phrase ends with, cleaned of quotes around it. */
    static Optional<String> of(Acronym acronym, String phrase) {
        List<PhraseWord> words = PhraseWord.of(phrase);
        for (String letters : acronym.readings()) {
            int most = Math.min(letters.length() + 5, letters.length() * 2);
            List<PhraseWord> last = words.subList(Math.max(0, words.size() - most), words.size());
            Optional<String> found = new LongForm(letters, last)
                    .start()
                    .map(start -> text(last.subList(start, last.size())))
                    .filter(text -> isLongFormOf(acronym, text));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean isLongFormOf(Acronym acronym, String text) {
        if (text.length() > MAX_CHARACTERS || text.length() <= acronym.text().length()) {
            return false;
        }
        return !(" " + AliasKey.of(text) + " ").contains(" " + AliasKey.of(acronym.text()) + " ");
    }

    private static String text(List<PhraseWord> words) {
        List<String> texts = new ArrayList<>();
        words.forEach(word -> texts.add(word.withComma()));
        int last = texts.size() - 1;
        texts.set(last, withoutPossessive(words.get(last).bare()));
        return String.join(" ", texts);
    }

    private static String withoutPossessive(String word) {
        return word.endsWith("'s") || word.endsWith("’s") ? word.substring(0, word.length() - 2) : word;
    }

    /** The word with which the best long form starts. */
    private Optional<Integer> start() {
        int count = words.size();
        for (int word = count; word >= 0; word--) {
            for (int letter = letters.length(); letter >= 0; letter--) {
                costs[word][letter] = word == count ? (letter == letters.length() ? 0 : NEVER) : cost(word, letter);
            }
        }
        int best = letters.length() / 2 + 1;
        Optional<Integer> start = Optional.empty();
        for (int word = count - 1; word >= 0; word--) {
            boolean mayBeFirst = !NEVER_FIRST.contains(words.get(word).lowerCase())
                    && words.get(word).letters(letters, 0) > 0;
            int cost = mayBeFirst ? given(word, 0) : NEVER;
            if (cost < best) {
                best = cost;
                start = Optional.of(word);
            }
        }
        return start;
    }

    /** What it costs to get all letters from that one on out of all words from that one on. */
    private int cost(int word, int letter) {
        boolean small = SMALL.contains(words.get(word).lowerCase());
        // The last word is what the rest describes: it is never left out.
        int leftOut = word == words.size() - 1 ? NEVER : costs[word + 1][letter] + (small ? 0 : 2);
        return Math.min(leftOut, given(word, letter));
    }

    /** The same where this word gives at least one letter. */
    private int given(int word, int letter) {
        int[] prices = words.get(word).prices(letters, letter);
        int best = NEVER;
        for (int taken = 1; taken < prices.length; taken++) {
            best = Math.min(best, prices[taken] + costs[word + 1][letter + taken]);
        }
        return best;
    }
}
