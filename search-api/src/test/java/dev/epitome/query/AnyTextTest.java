package dev.epitome.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.query.QueryExpression.Aliased;
import dev.epitome.query.QueryExpression.AllOf;
import dev.epitome.query.QueryExpression.AnyOf;
import dev.epitome.query.QueryExpression.Corrected;
import dev.epitome.query.QueryExpression.Everything;
import dev.epitome.query.QueryExpression.InField;
import dev.epitome.query.QueryExpression.Not;
import dev.epitome.query.QueryExpression.Phrase;
import dev.epitome.query.QueryExpression.Prefix;
import dev.epitome.query.QueryExpression.Published;
import dev.epitome.query.QueryExpression.Word;
import dev.epitome.search.ProcessorTime;
import dev.epitome.search.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of any text whatever. The long profile asks a hundred times as many. */
final class AnyTextTest {

    private static final int QUERIES = Integer.getInteger("epitome.test.queries", 10_000);
    private static final int SHORT = 120;
    private static final long NOISE = 40_000_000;

    @Test
    void anyShortTextIsAQueryThatCanBePrintedAndReadAgain() {
        Seeds.runs(QUERIES, random -> check(QueryTexts.random(random, SHORT)));
    }

    @Test
    void anyLongTextIsAQueryThatCanBePrintedAndReadAgain() {
        Seeds.runs(QUERIES / 1_000, random -> check(QueryTexts.random(random, QueryLanguage.MAX_LENGTH + 1_000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                " ",
                "a ",
                "\"",
                "\"a ",
                "\" ",
                "(",
                ")",
                "(a ",
                "a) ",
                ".)",
                "a).",
                "()",
                ")(",
                "(.",
                "-",
                "-a ",
                "-(",
                "- ",
                "*",
                "a* ",
                "author:(p title:TAG:C*)",
                "title:",
                "title:(",
                "title:a ",
                "published:",
                "published:2025 ",
                "OR ",
                "a OR ",
                "NOT ",
                "-(a OR ",
                "|",
                "&& ",
                "漢",
                "tilte:",
                "a:",
                "🚀",
                "\uD83D",
                "\0",
                "e\u0301",
                "\u201C",
                "f(",
                "O",
                ".",
                "x."
            })
    void timeIsLinearInTheLengthOfTheText(String piece) {
        String half = piece.repeat(QueryLanguage.MAX_LENGTH / 2 / piece.length());
        String whole = half + half;
        check(whole);
        long one = fastest(half);
        long two = fastest(whole);
        // Where it is quadratic, twice the text is four times the work, and takes far more than what may be noise.
        assertThat(two).as("nanoseconds, and %d for half", one).isLessThan(Math.max(3 * one, NOISE));
    }

    @Test
    void noLongTextTakesFarLongerThanOthers() {
        Random random = new Random(1);
        List<String> texts = random.ints(100)
                .mapToObj(seed -> {
                    String text = QueryTexts.random(new Random(seed), 200) + " ";
                    return text.repeat(1 + QueryLanguage.MAX_LENGTH / text.length());
                })
                .toList();
        long[] times = texts.stream().mapToLong(AnyTextTest::fastest).sorted().toArray();
        assertThat(times[times.length - 1])
                .as("the slowest of %s", Arrays.toString(times))
                .isLessThan(50 * times[times.length / 2]);
    }

    private static long fastest(String text) {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            fastest = Math.min(
                    fastest,
                    ProcessorTime.nanos(
                            () -> assertThat(QueryLanguage.parse(text).text()).isSameAs(text)));
        }
        return fastest;
    }

    private static void check(String text) {
        ParsedQuery query = QueryLanguage.parse(text);
        QueryExpression expression = query.expression();
        String printed = QueryPrinter.print(expression);
        QueryExpression again = QueryLanguage.parse(printed).expression();
        // Plain comparisons: messages for a million queries would take longer than the queries.
        if (!again.equals(expression)) {
            throw new AssertionError("%s is printed as %s, which is read as %s; typed: %s"
                    .formatted(Meaning.of(expression), printed, Meaning.of(again), text));
        }
        if (!QueryPrinter.print(again).equals(printed)) {
            throw new AssertionError("printed again it differs: " + printed);
        }
        if (query.warnings().size() > 16 || query.warnings().stream().anyMatch(warning -> warning.length() > 200)) {
            throw new AssertionError("too many warnings, or too long ones: " + query.warnings());
        }
        if (leaves(expression, 0) > QueryLanguage.MAX_CLAUSES) {
            throw new AssertionError("too many clauses");
        }
        if (Interpretation.of(expression).text().length() > printed.length() + SHORT) {
            throw new AssertionError("longer than the query: " + Interpretation.of(expression));
        }
    }

    /** Counts words, phrases and dates, and fails where a part stands where it cannot. */
    private static int leaves(QueryExpression expression, int depth) {
        if (depth > 4 * QueryLanguage.MAX_DEPTH) {
            throw new AssertionError("too deep");
        }
        return switch (expression) {
            case Everything everything -> require(depth == 0, expression);
            case Word word -> require(isClean(word.text()), expression);
            case Prefix prefix -> require(isClean(prefix.text()), expression);
            case Phrase phrase ->
                require(isClean(phrase.text()) && phrase.text().indexOf('"') < 0, expression);
            case Published published -> 1;
            case InField in -> {
                require(!(in.of() instanceof Not) && !holdsFields(in.of()), expression);
                yield leaves(in.of(), depth + 1);
            }
            case AllOf all -> {
                require(all.parts().stream().noneMatch(AllOf.class::isInstance), expression);
                yield all.parts().stream()
                        .mapToInt(part -> leaves(part, depth + 1))
                        .sum();
            }
            case AnyOf any -> {
                require(any.parts().stream().noneMatch(AnyOf.class::isInstance), expression);
                yield any.parts().stream()
                        .mapToInt(part -> leaves(part, depth + 1))
                        .sum();
            }
            case Not not -> {
                require(!(not.part() instanceof Not), expression);
                yield leaves(not.part(), depth + 1);
            }
            case Aliased aliased -> require(false, expression);
            case Corrected corrected -> require(false, expression);
        };
    }

    private static boolean holdsFields(QueryExpression expression) {
        return switch (expression) {
            case InField in -> true;
            case Published published -> true;
            case AllOf all -> all.parts().stream().anyMatch(AnyTextTest::holdsFields);
            case AnyOf any -> any.parts().stream().anyMatch(AnyTextTest::holdsFields);
            case Not not -> holdsFields(not.part());
            case Aliased aliased -> holdsFields(aliased.typed());
            case Corrected corrected -> holdsFields(corrected.as());
            case Everything other -> false;
            case Word other -> false;
            case Prefix other -> false;
            case Phrase other -> false;
        };
    }

    private static boolean isClean(String text) {
        return !text.isBlank()
                && text.length() <= WordText.MAX_LENGTH
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static int require(boolean holds, QueryExpression expression) {
        if (!holds) {
            throw new AssertionError("cannot stand so: " + expression);
        }
        return 1;
    }
}
