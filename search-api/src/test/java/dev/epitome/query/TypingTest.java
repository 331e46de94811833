package dev.epitome.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.query.Typing.Negation;
import dev.epitome.query.Typing.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is being typed at the end of a query. */
final class TypingTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "lang, ||, lang, ||",
                "|kafka  lang|, |kafka  |, lang, |kafka  |",
                "kafka -lam, kafka -, lam, |kafka |",
                "kafka NOT lam, kafka NOT , lam, kafka NOT ",
                "a b OR c, a b OR , c, |a |",
                "a | b, |a || |, b, ||",
                "a (b c) OR d, |a (b c) OR |, d, |a |",
                "(a OR b, (a OR , b, |(|",
                "f(x) y, |f(x) |, y, |f(x) |",
                "|\"api gat|, |\"api |, gat, |api |",
                "|x “api gat|, |x “api |, gat, |x api |",
                "|\"a b\" c|, |\"a b\" |, c, |\"a b\" |",
                "|5\" dis|, |5\" |, dis, |5\" |",
                "x title:api, |x title:|, api, |x |",
                "|x author:\"alex x|, |x author:\"|, |alex x|, |x |",
                "x tag:(a OR b, x tag:(a OR , b, |x tag:(|",
                "x TAG:, x TAG:, ||, |x |",
                "x published:>=2, x published:, >=2, |x |",
                "std::mo, ||, std::mo, ||"
            })
    void theWordAtTheEndIsToldFromWhatStandsBeforeIt(String text, String head, String typed, String others) {
        Typing typing = Typing.atEndOf(text).orElseThrow();
        assertThat(typing.head().strip()).isEqualTo(head.strip());
        assertThat(typing.typed()).isEqualTo(typed);
        assertThat(typing.others().strip()).isEqualTo(others.strip());
        assertThat(typing.with(typing.typed())).isEqualTo(text);
    }

    @Test
    void theFieldIsKnownBehindItsColonAndWithinItsGroup() {
        assertThat(place("tag:ka")).isEqualTo(new Place.Within(Field.TAG));
        assertThat(place("-tag:(a OR (b c")).isEqualTo(new Place.Within(Field.TAG));
        assertThat(place("tag:(a) b")).isEqualTo(new Place.Anywhere());
        assertThat(place("published:20")).isEqualTo(new Place.Dates());
        assertThat(place("x:y")).isEqualTo(new Place.Anywhere());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a ", "\"a\"", "a)", "(", "-", "\"", "tag:a OR ", "tag: ", "a\u00A0", "a\n"})
    void behindSpacesAndClosingSignsNothingIsBeingTyped(String text) {
        assertThat(Typing.atEndOf(text).filter(typing -> !typing.typed().equals("-")))
                .isEmpty();
    }

    @Test
    void operatorsAreOfferedWhereTheyMayStand() {
        assertThat(operators("t")).containsExactly("tag:", "title:", "type:");
        assertThat(operators("x T")).containsExactly("tag:", "title:", "type:");
        assertThat(operators("x A")).containsExactly("author:", "AND");
        assertThat(operators("A")).containsExactly("author:");
        assertThat(operators("N")).containsExactly("NOT");
        assertThat(operators("x -N")).isEmpty();
        assertThat(operators("tag:t")).isEmpty();
        assertThat(operators("\"t")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a, NONE",
        "-a, ITSELF",
        "NOT a, ITSELF",
        "-(a, GROUP",
        "NOT (x OR a, GROUP",
        "-(x (a, GROUP",
        "-(x -a, ITSELF",
        "-(x) a, NONE",
        "-tag:(a, GROUP",
        "(a, NONE"
    })
    void whatIsLeftOutIsKnown(String text, Negation negation) {
        assertThat(Typing.atEndOf(text).orElseThrow().negation()).isEqualTo(negation);
    }

    @Test
    void operatorsAreOfferedWithinAGroupThatIsLeftOut() {
        assertThat(operators("-(x O")).containsExactly("OR");
    }

    @Test
    void datesAreTheNewestFirst() {
        LocalDate today = LocalDate.of(2026, 1, 31);
        assertThat(Typing.atEndOf("published:").orElseThrow().dates(today))
                .startsWith("last-30d", "last-7d")
                .contains(">=2026", "2026", "2025", "2026-01", "2025-12");
        assertThat(Typing.atEndOf("published:2025-1").orElseThrow().dates(today))
                .containsExactly("2025-12", "2025-11", "2025-10");
    }

    @Test
    void whateverIsTypedIsKept() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String signs = "ab \"\u201C()-:|*.\tO\uD83Dtag:title:published:";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            IntStream.range(0, random.nextInt(20))
                    .forEach(sign -> text.append(signs.charAt(random.nextInt(signs.length()))));
            String typed = text + (random.nextInt(3) == 0 ? " OR tag:(" : "") + (random.nextBoolean() ? "x" : "");
            Typing.atEndOf(typed)
                    .ifPresent(typing -> assertThat(typing.with(typing.typed()))
                            .as("seed %d", seed)
                            .isEqualTo(typed));
        }
    }

    private static Place place(String text) {
        return Typing.atEndOf(text).orElseThrow().place();
    }

    private static List<String> operators(String text) {
        return Typing.atEndOf(text).orElseThrow().operators();
    }
}
