package dev.epitome.engine;

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
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads back what a page shows, and marks and explains it where that is asked for and there is time. For one request.
 */
final class Hits {

    private final IndexState state;
    private final Retrieval found;
    private final List<Leaf> filters;
    private final Shown shown;
    private final List<Matcher> inTitles;
    private final List<Matcher> inSummaries;

    private Hits(IndexState state, Retrieval found, SearchRequest request) {
        this.state = state;
        this.found = found;
        this.filters = FilterPlans.of(request.filter());
        this.shown = request.shown();
        this.inTitles = shown.highlights() ? found.marks(Field.TITLE) : List.of();
        this.inSummaries = shown.highlights() ? found.marks(Field.SUMMARY) : List.of();
    }

    /** @param query of which each hit has some words at least */
    static List<Hit> of(IndexState state, QueryRewriter query, Retrieval found, Page page) {
        List<TopArticle> top = page.shown(found);
        List<Integer> numbers = top.stream().map(TopArticle::number).toList();
        List<Optional<Hit.Words>> words = MatchedWords.of(state, query, found, numbers, page.before());
        return new Hits(state, found, page.request()).of(top, numbers, words, page.before());
    }

    private List<Hit> of(List<TopArticle> top, List<Integer> numbers, List<Optional<Hit.Words>> words, int before) {
        boolean summaries =
                shown.fields().contains(ArticleField.SUMMARY) || shown.explanations() || !inSummaries.isEmpty();
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
        AnalysedArticle analysed = new AnalysedArticle(article, state.budget());
        try {
            return new Extras(
                    snippets(analysed, Field.TITLE, article.title(), inTitles),
                    snippets(analysed, Field.SUMMARY, article.summary(), inSummaries),
                    shown.explanations()
                            ? Optional.of(new Explainer(state.retriever(), number, analysed)
                                    .explanation(found, filters, OptionalInt.of(rank)))
                            : Optional.empty());
        } catch (OutOfTime e) {
            return Extras.NONE;
        }
    }

    private static List<Snippet> snippets(AnalysedArticle analysed, Field field, String text, List<Matcher> matchers) {
        return matchers.isEmpty()
                ? List.of()
                : SnippetMaker.of(text, analysed.in(field).spans(matchers));
    }
}
