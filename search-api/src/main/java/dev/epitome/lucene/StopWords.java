package dev.epitome.lucene;

import dev.epitome.query.QueryExpression;
import dev.epitome.query.QueryExpression.Word;
import java.util.Locale;
import java.util.Set;

/**
 * Words that make a question of what is searched for. Only words without a meaning of their own, and never in capitals:
 * IT is a trade.
 */
final class StopWords {

    private static final Set<String> WORDS = Set.of(
            ("a about above across after again against all already also am among an and another any anyone anything are as at be "
                            + "because been being below between both but by can could did do does doing down during each either "
                            + "ever every few for from had has have having he her here hers him his how i if in into is it its "
                            + "just many may me might more most much must my neither no nor not of off on once one only onto or "
                            + "other our ours out over own per please same shall she should so some someone something still "
                            + "such than that the their theirs them then there these they this those through to too under until "
                            + "up upon us very via was we were what when where which while who whom whose why will with within "
                            + "without would yet you your")
                    .split(" "));

    private StopWords() {}

    static boolean has(String word) {
        return WORDS.contains(word) || word.equals("I") || (isCapitalized(word) && WORDS.contains(lowerCase(word)));
    }

    private static boolean isCapitalized(String word) {
        return word.length() > 1 && word.substring(1).equals(lowerCase(word.substring(1)));
    }

    private static String lowerCase(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    static boolean has(QueryExpression expression) {
        return expression instanceof Word word && has(word.text());
    }
}
