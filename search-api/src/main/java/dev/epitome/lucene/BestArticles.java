package dev.epitome.lucene;

import dev.epitome.search.SortOrder;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;

/** The first articles for a query: by score, then date, then id, so that the same index always gives the same. */
final class BestArticles {

    private BestArticles() {}

    static List<ScoreDoc> of(IndexSearcher searcher, Query query, int wanted) throws IOException {
        int count = Math.min(wanted, Math.max(1, searcher.getIndexReader().maxDoc()));
        return List.of(searcher.search(
                        query, new TopFieldCollectorManager(SortTranslator.sort(SortOrder.RELEVANCE), count, count))
                .scoreDocs);
    }
}
