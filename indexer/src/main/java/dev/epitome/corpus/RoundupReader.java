package dev.epitome.corpus;

import dev.epitome.article.PublicationDate;
import dev.epitome.corpus.LineReader.Line;
import java.io.IOException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The plain text of a roundup page ("Best of ByteByteGo, November 2025"): a header, then {@link RoundupItem}s that each
 * begin with their rank. Such text is cut off wherever the export stopped; what there is of the last item is kept, and
 * the cut is reported as a loss.
 */
final class RoundupReader implements FormatReader {

    private static final String HEADER_START = "Best of ";
    private static final String MONTHS = Arrays.stream(Month.values())
            .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
            .collect(Collectors.joining("|"));

    // The page has a dash before the period that its text has lost: the name and the period touch.
    private static final Pattern HEADER =
            Pattern.compile(HEADER_START + "(?<source>.+?)[\\s\\p{Pd},]*(?:(?<month>" + MONTHS + ") )?(?<year>\\d{4})");
    private static final Pattern ITEM_START = Pattern.compile("\\s*\\d+\\.\\s+(?<rank>\\d{1,9})\\s*");
    private static final int LONGEST_HEADER = 500;

    private final Optional<LocalDate> asOf;

    /** A reader that counts the items' ages back from the day of the export, where that is known. */
    RoundupReader(Optional<LocalDate> asOf) {
        this.asOf = asOf;
    }

    static boolean isHeader(String line) {
        return line.startsWith(HEADER_START);
    }

    @Override
    public void read(Input in, FileEntries entries) throws IOException {
        LineReader lines = new LineReader(in.text());
        Roundup roundup = new Roundup("", Optional.empty(), asOf);
        RoundupItem item = null;
        boolean afterBlank = true;
        boolean stray = false;
        for (Line line = lines.next(); line != null; line = lines.next()) {
            String text = text(line, entries);
            Matcher start = ITEM_START.matcher(text);
            if (item == null && isHeader(text)) {
                roundup = header(text);
                entries.digest(roundup.title());
            } else if ((afterBlank || item == null) && start.matches() && follows(start, item)) {
                finish(item, roundup, entries);
                item = new RoundupItem(line.number(), Integer.parseInt(start.group("rank")));
            } else if (item != null) {
                item.add(line, text);
            } else if (!text.isEmpty() && !stray) {
                entries.reject(line.number(), "left out: text before the first item");
                stray = true;
            }
            afterBlank = text.isEmpty();
        }
        if (item == null && !stray) {
            entries.reject(1, "a roundup without items");
        }
        if (item != null && !lines.endedWithNewline() && item.endsCut()) {
            entries.reject(item.lastLine(), "the text stops in the middle of an item: export the page again");
        }
        finish(item, roundup, entries);
    }

    private static String text(Line line, FileEntries entries) {
        return switch (line) {
            case Line.Text some -> some.text().strip();
            case Line.Broken broken -> {
                entries.reject(broken.number(), broken.reason());
                yield "";
            }
        };
    }

    private static boolean follows(Matcher start, @Nullable RoundupItem item) {
        return item == null || Integer.parseInt(start.group("rank")) > item.rank();
    }

    private static void finish(@Nullable RoundupItem item, Roundup roundup, FileEntries entries) {
        if (item != null) {
            item.addTo(entries, roundup);
        }
    }

    private Roundup header(String line) {
        Matcher header = HEADER.matcher(line);
        if (line.length() > LONGEST_HEADER || !header.matches()) {
            return new Roundup(line.substring(HEADER_START.length()).strip(), Optional.empty(), asOf);
        }
        int year = Integer.parseInt(header.group("year"));
        PublicationDate period = header.group("month") == null
                ? PublicationDate.ofYear(year)
                : PublicationDate.ofMonth(
                        YearMonth.of(year, Month.valueOf(header.group("month").toUpperCase(Locale.ROOT))));
        return new Roundup(header.group("source"), Optional.of(period), asOf);
    }

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
            return "Best of " + source
                    + period.map(date -> " — " + inWords(date)).orElse("");
        }

        /**
         * The date of an item: counted back from the day of the export, as precisely as its age is given; without that
         * day, the period of the roundup.
         *
         * @param count how many units ago
         * @param unit {@code m}, {@code h}, {@code d}, {@code w} or {@code y}; anything else is now
         */
        Optional<PublicationDate> published(int count, String unit) {
            return asOf.map(day -> DateText.before(day, count, unit)).or(() -> period);
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
}
