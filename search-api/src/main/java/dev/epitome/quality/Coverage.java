package dev.epitome.quality;

import dev.epitome.search.SearchEngine;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How many of the articles that golden queries should find are in an index at all.
 *
 * @param judged how many there are to find
 * @param missing the ids of those that are not in the index, sorted
 */
public record Coverage(int judged, List<String> missing) {

    public Coverage {
        Objects.requireNonNull(missing, "missing");
        missing = List.copyOf(missing);
    }

    public static Coverage of(SearchEngine engine, GoldenSet golden) {
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(golden, "golden");
        List<String> judged = List.copyOf(golden.relevantArticles());
        return new Coverage(
                judged.size(),
                judged.stream().filter(id -> engine.find(id).isEmpty()).toList());
    }

    /** Whether the queries are about this index: at least half of what they should find is in it. */
    public boolean applies() {
        return 2 * (judged - missing.size()) >= judged;
    }

    /** Whether everything that the queries should find is in the index. */
    public boolean isWhole() {
        return missing.isEmpty();
    }

    /** Those that are missing, for a person to read. */
    public String firstMissing(int most) {
        String ids = missing.stream().limit(most).collect(Collectors.joining(", "));
        return missing.size() > most ? ids + " and " + (missing.size() - most) + " more" : ids;
    }

    @Override
    public String toString() {
        return (judged - missing.size()) + " of the " + judged + " judged articles are in this index";
    }
}
