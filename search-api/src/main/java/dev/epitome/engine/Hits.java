package dev.epitome.engine;

import dev.epitome.analysis.WordFinder;
import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.engine.Budget.OutOfTime;
import dev.epitome.engine.Plan.Leaf;
import dev.epitome.engine.Retriever.TopArticle;
import dev.epitome.query.Field;
import dev.epitome.search.ArticleField;
import dev.epitome.search.Explanation;
import dev.epitome.search.Hit;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.Shown;
import dev.epitome.search.Snippet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads back what a page shows, and marks and explains it where that is asked for and there is time. For one request.
 */
final class Hits {

    private final IndexState state;
    private final Retrieval found;
    private final List<Leaf> filters;
    private final Shown shown;
    private final Marks inTitles;
    private final Marks inSummaries;

    private Hits(IndexState state, Retrieval found, SearchRequest request) {
        this.state = state;
        this.found = found;
        this.filters = FilterPlans.of(request.filter());
        this.shown = request.shown();
        List<Matcher> inTitles = shown.highlights() ? found.marks(Field.TITLE) : List.of();
        List<Matcher> inSummaries = shown.highlights() ? found.marks(Field.SUMMARY) : List.of();
        this.inTitles = Marks.of(inTitles, state.words());
        this.inSummaries = inSummaries.equals(inTitles) ? this.inTitles : Marks.of(inSummaries, state.words());
    }

    /** @param query of which each hit has some words at least */
    static List<Hit> of(IndexState state, QueryRewriter query, Retrieval found, Page page) {
        List<TopArticle> top = page.shown(found);
        List<Integer> numbers = top.stream().map(TopArticle::number).toList();
        List<Optional<Hit.Words>> words = MatchedWords.of(state, query, found, numbers, page.before());
        return new Hits(state, found, page.request()).of(top, numbers, words, page.before());
    }

    private List<Hit> of(List<TopArticle> top, List<Integer> numbers, List<Optional<Hit.Words>> words, int before) {
        boolean summaries = shown.fields().contains(ArticleField.SUMMARY)
                || shown.explanations()
                || !inSummaries.matchers().isEmpty();
        List<Article> articles = state.articles().articles(numbers, summaries);
        List<Optional<Origin>> origins = shown.fields().contains(ArticleField.ORIGIN)
                ? state.articles().origins(numbers).stream().map(Optional::of).toList()
                : Collections.nCopies(numbers.size(), Optional.empty());
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < top.size(); i++) {
            Article article = articles.get(i);
            Extras extras = state.budget().isSpent() ? Extras.NONE : extras(article, numbers.get(i), before + i + 1);
            hits.add(new Hit(
                    article,
                    origins.get(i),
                    top.get(i).score(),
                    extras.inTitle(),
                    extras.inSummary(),
                    words.get(i),
                    extras.explanation()));
        }
        return hits;
    }

    /** What a hit can do without where there is no time left for it. */
    private record Extras(List<Snippet> inTitle, List<Snippet> inSummary, Optional<Explanation> explanation) {
        static final Extras NONE = new Extras(List.of(), List.of(), Optional.empty());
    }

    private Extras extras(Article article, int number, int rank) {
        try {
            return new Extras(
                    inTitles.in(article.title(), state.budget()),
                    inSummaries.in(article.summary(), state.budget()),
                    shown.explanations() ? Optional.of(explanation(article, number, rank)) : Optional.empty());
        } catch (OutOfTime e) {
            return Extras.NONE;
        }
    }

    private Explanation explanation(Article article, int number, int rank) {
        return new Explainer(state.retriever(), number, new AnalysedArticle(article, state.budget()))
                .explanation(found, filters, OptionalInt.of(rank));
    }

    /** What is marked in the texts of one field, and what finds the words that may be. */
    private record Marks(List<Matcher> matchers, WordFinder finder) {

        static Marks of(List<Matcher> matchers, WordMemory memory) {
            Set<String> terms = new HashSet<>();
            matchers.forEach(matcher -> terms.addAll(matcher.terms()));
            boolean gaps = matchers.stream().anyMatch(Matcher::hasGaps);
            return new Marks(matchers, new WordFinder(terms, gaps, memory::words));
        }

        List<Snippet> in(String text, Budget budget) {
            return matchers.isEmpty()
                    ? List.of()
                    : SnippetMaker.of(text, new AnalysedText(text, finder, budget).spans(matchers));
        }
    }
}
