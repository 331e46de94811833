package dev.epitome.engine;

import dev.epitome.analysis.TextWord;
import dev.epitome.engine.Matcher.Slot;
import dev.epitome.engine.Plan.Best;
import dev.epitome.engine.Plan.Evidence;
import dev.epitome.engine.Plan.Leaf;
import dev.epitome.engine.Plan.Lookup;
import dev.epitome.query.Field;
import dev.epitome.query.QueryExpression;
import dev.epitome.query.QueryExpression.Word;
import dev.epitome.ranking.RankingProfile;
import dev.epitome.search.MatchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Pairs of words that follow each other in a query say more where an article has them near each other, too (Metzler and
 * Croft 2005, sequential dependence). They only add: no article is a hit for a pair alone.
 */
final class Proximity {

    /** In questions of many words, more pairs cost time and change little. */
    private static final int MOST_PAIRS = 8;

    /** How many places the words may be apart, in any order. */
    private static final int WINDOW = 4;

    /** More words than that are a question, which no article says as it was typed. */
    private static final int MOST_AS_TYPED = 6;

    private final TermStatistics terms;
    private final PhrasePlans phrases;
    private final RankingProfile profile;

    Proximity(TermStatistics terms, PhrasePlans phrases, RankingProfile profile) {
        this.terms = terms;
        this.phrases = phrases;
        this.profile = profile;
    }

    /**
     * @param parts of the query, as they were typed
     * @param wanted those of them that say something
     */
    List<Plan> of(List<QueryExpression> parts, List<QueryExpression> wanted) {
        List<Plan> pairs = new ArrayList<>();
        asTyped(parts, wanted).ifPresent(pairs::add);
        for (int i = 1; i < wanted.size() && pairs.size() < MOST_PAIRS; i++) {
            Optional<Word> first = QueryParts.typedWord(wanted.get(i - 1));
            Optional<Word> second = QueryParts.typedWord(wanted.get(i));
            if (first.isPresent() && second.isPresent()) {
                String typed = first.get().text() + " " + second.get().text();
                List<TextWord> pair = terms.words(typed);
                double idf = phrases.idf(pair);
                if (pair.size() == 2 && idf > 0) {
                    pairs.add(pair(pair, idf, typed));
                }
            }
        }
        return pairs;
    }

    /**
     * What holds words that say nothing alone says something with them: state of the art. Short queries of this kind
     * are looked for word by word, too.
     */
    private Optional<Plan> asTyped(List<QueryExpression> parts, List<QueryExpression> wanted) {
        if (parts.size() > MOST_AS_TYPED || parts.size() == wanted.size()) {
            return Optional.empty();
        }
        List<String> typed = new ArrayList<>();
        for (QueryExpression part : parts) {
            Optional<Word> word = QueryParts.typedWord(part);
            if (word.isEmpty()) {
                return Optional.empty();
            }
            typed.add(word.get().text());
        }
        String all = String.join(" ", typed);
        List<TextWord> words = terms.words(all);
        double idf = phrases.idf(words);
        return idf > 0 && words.size() > 1
                ? Optional.of(near(words, 0, idf, 2 * profile.phrase(), all))
                : Optional.empty();
    }

    private Plan pair(List<TextWord> pair, double idf, String typed) {
        return near(pair, WINDOW, idf, profile.proximity(), typed);
    }

    private static Plan near(List<TextWord> words, int apart, double idf, double weight, String typed) {
        List<Slot> slots = PhrasePlans.slots(words);
        List<Plan> ways = new ArrayList<>();
        for (Field field : List.of(Field.TITLE, Field.SUMMARY)) {
            ways.add(new Leaf(
                    new Lookup.Phrase(field, slots, apart),
                    (float) (idf * weight),
                    idf * weight,
                    new Evidence(
                            typed,
                            MatchRule.PROXIMITY,
                            typed,
                            new Matcher.Nowhere(),
                            Set.of(field),
                            idf,
                            weight,
                            true)));
        }
        return new Best(ways);
    }
}
