package dev.epitome.index;

import dev.epitome.article.Article;
import dev.epitome.ranking.RankingProfile.FieldWeights;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * The fields of an article that are searched, filtered and counted by, a row each: how it is searched word by word, how
 * by its whole values, and what it holds. Change {@link IndexInfo#SCHEMA} with whatever changes here.
 */
@SuppressWarnings("ImmutableEnumChecker") // The functions hold nothing.
public enum SearchedField {
    TITLE(text("title", FieldWeights::title), noValues(), article -> List.of(article.title())),
    TAG(text("tags", FieldWeights::tags), values("tag"), Article::tags),
    SUMMARY(text("summary", FieldWeights::summary), noValues(), article -> List.of(article.summary())),
    AUTHOR(names("authors"), values("author"), Article::authors),
    SOURCE(
            names("source"),
            values("source"),
            article -> article.source().stream().toList()),
    TYPE(noWords(), values("type"), article -> article.type().stream().toList());

    /**
     * How a field is searched word by word.
     *
     * @param name where its terms are in the index at their positions: for phrases, and for what is asked of this field
     *     only. No score
     * @param weight what an occurrence counts by in {@link IndexFields#EXACT} and {@link IndexFields#LOOSE}
     * @param withParts whether the parts of a compound count; names count whole: the parts of ByteByteGo say nothing
     *     about what it publishes
     */
    record Words(String name, ToIntFunction<FieldWeights> weight, boolean withParts) {}

    /**
     * How a field is searched by whole values.
     *
     * @param key where they are in the form of {@link dev.epitome.analysis.TextAnalysis#filterKey}, for filters
     * @param facet where they are to be counted by, each as a {@link FacetValue}
     */
    record Values(String key, String facet) {}

    private final Optional<Words> words;
    private final Optional<Values> values;
    private final Function<Article, List<String>> of;

    SearchedField(Optional<Words> words, Optional<Values> values, Function<Article, List<String>> of) {
        this.words = words;
        this.values = values;
        this.of = of;
    }

    /**
     * Where the index has its terms at their positions.
     *
     * @throws IllegalStateException where it is only searched by whole values
     */
    public String words() {
        return words.orElseThrow(() -> new IllegalStateException(this + " is not searched word by word"))
                .name();
    }

    /**
     * Where the index has its whole values, in the form of {@link dev.epitome.analysis.TextAnalysis#filterKey}.
     *
     * @throws IllegalStateException for a text, which has none
     */
    public String key() {
        return wholeValues().key();
    }

    /**
     * Where the index has its whole values to count articles by, each as a {@link FacetValue}.
     *
     * @throws IllegalStateException for a text, which has none
     */
    public String facet() {
        return wholeValues().facet();
    }

    private Values wholeValues() {
        return values.orElseThrow(() -> new IllegalStateException(this + " has no whole values"));
    }

    Optional<Words> asWords() {
        return words;
    }

    Optional<Values> asValues() {
        return values;
    }

    /** What an article has there; empty for nothing. */
    List<String> of(Article article) {
        return of.apply(article);
    }

    private static Optional<Words> text(String name, ToIntFunction<FieldWeights> weight) {
        return Optional.of(new Words(name, weight, true));
    }

    private static Optional<Words> names(String name) {
        return Optional.of(new Words(name, FieldWeights::names, false));
    }

    private static Optional<Words> noWords() {
        return Optional.empty();
    }

    private static Optional<Values> values(String name) {
        return Optional.of(new Values(name + ".key", name + ".facet"));
    }

    private static Optional<Values> noValues() {
        return Optional.empty();
    }
}
