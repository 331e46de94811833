package dev.epitome.lucene;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.engine.Budget;
import dev.epitome.engine.Plan;
import dev.epitome.engine.Retriever;
import dev.epitome.engine.TermField;
import dev.epitome.index.DeletedTerms;
import dev.epitome.index.Reindex;
import java.io.IOException;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

/** What it costs to explain many articles. */
final class LuceneRetrieverTest {

    @Test
    void aTermIsLookedUpOnceHoweverManyArticlesAreExplained() throws IOException {
        try (Directory memory = new ByteBuffersDirectory()) {
            Reindex.of(articles(article("a1").titled("boats"), article("a2").titled("boats"), article("a3")).stream())
                    .into(memory);
            Snapshot snapshot = Snapshot.open(memory, "memory", SearchSettings.DEFAULT);
            Counting searcher = new Counting(snapshot.searcher());
            Retriever retriever = new LuceneRetriever(
                    searcher, snapshot.known().terms(), snapshot.known().facets());
            Plan.Leaf leaf = (Plan.Leaf) Plan.word(TermField.EXACT, "boats");
            int matches = 0;
            for (int article = 0; article < 3; article++) {
                matches += retriever.score(leaf, article).isPresent() ? 1 : 0;
            }
            assertThat(matches).isEqualTo(2);
            assertThat(searcher.lookedUp).isEqualTo(1);
            snapshot.reader().close();
        }
    }

    /** Counts how often the terms of a query are looked up. */
    private static final class Counting extends BudgetedSearcher {
        private int lookedUp;

        Counting(BudgetedSearcher same) {
            super(same.getIndexReader(), DeletedTerms.NONE, same.getSimilarity(), Budget.unlimited());
        }

        @Override
        public Weight createWeight(Query query, ScoreMode mode, float boost) throws IOException {
            lookedUp += query instanceof TermQuery ? 1 : 0;
            return super.createWeight(query, mode, boost);
        }
    }
}
