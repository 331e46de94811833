package dev.epitome.lucene;

import dev.epitome.lucene.Plan.Best;
import dev.epitome.lucene.Plan.Leaf;
import dev.epitome.lucene.Plan.Nothing;
import dev.epitome.lucene.Plan.Only;
import dev.epitome.lucene.Plan.Sum;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/** Counts the clauses of a plan as Lucene does, which refuses to run a query that has more than 1024. */
final class Clauses {

    /**
     * So many a plan may have: a relaxed search asks twice, for all words and for some. What is left of the 1024 is for
     * filters and freshness.
     */
    static final int MOST = 496;

    private Clauses() {}

    static int of(Plan plan) {
        return switch (plan) {
            case Leaf leaf -> of(leaf.query());
            case Sum sum -> of(sum.required()) + of(sum.optional()) + of(sum.without());
            case Best best -> of(best.ways());
            case Only only -> of(only.plan());
            case Nothing nothing -> 1;
        };
    }

    private static int of(List<Plan> plans) {
        return plans.stream().mapToInt(Clauses::of).sum();
    }

    private static int of(Query query) {
        Counter counter = new Counter();
        query.visit(counter);
        return counter.clauses;
    }

    private static final class Counter extends QueryVisitor {

        private int clauses;

        @Override
        public QueryVisitor getSubVisitor(Occur occur, Query parent) {
            return this;
        }

        @Override
        public void consumeTerms(Query query, Term... terms) {
            clauses++;
        }

        @Override
        public void visitLeaf(Query query) {
            clauses++;
        }
    }
}
