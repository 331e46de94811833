package dev.epitome.lucene;

import dev.epitome.article.Article;
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
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;

/** Reads back what a page shows, and marks and explains it where that is asked for. For one request. */
final class Hits {

    private final Shown shown;
    private final ArticleStore store;
    private final List<Matcher> inTitles;
    private final List<Matcher> inSummaries;
    private final Explanations explanations;
    private final Steps steps;

    private Hits(IndexSearcher searcher, Found found, Page page, Steps steps) {
        this.shown = page.request().shown();
        this.store = new ArticleStore(searcher.getIndexReader());
        this.inTitles = shown.highlights() ? found.marks(Field.TITLE) : List.of();
        this.inSummaries = shown.highlights() ? found.marks(Field.SUMMARY) : List.of();
        this.explanations = new Explanations(searcher, found, page.request().filter());
        this.steps = steps;
    }

    /** @param query of which each hit has some words at least */
    static List<Hit> of(IndexSearcher searcher, Understanding query, Found found, Page page, Steps steps)
            throws IOException {
        List<ScoreDoc> documents = page.shown(found);
        List<Optional<Hit.Words>> words = WordsOfHits.of(searcher, query, found, documents, page.before());
        Hits reading = new Hits(searcher, found, page, steps);
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
        MarkedArticle marked = new MarkedArticle(article, steps);
        Optional<Explanation> explanation = shown.explanations()
                ? Optional.of(explanations.of(document.doc, marked, OptionalInt.of(rank)))
                : Optional.empty();
        return new Hit(
                article,
                shown.fields().contains(ArticleField.ORIGIN)
                        ? Optional.of(store.origin(document.doc))
                        : Optional.empty(),
                document.score,
                snippets(marked, Field.TITLE, article.title(), inTitles),
                snippets(marked, Field.SUMMARY, article.summary(), inSummaries),
                words,
                explanation);
    }

    private static List<Snippet> snippets(MarkedArticle marked, Field field, String text, List<Matcher> matchers) {
        return matchers.isEmpty()
                ? List.of()
                : SnippetMaker.of(text, marked.in(field).spans(matchers));
    }
}
