package dev.epitome.lucene;

import dev.epitome.lucene.Plan.Best;
import dev.epitome.lucene.Plan.Clue;
import dev.epitome.lucene.Plan.Leaf;
import dev.epitome.lucene.Plan.Nothing;
import dev.epitome.lucene.Plan.Only;
import dev.epitome.lucene.Plan.Sum;
import dev.epitome.query.Field;
import dev.epitome.search.Explanation.Contribution;
import dev.epitome.search.MatchRule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.apache.lucene.search.Explanation;

/** Takes the score of one article apart along the plan that made it. For one article and one thread. */
final class Explainer {

    private static final List<Field> TEXTS = List.of(Field.TITLE, Field.SUMMARY, Field.SOURCE, Field.AUTHOR, Field.TAG);

    private final LeafWeights weights;
    private final int document;
    private final MarkedArticle article;
    private final IdentityHashMap<Plan, Outcome> known = new IdentityHashMap<>();

    Explainer(LeafWeights weights, int document, MarkedArticle article) {
        this.weights = weights;
        this.document = document;
        this.article = article;
    }

    /** What a part of a plan gives to the article. */
    record Outcome(boolean matches, double score, List<Contribution> contributions) {
        static final Outcome NONE = new Outcome(false, 0, List.of());

        Outcome {
            contributions = contributions.stream()
                    .sorted(Comparator.comparingDouble(Contribution::score).reversed())
                    .toList();
        }
    }

    /** A part that is asked about again, such as for what is missing, is not tried again. */
    Outcome outcome(Plan plan) throws IOException {
        Outcome outcome = known.get(plan);
        if (outcome == null) {
            article.budget().take(1);
            outcome = tried(plan);
            known.put(plan, outcome);
        }
        return outcome;
    }

    private Outcome tried(Plan plan) throws IOException {
        return switch (plan) {
            case Leaf leaf -> leaf(leaf);
            case Sum sum -> sum(sum);
            case Best best -> best(best);
            case Only only -> only(only);
            case Nothing nothing -> Outcome.NONE;
        };
    }

    /** What keeps the article out, or is missing from it, a sentence each. */
    List<String> absences(Plan plan) throws IOException {
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
                        .map(leaf -> leaf.clue().rule())
                        .anyMatch(rule -> rule != MatchRule.NEARNESS
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
        return leaves.isEmpty() ? "it" : "“" + leaves.getFirst().clue().word() + "”";
    }

    private Outcome leaf(Leaf leaf) throws IOException {
        Explanation found = weights.explain(leaf.query(), document);
        if (!found.isMatch()) {
            return Outcome.NONE;
        }
        Clue clue = leaf.clue();
        double score = found.getValue().doubleValue();
        double factors = clue.rarity() * clue.weight();
        return new Outcome(
                true,
                score,
                List.of(new Contribution(
                        clue.word(),
                        rule(clue),
                        clue.matched(),
                        fields(clue),
                        score,
                        clue.rarity(),
                        factors == 0 ? 1 : score / factors,
                        clue.weight())));
    }

    private Outcome sum(Sum sum) throws IOException {
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

    private Outcome best(Best best) throws IOException {
        Outcome winner = Outcome.NONE;
        for (Plan way : best.ways()) {
            Outcome outcome = outcome(way);
            if (outcome.matches() && (!winner.matches() || outcome.score() > winner.score())) {
                winner = outcome;
            }
        }
        return winner;
    }

    private Outcome only(Only only) throws IOException {
        Outcome outcome = outcome(only.plan());
        return new Outcome(
                outcome.matches(),
                0,
                outcome.contributions().stream()
                        .map(some -> new Contribution(
                                some.word(), some.rule(), some.matched(), some.fields(), 0, some.rarity(), 1, 0))
                        .toList());
    }

    /** A looser term may be met by a word of its own, or by a part of a compound only. */
    private MatchRule rule(Clue clue) {
        boolean onlyParts = clue.rule() == MatchRule.STEM
                && clue.matcher() instanceof Matcher.Loose loose
                && TEXTS.stream().noneMatch(text -> article.in(text).hasWhole(loose.term()));
        return onlyParts ? MatchRule.PART : clue.rule();
    }

    private List<Field> fields(Clue clue) {
        if (clue.matcher() instanceof Matcher.Nowhere && clue.fields().size() == 1) {
            return List.copyOf(clue.fields());
        }
        return TEXTS.stream()
                .filter(clue.fields()::contains)
                .filter(text -> !article.in(text).spans(clue.matcher()).isEmpty())
                .toList();
    }
}
