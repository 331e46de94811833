package dev.epitome.lucene;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;

/**
 * Either of two terms, mostly the two forms of one word, which mostly stand in the same articles: their scores add up,
 * as those of a {@link BooleanQuery} would. To those who ask for several words it is one clause with one bound on its
 * scores, not two.
 */
final class TermPairQuery extends Query {

    private final Query first;
    private final Query second;

    /** Of one term each, be it boosted. */
    TermPairQuery(Query first, Query second) {
        this.first = first;
        this.second = second;
    }

    private Query either() {
        return new BooleanQuery.Builder()
                .add(first, Occur.SHOULD)
                .add(second, Occur.SHOULD)
                .build();
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        if (!mode.needsScores()) {
            return searcher.rewrite(either()).createWeight(searcher, mode, boost);
        }
        Weight one = searcher.createWeight(searcher.rewrite(first), mode, boost);
        Weight other = searcher.createWeight(searcher.rewrite(second), mode, boost);
        return new Weight(this) {
            @Override
            public Explanation explain(LeafReaderContext segment, int document) throws IOException {
                return searcher.rewrite(either())
                        .createWeight(searcher, mode, boost)
                        .explain(segment, document);
            }

            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext segment) throws IOException {
                ScorerSupplier ofOne = one.scorerSupplier(segment);
                ScorerSupplier ofOther = other.scorerSupplier(segment);
                return ofOne == null ? ofOther : ofOther == null ? ofOne : new Both(ofOne, ofOther);
            }

            @Override
            public boolean isCacheable(LeafReaderContext segment) {
                return true;
            }
        };
    }

    private static final class Both extends ScorerSupplier {

        private final ScorerSupplier one;
        private final ScorerSupplier other;

        Both(ScorerSupplier one, ScorerSupplier other) {
            this.one = one;
            this.other = other;
        }

        @Override
        public Scorer get(long leadCost) throws IOException {
            return new TermPairScorer(one.get(leadCost), other.get(leadCost));
        }

        @Override
        public BulkScorer bulkScorer() throws IOException {
            return new BlockBulkScorer(get(Long.MAX_VALUE));
        }

        @Override
        public long cost() {
            return one.cost() + other.cost();
        }
    }

    @Override
    public void visit(QueryVisitor visitor) {
        QueryVisitor either = visitor.getSubVisitor(Occur.SHOULD, this);
        first.visit(either);
        second.visit(either);
    }

    @Override
    public String toString(String field) {
        return first.toString(field) + " " + second.toString(field);
    }

    @Override
    public boolean equals(Object other) {
        return sameClassAs(other)
                && other instanceof TermPairQuery pair
                && first.equals(pair.first)
                && second.equals(pair.second);
    }

    @Override
    public int hashCode() {
        return Objects.hash(classHash(), first, second);
    }
}
