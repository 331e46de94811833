package dev.epitome.lucene;

import dev.epitome.engine.Plan;
import dev.epitome.engine.Plan.Best;
import dev.epitome.engine.Plan.Leaf;
import dev.epitome.engine.Plan.Lookup;
import dev.epitome.engine.Plan.Nothing;
import dev.epitome.engine.Plan.Only;
import dev.epitome.engine.Plan.Sum;
import dev.epitome.engine.TermField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Takes out of a plan the ways to match that few articles have, such as a compound that some write as one word. Those
 * articles can be looked at one by one; what is left for all others is simple enough for Lucene's fast ways to search.
 */
final class RareWays {

    /** Articles that are looked at one by one for a search: no more than a millisecond's work. */
    private static final int MOST = 512;

    /** A phrase whose rarest word is in more articles is not tried. */
    private static final int MOST_CANDIDATES = 20_000;

    /** Finds the articles that a plan matches, in their order; more than so many may be left out. */
    interface Matches {
        int[] of(Plan plan, int most) throws IOException;
    }

    private final CommitTerms terms;
    private final Matches matches;
    private final List<int[]> articles = new ArrayList<>();
    private int found;

    RareWays(CommitTerms terms, Matches matches) {
        this.terms = terms;
        this.matches = matches;
    }

    /** The plan for all articles but those of {@link #articles}. */
    Plan without(Plan plan) throws IOException {
        return switch (plan) {
            case Best best -> without(best);
            case Sum sum -> new Sum(each(sum.required()), each(sum.optional()), sum.atLeast(), sum.without());
            case Only only -> new Only(without(only.plan()));
            case Leaf leaf -> leaf;
            case Nothing nothing -> nothing;
        };
    }

    /** The articles that any of the ways taken out matches; lists that may share some. */
    List<int[]> articles() {
        return articles;
    }

    private List<Plan> each(List<Plan> plans) throws IOException {
        List<Plan> each = new ArrayList<>();
        for (Plan plan : plans) {
            each.add(without(plan));
        }
        return each;
    }

    private Plan without(Best best) throws IOException {
        List<Plan> left = new ArrayList<>(best.ways());
        for (int i = left.size() - 1; i >= 0 && left.size() > 1; i--) {
            if (takes(left.get(i))) {
                left.remove(i);
            }
        }
        return Plan.bestOf(each(left));
    }

    private boolean takes(Plan way) throws IOException {
        int room = MOST - found;
        long most = most(way);
        if (most > (isOfTerms(way) ? room : MOST_CANDIDATES)) {
            return false;
        }
        int[] its = most == 0 ? new int[0] : matches.of(way, MOST + 1);
        if (its.length > room) {
            return false;
        }
        found += its.length;
        articles.add(its);
        return true;
    }

    private static boolean isOfTerms(Plan way) {
        return way.leaves().stream().allMatch(leaf -> leaf.lookup() instanceof Lookup.Term);
    }

    /** No more articles match. */
    private long most(Plan plan) {
        return switch (plan) {
            case Leaf leaf -> most(leaf.lookup());
            case Best best -> sum(best.ways(), this::most);
            case Sum sum ->
                sum.required().isEmpty()
                        ? sum(sum.optional(), this::most)
                        : sum.required().stream().mapToLong(this::most).min().getAsLong();
            case Only only -> most(only.plan());
            case Nothing nothing -> 0;
        };
    }

    private long most(Lookup lookup) {
        return switch (lookup) {
            case Lookup.Term term -> articlesWith(term.field(), term.term());
            case Lookup.Phrase phrase -> {
                TermField field = new TermField.Words(phrase.field());
                yield phrase.slots().stream()
                        .mapToLong(slot -> sum(List.copyOf(slot.terms()), term -> articlesWith(field, term)))
                        .min()
                        .orElse(0);
            }
            case Lookup.Everything any -> Long.MAX_VALUE;
            case Lookup.Prefix any -> Long.MAX_VALUE;
            case Lookup.Values any -> Long.MAX_VALUE;
            case Lookup.Days any -> Long.MAX_VALUE;
            case Lookup.Recency any -> Long.MAX_VALUE;
            case Lookup.Matching any -> Long.MAX_VALUE;
        };
    }

    private long articlesWith(TermField field, String term) {
        return terms.of(PlanCompiler.term(field, term)).docFreq();
    }

    /** Stays at the largest number rather than going beyond it. */
    private static <T> long sum(List<T> all, ToLongFunction<T> each) {
        long sum = 0;
        for (T one : all) {
            long more = each.applyAsLong(one);
            sum = more == Long.MAX_VALUE || sum == Long.MAX_VALUE ? Long.MAX_VALUE : sum + more;
        }
        return sum;
    }
}
