package dev.epitome.query;

import dev.epitome.article.PublicationDate;
import dev.epitome.query.DateRange.Between;
import dev.epitome.query.DateRange.LastDays;
import dev.epitome.query.Token.Operator;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is being typed at the end of a query, and may be completed.
 *
 * @param head all that stands before the word or value, as it was typed: a completion comes right behind it
 * @param others what a hit owes to the rest of the query, itself a query; empty where it owes nothing
 * @param place where the word or value stands
 * @param quoted whether a quotation mark before it still waits for its partner
 * @param negation whether it is to be left out
 * @param typed the beginning of the word or value; empty only behind the colon of a field
 */
public record Typing(String head, String others, Place place, boolean quoted, Negation negation, String typed) {

    private static final List<Integer> LAST_DAYS = List.of(30, 7, 90, 365);
    private static final int YEARS = 10;
    private static final int MONTHS = 24;

    public Typing {
        Objects.requireNonNull(head, "head");
        Objects.requireNonNull(others, "others");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(negation, "negation");
        Objects.requireNonNull(typed, "typed");
    }

    /** Where something is typed. */
    public sealed interface Place {

        /** In no field. */
        record Anywhere() implements Place {}

        /** Behind the colon of a field, or in its group. */
        record Within(Field field) implements Place {
            public Within {
                Objects.requireNonNull(field, "field");
            }
        }

        /** Behind {@code published:}. */
        record Dates() implements Place {}
    }

    /** What leaves something out. */
    public enum Negation {
        NONE,
        /** A minus or NOT before the very word, value or field. */
        ITSELF,
        /** One before a group around it that is still open. */
        GROUP
    }

    /** Whether hits are to be without it. */
    public boolean isLeftOut() {
        return negation != Negation.NONE;
    }

    /** Empty where the text ends with a space, a closing quotation mark or the like: then nothing is being typed. */
    public static Optional<Typing> atEndOf(String text) {
        Objects.requireNonNull(text, "text");
        return new TypingReader(text).read();
    }

    /** The whole query with a completion in the place of what was typed. */
    public String with(String completion) {
        Objects.requireNonNull(completion, "completion");
        return head + completion;
    }

    /** The operators that may stand here and begin so: fields in any case, with their colon; others in capitals. */
    public List<String> operators() {
        if (!(place instanceof Place.Anywhere) || quoted || typed.isEmpty()) {
            return List.of();
        }
        String lower = typed.toLowerCase(Locale.ROOT);
        return Stream.concat(
                        FieldName.ALL.stream()
                                .filter(name -> name.startsWith(lower))
                                .map(name -> name + ":")
                                .sorted(),
                        Arrays.stream(Operator.values())
                                .filter(this::mayStandHere)
                                .map(Operator::name)
                                .filter(name -> name.startsWith(typed)))
                .toList();
    }

    private boolean mayStandHere(Operator operator) {
        return negation != Negation.ITSELF
                && switch (operator) {
                    case NOT -> true;
                    case OR, AND -> !others.isBlank();
                };
    }

    /** Dates that may stand behind {@code published:} and begin so, the likeliest first. */
    public List<String> dates(LocalDate today) {
        Objects.requireNonNull(today, "today");
        return likelyDates(today)
                .filter(date -> date.startsWith(typed.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** The last days, then years, then months, the newest first. */
    private static Stream<String> likelyDates(LocalDate today) {
        Stream<DateRange> days = LAST_DAYS.stream().map(LastDays::new);
        Stream<DateRange> since = Stream.of(since(today.getYear()), since(today.getYear() - 1));
        Stream<DateRange> years =
                IntStream.range(0, YEARS).mapToObj(ago -> exactly(String.valueOf(today.getYear() - ago)));
        Stream<DateRange> months = IntStream.range(0, MONTHS)
                .mapToObj(ago -> exactly(YearMonth.from(today).minusMonths(ago).toString()));
        return Stream.of(days, since, years, months).flatMap(ranges -> ranges).map(QueryPrinter::print);
    }

    private static DateRange since(int year) {
        return new Between(PublicationDate.parse(String.valueOf(year)), Optional.empty());
    }

    private static DateRange exactly(String date) {
        Optional<PublicationDate> parsed = PublicationDate.parse(date);
        return new Between(parsed, parsed);
    }
}
