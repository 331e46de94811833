package dev.epitome.engine;

import dev.epitome.engine.Plan.Best;
import dev.epitome.engine.Plan.Leaf;
import dev.epitome.engine.Plan.Lookup;
import dev.epitome.engine.Plan.Nothing;
import dev.epitome.engine.Plan.Only;
import dev.epitome.engine.Plan.Sum;
import dev.epitome.engine.TermField.AllText;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a plan as an indented tree, a node a line, for people who compare what queries mean. */
final class PlanPrinter {

    private static final String STEP = "  ";

    private final StringBuilder out = new StringBuilder();

    private PlanPrinter() {}

    static String print(Plan plan) {
        PlanPrinter printer = new PlanPrinter();
        printer.node(plan, "");
        return printer.out.toString();
    }

    private void node(Plan plan, String indent) {
        switch (plan) {
            case Leaf leaf -> line(indent, leaf(leaf));
            case Nothing nothing -> line(indent, "nothing: no article has " + nothing.word());
            case Only only -> {
                line(indent, "only");
                node(only.plan(), indent + STEP);
            }
            case Best best -> {
                Optional<String> everywhere = samePhrase(best);
                line(indent, everywhere.orElse("best of"));
                if (everywhere.isEmpty()) {
                    best.ways().forEach(way -> node(way, indent + STEP));
                }
            }
            case Sum sum -> {
                parts("all of", sum.required(), indent);
                parts(sum.needed() == 0 ? "may add" : "any " + sum.needed() + " of", sum.optional(), indent);
                parts("none of", sum.without(), indent);
            }
        }
    }

    private void parts(String name, List<Plan> parts, String indent) {
        if (!parts.isEmpty()) {
            line(indent, name);
            parts.forEach(part -> node(part, indent + STEP));
        }
    }

    /** The same phrase in one field or another is a line. */
    private static Optional<String> samePhrase(Best best) {
        List<Lookup.Phrase> phrases = best.ways().stream()
                .filter(way -> way instanceof Leaf leaf && leaf.lookup() instanceof Lookup.Phrase)
                .map(way -> (Lookup.Phrase) ((Leaf) way).lookup())
                .toList();
        boolean same = phrases.size() == best.ways().size()
                && phrases.stream().map(Lookup.Phrase::slots).distinct().count() == 1;
        return same
                ? Optional.of("best of " + lookup(phrases.getFirst()) + ", and "
                        + phrases.stream()
                                .skip(1)
                                .map(phrase -> lower(phrase.field()))
                                .collect(Collectors.joining(", "))
                        + evidence((Leaf) best.ways().getFirst()))
                : Optional.empty();
    }

    private void line(String indent, String text) {
        out.append(indent).append(text).append('\n');
    }

    /** Without idf, which changes with every article that is added. */
    private static String leaf(Leaf leaf) {
        return lookup(leaf.lookup()) + evidence(leaf);
    }

    private static String evidence(Leaf leaf) {
        return " ["
                + lower(leaf.evidence().rule())
                + (leaf.evidence().word().isEmpty()
                        ? ""
                        : " of " + leaf.evidence().word())
                + (leaf.evidence().weight() == 0
                        ? ""
                        : String.format(Locale.ROOT, " × %.2f", leaf.evidence().weight()))
                + (leaf.evidence().highlighted() ? "]" : ", not marked]");
    }

    private static String lookup(Lookup lookup) {
        return switch (lookup) {
            case Lookup.Everything every -> "everything";
            case Lookup.Term term -> name(term.field()) + ":" + term.term();
            case Lookup.Prefix prefix -> name(prefix.field()) + ":" + prefix.beginning() + "*";
            case Lookup.Phrase phrase ->
                lower(phrase.field())
                        + ":\"" + phrase.slots().stream().map(PlanPrinter::slot).collect(Collectors.joining(" "))
                        + '"' + (phrase.slop() == 0 ? "" : "~" + phrase.slop());
            case Lookup.Values values -> lower(values.field()) + " is " + String.join(" or ", values.keys());
            case Lookup.Days days -> "days " + day(days.from()) + ".." + day(days.until());
            case Lookup.Recency recency -> "recent by " + recency.days() + " days";
            case Lookup.Matching matching -> "all words";
        };
    }

    private static String name(TermField field) {
        return switch (field) {
            case AllText all -> lower(all);
            case TermField.Words words -> lower(words.field());
            case TermField.Values values -> lower(values.field()) + "_key";
        };
    }

    private static String slot(Matcher.Slot slot) {
        return slot.terms().stream().sorted().collect(Collectors.joining("|"));
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
