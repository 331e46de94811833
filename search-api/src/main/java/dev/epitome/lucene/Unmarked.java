package dev.epitome.lucene;

import dev.epitome.lucene.Plan.Best;
import dev.epitome.lucene.Plan.Leaf;
import dev.epitome.lucene.Plan.Nothing;
import dev.epitome.lucene.Plan.Only;
import dev.epitome.lucene.Plan.Sum;
import java.util.List;

/**
 * A plan that scores as before, and of which nothing is highlighted: what else shows where it matched says it better.
 */
final class Unmarked {

    private Unmarked() {}

    static Plan of(Plan plan) {
        return switch (plan) {
            case Leaf leaf -> new Leaf(leaf.query(), leaf.most(), leaf.clue().unmarked());
            case Sum sum -> new Sum(all(sum.required()), all(sum.optional()), sum.atLeast(), sum.without());
            case Best best -> new Best(all(best.ways()));
            case Only only -> new Only(of(only.plan()));
            case Nothing nothing -> nothing;
        };
    }

    private static List<Plan> all(List<Plan> plans) {
        return plans.stream().map(Unmarked::of).toList();
    }
}
