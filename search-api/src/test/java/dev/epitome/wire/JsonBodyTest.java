package dev.epitome.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.epitome.search.Seeds;
import dev.epitome.wire.JsonBody.BodyException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That a body means what an address means is seen over HTTP; here, what is told of a body that means nothing. */
final class JsonBodyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"q":"a"}{"q":"b"}   | something follows the JSON object, in line 1, column 10
            {"q":"a"} x          | not JSON, in line 1, column 11
            {"q":"a"}}           | not JSON, in line 1, column 10
            {/*c*/"q":"a"}       | not JSON, in line 1, column 2
            {"q":¶"ä",¶¶ x}      | not JSON, in line 4, column 2
            {q: 1}               | not JSON, in line 1, column 2
            q=threads            | not JSON, in line 1, column 1
            {"limit":+1}         | not JSON, in line 1
            {"limit":01}         | not JSON, in line 1
            {"limit":NaN}        | not JSON, in line 1
            {"q":'a'}            | not JSON, in line 1, column 6
            {"q":"a¶b"}          | not JSON, in line 1, column 8
            {"q":"\\x"}          | not JSON, in line 1
            {"limit":1]          | not JSON, in line 1
            {                    | the body ends too early, in line 1, column 2
            {"q":"a              | the body ends too early, in line 1, column 8
            {"source":["a",      | the body ends too early, in line 1, column 16
            ~~                   | the body is empty: give one such as {"q": "EKS"}
            ¶                    | the body is empty
            null                 | the body is not a JSON object: give one such as {"q": "EKS"}
            ["q"]                | the body is not a JSON object
            """)
    void whatIsNoJsonObjectIsToldWithItsPlace(String body, String message) {
        BodyException refusal = refusal(body.replace('¶', '\n'));
        assertThat(refusal.getMessage()).contains(message);
        assertThat(refusal.parameter()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"q":["a"]}               | q         | q is a list: give one value
            {"q":{}}                  | q         | q is an object: give a value
            {"q":1.50}                | q         | q is a number: give text, in quotation marks
            {"q":2025}                | q         | q is a number
            {"q":true}                | q         | q is true or false: give text, in quotation marks
            {"tag":["a",1.0]}         | tag       | tag is a number
            {"source":5}              | source    | source is a number
            {"cursor":5}              | cursor    | cursor is a number
            {"fields":[null]}         | fields    | fields has null in its list: leave it out
            {"source":[["a"]]}        | source    | source has a list in its list: give one list
            {"facets":[{}]}           | facets    | facets has an object in its list: give values
            {"limit":[5]}             | limit     | limit is a list: give one value
            {"limit":1e9999999}       | limit     | limit is too large a number
            {"offset":-1e400}         | offset    | offset is too large a number
            {"q":1e400}               | q         | q is a number
            {"q":"a","q":"b"}         | q         | q is given twice: give it once
            {"q":null,"q":"b"}        | q         | q is given twice
            {"limt":{}}               | limt      | limt is an object
            {"":{}}                   | ~~        | a member without a name is an object
            """)
    void aMemberThatCannotBeIsNamed(String body, String key, String message) {
        BodyException refusal = refusal(body);
        assertThat(refusal.getMessage()).startsWith(message);
        assertThat(refusal.parameter()).contains(key);
    }

    @Test
    void nestingHasNoLimitOfItsOwn() {
        assertThat(refusal("[".repeat(501))).hasMessageContaining("is not a JSON object");
        assertThat(refusal("{\"tag\":" + "[".repeat(501))).hasMessageContaining("tag has a list in its list");
        assertThat(refusal("{\"q\":".repeat(50_000))).hasMessageContaining("q is an object");
    }

    @Test
    void messagesStayShortAndPlainWhateverIsGiven() {
        for (String body : List.of(
                "{\"limit\":" + "1".repeat(2_000) + "}",
                "{\"limit\":" + "1".repeat(500) + "}",
                "{\"" + "k".repeat(100_000) + "\":1}",
                "{\"" + "k".repeat(10_000) + "\":{}}",
                "x".repeat(10_000))) {
            assertThat(refusal(body).getMessage()).hasSizeLessThan(200).doesNotContain("tools.jackson", "`", "Feature");
        }
    }

    @Test
    void anyTextIsReadOrRefusedInPlainWords() {
        String valid =
                "{\"q\": \"a\\u00e4\", \"limit\": 5, \"tag\": [\"x\", \"y\"], \"explain\": true, \"sort\": null}";
        Seeds.runs(2_000, random -> {
            StringBuilder text = new StringBuilder(valid);
            for (int i = random.nextInt(4); i >= 0; i--) {
                text.setCharAt(random.nextInt(text.length()), "{}[]\":,0e-\\ nx\n\0/".charAt(random.nextInt(17)));
            }
            try {
                assertThat(JsonBody.parse(text.toString().getBytes(StandardCharsets.UTF_8)))
                        .isNotNull();
            } catch (BodyException e) {
                assertThat(e.getMessage()).hasSizeLessThan(200).doesNotContain("`", "Feature", "Source", "(code");
            }
        });
    }

    @Test
    void whatIsNotUtf8IsToldWithItsPlace() {
        byte[] latin1 = "{\"q\": \"ä\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(catchThrowableOfType(BodyException.class, () -> JsonBody.parse(latin1)))
                .hasMessage("the body is not UTF-8, from byte 8 on");
        assertThat(parse("\uFEFF{\"q\": \"ä\"}")).isEqualTo(Map.of("q", List.of("ä")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "5.0", "5e0", "50E-1", "0.5e1"})
    void oneNumberIsOneHoweverItIsWritten(String number) {
        assertThat(parse("{\"limit\":" + number + "}")).isEqualTo(Map.of("limit", List.of("5")));
    }

    @ParameterizedTest
    @EnumSource
    void textIsTakenForEveryParameter(Parameter parameter) {
        assertThat(parse("{\"" + parameter.key() + "\":\"1.50\"}")).isEqualTo(Map.of(parameter.key(), List.of("1.50")));
    }

    private static Map<String, List<String>> parse(String body) {
        return JsonBody.parse(body.getBytes(StandardCharsets.UTF_8));
    }

    private static BodyException refusal(String body) {
        return catchThrowableOfType(BodyException.class, () -> parse(body));
    }
}
