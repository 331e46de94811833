package dev.epitome.corpus;

import dev.epitome.article.PublicationDate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/**
 * What the header of a roundup says of all its items.
 *
 * @param source whose articles these are
 * @param period the month or year that they are the best of
 * @param asOf the day of the export, where the user gives it
 */
record Roundup(String source, Optional<PublicationDate> period, Optional<LocalDate> asOf) {

    /** The title that the page itself bears, its dash put back. */
    String title() {
        return "Best of " + source + period.map(date -> " — " + inWords(date)).orElse("");
    }

    /**
     * The date of an item: counted back from the day of the export, as precisely as its age is given; without that day,
     * the period of the roundup.
     *
     * @param count how many units ago
     * @param unit {@code m}, {@code h}, {@code d}, {@code w} or {@code y}; anything else is now
     */
    Optional<PublicationDate> published(int count, String unit) {
        return asOf.map(day -> switch (unit) {
                    case "h" -> PublicationDate.ofDay(day.minusDays(count / 24));
                    case "d" -> PublicationDate.ofDay(day.minusDays(count));
                    case "w" -> PublicationDate.ofMonth(YearMonth.from(day.minusWeeks(count)));
                    case "y" -> PublicationDate.ofYear(day.minusYears(count).getYear());
                    default -> PublicationDate.ofDay(day);
                })
                .or(() -> period);
    }

    private static String inWords(PublicationDate date) {
        return switch (date.precision()) {
            case YEAR -> date.toString();
            case MONTH, DAY ->
                YearMonth.from(date.firstDay())
                        .format(java.time.format.DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH));
        };
    }
}
