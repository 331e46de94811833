package dev.epitome.lucene;

import dev.epitome.engine.Plan;
import dev.epitome.engine.Plan.Leaf;
import dev.epitome.engine.Plan.Lookup;
import dev.epitome.engine.Plan.Sum;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A plan, parted into what decides which articles match, and bonuses that some of these have.
 *
 * @param search without the bonuses
 * @param bonuses what may add to it, and is dear to look for; those that may add most come first
 * @param most what the bonuses add up to at most
 */
record Bonuses(Plan search, List<Plan> bonuses, double most) {

    /** More than what a score can gain by being rounded to a float. */
    private static final double ROUNDING = 1 + 1e-6;

    private Bonuses(Plan search, List<Plan> bonuses) {
        this(
                search,
                bonuses.stream()
                        .sorted(Comparator.comparingDouble(Plan::maxScore).reversed())
                        .toList(),
                ROUNDING * bonuses.stream().mapToDouble(Plan::maxScore).sum());
    }

    /** @param known plans of which it is known which articles match */
    static Bonuses of(Plan plan, Set<Plan> known) {
        if (!(plan instanceof Sum sum) || sum.required().isEmpty() || sum.atLeast() > 0) {
            return new Bonuses(plan, List.of());
        }
        List<Plan> bonuses = new ArrayList<>();
        List<Plan> cheap = new ArrayList<>();
        sum.optional().forEach(part -> (isCheap(part, known) ? cheap : bonuses).add(part));
        List<Plan> required = sum.required();
        if (required.size() == 1) {
            Bonuses inner = of(required.getFirst(), known);
            bonuses.addAll(inner.bonuses());
            if (cheap.isEmpty() && sum.without().isEmpty()) {
                return new Bonuses(inner.search(), bonuses);
            }
            required = List.of(inner.search());
        }
        return new Bonuses(new Sum(required, cheap, 0, sum.without()), bonuses);
    }

    /** Terms alone, or articles that are few and known: these have bounds that are looked at together. */
    private static boolean isCheap(Plan plan, Set<Plan> known) {
        return plan.leaves().stream()
                .map(Leaf::lookup)
                .allMatch(lookup -> lookup instanceof Lookup.Term
                        || (lookup instanceof Lookup.Matching matching && known.contains(matching.plan())));
    }
}
