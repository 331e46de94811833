package dev.epitome.alias;

import dev.epitome.alias.AcronymFinder.Definition;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Chooses, of all definitions that were found, those that a dictionary keeps. */
final class LearnedAliases {

    /** One expansion of one acronym, spelled as it most often was. */
    private record Choice(String acronym, String expansion, int count) {}

    private static final Comparator<Choice> MOST_USED = Comparator.comparingInt(Choice::count)
            .reversed()
            .thenComparing(Choice::expansion)
            .thenComparing(Choice::acronym);

    private LearnedAliases() {}

    /** The same for the same definitions in any order. */
    static AliasDictionary of(Collection<Definition> definitions) {
        AliasDictionary.Builder aliases = new AliasDictionary.Builder();
        List<Choice> choices = choices(definitions);
        add(aliases, choices, Choice::acronym, Choice::expansion);
        add(aliases, choices, Choice::expansion, Choice::acronym);
        return aliases.build();
    }

    private static void add(
            AliasDictionary.Builder aliases,
            List<Choice> choices,
            Function<Choice, String> left,
            Function<Choice, String> right) {
        Map<String, Integer> taken = new TreeMap<>();
        for (Choice choice : choices) {
            if (taken.merge(AliasKey.of(left.apply(choice)), 1, Integer::sum) <= AliasDictionary.MAX_LEARNED_MEANINGS) {
                aliases.add(left.apply(choice), right.apply(choice), AliasOrigin.LEARNED);
            }
        }
    }

    private static List<Choice> choices(Collection<Definition> definitions) {
        Map<String, Map<Definition, Integer>> spellings = new TreeMap<>();
        for (Definition definition : definitions) {
            String key = AliasKey.of(definition.acronym()) + '\n' + AliasKey.of(definition.expansion());
            spellings.computeIfAbsent(key, k -> new HashMap<>()).merge(definition, 1, Integer::sum);
        }
        return spellings.values().stream()
                .map(LearnedAliases::choice)
                .sorted(MOST_USED)
                .toList();
    }

    private static Choice choice(Map<Definition, Integer> spellings) {
        int count = spellings.values().stream().mapToInt(Integer::intValue).sum();
        Definition usual = spellings.entrySet().stream()
                .map(spelling -> new Choice(
                        spelling.getKey().acronym(), spelling.getKey().expansion(), spelling.getValue()))
                .min(MOST_USED)
                .map(choice -> new Definition(choice.acronym(), choice.expansion()))
                .orElseThrow();
        return new Choice(usual.acronym(), usual.expansion(), count);
    }
}
