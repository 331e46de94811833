package dev.epitome.corpus;

import dev.epitome.article.PublicationDate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a date in any of the forms that people and programs write. The day is the one on the writer's own calendar: a
 * time and its zone are passed over. Nothing is rolled over: what no calendar has is no date.
 */
final class DateText {

    /** What comes first in {@code 03/04/2024}. */
    enum Order {
        DAY_FIRST,
        MONTH_FIRST
    }

    /** What a text means as a date. */
    sealed interface Meaning {}

    /**
     * A date.
     *
     * @param shows the order of its parts, where only one is possible
     */
    record Known(PublicationDate date, Optional<Order> shows) implements Meaning {}

    /** One of two days. */
    record Either(LocalDate dayFirst, LocalDate monthFirst) implements Meaning {

        PublicationDate date(boolean dayComesFirst) {
            return PublicationDate.ofDay(dayComesFirst ? dayFirst : monthFirst);
        }
    }

    /** Has the form of a date, and no calendar has it. */
    record Impossible() implements Meaning {}

    /** Is not in the form of a date. */
    record NoDate() implements Meaning {}

    private static final int LONGEST = 100;
    private static final int FIRST_YEAR = 1000;
    private static final String MONTH =
            "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
    private static final String YEAR = "(?<year>\\d{4})";

    /** What may follow a day: a time with a zone, or a zone alone. */
    private static final String TIME =
            "(?:(?:\\s*[T,_]\\s*|\\s+|-)(?:(?:at|um|@|-)\\s+)?\\d{1,2}(?:[:.h]\\d|\\d{2}|\\s?[ap]\\.?m)\\b?.*|\\s*(?:z|[a-z]{2,5}|[+-]\\d{2}:?\\d{2}))?";

    private static final Pattern WEEKDAY = Pattern.compile(
            "^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?(?:\\s*,\\s*|\\s+)",
            Pattern.CASE_INSENSITIVE);

    private static final List<Pattern> FORMS = List.of(
            form("(?<year>\\d{4})-(?<number>\\d{1,2})-" + DAY + TIME),
            form("(?<year>\\d{4})/(?<number>\\d{1,2})/" + DAY + TIME),
            form("(?<year>\\d{4})\\.(?<number>\\d{1,2})\\." + DAY + TIME),
            form(
                    "(?<year>\\d{4})(?<number>\\d{2})(?<day>\\d{2})(?:[T ]?\\d{4,6}(?:\\.\\d+)?(?:\\s?(?:z|[+-]\\d{2}:?\\d{2}))?)?"),
            form("(?<year>\\d{4})年\\s?(?<number>\\d{1,2})月\\s?(?<day>\\d{1,2})日.*"),
            form(DAY + "\\.?(?:\\s+of)?[\\s/-]*" + MONTH + "[\\s,/-]*(?<year>\\d{4})" + TIME),
            form(DAY + "\\.?[\\s/-]*" + MONTH + "[\\s,/-]*['’]?(?<short>\\d{2})" + TIME),
            form(MONTH + "[\\s-]*" + DAY + "(?:\\s*,\\s*|\\s+|-)" + YEAR + TIME),
            form(MONTH + "\\s+" + DAY
                    + ",?\\s+\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?\\s+(?:[a-z+:0-9()-]{1,12}\\s+){0,2}" + YEAR
                    + "(?:\\s.*)?"),
            form("(?<year>\\d{4})[\\s,/-]+" + MONTH + "[\\s,/-]+" + DAY + TIME));

    private static final List<Pattern> MONTH_FORMS = List.of(
            form("(?<year>\\d{4})[-/](?<number>\\d{1,2})"),
            form("(?<number>\\d{1,2})/" + YEAR),
            form(MONTH + "[\\s,/-]*" + YEAR),
            form("(?<year>\\d{4})[\\s,/-]+" + MONTH),
            form("(?<year>(?:19|20)\\d{2})(?<number>0[1-9]|1[0-2])"),
            form("(?<year>\\d{4})年\\s?(?<number>\\d{1,2})月"));

    private static final Pattern ORDINAL = form("(?<year>\\d{4})-?(?<count>\\d{3})" + TIME);
    private static final Pattern WEEK = form("(?<year>\\d{4})-?W(?<count>\\d{2})(?:-?(?<weekday>\\d))?" + TIME);
    private static final Pattern SWAPPABLE =
            form("(?<first>\\d{1,2})(?<sign>[/.-])(?<second>\\d{1,2})\\k<sign>(?<year>\\d{4}|\\d{2})" + TIME);
    private static final Pattern EPOCH =
            Pattern.compile("(\\d{9,10}|\\d{12,13}|\\d{15,16}|\\d{18,19})(?:\\.\\d{0,9})?");
    /** Tables that have gaps write years as fractions. */
    private static final Pattern YEAR_ALONE = Pattern.compile("\\d{4}(?:\\.0)?");

    private DateText() {}

    private static Pattern form(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** What the text means; nothing is said of a blank one. */
    static Meaning of(String written) {
        String text = WEEKDAY.matcher(written.strip()).replaceFirst("").strip();
        if (text.length() > LONGEST) {
            return new NoDate();
        }
        try {
            return numbers(text)
                    .or(() -> day(text))
                    .or(() -> month(text))
                    .or(() -> counted(text))
                    .or(() -> swappable(text))
                    .orElse(new NoDate());
        } catch (NumberFormatException e) {
            return new NoDate(); // Too many digits for any time.
        } catch (DateTimeException e) {
            return new Impossible();
        }
    }

    /** The date that a text clearly is. */
    static Optional<PublicationDate> date(String written) {
        return of(written) instanceof Known known ? Optional.of(known.date()) : Optional.empty();
    }

    private static Optional<Meaning> numbers(String text) {
        if (YEAR_ALONE.matcher(text).matches()) {
            return Optional.of(known(PublicationDate.ofYear(Integer.parseInt(text.substring(0, 4)))));
        }
        Matcher epoch = EPOCH.matcher(text);
        if (!epoch.matches()) {
            return Optional.empty();
        }
        String digits = epoch.group(1);
        // Each unit is a thousand times the one before, so the digits tell which it is.
        long divisor = switch (digits.length()) {
            case 9, 10 -> 1L;
            case 12, 13 -> 1_000L;
            case 15, 16 -> 1_000_000L;
            default -> 1_000_000_000L;
        };
        Instant time = Instant.ofEpochSecond(Long.parseLong(digits) / divisor);
        return Optional.of(known(PublicationDate.ofDay(LocalDate.ofInstant(time, ZoneOffset.UTC))));
    }

    private static Optional<Meaning> day(String text) {
        return FORMS.stream()
                .map(form -> form.matcher(text))
                .filter(Matcher::matches)
                .findFirst()
                .map(found -> known(PublicationDate.ofDay(
                        LocalDate.of(year(found), month(found), Integer.parseInt(found.group("day"))))));
    }

    private static Optional<Meaning> month(String text) {
        return MONTH_FORMS.stream()
                .map(form -> form.matcher(text))
                .filter(Matcher::matches)
                .findFirst()
                .map(found -> known(PublicationDate.ofMonth(YearMonth.of(year(found), month(found)))));
    }

    private static Optional<Meaning> counted(String text) {
        Matcher ordinal = ORDINAL.matcher(text);
        if (ordinal.matches()) {
            return Optional.of(known(PublicationDate.ofDay(
                    LocalDate.ofYearDay(year(ordinal), Integer.parseInt(ordinal.group("count"))))));
        }
        Matcher week = WEEK.matcher(text);
        if (!week.matches()) {
            return Optional.empty();
        }
        int weekday = week.group("weekday") == null ? 1 : Integer.parseInt(week.group("weekday"));
        LocalDate inYear = LocalDate.of(year(week), 1, 4);
        return Optional.of(known(PublicationDate.ofDay(
                inYear.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(week.group("count")))
                        .with(java.time.temporal.ChronoField.DAY_OF_WEEK, weekday))));
    }

    private static Optional<Meaning> swappable(String text) {
        Matcher found = SWAPPABLE.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        int year = year(found);
        int first = Integer.parseInt(found.group("first"));
        int second = Integer.parseInt(found.group("second"));
        if (first > 12) {
            return Optional.of(
                    new Known(PublicationDate.ofDay(LocalDate.of(year, second, first)), Optional.of(Order.DAY_FIRST)));
        }
        LocalDate monthFirst = LocalDate.of(year, first, second);
        if (second > 12) {
            return Optional.of(new Known(PublicationDate.ofDay(monthFirst), Optional.of(Order.MONTH_FIRST)));
        }
        return Optional.of(
                first == second
                        ? known(PublicationDate.ofDay(monthFirst))
                        : new Either(LocalDate.of(year, second, first), monthFirst));
    }

    /**
     * The date so long before a day, as precisely as the age is given.
     *
     * @param unit {@code h}, {@code d}, {@code w}, {@code mo} or {@code y}; anything else is the day itself
     */
    static PublicationDate before(LocalDate day, int count, String unit) {
        return switch (unit) {
            case "h" -> PublicationDate.ofDay(day.minusDays(count / 24));
            case "d" -> PublicationDate.ofDay(day.minusDays(count));
            case "w" -> PublicationDate.ofMonth(YearMonth.from(day.minusWeeks(count)));
            case "mo" -> PublicationDate.ofMonth(YearMonth.from(day).minusMonths(count));
            case "y" -> PublicationDate.ofYear(day.minusYears(count).getYear());
            default -> PublicationDate.ofDay(day);
        };
    }

    private static Meaning known(PublicationDate date) {
        if (date.firstDay().getYear() < FIRST_YEAR) {
            throw new DateTimeException("the zero time of a program");
        }
        return new Known(date, Optional.empty());
    }

    private static int year(Matcher found) {
        boolean full = found.namedGroups().containsKey("year") && found.group("year") != null;
        String digits = found.group(full ? "year" : "short");
        int year = Integer.parseInt(digits);
        if (digits.length() > 2) {
            return year;
        }
        return year < 70 ? 2000 + year : 1900 + year;
    }

    private static int month(Matcher found) {
        if (found.namedGroups().containsKey("number")) {
            return Integer.parseInt(found.group("number"));
        }
        String name = found.group("month").toLowerCase(Locale.ROOT).substring(0, 3);
        return "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(name) / 3 + 1;
    }
}
