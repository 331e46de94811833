package dev.epitome.corpus;

import dev.epitome.corpus.DateText.Either;
import dev.epitome.corpus.DateText.Known;
import dev.epitome.corpus.DateText.Order;
import dev.epitome.corpus.Warning.Remedy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Dates such as {@code 03/04/2024}, whose order only the other dates of their column show. They wait for those; what is
 * still open then is left out, never guessed.
 */
final class DateColumns {

    private record Waiting(Either either, Draft draft) {}

    private static final class Column {
        final Set<Order> shown = EnumSet.noneOf(Order.class);
        final List<Waiting> waiting = new ArrayList<>();
        boolean settled;
        long open;
        String example = "";
    }

    private final CorpusOptions options;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private long waiting;

    DateColumns(CorpusOptions options) {
        this.options = options;
    }

    /** A date with only one possible reading shows the order of others. */
    void learn(String name, Known known) {
        known.shows().ifPresent(order -> column(name).shown.add(order));
    }

    /** Gives the draft its date, now or later. */
    void take(String name, Either either, String text, Draft draft) {
        if (options.dayFirst().isPresent()) {
            draft.published(either.date(options.dayFirst().get()));
            return;
        }
        Column column = column(name);
        if (column.example.isEmpty()) {
            column.example = Draft.shortened(text);
        }
        Waiting one = new Waiting(either, draft);
        if (column.settled) {
            settle(column, one);
        } else {
            column.waiting.add(one);
            waiting++;
        }
    }

    /** Whether any draft waits for its date. */
    boolean areWaiting() {
        return waiting > 0;
    }

    /** Decides all that waits by what was learned so far. */
    void settle() {
        for (Column column : columns.values()) {
            column.settled |= !column.waiting.isEmpty();
            column.waiting.forEach(one -> settle(column, one));
            column.waiting.clear();
        }
        waiting = 0;
    }

    private static void settle(Column column, Waiting one) {
        if (column.shown.size() != 1) {
            column.open++;
            return;
        }
        one.draft().published(one.either().date(column.shown.contains(Order.DAY_FIRST)));
    }

    private Column column(String name) {
        return columns.computeIfAbsent(name, some -> new Column());
    }

    /** Warns of each column with dates that were left out, once. */
    void tell(Consumer<Warning> warnings) {
        columns.forEach((name, column) -> {
            if (column.open > 0) {
                String why = column.shown.size() == 2
                        ? "the column has some of either order"
                        : "nothing in the column tells which";
                String detail = "`" + name + "`: " + column.open + (column.open == 1 ? " value" : " values")
                        + " such as " + column.example + ", and " + why;
                warnings.accept(new Warning(
                        "dates left out, say whether the day or the month comes first",
                        Draft.phrase(detail),
                        Optional.of(Remedy.ORDER_OF_DATES)));
            }
        });
    }
}
