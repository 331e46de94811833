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

    private final TermStatistics terms;
    private final PhrasePlans phrases;
    private final RankingProfile profile;

    Proximity(TermStatistics terms, PhrasePlans phrases, RankingProfile profile) {
        this.terms = terms;
        this.phrases = phrases;
        this.profile = profile;
    }

    List<Plan> of(List<QueryExpression> wanted) {
        List<Plan> pairs = new ArrayList<>();
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

    private Plan pair(List<TextWord> pair, double idf, String typed) {
        List<Slot> slots = PhrasePlans.slots(pair);
        List<Plan> ways = new ArrayList<>();
        for (Field field : List.of(Field.TITLE, Field.SUMMARY)) {
            double weight = profile.proximity();
            ways.add(new Leaf(
                    new Lookup.Phrase(field, slots, WINDOW),
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
