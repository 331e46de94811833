package dev.epitome.benchmarks;

import dev.epitome.article.Article;
import dev.epitome.article.PublicationDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an article has, beside what feedparser expects of the same entry.
 *
 * @param subject title, link, text, author, tag or date
 * @param difference what kind it is; empty where the two are equal
 */
record FeedComparison(String subject, String expected, String actual, String difference) {

    private static final String DATE = "date";
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern OFFSET = Pattern.compile("([+-]\\d{2}):?(\\d{2})\\s*$");
    private static final Pattern ZONE = Pattern.compile("\\b([ECMP][SD]T)\\s*$");
    private static final Map<String, Integer> ZONES =
            Map.of("EST", -5, "EDT", -4, "CST", -6, "CDT", -5, "MST", -7, "MDT", -6, "PST", -8, "PDT", -7);

    /** A mail address before or behind a name, which the article's list of names has no place for. */
    private static final Pattern MAIL = Pattern.compile("\\s*[(<]?[^\\s()<>]+@[^\\s()<>]+[)>]?\\s*");

    boolean isEqual() {
        return difference.isEmpty();
    }

    /** What an expectation is about; empty where an article has nothing of the kind. */
    static Optional<String> subject(FeedExpectation expectation) {
        String subject = switch (NUMBER.matcher(expectation.field()).replaceAll("N")) {
            case "title", "title_detail.value" -> "title";
            case "description", "summary", "summary_detail.value", "content.N.value" -> "text";
            case "link" -> "link";
            case "author", "author_detail.name", "authors.N.name" -> "author";
            case "tags.N.term", "category" -> "tag";
            case "published_parsed", "updated_parsed", "created_parsed", "issued_parsed", "modified_parsed" -> DATE;
            default -> "";
        };
        boolean comparable = subject.equals(DATE) ? expectation.instant().isPresent() : expectation.isText();
        return Optional.of(subject).filter(some -> !some.isEmpty() && comparable);
    }

    /** Compares what {@link #subject} is given for. */
    static FeedComparison of(String subject, FeedExpectation expectation, SuiteFeed.Item item, Article article) {
        return switch (subject) {
            case DATE -> date(expectation.instant().orElseThrow(), item, article);
            case "link" -> text(subject, expectation.value(), article.url().orElse(""));
            case "title" -> text(subject, expectation.value(), article.title());
            case "author" -> text(subject, name(expectation.value()), name(at(article.authors(), index(expectation))));
            case "tag" -> text(subject, expectation.value(), at(article.tags(), index(expectation)));
            default -> text(subject, expectation.value(), article.summary());
        };
    }

    /**
     * Feedparser gives an instant, the reader the publisher's own day: the same moment can be another day where the
     * feed was written.
     */
    private static FeedComparison date(Instant expected, SuiteFeed.Item item, Article article) {
        List<LocalDate> days = item.dates().stream()
                .map(written -> expected.atZone(zone(written)).toLocalDate())
                .distinct()
                .toList();
        Optional<LocalDate> actual = article.published().map(PublicationDate::firstDay);
        LocalDate utc = expected.atZone(ZoneOffset.UTC).toLocalDate();
        String difference = "another day";
        if (actual.isEmpty()) {
            difference = "nothing given";
        } else if (days.isEmpty() ? actual.get().equals(utc) : days.contains(actual.get())) {
            difference = "";
        } else if (actual.get().equals(utc)) {
            difference = "the day in Greenwich, not where it was written";
        }
        return new FeedComparison(
                DATE,
                days.isEmpty() ? utc.toString() : days + " of " + item.dates(),
                actual.map(LocalDate::toString).orElse(""),
                difference);
    }

    private static ZoneId zone(String written) {
        Matcher offset = OFFSET.matcher(written);
        // The end of a mere day, 2003-12-31, is no offset.
        if (written.contains(":") && offset.find() && !offset.group().matches("-\\d{2}:\\d{2}:\\d{2}")) {
            return ZoneOffset.of(offset.group(1) + ":" + offset.group(2));
        }
        Matcher zone = ZONE.matcher(written);
        return zone.find() ? ZoneOffset.ofHours(ZONES.getOrDefault(zone.group(1), 0)) : ZoneOffset.UTC;
    }

    private static FeedComparison text(String subject, String expected, String actual) {
        String wanted = SuiteFeed.words(expected);
        String given = SuiteFeed.spaced(actual);
        // Of a text that only looks like markup feedparser gives every sign, and so should the reader.
        boolean equal = given.equals(wanted) || (!expected.contains("&") && given.equals(SuiteFeed.spaced(expected)));
        return new FeedComparison(subject, wanted, given, equal ? "" : difference(expected, wanted, given));
    }

    private static String difference(String expected, String wanted, String given) {
        if (given.isEmpty()) {
            return "nothing given";
        }
        if (wanted.isEmpty()) {
            return "something given";
        }
        if (without("\\s+", wanted).equals(without("\\s+", given))) {
            return "other white space";
        }
        if (SuiteFeed.words(given).equals(wanted)) {
            return "markup left in";
        }
        if (SuiteFeed.words(wanted).equals(given)
                || Stream.of(wanted, expected)
                        .map(SuiteFeed::words)
                        .map(SuiteFeed::words)
                        .anyMatch(given::equals)) {
            return "more than the markup taken out";
        }
        return wanted.startsWith(given) || given.startsWith(wanted) ? "cut, or more than expected" : "another text";
    }

    private static String without(String pattern, String text) {
        return text.replaceAll(pattern, "");
    }

    private static String name(String author) {
        String name = without(MAIL.pattern(), author).replaceAll("^\\((.*)\\)$", "$1");
        return name.isBlank() ? author : name;
    }

    private static int index(FeedExpectation expectation) {
        Matcher number = NUMBER.matcher(expectation.field());
        return number.find() ? Integer.parseInt(number.group()) : 0;
    }

    private static String at(List<String> names, int index) {
        return index < names.size() ? names.get(index) : "";
    }
}
