package dev.epitome.lucene;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.index.IndexFields;
import dev.epitome.index.Reindex;
import java.io.IOException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

/** What it costs to explain many articles. */
final class LeafWeightsTest {

    @Test
    void aTermIsLookedUpOnceHoweverManyArticlesAreExplained() throws IOException {
        try (Directory memory = new ByteBuffersDirectory()) {
            Reindex.of(articles(article("a1").titled("boats"), article("a2").titled("boats"), article("a3")).stream())
                    .into(memory);
            Snapshot snapshot = Snapshot.open(memory, "memory", SearchSettings.DEFAULT);
            LeafWeights weights = new LeafWeights(snapshot.searcher());
            Counted query = new Counted(new TermQuery(new Term(IndexFields.EXACT, "boats")));
            int matches = 0;
            for (int document = 0; document < 3; document++) {
                matches += weights.explain(query, document).isMatch() ? 1 : 0;
            }
            assertThat(matches).isEqualTo(2);
            assertThat(query.lookedUp).isEqualTo(1);
            snapshot.searcher().getIndexReader().close();
        }
    }

    /** A query that counts how often its terms are looked up. */
    private static final class Counted extends Query {
        private final Query query;
        private int lookedUp;

        Counted(Query query) {
            this.query = query;
        }

        @Override
        public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
            lookedUp++;
            return query.createWeight(searcher, mode, boost);
        }

        @Override
        public void visit(QueryVisitor visitor) {
            query.visit(visitor);
        }

        @Override
        public String toString(String field) {
            return query.toString(field);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
