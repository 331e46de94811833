package dev.epitome.lucene;

import dev.epitome.index.IndexFields;
import dev.epitome.lucene.QueryTranslator.Translated;
import dev.epitome.search.Hit;
import dev.epitome.search.IndexStatus;
import dev.epitome.search.MatchMode;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import dev.epitome.search.SearchResult.Relation;
import dev.epitome.search.SearchResult.Total;
import dev.epitome.search.StoredArticle;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TotalHits;

/** Searches the newest commit of one index. */
final class EmbeddedEngine implements SearchEngine {

    /** Totals are exact up to here; beyond, the search may pass over articles that cannot be among the best. */
    private static final int EXACT_TOTAL = 1_000;

    private final CommittedIndex index;
    private final Words words = new Words();

    EmbeddedEngine(CommittedIndex index) {
        this.index = index;
    }

    @Override
    public SearchResult search(SearchRequest request) {
        long start = System.nanoTime();
        try (CommittedIndex.Lease lease = index.lease()) {
            IndexSearcher searcher = lease.snapshot().searcher();
            Translated query = QueryTranslator.translate(request.query().expression(), words);
            TopDocs best = best(searcher, query.all(), request);
            boolean relax = best.totalHits.value() == 0 && request.match() == MatchMode.RELAXED;
            if (relax) {
                best = best(searcher, query.any(), request);
            }
            return new SearchResult(
                    request.query(),
                    Stream.concat(request.query().warnings().stream(), query.warnings().stream())
                            .toList(),
                    relax && best.totalHits.value() > 0,
                    total(best.totalHits),
                    Duration.ofNanos(System.nanoTime() - start),
                    lease.snapshot().status().version(),
                    hits(searcher, query, best, request.offset()));
        } catch (IOException e) {
            throw index.cannotRead(e);
        }
    }

    private static TopDocs best(IndexSearcher searcher, Query query, SearchRequest request) throws IOException {
        Query filtered = FilterTranslator.filtered(query, request.filter());
        Sort sort = SortTranslator.sort(request.sort());
        int count = Math.min(
                request.offset() + request.limit(),
                Math.max(1, searcher.getIndexReader().maxDoc()));
        TopDocs best = searcher.search(filtered, new TopFieldCollectorManager(sort, count, EXACT_TOTAL));
        TopFieldCollector.populateScores(best.scoreDocs, searcher, filtered);
        return best;
    }

    private List<Hit> hits(IndexSearcher searcher, Translated query, TopDocs best, int offset) throws IOException {
        ArticleStore store = new ArticleStore(searcher.getIndexReader());
        SnippetMaker snippets = new SnippetMaker(words, query.terms());
        List<Hit> hits = new ArrayList<>();
        for (int i = offset; i < best.scoreDocs.length; i++) {
            ScoreDoc found = best.scoreDocs[i];
            StoredArticle stored = store.read(found.doc);
            hits.add(new Hit(
                    stored.article(),
                    stored.origin(),
                    found.score,
                    snippets.of(stored.article().title()),
                    snippets.of(stored.article().summary())));
        }
        return hits;
    }

    private static Total total(TotalHits hits) {
        return new Total(
                hits.value(),
                switch (hits.relation()) {
                    case EQUAL_TO -> Relation.EQ;
                    case GREATER_THAN_OR_EQUAL_TO -> Relation.GTE;
                });
    }

    @Override
    public Optional<StoredArticle> find(String id) {
        try (CommittedIndex.Lease lease = index.lease()) {
            IndexSearcher searcher = lease.snapshot().searcher();
            TopDocs found = searcher.search(new TermQuery(new Term(IndexFields.ID, id)), 1);
            return found.scoreDocs.length == 0
                    ? Optional.empty()
                    : Optional.of(new ArticleStore(searcher.getIndexReader()).read(found.scoreDocs[0].doc));
        } catch (IOException e) {
            throw index.cannotRead(e);
        }
    }

    @Override
    public IndexStatus index() {
        try (CommittedIndex.Lease lease = index.lease()) {
            return lease.snapshot().status();
        }
    }

    @Override
    public void close() {
        try {
            index.close();
        } catch (IOException e) {
            throw index.cannotRead(e);
        }
    }
}
