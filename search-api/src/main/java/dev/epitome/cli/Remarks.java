package dev.epitome.cli;

import dev.epitome.query.Interpretation;
import dev.epitome.query.Interpretation.Fallback;
import dev.epitome.search.SearchFilter;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import dev.epitome.search.SearchResult.Relation;
import dev.epitome.search.SearchResult.Total;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What there is to say of an answer beside its hits, a sentence each. */
final class Remarks {

    /** A word of a query that looks much like an option. */
    private static final Pattern LONE_LETTER = Pattern.compile("-[\\p{L}\\p{Nd}]");

    private final SearchResult result;
    private final SearchRequest request;

    Remarks(SearchResult result, SearchRequest request) {
        this.result = result;
        this.request = request;
    }

    /** @param words of the query, as the shell gave them */
    void print(List<String> words, PrintWriter err) {
        sentences(words).forEach(err::println);
    }

    private List<String> sentences(List<String> words) {
        List<String> sentences = new ArrayList<>(result.warnings());
        words.stream().distinct().filter(this::leavesOutALetter).forEach(word -> {
            String letter = word.substring(1);
            sentences.add(
                    word + " was read as a word of the query: it leaves out every article with “" + letter + "”.");
        });
        result.corrected().forEach(word -> sentences.add("“" + word.typed() + "” was read as “" + word.to() + "”."));
        result.interpreted().fallbacks().forEach(word -> sentences.add(fallback(word)));
        result.interpreted()
                .aliases()
                .forEach(alias -> sentences.add("Also searched: " + String.join(", ", alias.also())));
        result.didYouMean()
                .ifPresent(other -> sentences.add(
                        String.format(Locale.ROOT, "Did you mean “%s”? It finds %,d.", other.query(), other.hits())));
        result.allWords().ifPresent(all -> sentences.add(withAll(all)));
        sentences.addAll(conclusion());
        return sentences;
    }

    private static String fallback(Fallback word) {
        return "No article has “" + word.word() + "”: it was read as “" + word.to() + "” ("
                + word.reading().phrase() + ").";
    }

    /** As a text within other words, or after NOT, it was hardly meant as an option. */
    private boolean leavesOutALetter(String word) {
        return LONE_LETTER.matcher(word).matches()
                && result.interpreted().not().contains(word.substring(1).toLowerCase(Locale.ROOT));
    }

    private static String withAll(long articles) {
        return articles == 0
                ? "No article has all of these words; those found have some of them."
                : String.format(
                        Locale.ROOT,
                        "%,d %s all of these words: after those come articles with some.",
                        articles,
                        articles == 1 ? "article has" : "articles have");
    }

    private List<String> conclusion() {
        boolean onlyCounted = request.limit() == 0 && result.total().value() > 0;
        if (onlyCounted) {
            return List.of("Counted in " + result.took().toMillis() + " ms.");
        }
        return result.hits().isEmpty()
                ? withoutHits()
                : List.of(String.format(
                        Locale.ROOT,
                        "%d of %s in %d ms",
                        result.hits().size(),
                        total(result.total()),
                        result.took().toMillis()));
    }

    /** How many articles there are, such as {@code at least 1,000 articles}. */
    static String total(Total total) {
        return String.format(
                Locale.ROOT,
                "%s%,d %s",
                total.relation() == Relation.GTE ? "at least " : "",
                total.value(),
                total.value() == 1 ? "article" : "articles");
    }

    /** Where no hit can be shown: how the query was read, and what may help. */
    private List<String> withoutHits() {
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
