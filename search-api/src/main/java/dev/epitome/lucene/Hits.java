package dev.epitome.lucene;

import dev.epitome.article.Article;
import dev.epitome.lucene.Budget.OutOfTime;
import dev.epitome.query.Field;
import dev.epitome.search.ArticleField;
import dev.epitome.search.Explanation;
import dev.epitome.search.Hit;
import dev.epitome.search.Shown;
import dev.epitome.search.Snippet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.search.ScoreDoc;

/**
 * Reads back what a page shows, and marks and explains it where that is asked for and there is time. For one request.
 */
final class Hits {

    private final Shown shown;
    private final ArticleStore store;
    private final List<Matcher> inTitles;
    private final List<Matcher> inSummaries;
    private final Explanations explanations;
    private final Budget budget;

    private Hits(BudgetedSearcher searcher, Found found, Page page) {
        this.shown = page.request().shown();
        this.store = new ArticleStore(searcher.getIndexReader());
        this.inTitles = shown.highlights() ? found.marks(Field.TITLE) : List.of();
        this.inSummaries = shown.highlights() ? found.marks(Field.SUMMARY) : List.of();
        this.explanations = new Explanations(searcher, found, page.request().filter());
        this.budget = searcher.budget();
    }

    /** @param query of which each hit has some words at least */
    static List<Hit> of(BudgetedSearcher searcher, Understanding query, Found found, Page page) throws IOException {
        List<ScoreDoc> documents = page.shown(found);
        List<Optional<Hit.Words>> words = WordsOfHits.of(searcher, query, found, documents, page.before());
        Hits reading = new Hits(searcher, found, page);
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            hits.add(reading.hit(documents.get(i), page.before() + i + 1, words.get(i)));
        }
        return hits;
    }

    private Hit hit(ScoreDoc document, int rank, Optional<Hit.Words> words) throws IOException {
        boolean summary =
                shown.fields().contains(ArticleField.SUMMARY) || shown.explanations() || !inSummaries.isEmpty();
        Article article = store.article(document.doc, summary);
        Extras extras = budget.isSpent() ? Extras.NONE : extras(article, document.doc, rank);
        return new Hit(
                article,
                shown.fields().contains(ArticleField.ORIGIN)
                        ? Optional.of(store.origin(document.doc))
                        : Optional.empty(),
                document.score,
                extras.inTitle(),
                extras.inSummary(),
                words,
                extras.explanation());
    }

    /** What a hit can do without where there is no time left for it. */
    private record Extras(List<Snippet> inTitle, List<Snippet> inSummary, Optional<Explanation> explanation) {
        static final Extras NONE = new Extras(List.of(), List.of(), Optional.empty());
    }

    private Extras extras(Article article, int document, int rank) throws IOException {
        MarkedArticle marked = new MarkedArticle(article, budget);
        try {
            return new Extras(
                    snippets(marked, Field.TITLE, article.title(), inTitles),
                    snippets(marked, Field.SUMMARY, article.summary(), inSummaries),
                    shown.explanations()
                            ? Optional.of(explanations.of(document, marked, OptionalInt.of(rank)))
                            : Optional.empty());
        } catch (OutOfTime e) {
            return Extras.NONE;
        }
    }

    private static List<Snippet> snippets(MarkedArticle marked, Field field, String text, List<Matcher> matchers) {
        return matchers.isEmpty()
                ? List.of()
                : SnippetMaker.of(text, marked.in(field).spans(matchers));
    }
}
