package dev.epitome.lucene;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/**
 * What queries give to single articles. The terms of a query are looked up once, for all articles of an answer. For one
 * request.
 */
final class LeafWeights {

    private final BudgetedSearcher searcher;
    private final IdentityHashMap<Query, Weight> known = new IdentityHashMap<>();

    LeafWeights(BudgetedSearcher searcher) {
        this.searcher = searcher;
    }

    Explanation explain(Query query, int document) throws IOException {
        Weight weight = known.get(query);
        if (weight == null) {
            weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
            known.put(query, weight);
        }
        List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
        LeafReaderContext segment = segments.get(ReaderUtil.subIndex(document, segments));
        return weight.explain(segment, document - segment.docBase);
    }
}
