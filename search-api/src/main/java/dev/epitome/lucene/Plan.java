package dev.epitome.lucene;

import dev.epitome.query.Field;
import dev.epitome.search.MatchRule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/**
 * How a query is carried out. The query that Lucene runs, the highlights and the explanation are all read off the same
 * plan, so that they cannot tell different stories.
 */
sealed interface Plan {

    /** What Lucene runs. */
    Query query();

    /** A score that no article can pass. */
    double most();

    /** Something to look up, and all that is to be known of it. */
    record Leaf(Query query, double most, Clue clue) implements Plan {}

    /**
     * Adds up.
     *
     * @param required without which an article is no hit
     * @param optional that add what they give
     * @param atLeast so many of the optional ones must match
     * @param without what a hit must not match
     */
    record Sum(List<Plan> required, List<Plan> optional, int atLeast, List<Plan> without) implements Plan {
        public Sum {
            required = List.copyOf(required);
            optional = List.copyOf(optional);
            without = List.copyOf(without);
        }

        @Override
        public Query query() {
            BooleanQuery.Builder all = new BooleanQuery.Builder();
            for (Plan part : required) {
                if (part instanceof Only only) {
                    all.add(only.plan().query(), Occur.FILTER);
                } else {
                    all.add(part.query(), Occur.MUST);
                }
            }
            optional.forEach(part -> all.add(part.query(), Occur.SHOULD));
            without.forEach(part -> all.add(part.query(), Occur.MUST_NOT));
            return all.setMinimumNumberShouldMatch(needed()).build();
        }

        /** How many of the optional parts a hit must have: without any required ones, one at least. */
        int needed() {
            return required.isEmpty() ? Math.max(1, atLeast) : atLeast;
        }

        @Override
        public double most() {
            return required.stream().mapToDouble(Plan::most).sum()
                    + optional.stream().mapToDouble(Plan::most).sum();
        }
    }

    /** Counts the best of several ways to match. */
    record Best(List<Plan> ways) implements Plan {
        public Best {
            ways = List.copyOf(ways);
        }

        @Override
        public Query query() {
            return new DisjunctionMaxQuery(ways.stream().map(Plan::query).toList(), 0);
        }

        @Override
        public double most() {
            return ways.stream().mapToDouble(Plan::most).max().orElse(0);
        }
    }

    /** Must match, and adds nothing. */
    record Only(Plan plan) implements Plan {
        @Override
        public Query query() {
            return new BoostQuery(new ConstantScoreQuery(plan.query()), 0);
        }

        @Override
        public double most() {
            return 0;
        }
    }

    /** Matches no article. */
    record Nothing(String word) implements Plan {
        @Override
        public Query query() {
            return new MatchNoDocsQuery("no article has " + word);
        }

        @Override
        public double most() {
            return 0;
        }
    }

    /**
     * What a leaf stands for.
     *
     * @param word of the query, as typed
     * @param rule by which it matches
     * @param matched the term or the words that it looks for
     * @param matcher what of a text that is
     * @param fields in which it counts
     * @param rarity the factor of its score that tells how rare it is
     * @param weight the factor of its score that the profile gives
     * @param highlighted whether hits show it
     */
    record Clue(
            String word,
            MatchRule rule,
            String matched,
            Matcher matcher,
            Set<Field> fields,
            double rarity,
            double weight,
            boolean highlighted) {

        static final Set<Field> EVERYWHERE =
                EnumSet.of(Field.TITLE, Field.SUMMARY, Field.TAG, Field.AUTHOR, Field.SOURCE);

        public Clue {
            fields = Set.copyOf(fields);
        }

        Clue unmarked() {
            return new Clue(word, rule, matched, matcher, fields, rarity, weight, false);
        }
    }

    static Sum allOf(List<Plan> plans) {
        return new Sum(plans, List.of(), 0, List.of());
    }

    static Sum anyOf(List<Plan> plans) {
        return new Sum(List.of(), plans, 1, List.of());
    }

    /** All leaves that a hit may match; not those that it must not. */
    default void eachLeaf(Consumer<Leaf> use) {
        switch (this) {
            case Leaf leaf -> use.accept(leaf);
            case Sum sum -> {
                sum.required().forEach(part -> part.eachLeaf(use));
                sum.optional().forEach(part -> part.eachLeaf(use));
            }
            case Best best -> best.ways().forEach(way -> way.eachLeaf(use));
            case Only only -> only.plan().eachLeaf(use);
            case Nothing nothing -> {}
        }
    }

    default List<Leaf> leaves() {
        List<Leaf> leaves = new ArrayList<>();
        eachLeaf(leaves::add);
        return leaves;
    }
}
