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
        assertThat(read.rejected()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":\"Three\"",
                "{\"title\":\"Three\" \"summary\":\"\"}",
                "{\"title\":\"Three\",\"summary\":\"never closed}",
                "{title:\"Three\"}",
                "not json at all",
                "\u00A0{\"title\":\"Three\",\"summary\":\"\"}",
            })
    void aLineThatIsNotJsonIsRejectedByItsNumberAndTheOthersAreKept(String broken) {
        Reading read =
                inputs.read("a.jsonl", lines(record("One"), record("Two"), broken, record("Four"), record("Five")));

        assertThat(read.titles()).containsExactly("One", "Two", "Four", "Five");
        assertThat(read.rejected()).singleElement().asString().startsWith("a.jsonl:3: invalid JSON at column ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'title':'Three','summary':'Logs.'}",
                "{\"title\":\"Three\",\"summary\":\"Logs.\",}",
                "{\"title\":\"Three\",\"summary\":\"Logs.\",\"rank\":NaN}",
                "{\"title\":\"Three\",/* really */\"summary\":\"Logs.\"}",
                "{\"title\":\"\\T\\hree\",\"summary\":\"Logs.\"}",
                "{\"title\":\"\tThree\",\"summary\":\"Logs.\"}",
                " \t{\"title\":\"Three\",\"summary\":\"Logs.\"}  ",
            })
    void jsonAsProgramsReallyWriteItIsRead(String loose) {
        Reading read = inputs.read("a.jsonl", lines(record("One"), loose, record("Two")));

        assertThat(read.titles()).containsExactly("One", "Three", "Two");
        assertThat(read.article("Three").summary()).isEqualTo("Logs.");
        assertThat(read.rejected()).isEmpty();
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void whatStandsBehindARecordInItsLineCostsNoRecord() {
        Reading read = inputs.read(
                "a.jsonl", lines(record("One"), record("Two") + record("Three"), record("Four") + " trailing"));

        assertThat(read.titles()).containsExactly("One", "Two", "Three", "Four");
        assertThat(read.places()).containsExactly("a.jsonl:1", "a.jsonl:2", "a.jsonl:2", "a.jsonl:3");
        assertThat(read.rejected()).singleElement().asString().startsWith("a.jsonl:3: invalid JSON at column ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\":\"Two\",\"summary\":nope} | \\d{2}: a character is missing or too many",
                "{\"title\":\"Two\" | 1[4-6]: it ends too soon",
            })
    void theColumnAndTheKindOfTheFaultAreNamedInWordsOfOurs(String broken, String reason) {
        Reading read = inputs.read("a.jsonl", lines(record("One"), broken));

        assertThat(read.rejected())
                .singleElement()
                .asString()
                .matches("a\\.jsonl:2: invalid JSON at column " + reason)
                .doesNotContain("Exception", "tools.jackson", "java.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"text\" | a string",
                "42 | a number",
                "true | true or false",
                "[7] | a list of values without names",
            })
    void aLineThatIsNoObjectIsRejected(String json, String what) {
        Reading read = inputs.read("a.jsonl", lines(record("One"), json));

        assertThat(read.titles()).containsExactly("One");
        assertThat(read.rejected()).containsExactly("a.jsonl:2: holds " + what + ", not a JSON object");
    }

    @Test
    void nullIsNoRecordAndNoFaultAndAListInALineIsItsRecords() {
        Reading read =
                inputs.read("a.jsonl", lines(record("One"), "null", "[" + record("Two") + "," + record("Three") + "]"));

        assertThat(read.titles()).containsExactly("One", "Two", "Three");
        assertThat(read.rejected()).isEmpty();
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
    @ValueSource(strings = {"1e999999999", "-0.1E-999999999", "999999999999999999999999999"})
    void aBombOfDigitsCostsTheValueAtOnce(String number) {
        Reading read = inputs.read(
                "a.jsonl",
                lines(
                        recordWith("rank", number),
                        recordWith("published", number),
                        recordWith("id", number),
                        record("Two")));

        assertThat(read.titles()).containsExactly("Raft", "Raft", "Raft", "Two");
        assertThat(read.articles()).allSatisfy(article -> {
            assertThat(article.rank()).isEmpty();
            assertThat(article.published()).isEmpty();
        });
        assertThat(read.warnings()).hasSize(2);
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
        assertThat(read.rejected()).isEmpty();
    }

    @Test
    void theLastLineNeedsNoEnd() {
        assertThat(inputs.read("a.jsonl", record("One") + "\n" + record("Two")).titles())
                .containsExactly("One", "Two");
    }

    @Test
    void aLineThatIsNotUtf8IsReadAsWindows1252AndTheFileIsSaidToBeMixedOnce() {
        byte[] content = lines(record("One €"), record("Caf!"), record("Th!ee")).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < content.length; i++) {
            content[i] = content[i] == '!' ? (byte) 0xE9 : content[i]; // an é of windows-1252
        }

        Reading read = inputs.read("a.jsonl", content);

        assertThat(read.titles()).containsExactly("One €", "Café", "Théee");
        assertThat(read.notes())
                .containsExactly("a.jsonl: not all of it is in one encoding: 2 bytes are read as windows-1252");
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
        Reading read = inputs.read(
                "a.jsonl", lines(record("One"), " ".repeat(LineReader.MAX_LINE) + record("Two"), record("Three")));

        assertThat(read.titles()).containsExactly("One", "Three");
        assertThat(read.rejected()).containsExactly("a.jsonl:2: the line has 4194337 characters, more than 4194304");
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
