package dev.epitome.benchmarks;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One comparison out of a test of feedparser. These stand in a comment at the head of a feed, in Python: {@code Expect:
 * not bozo and entries[0]['title'] == 'A'}.
 *
 * @param entry from 0
 * @param field as Python has it, such as {@code tags.1.term}
 * @param value a text, escapes resolved; or a number, a tuple and the like as Python writes it
 * @param isText whether {@code value} was a text
 */
record FeedExpectation(int entry, String field, String value, boolean isText) {

    private static final Pattern LINE = Pattern.compile("Expect:[ \\t]*(.*?)[ \\t]*(?:-->|\\R|$)");
    private static final String TARGET = "entries\\[(\\d+)\\]((?:\\[[^\\]]+\\]|\\.\\w+)+)\\s*==\\s*";
    private static final Pattern SIDE = Pattern.compile(TARGET);
    private static final Pattern STEP = Pattern.compile("\\w+(?:-\\w+)*");
    private static final Pattern TEXT = Pattern.compile("\\s*\\+?\\s*[uU]?(?:'{3}(.*?)'{3}|\"{3}(.*?)\"{3}"
            + "|'([^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+)'|\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\")");
    private static final Pattern OTHER = Pattern.compile("\\([^)]*\\)|\\{[^}]*\\}|[^\\s)]+");
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", Pattern.DOTALL);
    private static final String ESCAPED = "ntrfvab0";
    private static final String UNESCAPED = "\n\t\r\f\u000B\u0007\b\0";

    /** Every comparison with something of an entry; none where the text is no test of feedparser. */
    static List<FeedExpectation> in(String text) {
        Matcher line = LINE.matcher(text);
        if (!line.find()) {
            return List.of();
        }
        String expression = line.group(1);
        List<FeedExpectation> found = new ArrayList<>();
        List<MatchResult> sides = new ArrayList<>();
        Matcher side = SIDE.matcher(expression);
        int at = 0;
        while (side.find(at)) {
            // Python takes a == b == 'c', and means that all are the same.
            sides.add(side.toMatchResult());
            at = side.end();
            if (!expression.startsWith("entries[", at)) {
                at = compared(expression, at, sides, found);
                sides.clear();
            }
        }
        return found;
    }

    /** When a tuple of a date stands for; empty where it is none. */
    Optional<Instant> instant() {
        Matcher numbers = Pattern.compile("\\d+").matcher(value);
        List<Integer> parts =
                numbers.results().map(MatchResult::group).map(Integer::valueOf).toList();
        if (isText || parts.size() < 6) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDateTime.of(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4), parts.get(5))
                            .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int compared(String expression, int at, List<MatchResult> sides, List<FeedExpectation> found) {
        StringBuilder value = new StringBuilder();
        int end = at;
        Matcher text = TEXT.matcher(expression);
        while (text.region(end, expression.length()).lookingAt()) {
            value.append(unescaped(content(text)));
            end = text.end();
        }
        boolean isText = end > at;
        Matcher other = OTHER.matcher(expression).region(at, expression.length());
        if (!isText && other.lookingAt()) {
            value.append(other.group());
            end = other.end();
        }
        for (MatchResult side : sides) {
            found.add(new FeedExpectation(
                    Integer.parseInt(side.group(1)), steps(side.group(2)), value.toString(), isText));
        }
        return end;
    }

    private static String content(MatchResult text) {
        return IntStream.rangeClosed(1, text.groupCount())
                .mapToObj(text::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static String steps(String path) {
        return String.join(
                ".", STEP.matcher(path).results().map(MatchResult::group).toList());
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(escape -> Matcher.quoteReplacement(character(escape)));
    }

    private static String character(MatchResult escape) {
        for (int group = 1; group <= 3; group++) {
            if (escape.group(group) != null) {
                return Character.toString(Integer.parseInt(escape.group(group), 16));
            }
        }
        int known = ESCAPED.indexOf(escape.group(4));
        return known < 0 ? escape.group(4) : UNESCAPED.substring(known, known + 1);
    }
}
