package dev.epitome.query;

import dev.epitome.article.PublicationDate;
import dev.epitome.query.DateRange.Between;
import dev.epitome.query.DateRange.LastDays;
import java.util.Locale;
import java.util.Optional;

/** Reads what stands behind {@code published:}. */
final class DateReader {

    private static final String LAST = "last-";
    private static final String TO = "..";

    /** A day with a time is about thirty characters; nothing longer than two of them is a range. */
    private static final int MAX_LENGTH = 80;

    private static final int DAYS_OF_WEEK = 7;
    private static final int DAYS_OF_MONTH = 30;
    private static final int DAYS_OF_YEAR = 365;
    private static final int MAX_YEAR = 9999;

    private DateReader() {}

    /** Empty where the value is nothing of this kind; the user is told what is. */
    static Optional<DateRange> read(String value, Warnings warnings) {
        Optional<DateRange> range = value.length() > MAX_LENGTH ? Optional.empty() : range(value, warnings);
        if (range.isEmpty()) {
            warnings.add("published:" + Warnings.shown(value) + " was left out: it takes a year, month or day such as"
                    + " 2025-11, >=2025-10, 2024..2025 or last-30d.");
        }
        return range;
    }

    private static Optional<DateRange> range(String value, Warnings warnings) {
        if (value.regionMatches(true, 0, LAST, 0, LAST.length())) {
            return lastDays(value.substring(LAST.length()));
        }
        if (value.startsWith(">=")) {
            return date(value.substring(2)).map(DateReader::from);
        }
        if (value.startsWith("<=")) {
            return date(value.substring(2)).map(DateReader::to);
        }
        if (value.startsWith(">")) {
            return date(value.substring(1)).flatMap(DateReader::next).map(DateReader::from);
        }
        if (value.startsWith("<")) {
            return date(value.substring(1)).flatMap(DateReader::previous).map(DateReader::to);
        }
        int to = value.indexOf(TO);
        return to < 0
                ? date(value).map(date -> new Between(Optional.of(date), Optional.of(date)))
                : between(value.substring(0, to), value.substring(to + TO.length()), warnings);
    }

    private static Optional<DateRange> between(String from, String to, Warnings warnings) {
        if (from.isEmpty()) {
            return date(to).map(DateReader::to);
        }
        if (to.isEmpty()) {
            return date(from).map(DateReader::from);
        }
        Optional<PublicationDate> first = date(from);
        Optional<PublicationDate> last = date(to);
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        if (first.get().firstDay().isAfter(last.get().lastDay())) {
            warnings.add("The dates of " + Warnings.shown(from + TO + to) + " were swapped: the later one came first.");
            return Optional.of(new Between(last, first));
        }
        return Optional.of(new Between(first, last));
    }

    private static Optional<DateRange> lastDays(String value) {
        int digits = value.length() - 1;
        // More digits than any number of days has would not fit in an int.
        if (digits < 1 || digits > 5 || !value.chars().limit(digits).allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int unit = switch (value.toLowerCase(Locale.ROOT).charAt(digits)) {
            case 'd' -> 1;
            case 'w' -> DAYS_OF_WEEK;
            case 'm' -> DAYS_OF_MONTH;
            case 'y' -> DAYS_OF_YEAR;
            default -> 0;
        };
        int days = unit * Integer.parseInt(value.substring(0, digits));
        return days < 1 || days > DateRange.MOST_DAYS ? Optional.empty() : Optional.of(new LastDays(days));
    }

    private static Optional<PublicationDate> date(String text) {
        return PublicationDate.parse(text);
    }

    private static DateRange from(PublicationDate date) {
        return new Between(Optional.of(date), Optional.empty());
    }

    private static DateRange to(PublicationDate date) {
        return new Between(Optional.empty(), Optional.of(date));
    }

    /** The span of the same length that begins after this one, so that it can be written in as few characters. */
    private static Optional<PublicationDate> next(PublicationDate date) {
        return written(new PublicationDate(date.lastDay().plusDays(1), date.precision()));
    }

    private static Optional<PublicationDate> previous(PublicationDate date) {
        return written(new PublicationDate(date.firstDay().minusDays(1), date.precision()));
    }

    private static Optional<PublicationDate> written(PublicationDate date) {
        int year = date.firstDay().getYear();
        return year < 0 || year > MAX_YEAR ? Optional.empty() : Optional.of(date);
    }
}
