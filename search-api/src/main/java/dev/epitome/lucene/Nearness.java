package dev.epitome.lucene;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.analysis.TextWord;
import dev.epitome.lucene.Matcher.Slot;
import dev.epitome.lucene.Plan.Best;
import dev.epitome.lucene.Plan.Clue;
import dev.epitome.lucene.Plan.Leaf;
import dev.epitome.query.Field;
import dev.epitome.query.QueryExpression;
import dev.epitome.query.QueryExpression.Word;
import dev.epitome.ranking.RankingProfile;
import dev.epitome.search.MatchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;

/**
 * Pairs of words that follow each other in a query say more where an article has them near each other, too (Metzler and
 * Croft 2005, sequential dependence). They only add: no article is a hit for a pair alone.
 */
final class Nearness {

    /** In questions of many words, more pairs cost time and change little. */
    private static final int MOST_PAIRS = 8;

    /** How many places the words may be apart, in any order. */
    private static final int WINDOW = 4;

    private final PhrasePlans phrases;
    private final RankingProfile profile;

    Nearness(PhrasePlans phrases, RankingProfile profile) {
        this.phrases = phrases;
        this.profile = profile;
    }

    List<Plan> of(List<QueryExpression> wanted) {
        List<Plan> pairs = new ArrayList<>();
        for (int i = 1; i < wanted.size() && pairs.size() < MOST_PAIRS; i++) {
            Optional<Word> first = AllParts.typedWord(wanted.get(i - 1));
            Optional<Word> second = AllParts.typedWord(wanted.get(i));
            if (first.isPresent() && second.isPresent()) {
                String typed = first.get().text() + " " + second.get().text();
                List<TextWord> pair = TextAnalysis.words(typed);
                double rarity = phrases.rarity(pair);
                if (pair.size() == 2 && rarity > 0) {
                    pairs.add(pair(pair, rarity, typed));
                }
            }
        }
        return pairs;
    }

    private Plan pair(List<TextWord> pair, double rarity, String typed) {
        List<Slot> slots = PhrasePlans.slots(pair);
        List<Plan> ways = new ArrayList<>();
        for (Field field : List.of(Field.TITLE, Field.SUMMARY)) {
            double weight = profile.proximity();
            ways.add(new Leaf(
                    new BoostQuery(
                            new ConstantScoreQuery(PhrasePlans.query(field, slots, WINDOW)), (float) (rarity * weight)),
                    rarity * weight,
                    new Clue(
                            typed,
                            MatchRule.NEARNESS,
                            typed,
                            new Matcher.Nowhere(),
                            Set.of(field),
                            rarity,
                            weight,
                            true)));
        }
        return new Best(ways);
    }
}
