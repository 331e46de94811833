package dev.epitome.engine;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.analysis.TextWord;
import dev.epitome.engine.Lexicon.Counted;
import dev.epitome.engine.Matcher.Slot;
import dev.epitome.engine.Plan.Lookup;
import dev.epitome.query.Field;
import dev.epitome.query.Typing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which words stand right behind the word before them, in the title or the summary of some article. */
final class Neighbours {

    private final Retriever retriever;

    Neighbours(Retriever retriever) {
        this.retriever = retriever;
    }

    /** In the order they have, but among those of equally many articles the neighbours of the word before first. */
    List<Counted> first(List<Counted> words, Typing typing) {
        Optional<TextWord> before = before(typing);
        if (before.isEmpty()) {
            return words;
        }
        Map<Integer, Integer> equals = new HashMap<>();
        words.forEach(word -> equals.merge(word.articles(), 1, Integer::sum));
        List<Counted> sorted = new ArrayList<>();
        List<Counted> others = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Counted word = words.get(i);
            boolean alone = equals.getOrDefault(word.articles(), 0) == 1;
            (alone || follows(before.get(), word.term()) ? sorted : others).add(word);
            if (i + 1 == words.size() || words.get(i + 1).articles() != word.articles()) {
                sorted.addAll(others);
                others.clear();
            }
        }
        return sorted;
    }

    /** Of what a hit must have too, the word at the end; words that make a question have everything for a neighbour. */
    private static Optional<TextWord> before(Typing typing) {
        String others = typing.others().stripTrailing();
        List<TextWord> words = TextAnalysis.words(others);
        return typing.isLeftOut() || words.isEmpty() || words.getLast().end() < others.length()
                ? Optional.empty()
                : Optional.of(words.getLast()).filter(word -> !StopWords.has(word.exact()));
    }

    private boolean follows(TextWord before, String term) {
        List<TextWord> after = TextAnalysis.words(term);
        if (after.size() != 1) {
            return false;
        }
        List<Slot> slots = PhrasePlans.slots(List.of(before, after.getFirst()));
        return retriever.matchesAny(Plan.anyOf(Stream.of(Field.TITLE, Field.SUMMARY)
                .map(field -> Plan.unexplained(new Lookup.Phrase(field, slots, 0), 1))
                .toList()));
    }
}
