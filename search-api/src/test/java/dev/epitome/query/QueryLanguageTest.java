package dev.epitome.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.query.QueryExpression.AllOf;
import dev.epitome.query.QueryExpression.Everything;
import dev.epitome.query.QueryExpression.Word;
import dev.epitome.search.Seeds;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryLanguageTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\r\n", "\0\u0007", "\u00A0\u2003\uFEFF"})
    void textWithoutAWordAsksForEverything(String text) {
        assertThat(QueryLanguage.parse(text)).isEqualTo(new ParsedQuery(text, new Everything(), List.of()));
    }

    @Test
    void oneWordIsThatWord() {
        assertThat(QueryLanguage.parse(" EKS ").expression()).isEqualTo(new Word("EKS"));
    }

    @Test
    void severalWordsAskForAllOfThem() {
        assertThat(QueryLanguage.parse("virtual\t threads\njava").expression())
                .isEqualTo(words("virtual", "threads", "java"));
    }

    @Test
    void signsStayWithTheirWord() {
        assertThat(QueryLanguage.parse("C++ -lambda \"api title:x").expression())
                .isEqualTo(words("C++", "-lambda", "\"api", "title:x"));
    }

    @Test
    void controlCharactersPartWordsAndHalfCharactersAreReplaced() {
        assertThat(QueryLanguage.parse("a\0b \uD83Dc").expression()).isEqualTo(words("a", "b", "\uFFFDc"));
    }

    @Test
    void theTextIsKeptAsTyped() {
        assertThat(QueryLanguage.parse("  a\0b\n").text()).isEqualTo("  a\0b\n");
    }

    @Test
    void asManyWordsAsTheBoundNeedNoWarning() {
        ParsedQuery query = QueryLanguage.parse("word ".repeat(QueryLanguage.MAX_WORDS));
        assertThat(query.warnings()).isEmpty();
        assertThat(query.expression()).isEqualTo(words(repeated("word", QueryLanguage.MAX_WORDS)));
    }

    @Test
    void wordsBeyondTheBoundAreLeftOutWithAWarning() {
        ParsedQuery query = QueryLanguage.parse("word ".repeat(QueryLanguage.MAX_WORDS) + "last");
        assertThat(query.warnings()).containsExactly("Only the first 64 words were searched for.");
        assertThat(query.expression()).isEqualTo(words(repeated("word", QueryLanguage.MAX_WORDS)));
    }

    @Test
    void theSameTextAlwaysMeansTheSame() {
        Seeds.runs(500, random -> {
            char[] text = new char[random.nextInt(300)];
            for (int i = 0; i < text.length; i++) {
                text[i] = (char) (random.nextInt(4) == 0 ? ' ' : random.nextInt(0x10000));
            }
            ParsedQuery query = QueryLanguage.parse(new String(text));
            assertThat(QueryLanguage.parse(new String(text))).isEqualTo(query);
            if (query.expression() instanceof AllOf all) {
                assertThat(all.parts())
                        .hasSizeBetween(2, QueryLanguage.MAX_WORDS)
                        .allSatisfy(part -> assertThat(part)
                                .isInstanceOfSatisfying(
                                        Word.class,
                                        word -> assertThat(word.text()).isNotBlank()));
            }
        });
    }

    private static QueryExpression words(String... words) {
        return new AllOf(Arrays.stream(words).<QueryExpression>map(Word::new).toList());
    }

    private static String[] repeated(String word, int times) {
        return Collections.nCopies(times, word).toArray(String[]::new);
    }
}
