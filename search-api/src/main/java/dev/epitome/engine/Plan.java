package dev.epitome.engine;

import dev.epitome.engine.Matcher.Slot;
import dev.epitome.query.Field;
import dev.epitome.search.MatchRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How a query is carried out, as data. What an engine runs, the marks and the explanation are all read off the same
 * plan, so that they cannot tell different stories. {@link PlanPrinter} writes it for people.
 */
public sealed interface Plan {

    /** A score that no article can pass. */
    double maxScore();

    /**
     * Something to look up, and all that is to be known of it.
     *
     * @param boost what a term's BM25 score is multiplied by; of anything else, the score of whatever matches
     */
    record Leaf(Lookup lookup, float boost, double maxScore, Evidence evidence) implements Plan {}

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

        /** How many of the optional parts a hit must have: without any required ones, one at least. */
        public int needed() {
            return required.isEmpty() ? Math.max(1, atLeast) : atLeast;
        }

        @Override
        public double maxScore() {
            return required.stream().mapToDouble(Plan::maxScore).sum()
                    + optional.stream().mapToDouble(Plan::maxScore).sum();
        }
    }

    /** Counts the best of several ways to match. */
    record Best(List<Plan> ways) implements Plan {

        public Best {
            ways = List.copyOf(ways);
        }

        @Override
        public double maxScore() {
            return ways.stream().mapToDouble(Plan::maxScore).max().orElse(0);
        }
    }

    /** Must match, and adds nothing. */
    record Only(Plan plan) implements Plan {

        @Override
        public double maxScore() {
            return 0;
        }
    }

    /** Matches no article. */
    record Nothing(String word) implements Plan {

        @Override
        public double maxScore() {
            return 0;
        }
    }

    /** What an index is asked for. */
    sealed interface Lookup {

        /** Every article. */
        record Everything() implements Lookup {}

        record Term(TermField field, String term) implements Lookup {}

        /** Any term that begins so. */
        record Prefix(TermField field, String beginning) implements Lookup {}

        /**
         * Terms that stand together in the words of a field.
         *
         * @param slop how many positions apart they may stand beyond that, in any order; 0 for exactly so
         */
        record Phrase(Field field, List<Slot> slots, int slop) implements Lookup {
            public Phrase {
                slots = List.copyOf(slots);
            }
        }

        /** A field of which one of these is a whole value, as filters see it. */
        record Values(Field field, List<String> keys) implements Lookup {
            public Values {
                keys = List.copyOf(keys);
            }
        }

        /** Articles of which some possible day of publication is not before the one and not after the other. */
        record Days(Optional<LocalDate> from, Optional<LocalDate> until) implements Lookup {}

        /**
         * Articles with a date. One gains boost × days / (days + its age on that day), as Lucene's distance feature
         * computes it.
         */
        record Recency(LocalDate today, int days) implements Lookup {}

        /** What a whole plan matches. */
        record Matching(Plan plan) implements Lookup {}

        /** How many clauses it is, counted as Lucene does. */
        default int clauses() {
            return switch (this) {
                case Phrase phrase ->
                    phrase.slots().size() == 1
                            ? phrase.slots().getFirst().terms().size()
                            : phrase.slots().size();
                case Days days ->
                    (int) (days.from().stream().count() + days.until().stream().count());
                case Matching matching -> matching.plan().clauses();
                case Everything one -> 1;
                case Term one -> 1;
                case Prefix one -> 1;
                case Values one -> 1;
                case Recency one -> 1;
            };
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
     * @param idf the factor of its score that tells how rare it is
     * @param weight the factor of its score that the profile gives
     * @param highlighted whether hits show it
     */
    record Evidence(
            String word,
            MatchRule rule,
            String matched,
            Matcher matcher,
            Set<Field> fields,
            double idf,
            double weight,
            boolean highlighted) {

        /** In the order of the fields, in which a phrase is looked for. */
        static final Set<Field> EVERYWHERE = Collections.unmodifiableSet(
                EnumSet.of(Field.TITLE, Field.SUMMARY, Field.TAG, Field.AUTHOR, Field.SOURCE));

        public Evidence {
            fields = Set.copyOf(fields);
        }
    }

    static Plan everything() {
        return new Leaf(
                new Lookup.Everything(),
                1,
                1,
                new Evidence("", MatchRule.EVERYTHING, "", new Matcher.Nowhere(), Evidence.EVERYWHERE, 1, 1, true));
    }

    /** What is looked up for another purpose than an answer, so that nobody asks what it stands for. */
    static Plan unexplained(Lookup lookup, float boost) {
        return new Leaf(
                lookup,
                boost,
                boost,
                new Evidence("", MatchRule.FILTER, "", new Matcher.Nowhere(), Set.of(), 1, boost, false));
    }

    static Plan word(TermField field, String term) {
        return unexplained(new Lookup.Term(field, term), 1);
    }

    static Sum allOf(List<Plan> plans) {
        return new Sum(plans, List.of(), 0, List.of());
    }

    static Sum anyOf(List<Plan> plans) {
        return new Sum(List.of(), plans, 1, List.of());
    }

    /** The one way, or the best of several. */
    static Plan bestOf(List<Plan> ways) {
        return ways.size() == 1 ? ways.getFirst() : new Best(ways);
    }

    /** How many clauses it has, counted as Lucene does, which refuses a query of more than 1,024. */
    default int clauses() {
        return switch (this) {
            case Leaf leaf -> leaf.lookup().clauses();
            case Sum sum -> clauses(sum.required()) + clauses(sum.optional()) + clauses(sum.without());
            case Best best -> clauses(best.ways());
            case Only only -> only.plan().clauses();
            case Nothing nothing -> 1;
        };
    }

    private static int clauses(List<Plan> plans) {
        return plans.stream().mapToInt(Plan::clauses).sum();
    }

    /** Scores as before, and nothing of it is highlighted: what else shows where it matched says it better. */
    default Plan unmarked() {
        return switch (this) {
            case Leaf(Lookup lookup, float boost, double max, Evidence it) ->
                new Leaf(
                        lookup,
                        boost,
                        max,
                        new Evidence(
                                it.word(),
                                it.rule(),
                                it.matched(),
                                it.matcher(),
                                it.fields(),
                                it.idf(),
                                it.weight(),
                                false));
            case Sum sum -> new Sum(unmarked(sum.required()), unmarked(sum.optional()), sum.atLeast(), sum.without());
            case Best best -> new Best(unmarked(best.ways()));
            case Only only -> new Only(only.plan().unmarked());
            case Nothing nothing -> nothing;
        };
    }

    private static List<Plan> unmarked(List<Plan> plans) {
        return plans.stream().map(Plan::unmarked).toList();
    }

    /** All leaves that a hit may match; not those that it must not. */
    default List<Leaf> leaves() {
        List<Leaf> leaves = new ArrayList<>();
        eachLeaf(leaves::add);
        return leaves;
    }

    private void eachLeaf(Consumer<Leaf> use) {
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
}
