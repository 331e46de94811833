package dev.epitome.query;

import dev.epitome.article.CleanText;
import dev.epitome.query.QueryExpression.AllOf;
import dev.epitome.query.QueryExpression.Everything;
import dev.epitome.query.QueryExpression.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads queries. Any text is one: what makes no sense becomes a warning, never an error. */
public final class QueryLanguage {

    /** More words than this are left out, with a warning: each one costs a walk through the index. */
    public static final int MAX_WORDS = 64;

    private QueryLanguage() {}

    /** Understands any text; for the same text always the same. */
    public static ParsedQuery parse(String text) {
        List<String> warnings = new ArrayList<>();
        List<QueryExpression> words = words(text, warnings);
        QueryExpression expression = switch (words.size()) {
            case 0 -> new Everything();
            case 1 -> words.getFirst();
            default -> new AllOf(words);
        };
        return new ParsedQuery(text, expression, warnings);
    }

    private static List<QueryExpression> words(String text, List<String> warnings) {
        List<QueryExpression> words = Arrays.stream(CleanText.of(text).split(" ", MAX_WORDS + 1))
                .filter(word -> !word.isEmpty())
                .<QueryExpression>map(Word::new)
                .toList();
        if (words.size() <= MAX_WORDS) {
            return words;
        }
        warnings.add("Only the first " + MAX_WORDS + " words were searched for.");
        return words.subList(0, MAX_WORDS);
    }
}
