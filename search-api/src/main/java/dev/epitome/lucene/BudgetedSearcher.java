package dev.epitome.lucene;

import dev.epitome.engine.Budget;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.Similarity;

/** Searches for one request, and stops collecting when its budget is spent. Costs next to nothing to make. */
class BudgetedSearcher extends IndexSearcher {

    private final Budget budget;

    BudgetedSearcher(IndexReader reader, Similarity similarity, Budget budget) {
        super(reader);
        this.budget = budget;
        setSimilarity(similarity);
        setTimeout(budget::shouldExit);
    }

    /** The same articles, on another budget. */
    BudgetedSearcher on(Budget other) {
        return new BudgetedSearcher(getIndexReader(), getSimilarity(), other);
    }

    Budget budget() {
        return budget;
    }
}
