package dev.epitome.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Refuses to put a new index in the place of one that readers have where that would lose much of it by accident: where
 * it has far fewer articles, where more records were rejected than accepted, and where an input was not read to its
 * end. Where readers have nothing there is nothing to lose, and everything passes.
 *
 * @param leastShare of the published articles that the new index must have, 0 to 1
 */
public record LossGuard(double leastShare) implements PublishCheck {

    /** A new index has at least four fifths of the articles of the one before. */
    public static final LossGuard DEFAULT = new LossGuard(0.8);

    /** However few articles there are. */
    public static final LossGuard ALLOWING_SHRINKING = new LossGuard(0);

    private static final int TOLD = 5;

    public LossGuard {
        if (!(leastShare >= 0 && leastShare <= 1)) {
            throw new IllegalArgumentException("leastShare is " + leastShare + ": give 0 to 1");
        }
    }

    /**
     * Whether an index would have far fewer articles than the one that it takes the place of.
     *
     * @param replaces how many articles readers now have
     */
    public boolean hasTooFew(long articles, long replaces) {
        return articles < leastShare * replaces;
    }

    /** The same as a reason for a person to read; empty where there are enough. */
    Optional<String> shortfall(long articles, long replaces) {
        return hasTooFew(articles, replaces)
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "%,d %s would take the place of %,d: fewer than the %.0f %% to which an index may shrink",
                        articles,
                        articles == 1 ? "article" : "articles",
                        replaces,
                        100 * leastShare))
                : Optional.empty();
    }

    @Override
    public Decision check(Candidate candidate) {
        Objects.requireNonNull(candidate, "candidate");
        List<String> reasons = reasons(candidate.info().articles(), candidate.replaces(), candidate.input());
        return reasons.isEmpty() ? Decision.Publish.UNMEASURED : new Decision.Refuse(reasons);
    }

    /**
     * What is against an index, a line each, for a person to read; nothing where it may be published.
     *
     * @param articles that it has
     * @param replaces how many articles readers now have
     * @param input what it is made of
     */
    public List<String> reasons(long articles, long replaces, Input input) {
        Objects.requireNonNull(input, "input");
        if (replaces == 0) {
            return List.of();
        }
        List<String> reasons = new ArrayList<>();
        shortfall(articles, replaces).ifPresent(reasons::add);
        if (input.rejected() > input.accepted()) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "more records were rejected than accepted: %,d of %,d",
                    input.rejected(),
                    input.rejected() + input.accepted()));
        }
        input.cut().stream().limit(TOLD).forEach(cut -> reasons.add("not read to its end: " + cut));
        if (input.cut().size() > TOLD) {
            reasons.add("and " + (input.cut().size() - TOLD) + " more inputs");
        }
        return reasons;
    }
}
