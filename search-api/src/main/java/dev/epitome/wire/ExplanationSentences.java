package dev.epitome.wire;

import dev.epitome.query.Field;
import dev.epitome.search.Explanation;
import dev.epitome.search.Explanation.Contribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An explanation as a person would give it. */
public final class ExplanationSentences {

    private ExplanationSentences() {}

    /** One sentence for the place of the article, one for each contribution, one for each absence. */
    public static List<String> of(Explanation explanation) {
        List<String> sentences = new ArrayList<>();
        sentences.add(place(explanation));
        explanation.contributions().forEach(some -> sentences.add(of(some)));
        sentences.addAll(explanation.absences());
        return sentences;
    }

    private static String place(Explanation explanation) {
        if (!explanation.matches()) {
            return "It is no hit for this query.";
        }
        String rank = explanation.rank().isPresent()
                ? "number " + explanation.rank().getAsInt()
                : "beyond the first " + Explanation.RANKED;
        return "It is " + rank + " with a score of " + number(explanation.score())
                + (explanation.relaxed() ? "; the query was relaxed, so that some of its words are enough." : ".");
    }

    /** What one rule gives, and of which factors that is made. */
    public static String of(Contribution some) {
        String what = what(some);
        if (some.score() == 0) {
            return what + ", as the query asks.";
        }
        String factors = "idf %s × frequency %s × weight %s"
                .formatted(number(some.idf()), number(some.frequency()), number(some.weight()));
        return what + ": +" + number(some.score()) + " (" + factors + ").";
    }

    private static String what(Contribution some) {
        String word = quoted(some.word());
        String matched = quoted(some.matched());
        String where = where(some.fields());
        return switch (some.rule()) {
            case EXACT -> word + " stands" + where + " as typed";
            case STEM -> word + " counts with all words of the stem " + matched + where;
            case PART -> word + " is a part of a compound" + where;
            case COMPOUND -> word + " stands" + where + " written as " + matched;
            case ALIAS -> word + " is also called " + matched + ", which stands" + where;
            case TYPO -> word + " was read as " + matched + ", which stands" + where;
            case FALLBACK -> word + " is in no article; " + matched + ", which is read of it, stands" + where;
            case PREFIX -> "A word that begins with " + quoted(some.matched().replace("*", "")) + " stands" + where;
            case PHRASE -> "The words " + word + " stand together" + where;
            case PROXIMITY -> "The words " + word + " stand near each other" + where;
            case FILTER -> "It passes the filter " + word;
            case FRESHNESS -> "It is recent, as " + word + " asks";
            case ALL_WORDS -> "It has every word of the query";
            case EVERYTHING -> "The query asks for every article";
        };
    }

    private static String where(List<Field> fields) {
        return fields.isEmpty()
                ? ""
                : fields.stream().map(Field::typed).collect(Collectors.joining(" and ", " in the ", ""));
    }

    private static String quoted(String text) {
        return "“" + text + "”";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
