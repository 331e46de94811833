package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.corpus.Inputs.Reading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {

    private final Inputs inputs;

    JsonLinesTest(@TempDir Path folder) {
        inputs = new Inputs(folder);
    }

    @Test
    void blankLinesArePassedOverAndStillCounted() {
        Reading read = inputs.read("a.jsonl", "\n" + record("One") + "\n\n \t \n" + record("Two") + "\n\n");

        assertThat(read.titles()).containsExactly("One", "Two");
        assertThat(read.places()).containsExactly("a.jsonl:2", "a.jsonl:5");
        assertThat(read.entries()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":\"Three\"",
                "{'title':'Three','summary':''}",
                "not json at all",
                "{\"title\":\"Three\",\"summary\":\"\"} trailing",
                "{\"title\":\"Three\",\"summary\":\"\"}{\"title\":\"Three\",\"summary\":\"\"}",
                "{\"title\":\"Three\",\"summary\":\"\",\"title\":\"Third\"}",
                "{\"title\":\"Three\",\"summary\":\"\",}",
                "{\"title\":\"Three\",\"summary\":\"a\tb\"}",
                "\u00A0{\"title\":\"Three\",\"summary\":\"\"}",
            })
    void aLineThatIsNotJsonIsRejectedByItsNumberAndTheOthersAreKept(String broken) {
        Reading read =
                inputs.read("a.jsonl", lines(record("One"), record("Two"), broken, record("Four"), record("Five")));

        assertThat(read.titles()).containsExactly("One", "Two", "Four", "Five");
        assertThat(read.rejected()).singleElement().asString().startsWith("a.jsonl:3: invalid JSON at column ");
    }

    @Test
    void theColumnOfTheFaultIsNamed() {
        Reading read = inputs.read("a.jsonl", lines(record("One"), "{\"title\":\"Two\",\"summary\":nope}"));

        assertThat(read.rejected())
                .singleElement()
                .asString()
                .matches("a\\.jsonl:2: invalid JSON at column (2[6-9]|3[0-2]): .*nope.*");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1,2] | a list",
                "\"text\" | a string",
                "42 | a number",
                "true | true or false",
                "null | null",
            })
    void aLineThatIsNoObjectIsRejected(String json, String what) {
        Reading read = inputs.read("a.jsonl", lines(record("One"), json));

        assertThat(read.rejected()).containsExactly("a.jsonl:2: holds " + what + ", not a JSON object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void aBombOfDepthIsRejectedAndTheNextLineRead(String open) {
        Reading read = inputs.read(
                "a.jsonl",
                lines(
                        record("One"),
                        "{\"title\":\"Two\",\"summary\":\"\",\"deep\":" + open.repeat(150_000),
                        record("Three")));

        assertThat(read.titles()).containsExactly("One", "Three");
        assertThat(read.rejected()).singleElement().asString().startsWith("a.jsonl:2: invalid JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-0.1E-999999999"})
    void aBombOfDigitsIsRejectedAtOnce(String number) {
        Reading read = inputs.read("a.jsonl", lines(recordWith("rank", number), recordWith("rank", "9".repeat(5_000))));

        assertThat(read.rejected()).hasSize(2);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() {
        assertThat(inputs.read("a.jsonl", "\uFEFF" + record("Raft")).article().title())
                .isEqualTo("Raft");
    }

    @Test
    void linesMayEndAsOnWindows() {
        Reading read = inputs.read("a.jsonl", record("One") + "\r\n\r\n" + record("Two") + "\r\n");

        assertThat(read.titles()).containsExactly("One", "Two");
        assertThat(read.places()).containsExactly("a.jsonl:1", "a.jsonl:3");
        assertThat(read.entries()).hasSize(2);
    }

    @Test
    void theLastLineNeedsNoEnd() {
        assertThat(inputs.read("a.jsonl", record("One") + "\n" + record("Two")).titles())
                .containsExactly("One", "Two");
    }

    @Test
    void aLineThatIsNotUtf8IsRejectedAndTheOthersAreKept() {
        byte[] content = lines(record("One"), record("Caf!"), record("Three")).getBytes(StandardCharsets.UTF_8);
        content[new String(content, StandardCharsets.UTF_8).indexOf('!')] = (byte) 0xE9; // an é of ISO 8859-1

        Reading read = inputs.read("a.jsonl", content);

        assertThat(read.titles()).containsExactly("One", "Three");
        assertThat(read.rejected()).containsExactly("a.jsonl:2: not UTF-8 at byte 14 of the line");
    }

    @Test
    void textInEveryScriptIsKept() {
        assertThat(inputs.read("a.jsonl", record("Zażółć 数据库 👩‍💻")).article().title())
                .isEqualTo("Zażółć 数据库 👩‍💻");
    }

    @Test
    void halfASurrogatePairIsReplaced() {
        assertThat(inputs.read("a.jsonl", record("half \\uD83D pair")).article().title())
                .isEqualTo("half \uFFFD pair");
    }

    @Test
    void theLongestArticleAllowedFitsInALineEvenEscaped() {
        String names = IntStream.range(0, 100)
                .mapToObj(i -> "\"" + "\\u2603".repeat(197) + (100 + i) + "\"")
                .collect(Collectors.joining(","));
        Reading read = inputs.read(
                "a.jsonl",
                "{\"title\":\"" + "\\u2603".repeat(1_000) + "\",\"summary\":\"" + "\\u2603".repeat(100_000)
                        + "\",\"authors\":[" + names + "],\"tags\":[" + names + "]}");

        assertThat(read.article().summary()).hasSize(100_000);
        assertThat(read.article().tags()).hasSize(100);
    }

    @Test
    void aLineBeyondTheBoundIsRejectedAndTheOthersAreKept() {
        Reading read = inputs.read("a.jsonl", lines(record("One"), " ".repeat(1_048_577), record("Three")));

        assertThat(read.titles()).containsExactly("One", "Three");
        assertThat(read.rejected()).containsExactly("a.jsonl:2: the line has 1048577 bytes, more than 1048576");
    }

    private static String record(String title) {
        return "{\"title\":\"" + title + "\",\"summary\":\"Logs.\"}";
    }

    private static String recordWith(String member, String json) {
        String title = member.equals("title") ? "" : "\"title\":\"Raft\",";
        String summary = member.equals("summary") ? "" : "\"summary\":\"Logs.\",";
        return "{" + title + summary + "\"" + member + "\":" + json + "}";
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }
}
