package dev.epitome.engine;

import dev.epitome.engine.Plan.Best;
import dev.epitome.engine.Plan.Evidence;
import dev.epitome.engine.Plan.Leaf;
import dev.epitome.engine.Plan.Nothing;
import dev.epitome.engine.Plan.Only;
import dev.epitome.engine.Plan.Sum;
import dev.epitome.query.Field;
import dev.epitome.search.Explanation;
import dev.epitome.search.Explanation.Contribution;
import dev.epitome.search.MatchRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Takes the score of one article apart along the plan that made it. For one article and one thread. */
final class Explainer {

    private static final List<Field> TEXTS = List.of(Field.TITLE, Field.SUMMARY, Field.SOURCE, Field.AUTHOR, Field.TAG);

    private final Retriever retriever;
    private final int number;
    private final AnalysedArticle article;
    private final IdentityHashMap<Plan, Outcome> known = new IdentityHashMap<>();

    Explainer(Retriever retriever, int number, AnalysedArticle article) {
        this.retriever = retriever;
        this.number = number;
        this.article = article;
    }

    /**
     * Why the article is where it is in an answer, or not in it.
     *
     * @param filters of the request, as {@link FilterPlans} makes them: the same for all articles of an answer
     * @param rank its place in the whole answer, where that is known
     */
    Explanation explanation(Retrieval found, List<Leaf> filters, OptionalInt rank) {
        Outcome outcome = outcome(found.plan());
        List<String> absences = new ArrayList<>(absences(found.plan()));
        boolean passes = true;
        for (Leaf part : filters) {
            if (retriever.score(part, number).isEmpty()) {
                absences.add("The filter " + part.evidence().matched() + " keeps it out.");
                passes = false;
            }
        }
        boolean matches = outcome.matches() && passes;
        return new Explanation(
                article.article().id(),
                matches,
                rank,
                matches ? outcome.score() : 0,
                found.relaxed(),
                outcome.contributions(),
                absences);
    }

    /** What a part of a plan gives to the article. */
    private record Outcome(boolean matches, double score, List<Contribution> contributions) {
        static final Outcome NONE = new Outcome(false, 0, List.of());

        Outcome {
            contributions = contributions.stream()
                    .sorted(Comparator.comparingDouble(Contribution::score).reversed())
                    .toList();
        }
    }

    /** A part that is asked about again, such as for what is missing, is not tried again. */
    private Outcome outcome(Plan plan) {
        Outcome outcome = known.get(plan);
        if (outcome == null) {
            article.budget().take(1);
            outcome = tried(plan);
            known.put(plan, outcome);
        }
        return outcome;
    }

    private Outcome tried(Plan plan) {
        return switch (plan) {
            case Leaf leaf -> leaf(leaf);
            case Sum sum -> sum(sum);
            case Best best -> best(best);
            case Only only -> only(only);
            case Nothing nothing -> Outcome.NONE;
        };
    }

    /** What keeps the article out, or is missing from it, a sentence each. */
    private List<String> absences(Plan plan) {
        List<String> absences = new ArrayList<>();
        if (plan instanceof Sum sum) {
            for (Plan part : sum.required()) {
                absences.addAll(absences(part));
            }
            for (Plan part : sum.without()) {
                if (outcome(part).matches()) {
                    absences.add("It has " + name(part) + ", which the query leaves out.");
                }
            }
            for (Plan part : sum.optional()) {
                if (isWord(part) && !outcome(part).matches()) {
                    absences.add(lacking(part));
                }
            }
        } else if (!outcome(plan).matches()) {
            absences.add(lacking(plan));
        }
        return absences.stream().distinct().toList();
    }

    /** Whether it asks for more than how near words stand: an alias of several words asks for both. */
    private static boolean isWord(Plan part) {
        List<Leaf> leaves = part.leaves();
        return leaves.isEmpty()
                || leaves.stream()
                        .map(leaf -> leaf.evidence().rule())
                        .anyMatch(rule -> rule != MatchRule.PROXIMITY
                                && rule != MatchRule.FRESHNESS
                                && rule != MatchRule.ALL_WORDS);
    }

    private static String lacking(Plan part) {
        return part instanceof Only
                ? "It is not " + name(part) + ", which the query asks for."
                : "It does not have " + name(part) + ".";
    }

    private static String name(Plan part) {
        if (part instanceof Nothing nothing) {
            return "“" + nothing.word() + "”, nor has any other article";
        }
        List<Leaf> leaves = part.leaves();
        return leaves.isEmpty() ? "it" : "“" + leaves.getFirst().evidence().word() + "”";
    }

    private Outcome leaf(Leaf leaf) {
        OptionalDouble given = retriever.score(leaf, number);
        if (given.isEmpty()) {
            return Outcome.NONE;
        }
        Evidence evidence = leaf.evidence();
        double score = given.getAsDouble();
        double factors = evidence.idf() * evidence.weight();
        return new Outcome(
                true,
                score,
                List.of(new Contribution(
                        evidence.word(),
                        rule(evidence),
                        evidence.matched(),
                        fields(evidence),
                        score,
                        evidence.idf(),
                        factors == 0 ? 1 : score / factors,
                        evidence.weight())));
    }

    private Outcome sum(Sum sum) {
        double score = 0;
        int matched = 0;
        List<Contribution> contributions = new ArrayList<>();
        for (Plan part : sum.required()) {
            Outcome outcome = outcome(part);
            if (!outcome.matches()) {
                return Outcome.NONE;
            }
            score += outcome.score();
            contributions.addAll(outcome.contributions());
        }
        for (Plan part : sum.optional()) {
            Outcome outcome = outcome(part);
            matched += outcome.matches() ? 1 : 0;
            score += outcome.score();
            contributions.addAll(outcome.contributions());
        }
        for (Plan part : sum.without()) {
            if (outcome(part).matches()) {
                return Outcome.NONE;
            }
        }
        return matched < sum.needed() ? Outcome.NONE : new Outcome(true, score, contributions);
    }

    private Outcome best(Best best) {
        Outcome winner = Outcome.NONE;
        for (Plan way : best.ways()) {
            Outcome outcome = outcome(way);
            if (outcome.matches() && (!winner.matches() || outcome.score() > winner.score())) {
                winner = outcome;
            }
        }
        return winner;
    }

    private Outcome only(Only only) {
        Outcome outcome = outcome(only.plan());
        return new Outcome(
                outcome.matches(),
                0,
                outcome.contributions().stream()
                        .map(some -> new Contribution(
                                some.word(), some.rule(), some.matched(), some.fields(), 0, some.idf(), 1, 0))
                        .toList());
    }

    /** A looser term may be met by a word of its own, or by a part of a compound only. */
    private MatchRule rule(Evidence evidence) {
        boolean onlyParts = evidence.rule() == MatchRule.STEM
                && evidence.matcher() instanceof Matcher.Loose loose
                && TEXTS.stream().noneMatch(text -> article.in(text).hasWhole(loose.term()));
        return onlyParts ? MatchRule.PART : evidence.rule();
    }

    private List<Field> fields(Evidence evidence) {
        if (evidence.matcher() instanceof Matcher.Nowhere && evidence.fields().size() == 1) {
            return List.copyOf(evidence.fields());
        }
        return TEXTS.stream()
                .filter(evidence.fields()::contains)
                .filter(text -> !article.in(text).spans(evidence.matcher()).isEmpty())
                .toList();
    }
}
