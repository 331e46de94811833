package dev.epitome.corpus;

import dev.epitome.article.PublicationDate;
import dev.epitome.corpus.DateText.NoDate;
import dev.epitome.corpus.Value.Text;
import dev.epitome.corpus.Value.Words;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the lines of a pasted list say about an article: who wrote it, when, where it is. */
final class MetadataLine {

    private static final int LONGEST = 300;
    private static final int LONGEST_DATE = 60;
    private static final String LINK = "<?(https?://[^\\s<>]{1,2000}?)>?";
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d*)?");
    private static final Pattern ADDRESS =
            Pattern.compile("[(\\[]?" + LINK + "[)\\]]?|(?:→|»|👉|🔗|▶️?) ?" + LINK, Pattern.CASE_INSENSITIVE);
    private static final Pattern LABELLED = Pattern.compile(
            "(tags?|topics?|keywords|categor(?:y|ies)|source|publisher|publication|site|blog|authors?|written by|url|link|links"
                    + "|read more|read it|read|read the (?:full )?(?:article|post|story)|full (?:article|story|post)|more|article"
                    + "|published|publication date|posted|date|updated|reading time|read time|time to read) ?(?::|→|») ?(.+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EMPTY_LABEL = Pattern.compile(
            "(?:→ ?)?(?:read more|read the (?:full )?(?:article|post|story)|full (?:article|story)|continue reading|learn more|link)"
                    + " ?(?:→|»|>|›|…|\\.\\.\\.|:)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HASHTAGS =
            Pattern.compile("#\\p{L}[^\\s#]{0,50}(?:[ ,]{1,2}#\\p{L}[^\\s#]{0,50}){0,30}");
    private static final Pattern AGE = Pattern.compile(
            "(?:published |posted |updated )?(?:about |over |almost )?(?:(\\d{1,4}) ?|(an?|one|last) )"
                    + "(m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mo|mos|months?|y|yrs?|years?)(?: (ago|old))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NEAR = Pattern.compile("(just now|now|today|yesterday)", Pattern.CASE_INSENSITIVE);
    private static final Pattern POINTS =
            Pattern.compile("\\d{1,6} points? by \\S{1,100} (\\d{1,4} \\w{3,8} ago)\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN = Pattern.compile(" ?[·•|] ?| [–—-] ");
    private static final Pattern BY = Pattern.compile("(?:by|written by):? (.{2,200})", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLACE =
            Pattern.compile("(.{2,120}?)(?: (?:in|for|via|at|on) | ?\\()([^()]{2,100})\\)?");
    private static final Pattern COUNT =
            Pattern.compile("[\\d,.]{1,9}[kKmM]? (?:upvotes?|comments?|likes?|claps?|views?|points?|shares?|reads?)");

    private MetadataLine() {}

    /**
     * What the line says, by the names of members; empty where it is a line of text. A line that says nothing anyone
     * would keep, such as how many liked it, has a blank value.
     *
     * @param beforeText whether no text came before: only there a byline is one
     */
    static Map<String, Value> read(String line, boolean beforeText, Optional<LocalDate> asOf) {
        if (line.isEmpty() || line.length() > LONGEST) {
            return line.length() > LONGEST && line.length() < 2_100 ? address(line) : Map.of();
        }
        Map<String, Value> found = address(line);
        found = found.isEmpty() ? labelled(line, asOf) : found;
        found = found.isEmpty() ? when(line, asOf) : found;
        found = found.isEmpty() && beforeText ? byline(line, asOf) : found;
        return found.isEmpty() ? parts(line, asOf) : found;
    }

    private static Map<String, Value> address(String line) {
        Matcher address = ADDRESS.matcher(line);
        if (address.matches()) {
            return Map.of("url", new Words(address.group(1) == null ? address.group(2) : address.group(1)));
        }
        return EMPTY_LABEL.matcher(line).matches() ? nothing() : Map.of();
    }

    private static Map<String, Value> nothing() {
        return Map.of("", new Words(""));
    }

    private static Map<String, Value> labelled(String line, Optional<LocalDate> asOf) {
        if (HASHTAGS.matcher(line).matches()) {
            return Map.of("tags", new Text(line));
        }
        Matcher labelled = LABELLED.matcher(line);
        if (!labelled.matches()) {
            return Map.of();
        }
        String value = labelled.group(2);
        return switch (labelled.group(1).toLowerCase(Locale.ROOT)) {
            case "tag", "tags", "topic", "topics", "keywords", "category", "categories" ->
                value.endsWith(".") ? Map.of() : Map.of("tags", new Text(value));
            case "source", "publisher", "publication", "site", "blog" ->
                address(value).isEmpty() ? name("source", value) : address(value);
            case "author", "authors", "written by" -> name("author", value);
            case "published", "publication date", "posted", "date", "updated" -> when(value, asOf);
            case "reading time", "read time", "time to read" -> nothing();
            default -> address(value);
        };
    }

    private static Map<String, Value> name(String member, String value) {
        return value.length() > 120 || value.endsWith(".") ? Map.of() : Map.of(member, new Text(value));
    }

    /** An age, or a date in any form; without the day of the paste an age says nothing. */
    private static Map<String, Value> when(String line, Optional<LocalDate> asOf) {
        Matcher points = POINTS.matcher(line);
        if (points.matches()) {
            return orNothing(when(points.group(1), asOf));
        }
        if (line.length() > LONGEST_DATE) {
            return Map.of();
        }
        Matcher near = NEAR.matcher(line);
        if (near.matches()) {
            int days = line.equalsIgnoreCase("yesterday") ? 1 : 0;
            return published(asOf.map(day -> PublicationDate.ofDay(day.minusDays(days))));
        }
        Matcher age = AGE.matcher(line);
        // "5 minutes" is how long the reading takes, "5m" how long ago it was.
        boolean old = age.matches()
                && (age.group(4) != null
                        || (age.group(1) != null && age.group(3).length() <= 2)
                        || "last".equalsIgnoreCase(age.group(2)));
        if (old) {
            int count = age.group(1) == null ? 1 : Integer.parseInt(age.group(1));
            String unit = age.group(3).toLowerCase(Locale.ROOT);
            return published(
                    asOf.map(day -> DateText.before(day, count, unit.startsWith("mo") ? "mo" : unit.substring(0, 1))));
        }
        return isDate(line) ? Map.of("published", new Words(line)) : Map.of();
    }

    private static boolean isDate(String line) {
        boolean year = line.matches("(?:19|20)\\d\\d");
        boolean signs = line.codePoints().anyMatch(Character::isDigit)
                && !NUMBER.matcher(line).matches();
        return (year || signs) && !(DateText.of(line) instanceof NoDate);
    }

    private static Map<String, Value> orNothing(Map<String, Value> found) {
        return found.isEmpty() ? nothing() : found;
    }

    private static Map<String, Value> published(Optional<PublicationDate> date) {
        return date.map(day -> Map.<String, Value>of("published", new Words(day.toString())))
                .orElse(nothing());
    }

    private static Map<String, Value> byline(String line, Optional<LocalDate> asOf) {
        Matcher by = BY.matcher(line);
        if (!by.matches()) {
            return Map.of();
        }
        Map<String, Value> found = new LinkedHashMap<>();
        String[] parts = BETWEEN.split(by.group(1), 8);
        String names = withoutDate(parts[0], found, asOf);
        Matcher place = PLACE.matcher(names);
        if (place.matches() && TextLines.areNames(place.group(1), false)) {
            names = place.group(1);
            Map<String, Value> date = when(place.group(2), asOf);
            found.putAll(date.isEmpty() ? name("source", place.group(2)) : date);
        }
        if (!TextLines.areNames(names, parts.length > 1)) {
            return Map.of();
        }
        found.put("author", new Text(names));
        for (int i = 1; i < parts.length; i++) {
            part(parts[i], found, asOf);
        }
        return found;
    }

    /** In {@code Ann Example, March 5, 2024} the date begins at one of the commas. */
    private static String withoutDate(String names, Map<String, Value> found, Optional<LocalDate> asOf) {
        for (int at = names.indexOf(','); at >= 0; at = names.indexOf(',', at + 1)) {
            Map<String, Value> date = when(names.substring(at + 1).strip(), asOf);
            if (!date.isEmpty()) {
                found.putAll(date);
                return names.substring(0, at);
            }
        }
        return names;
    }

    /** Such as {@code Example Blog · 3d · 5 min read}: it counts only where a part of it is clear. */
    private static Map<String, Value> parts(String line, Optional<LocalDate> asOf) {
        String[] parts = BETWEEN.split(line, 8);
        Map<String, Value> found = new LinkedHashMap<>();
        int clear = 0;
        for (String part : parts) {
            clear += isClear(part, asOf) ? 1 : 0;
        }
        boolean alone = parts.length == 1 && TitleLine.of(line).isBlank();
        if (!alone && (clear == 0 || parts.length == 1 || line.length() > 150 || line.endsWith("."))) {
            return Map.of();
        }
        for (String part : parts) {
            part(part, found, asOf);
        }
        return orNothing(found);
    }

    private static boolean isClear(String part, Optional<LocalDate> asOf) {
        return !when(part, asOf).isEmpty()
                || TitleLine.of(part).isBlank()
                || COUNT.matcher(part).matches();
    }

    private static void part(String part, Map<String, Value> found, Optional<LocalDate> asOf) {
        Map<String, Value> date = when(part, asOf);
        if (!date.isEmpty()) {
            date.forEach(found::putIfAbsent);
        } else if (!part.isBlank()
                && !TitleLine.of(part).isBlank()
                && !COUNT.matcher(part).matches()) {
            Map<String, Value> address = address(part);
            Map<String, Value> by =
                    address.isEmpty() && part.length() < 200 && BY.matcher(part).matches()
                            ? Map.of("author", new Text(part))
                            : address;
            (by.isEmpty() ? name("source", part) : by).forEach(found::putIfAbsent);
        }
    }
}
