package dev.epitome.lucene;

import dev.epitome.search.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Suggestions of each kind, as many as there are however few are asked for.
 *
 * @param completions words, or values of a field
 */
record Offers(List<Suggestion> completions, List<Suggestion> titles, List<Suggestion> operators) {

    static Offers of(List<Suggestion> completions) {
        return new Offers(completions, List.of(), List.of());
    }

    /** A suggestion that changes nothing is none. */
    Offers without(String query) {
        return new Offers(without(completions, query), without(titles, query), without(operators, query));
    }

    private static List<Suggestion> without(List<Suggestion> suggestions, String query) {
        return suggestions.stream()
                .filter(suggestion -> !suggestion.query().equals(query))
                .toList();
    }

    /** Whether there is nothing but this query, in whatever case. */
    boolean isOnly(String query) {
        List<Suggestion> all =
                Stream.of(completions, titles, operators).flatMap(List::stream).toList();
        return all.size() == 1 && all.getFirst().query().equalsIgnoreCase(query);
    }

    /** Words have half of the room at least, and whatever the others leave; of each kind the first are taken. */
    List<Suggestion> first(int limit) {
        int forOperators = Math.min(operators.size(), limit / 2);
        int forTitles = Math.min(titles.size(), limit / 4);
        List<Suggestion> first = new ArrayList<>();
        completions.stream().limit(limit - forOperators - forTitles).forEach(first::add);
        titles.stream().limit(limit - forOperators - first.size()).forEach(first::add);
        operators.stream().limit(forOperators).forEach(first::add);
        return first;
    }
}
