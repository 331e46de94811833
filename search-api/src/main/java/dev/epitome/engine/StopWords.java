package dev.epitome.engine;

import dev.epitome.query.QueryExpression;
import java.util.Locale;
import java.util.Set;

/**
 * Words that make a question of what is searched for. Only words without a meaning of their own, and not all in
 * capitals: IT is a trade, and A a grade; but questions begin with What, and What's is the same.
 */
final class StopWords {

    private static final Set<String> WORDS = Set.of(
            ("a about above across after again against all already also am among an and another any anyone anything are as at be "
                            + "because been being below between both but by can could did do does doing down during each either "
                            + "ever every few for from had has have having he her here hers him his how i if in into is it its "
                            + "just many may me might more most much must my neither no nor not of off on once one only onto or "
                            + "other our ours out over own per please same shall she should so some someone something still "
                            + "such than that the their theirs them then there these they this those through to too under until "
                            + "up upon us versus very via vs was we were what when where which while who whom whose why will with within "
                            + "without would yet you your i'm i've i'd i'll you're we're they're don't doesn't didn't can't "
                            + "couldn't isn't aren't wasn't weren't won't wouldn't shouldn't haven't hasn't")
                    .split(" "));

    private StopWords() {}

    static boolean has(String word) {
        return word.equals("I") || WORDS.contains(plain(word));
    }

    private static String plain(String word) {
        String straight = word.replace('\u2019', '\'');
        String lower = straight.toLowerCase(Locale.ROOT);
        if (straight.length() > 1 && straight.substring(1).equals(lower.substring(1))) {
            straight = lower;
        }
        return straight.endsWith("'s") ? straight.substring(0, straight.length() - 2) : straight;
    }

    static boolean has(QueryExpression expression) {
        return QueryParts.typedWord(expression).filter(word -> has(word.text())).isPresent();
    }
}
