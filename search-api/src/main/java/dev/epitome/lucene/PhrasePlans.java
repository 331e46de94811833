package dev.epitome.lucene;

import dev.epitome.analysis.TextWord;
import dev.epitome.index.IndexFields;
import dev.epitome.lucene.Matcher.Slot;
import dev.epitome.lucene.Plan.Best;
import dev.epitome.lucene.Plan.Clue;
import dev.epitome.lucene.Plan.Leaf;
import dev.epitome.lucene.WordPlans.Role;
import dev.epitome.query.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Plans for words that stand together. What a phrase gives does not depend on how often it stands there, nor on how
 * long the article is: it is as rare as its rarest word, whatever rarities Lucene would add up.
 */
final class PhrasePlans {

    private final Vocabulary vocabulary;

    PhrasePlans(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Empty where the index lacks one of the words. */
    Optional<Plan> phrase(List<TextWord> words, Role role, Set<Field> fields) {
        List<Slot> slots = slots(words);
        double rarity = rarity(words);
        if (rarity == 0) {
            return Optional.empty();
        }
        String matched = String.join(" ", words.stream().map(TextWord::exact).toList());
        Matcher matcher = new Matcher.Sequence(slots);
        List<Plan> ways = new ArrayList<>();
        for (Field field : fields) {
            double weight = role.weight() * emphasis(field);
            ways.add(new Leaf(
                    new BoostQuery(new ConstantScoreQuery(query(field, slots, 0)), (float) (rarity * weight)),
                    rarity * weight,
                    new Clue(role.typed(), role.rule(), matched, matcher, Set.of(field), rarity, weight, true)));
        }
        return Optional.of(ways.size() == 1 ? ways.getFirst() : new Best(ways));
    }

    /** The rarity of the rarest word, 0 where one is not in the index. */
    double rarity(List<TextWord> words) {
        double rarest = 0;
        for (TextWord word : words) {
            int with = Math.max(
                    vocabulary.articlesWith(IndexFields.LOOSE, word.loose()),
                    vocabulary.articlesWith(IndexFields.EXACT, word.exact()));
            if (with == 0) {
                return 0;
            }
            rarest = Math.max(rarest, vocabulary.rarity(with));
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

    static Query query(Field field, List<Slot> slots, int slop) {
        String name = fieldName(field);
        if (slots.size() == 1) {
            List<Query> terms = slots.getFirst().terms().stream()
                    .map(term -> (Query) new TermQuery(new Term(name, term)))
                    .toList();
            return new DisjunctionMaxQuery(terms, 0);
        }
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder().setSlop(slop);
        for (Slot slot : slots) {
            Term[] terms =
                    slot.terms().stream().map(term -> new Term(name, term)).toArray(Term[]::new);
            phrase.add(terms, slot.position());
        }
        return phrase.build();
    }

    static String fieldName(Field field) {
        return switch (field) {
            case TITLE -> IndexFields.TITLE;
            case SUMMARY -> IndexFields.SUMMARY;
            case SOURCE -> IndexFields.SOURCE;
            case AUTHOR -> IndexFields.AUTHORS;
            case TAG -> IndexFields.TAGS;
            case TYPE -> IndexFields.TYPE_KEY;
        };
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
