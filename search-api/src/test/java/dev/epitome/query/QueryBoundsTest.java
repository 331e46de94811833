package dev.epitome.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.query.QueryExpression.AllOf;
import dev.epitome.query.QueryExpression.Phrase;
import dev.epitome.query.QueryExpression.Prefix;
import dev.epitome.query.QueryExpression.Word;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text is too long or too deep: beyond a bound it is cut, and the answer says so. */
final class QueryBoundsTest {

    @Test
    void asManyWordsAsTheBoundNeedNoWarning() {
        ParsedQuery query = QueryLanguage.parse("word ".repeat(QueryLanguage.MAX_CLAUSES));
        assertThat(query.warnings()).isEmpty();
        assertThat(((AllOf) query.expression()).parts()).hasSize(QueryLanguage.MAX_CLAUSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"last", "\"a b\"", "OR last", "-last", "title:last", "(a b) OR c", "published:2025"})
    void whatComesAfterTheBoundIsLeftOutWithAWarning(String rest) {
        String most = "word ".repeat(QueryLanguage.MAX_CLAUSES);
        ParsedQuery query = QueryLanguage.parse(most + rest);
        assertThat(query.warnings()).singleElement().asString().contains("first 128 ");
        assertThat(query.expression()).isEqualTo(QueryLanguage.parse(most).expression());
    }

    @Test
    void aGroupThatTheBoundCutsKeepsItsStart() {
        ParsedQuery query = QueryLanguage.parse("a (" + "b OR ".repeat(QueryLanguage.MAX_CLAUSES) + "c) d");
        assertThat(query.warnings()).singleElement().asString().contains("first 128 ");
        assertThat(Meaning.of(query.expression())).startsWith("{a & {b | b").endsWith("| b}}");
    }

    @Test
    void ofAVeryLongTextTheStartIsRead() {
        String long_ = "a" + " ".repeat(QueryLanguage.MAX_LENGTH - 1);
        assertThat(QueryLanguage.parse(long_).warnings()).isEmpty();
        ParsedQuery query = QueryLanguage.parse(long_ + "b");
        assertThat(query.warnings()).singleElement().asString().contains("65536");
        assertThat(query.expression()).isEqualTo(new Word("a"));
        assertThat(query.text()).isEqualTo(long_ + "b");
    }

    @Test
    void longWordsAndPhrasesAreCutWithAWarning() {
        String most = "x".repeat(WordText.MAX_LENGTH);
        assertThat(QueryLanguage.parse(most).warnings()).isEmpty();
        assertThat(QueryLanguage.parse(most + "y").expression()).isEqualTo(new Word(most));
        assertThat(QueryLanguage.parse(most + "y*").expression()).isEqualTo(new Prefix(most));
        assertThat(QueryLanguage.parse('"' + most + " y\"").expression()).isEqualTo(new Phrase(most));
        assertThat(QueryLanguage.parse(most + "y").warnings())
                .singleElement()
                .asString()
                .contains("400");
    }

    @Test
    void aLongPhraseIsCutBetweenTwoWords() {
        String words = "four ".repeat(WordText.MAX_LENGTH / 5 - 1).strip();
        for (String last : new String[] {"longer", "nine", "six"}) {
            assertThat(QueryLanguage.parse('"' + words + " " + last + " rest\"").expression())
                    .isEqualTo(new Phrase(last.equals("longer") ? words : words + " " + last));
        }
    }

    @Test
    void deepGroupsAreFlattenedWithAWarning() {
        assertThat(QueryLanguage.parse(nested(QueryLanguage.MAX_DEPTH)).warnings())
                .isEmpty();
        ParsedQuery query = QueryLanguage.parse(nested(QueryLanguage.MAX_DEPTH + 1));
        assertThat(query.warnings()).singleElement().asString().contains("16");
        assertThat(Meaning.of(query.expression())).contains("a").contains("b");
    }

    @Test
    void warningsAreFewAndShort() {
        for (String piece : Arrays.asList(
                "tilte:%d ",
                "published:x%d ", "\"\" (x%d ", "a%d* ", "(OR %d ", "title: %d ", "%d".repeat(500) + " ")) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 1_000; i++) {
                text.append(piece.replace("%d", Integer.toString(i)));
            }
            assertThat(QueryLanguage.parse(text.toString()).warnings())
                    .hasSizeBetween(1, 16)
                    .allSatisfy(warning -> assertThat(warning).hasSizeLessThan(200));
        }
    }

    private static String nested(int depth) {
        return "(a OR -".repeat(depth) + "b" + ")".repeat(depth);
    }
}
