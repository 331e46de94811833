package dev.epitome.lucene;

import dev.epitome.engine.Plan;
import dev.epitome.engine.Plan.Leaf;
import dev.epitome.engine.Plan.Lookup;
import dev.epitome.engine.Plan.Sum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A plan, parted into what decides which articles match, and bonuses that some of these have.
 *
 * @param search without the bonuses
 * @param bonuses what may add to it, and is dear to look for
 * @param first articles that come before all others; empty where there are none
 */
record Bonuses(Plan search, List<Plan> bonuses, Optional<First> first) {

    /**
     * Articles that are few and known.
     *
     * @param matching what they match
     * @param more what each gains by it, more than all others can have
     */
    record First(Plan matching, float more) {}

    /** @param known plans of which it is known which articles match */
    static Bonuses of(Plan plan, Set<Plan> known) {
        if (plan instanceof Sum sum
                && sum.required().size() == 1
                && sum.optional().size() == 1
                && sum.without().isEmpty()
                && sum.optional().getFirst() instanceof Leaf bonus
                && bonus.lookup() instanceof Lookup.Matching matching
                && known.contains(matching.plan())
                && bonus.boost() > sum.required().getFirst().maxScore()) {
            Bonuses rest = of(sum.required().getFirst());
            return new Bonuses(rest.search(), rest.bonuses(), Optional.of(new First(matching.plan(), bonus.boost())));
        }
        return of(plan);
    }

    private static Bonuses of(Plan plan) {
        if (!(plan instanceof Sum sum) || sum.required().isEmpty() || sum.atLeast() > 0) {
            return new Bonuses(plan, List.of(), Optional.empty());
        }
        List<Plan> bonuses =
                sum.optional().stream().filter(part -> !isCheap(part)).toList();
        List<Plan> cheap = sum.optional().stream().filter(Bonuses::isCheap).toList();
        if (sum.required().size() > 1 || !cheap.isEmpty() || !sum.without().isEmpty()) {
            return new Bonuses(new Sum(sum.required(), cheap, 0, sum.without()), bonuses, Optional.empty());
        }
        Bonuses inner = of(sum.required().getFirst());
        List<Plan> all = new ArrayList<>(inner.bonuses());
        all.addAll(bonuses);
        return new Bonuses(inner.search(), all, Optional.empty());
    }

    /** Terms alone: they have bounds that are looked at together. */
    private static boolean isCheap(Plan plan) {
        return plan.leaves().stream().allMatch(leaf -> leaf.lookup() instanceof Lookup.Term);
    }

    /** What the bonuses add up to at most. */
    double most() {
        return bonuses.stream().mapToDouble(Plan::maxScore).sum();
    }
}
