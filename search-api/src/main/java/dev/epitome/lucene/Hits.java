package dev.epitome.lucene;

import dev.epitome.article.Article;
import dev.epitome.query.Field;
import dev.epitome.search.Explanation;
import dev.epitome.search.Hit;
import dev.epitome.search.StoredArticle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;

/** Reads back what a page shows, marks the words of the query, and explains it where that is asked for. */
final class Hits {

    private Hits() {}

    static List<Hit> of(IndexSearcher searcher, Found found, Page page) throws IOException {
        ArticleStore store = new ArticleStore(searcher.getIndexReader());
        SnippetMaker titles = new SnippetMaker(found.marks(Field.TITLE));
        SnippetMaker summaries = new SnippetMaker(found.marks(Field.SUMMARY));
        Explanations explanations =
                new Explanations(searcher, found, page.request().filter());
        List<Hit> hits = new ArrayList<>();
        int rank = page.before();
        for (ScoreDoc shown : page.shown(found)) {
            rank++;
            StoredArticle stored = store.read(shown.doc);
            Article article = stored.article();
            Optional<Explanation> explanation = page.request().explained()
                    ? Optional.of(explanations.of(shown.doc, article, OptionalInt.of(rank)))
                    : Optional.empty();
            hits.add(new Hit(
                    article,
                    stored.origin(),
                    shown.score,
                    titles.of(article.title()),
                    summaries.of(article.summary()),
                    explanation));
        }
        return hits;
    }
}
