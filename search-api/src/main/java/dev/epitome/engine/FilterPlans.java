package dev.epitome.engine;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.engine.Matcher.Nowhere;
import dev.epitome.engine.Plan.Evidence;
import dev.epitome.engine.Plan.Leaf;
import dev.epitome.engine.Plan.Lookup;
import dev.epitome.query.Field;
import dev.epitome.search.MatchRule;
import dev.epitome.search.SearchFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The parts of a filter, all of which a hit must match; they do not touch its score. */
public final class FilterPlans {

    private FilterPlans() {}

    /** A leaf each, of which the evidence says what passes, for people. */
    public static List<Leaf> of(SearchFilter filter) {
        List<Leaf> parts = new ArrayList<>();
        for (Field field : Field.values()) {
            addAnyOf(parts, field, filter.values(field));
        }
        filter.publishedAfter()
                .ifPresent(date -> parts.add(leaf(
                        "published from " + date, new Lookup.Days(Optional.of(date.firstDay()), Optional.empty()))));
        filter.publishedBefore()
                .ifPresent(date -> parts.add(leaf(
                        "published until " + date, new Lookup.Days(Optional.empty(), Optional.of(date.lastDay())))));
        return parts;
    }

    private static void addAnyOf(List<Leaf> parts, Field field, List<String> values) {
        if (!values.isEmpty()) {
            String wanted = field.typed() + " = " + String.join(" or ", values);
            List<String> keys = values.stream().map(TextAnalysis::filterKey).toList();
            parts.add(leaf(wanted, new Lookup.Values(field, keys)));
        }
    }

    private static Leaf leaf(String wanted, Lookup lookup) {
        return new Leaf(
                lookup, 1, 0, new Evidence(wanted, MatchRule.FILTER, wanted, new Nowhere(), Set.of(), 0, 0, false));
    }
}
