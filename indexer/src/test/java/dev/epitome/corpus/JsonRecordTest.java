package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.article.PublicationDate;
import dev.epitome.corpus.Inputs.Reading;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The members of a record, and what becomes of bad ones. */
class JsonRecordTest {

    private final Inputs inputs;

    JsonRecordTest(@TempDir Path folder) {
        inputs = new Inputs(folder);
    }

    @Test
    void aRecordWithEveryMemberBecomesAnArticleWithEveryMember() {
        Reading read = inputs.read("a.jsonl", """
                {"id":"raft-1","title":"Raft by Hand","summary":"Leaders, logs and terms.","url":"https://example.org/raft",\
                "source":"Wire Weekly","authors":["Ada Byte","Bo Nibble"],"type":"article","tags":["consensus","raft"],\
                "published":"2025-11-03","rank":2}
                """);

        Article article = read.article();
        assertThat(article.id()).isEqualTo("raft-1");
        assertThat(article.title()).isEqualTo("Raft by Hand");
        assertThat(article.summary()).isEqualTo("Leaders, logs and terms.");
        assertThat(article.url()).hasValue("https://example.org/raft");
        assertThat(article.source()).hasValue("Wire Weekly");
        assertThat(article.authors()).containsExactly("Ada Byte", "Bo Nibble");
        assertThat(article.type()).hasValue("article");
        assertThat(article.tags()).containsExactly("consensus", "raft");
        assertThat(article.published()).hasValue(PublicationDate.ofDay(LocalDate.of(2025, 11, 3)));
        assertThat(article.rank()).hasValue(2);
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void titleAndSummaryAreEnough() {
        Reading read = inputs.read("a.jsonl", record("Raft"));

        assertThat(read.article().title()).isEqualTo("Raft");
        assertThat(read.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"summary\":\"s\"} | title is missing",
                "{\"title\":null,\"summary\":\"s\"} | title is missing",
                "{\"title\":\"\",\"summary\":\"s\"} | title is empty",
                "{\"title\":\" \\u0007 \",\"summary\":\"s\"} | title is empty",
                "{\"title\":\"t\"} | summary is missing",
                "{\"title\":\"t\",\"summary\":null} | summary is missing",
                "{} | title is missing",
            })
    void aRecordWithoutARequiredMemberIsRejected(String json, String reason) {
        assertThat(inputs.read("a.jsonl", json).rejected()).containsExactly("a.jsonl:1: " + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title | 5 | title is a number, not a string",
                "title | [\"t\"] | title is a list, not a string",
                "summary | true | summary is true or false, not a string",
                "summary | {} | summary is an object, not a string",
                "id | 7 | id is a number, not a string",
                "url | [\"https://example.org/\"] | url is a list, not a string",
                "source | 9 | source is a number, not a string",
                "source | {\"title\":\"x\"} | source is an object, not a string",
                "source | {\"name\":5} | source is an object, not a string",
                "authors | \"Ada\" | authors is a string, not a list of strings",
                "authors | {\"name\":\"Ada\"} | authors is an object, not a list of strings",
                "authors | [5] | authors is a number, not a string",
                "authors | [null] | authors is null, not a string",
                "type | false | type is true or false, not a string",
                "tags | \"a,b\" | tags is a string, not a list of strings",
                "tags | [[\"a\"]] | tags is a list, not a string",
                "published | 2025 | published is a number, not a string",
                "rank | \"1\" | rank is a string, not a whole number below 2^31",
                "rank | 1.5 | rank is a number, not a whole number below 2^31",
                "rank | 2147483648 | rank is a number, not a whole number below 2^31",
                "rank | [1] | rank is a list, not a whole number below 2^31",
            })
    void aMemberOfTheWrongTypeRejectsItsRecord(String member, String value, String reason) {
        Reading read = inputs.read("a.jsonl", lines(recordWith(member, value), record("Other")));

        assertThat(read.rejected()).containsExactly("a.jsonl:1: " + reason);
        assertThat(read.titles()).containsExactly("Other");
    }

    @Test
    void anOptionalMemberThatIsNullIsAbsent() {
        Reading read = inputs.read("a.jsonl", """
                {"title":"Raft","summary":"Logs.","id":null,"url":null,"source":null,"authors":null,\
                "type":null,"tags":null,"published":null,"rank":null}
                """);

        assertThat(read.article())
                .isEqualTo(Article.titled("Raft").summary("Logs.").build());
        assertThat(read.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url | \"example.org/raft\" | url left out, not an absolute http(s) address: \"example.org/raft\"",
                "url | \"javascript:alert(1)\" | url left out, not an absolute http(s) address: \"javascript:alert(1)\"",
                "published | \"soon\" | published left out, not a date, month or year: \"soon\"",
                "published | \"2025-02-30\" | published left out, not a date, month or year: \"2025-02-30\"",
                "rank | 0 | rank left out, below 1: 0",
                "rank | -3 | rank left out, below 1: -3",
            })
    void aBadValueOfAnOptionalMemberIsLeftOutWithAWarning(String member, String value, String warning) {
        Reading read = inputs.read("a.jsonl", recordWith(member, value));

        assertThat(read.article())
                .isEqualTo(Article.titled("Raft").summary("Logs.").build());
        assertThat(read.warnings()).containsExactly("a.jsonl:1: " + warning);
    }

    @Test
    void optionalTextsBeyondTheirBoundsAreLeftOutWithAWarning() {
        String name = "\"" + "n".repeat(201) + "\"";
        Reading read = inputs.read(
                "a.jsonl",
                lines(
                        recordWith("id", "\"" + "i".repeat(513) + "\""),
                        recordWith("source", name),
                        recordWith("type", name),
                        recordWith("authors", "[\"Ada Byte\"," + name + "]"),
                        recordWith("tags", "[" + name + ",\"raft\"]")));

        assertThat(read.warnings())
                .containsExactly(
                        "a.jsonl:1: id left out, it has 513 characters, more than 512",
                        "a.jsonl:2: source left out, it has 201 characters, more than 200",
                        "a.jsonl:3: type left out, it has 201 characters, more than 200",
                        "a.jsonl:4: one of the authors left out, it has 201 characters, more than 200",
                        "a.jsonl:5: one of the tags left out, it has 201 characters, more than 200");
        assertThat(read.rejected()).isEmpty();
        assertThat(read.articles().get(3).authors()).containsExactly("Ada Byte");
        assertThat(read.articles().get(4).tags()).containsExactly("raft");
    }

    @Test
    void listsBeyondTheirBoundAreCutWithAWarning() {
        String tags = IntStream.range(0, 120).mapToObj(i -> "\"tag" + i + "\"").collect(Collectors.joining(","));
        Reading read = inputs.read("a.jsonl", recordWith("tags", "[" + tags + "]"));

        assertThat(read.article().tags()).hasSize(100).endsWith("tag99");
        assertThat(read.warnings()).containsExactly("a.jsonl:1: tags cut to their first 100");
    }

    @Test
    void aTitleBeyondItsBoundRejectsTheRecord() {
        assertThat(inputs.read("a.jsonl", record("t".repeat(1_001))).rejected())
                .containsExactly("a.jsonl:1: title has 1001 characters, more than 1000");
    }

    @Test
    void aSummaryBeyondItsBoundIsCutWithAWarningAndNeverInTheMiddleOfACharacter() {
        String summary = "s".repeat(99_999) + "😀" + "s".repeat(50);
        Reading read = inputs.read("a.jsonl", "{\"title\":\"Raft\",\"summary\":\"" + summary + "\"}");

        assertThat(read.article().summary()).isEqualTo("s".repeat(99_999));
        assertThat(read.warnings()).containsExactly("a.jsonl:1: summary cut to its first 100000 characters");
    }

    @Test
    void anEmptySummaryIsWarnedOf() {
        Reading read = inputs.read("a.jsonl", "{\"title\":\"Raft\",\"summary\":\" \"}");

        assertThat(read.article().summary()).isEmpty();
        assertThat(read.warnings()).containsExactly("a.jsonl:1: summary is empty");
    }

    @Test
    void unknownMembersAreLeftOutWithAWarning() {
        Reading read = inputs.read(
                "a.jsonl",
                "{\"title\":\"Raft\",\"summary\":\"Logs.\",\"upvotes\":3,\"@context\":\"https://schema.org\"}");

        assertThat(read.article())
                .isEqualTo(Article.titled("Raft").summary("Logs.").build());
        assertThat(read.warnings()).containsExactly("a.jsonl:1: unknown members left out: @context, upvotes");
    }

    @Test
    void whatAMessageQuotesFromTheRecordIsNoCommandToATerminal() {
        Reading read = inputs.read(
                "a.jsonl",
                lines(recordWith("\\u001B[31mred", "1"), recordWith("x".repeat(5_000), "1"), "{\"title\":\u001B[31m}"));

        assertThat(read.warnings()).hasSize(2).first().isEqualTo("a.jsonl:1: unknown members left out: [31mred");
        assertThat(read.warnings().getLast()).hasSizeLessThan(600);
        assertThat(read.rejected()).singleElement().asString().doesNotContain("\u001B");
    }

    @Test
    void aMemberInOtherCaseIsUnknownAndNotSilentlyLost() {
        Reading read = inputs.read("a.jsonl", recordWith("Source", "\"Wire Weekly\""));

        assertThat(read.article().source()).isEmpty();
        assertThat(read.warnings()).containsExactly("a.jsonl:1: unknown members left out: Source");
    }

    @Test
    void anExportOfDailyDevIsUnderstood() {
        Reading read = inputs.read("daily.jsonl", """
                {"id":"Xy12","title":"Raft by Hand","summary":"Leaders and logs.","url":"https://example.org/raft",\
                "source":{"name":"Wire Weekly"},"author":{"name":"Ada Byte"},"type":"article","tags":["raft"],\
                "publishedAt":"2025-11-03T09:30:00.000Z","rank":4}
                """);

        assertThat(read.article())
                .isEqualTo(Article.titled("Raft by Hand")
                        .id("Xy12")
                        .summary("Leaders and logs.")
                        .url("https://example.org/raft")
                        .source("Wire Weekly")
                        .authors(List.of("Ada Byte"))
                        .type("article")
                        .tags(List.of("raft"))
                        .published(PublicationDate.ofDay(LocalDate.of(2025, 11, 3)))
                        .rank(4)
                        .build());
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void anArticleOfSchemaOrgIsUnderstood() {
        Reading read = inputs.read("schema.jsonl", """
                {"@id":"urn:raft","@type":"TechArticle","headline":"Raft by Hand","description":"Leaders and logs.",\
                "url":"https://example.org/raft","publisher":{"@type":"Organization","name":"Wire Weekly"},\
                "author":[{"@type":"Person","name":"Ada Byte"},"Bo Nibble"],"keywords":"consensus, raft",\
                "datePublished":"2025-11","position":1}
                """);

        assertThat(read.article())
                .isEqualTo(Article.titled("Raft by Hand")
                        .id("urn:raft")
                        .summary("Leaders and logs.")
                        .url("https://example.org/raft")
                        .source("Wire Weekly")
                        .authors(List.of("Ada Byte", "Bo Nibble"))
                        .type("techarticle")
                        .tags(List.of("consensus", "raft"))
                        .published(PublicationDate.parse("2025-11").orElseThrow())
                        .rank(1)
                        .build());
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void ourOwnNameForAMemberComesFirst() {
        Reading read = inputs.read(
                "a.jsonl", "{\"headline\":\"Theirs\",\"title\":\"Ours\",\"description\":\"d\",\"summary\":null}");

        assertThat(read.article().title()).isEqualTo("Ours");
        assertThat(read.article().summary()).isEqualTo("d");
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
