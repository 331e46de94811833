package dev.epitome.engine;

import dev.epitome.analysis.TextWord;
import dev.epitome.engine.Matcher.Slot;
import dev.epitome.engine.Plan.Best;
import dev.epitome.engine.Plan.Evidence;
import dev.epitome.engine.Plan.Leaf;
import dev.epitome.engine.Plan.Lookup;
import dev.epitome.engine.WordPlans.Role;
import dev.epitome.query.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Plans for words that stand together. What a phrase gives does not depend on how often it stands there, nor on how
 * long the article is: it is as rare as its rarest word, whatever idfs a phrase query would add up.
 */
final class PhrasePlans {

    private final TermStatistics terms;

    PhrasePlans(TermStatistics terms) {
        this.terms = terms;
    }

    /** Empty where the index lacks one of the words. */
    Optional<Plan> phrase(List<TextWord> words, Role role) {
        List<Slot> slots = slots(words);
        double idf = idf(words);
        if (idf == 0) {
            return Optional.empty();
        }
        String matched = String.join(" ", words.stream().map(TextWord::exact).toList());
        Matcher matcher = new Matcher.Sequence(slots);
        List<Plan> ways = new ArrayList<>();
        for (Field field : Evidence.EVERYWHERE) {
            double weight = role.weight() * emphasis(field);
            ways.add(new Leaf(
                    new Lookup.Phrase(field, slots, 0),
                    (float) (idf * weight),
                    idf * weight,
                    new Evidence(role.typed(), role.rule(), matched, matcher, Set.of(field), idf, weight, true)));
        }
        return Optional.of(new Best(ways));
    }

    /** The idf of the rarest word, 0 where one is not in the index. */
    double idf(List<TextWord> words) {
        double rarest = 0;
        for (TextWord word : words) {
            int with = Math.max(
                    terms.articlesWith(TermField.LOOSE, word.loose()),
                    terms.articlesWith(TermField.EXACT, word.exact()));
            if (with == 0) {
                return 0;
            }
            rarest = Math.max(rarest, terms.idf(with));
        }
        return rarest;
    }

    static List<Slot> slots(List<TextWord> words) {
        List<Slot> slots = new ArrayList<>();
        int position = 0;
        for (TextWord word : words) {
            slots.add(new Slot(Set.copyOf(List.of(word.loose(), word.exact())), position));
            position += word.positions();
        }
        return slots;
    }

    /** A phrase in the title tells more than one somewhere in the summary. */
    private static double emphasis(Field field) {
        return switch (field) {
            case TITLE -> 1;
            case TAG -> 0.9;
            case SUMMARY -> 0.8;
            case SOURCE, AUTHOR, TYPE -> 0.6;
        };
    }
}
