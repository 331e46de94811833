package dev.epitome.query;

import dev.epitome.article.PublicationDate;
import dev.epitome.query.DateRange.Between;
import dev.epitome.query.DateRange.LastDays;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Dates as they are typed behind {@code published:}. */
final class DateExamples {

    private static final List<Integer> LAST_DAYS = List.of(30, 7, 90, 365);
    private static final int YEARS = 10;
    private static final int MONTHS = 24;

    private DateExamples() {}

    /** The last days, then years, then months, the newest first. */
    static List<String> of(LocalDate today) {
        Stream<DateRange> days = LAST_DAYS.stream().map(LastDays::new);
        Stream<DateRange> since = Stream.of(since(today.getYear()), since(today.getYear() - 1));
        Stream<DateRange> years =
                IntStream.range(0, YEARS).mapToObj(ago -> exactly(String.valueOf(today.getYear() - ago)));
        Stream<DateRange> months = IntStream.range(0, MONTHS)
                .mapToObj(ago -> exactly(YearMonth.from(today).minusMonths(ago).toString()));
        return Stream.of(days, since, years, months)
                .flatMap(ranges -> ranges)
                .map(QueryPrinter::print)
                .toList();
    }

    private static DateRange since(int year) {
        return new Between(PublicationDate.parse(String.valueOf(year)), Optional.empty());
    }

    private static DateRange exactly(String date) {
        Optional<PublicationDate> parsed = PublicationDate.parse(date);
        return new Between(parsed, parsed);
    }
}
