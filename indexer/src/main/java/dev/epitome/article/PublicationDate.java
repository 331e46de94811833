package dev.epitome.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When an article came out, as precisely as its source says: a day, a month or a year. Of a month or a year nobody
 * knows the day, so it stands for the span from {@link #firstDay()} to {@link #lastDay()}.
 *
 * @param firstDay the first day that it may be; for a month or a year its first day
 * @param precision how much of {@code firstDay} is known
 */
public record PublicationDate(LocalDate firstDay, Precision precision) {

    /** How much of a date is known. */
    public enum Precision {
        YEAR,
        MONTH,
        DAY
    }

    // A time may follow the day; its zone is the publisher's, so the day is the one on the publisher's calendar.
    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:[T ]\\d{2}:\\d{2}.*)?)?)?");

    /** Drops from {@code firstDay} what the precision says is not known. */
    public PublicationDate {
        Objects.requireNonNull(firstDay, "firstDay");
        Objects.requireNonNull(precision, "precision");
        firstDay = switch (precision) {
            case YEAR -> firstDay.withDayOfYear(1);
            case MONTH -> firstDay.withDayOfMonth(1);
            case DAY -> firstDay;
        };
    }

    public static PublicationDate ofYear(int year) {
        return new PublicationDate(LocalDate.of(year, 1, 1), Precision.YEAR);
    }

    public static PublicationDate ofMonth(YearMonth month) {
        Objects.requireNonNull(month, "month");
        return new PublicationDate(month.atDay(1), Precision.MONTH);
    }

    public static PublicationDate ofDay(LocalDate day) {
        Objects.requireNonNull(day, "day");
        return new PublicationDate(day, Precision.DAY);
    }

    /**
     * Reads {@code 2025}, {@code 2025-11}, {@code 2025-11-03}, or a day followed by a time, which is dropped.
     *
     * @return empty where the text is none of these, or names a day that does not exist
     */
    public static Optional<PublicationDate> parse(String text) {
        Objects.requireNonNull(text, "text");
        Matcher iso = ISO.matcher(text.strip());
        if (!iso.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(iso.group(1));
        try {
            if (iso.group(2) == null) {
                return Optional.of(ofYear(year));
            }
            YearMonth month = YearMonth.of(year, Integer.parseInt(iso.group(2)));
            return Optional.of(
                    iso.group(3) == null
                            ? ofMonth(month)
                            : ofDay(LocalDate.of(year, month.getMonth(), Integer.parseInt(iso.group(3)))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The last day that it may be. */
    public LocalDate lastDay() {
        return switch (precision) {
            case YEAR -> firstDay.withDayOfYear(firstDay.lengthOfYear());
            case MONTH -> firstDay.withDayOfMonth(firstDay.lengthOfMonth());
            case DAY -> firstDay;
        };
    }

    /** The form that {@link #parse} reads: {@code 2025}, {@code 2025-11} or {@code 2025-11-03}. */
    @Override
    public String toString() {
        return switch (precision) {
            case YEAR -> String.format(Locale.ROOT, "%04d", firstDay.getYear());
            case MONTH -> YearMonth.from(firstDay).toString();
            case DAY -> firstDay.toString();
        };
    }
}
