package dev.epitome.lucene;

import dev.epitome.engine.Budget;
import dev.epitome.index.DeletedTerms;
import dev.epitome.index.DeletedTerms.Count;
import dev.epitome.index.DeletedTerms.FieldCount;
import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.jspecify.annotations.Nullable;

/**
 * Searches for one request, and stops collecting when its budget is spent. Scores by the articles that are there:
 * Lucene's statistics count those that were deleted and not yet merged away. Costs next to nothing to make.
 */
class BudgetedSearcher extends IndexSearcher {

    private final DeletedTerms deleted;
    private final Budget budget;

    BudgetedSearcher(IndexReader reader, DeletedTerms deleted, Similarity similarity, Budget budget) {
        super(reader);
        this.deleted = deleted;
        this.budget = budget;
        setSimilarity(similarity);
        setTimeout(budget::shouldExit);
    }

    /** The same articles, on another budget. */
    BudgetedSearcher on(Budget other) {
        return new BudgetedSearcher(getIndexReader(), deleted, getSimilarity(), other);
    }

    /** Of a term that is nowhere any more they say that it is in one article: it scores in none. */
    @Override
    public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq) throws IOException {
        if (deleted.isEmpty()) {
            return super.termStatistics(term, docFreq, totalTermFreq);
        }
        Count gone = deleted.of(term);
        int with = Math.max(1, docFreq - gone.articles());
        return new TermStatistics(term.bytes(), with, Math.max(with, totalTermFreq - gone.occurrences()));
    }

    @Override
    public @Nullable CollectionStatistics collectionStatistics(String field) throws IOException {
        CollectionStatistics all = super.collectionStatistics(field);
        if (all == null || deleted.isEmpty()) {
            return all;
        }
        FieldCount gone = deleted.of(field);
        long with = Math.max(1, all.docCount() - gone.articles());
        long terms = Math.max(with, all.sumDocFreq() - gone.terms());
        return new CollectionStatistics(
                field, all.maxDoc(), with, Math.max(terms, all.sumTotalTermFreq() - gone.occurrences()), terms);
    }

    Budget budget() {
        return budget;
    }
}
