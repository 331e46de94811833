package dev.epitome.cli;

import dev.epitome.query.Interpretation;
import dev.epitome.search.SearchFilter;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is said where no hit can be shown: how the query was read, and what may help. */
final class NoHits {

    private NoHits() {}

    static List<String> remarks(SearchResult result, SearchRequest request) {
        if (result.total().value() > 0) {
            return List.of(String.format(
                    Locale.ROOT,
                    "No article found at that offset: there are %,d, and --offset skips %,d.",
                    result.total().value(),
                    request.offset()));
        }
        List<String> remarks = new ArrayList<>();
        remarks.add("No article found in " + result.took().toMillis() + " ms.");
        List<String> parts = parts(result.interpreted());
        if (!parts.isEmpty()) {
            remarks.add("This was read as " + String.join(", ", parts) + ".");
        }
        remarks.add(advice(result.interpreted(), !request.filter().equals(SearchFilter.NONE)));
        return remarks;
    }

    private static List<String> parts(Interpretation read) {
        List<String> parts = new ArrayList<>();
        if (!read.text().isEmpty()) {
            parts.add("“" + read.text() + "”");
        }
        read.not().forEach(not -> parts.add("without “" + not + "”"));
        parts.addAll(read.filters());
        return parts;
    }

    private static String advice(Interpretation read, boolean filteredByOptions) {
        List<String> ways = new ArrayList<>();
        if (!read.text().isEmpty()) {
            ways.add(read.text().contains(" ") ? "fewer words, other words" : "another word");
        }
        if (!read.not().isEmpty()) {
            ways.add("leaving nothing out");
        }
        if (filteredByOptions || !read.filters().isEmpty()) {
            ways.add("fewer filters");
        }
        return ways.isEmpty()
                ? "The index has no article: epitome reindex fills it."
                : "Try " + String.join(" or ", ways) + ".";
    }
}
