package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.article.PublicationDate;
import dev.epitome.corpus.Inputs.Reading;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The members of a record, and what becomes of bad ones: a bad value costs the value, never the record. */
class JsonRecordTest {

    private final Inputs inputs;

    JsonRecordTest(@TempDir Path folder) {
        inputs = new Inputs(folder);
    }

    @Test
    void aRecordWithEveryMemberBecomesAnArticleWithEveryMember() {
        Reading read = inputs.read("a.jsonl", """
                {"id":"raft-one","title":"Raft by Hand","summary":"Leaders, logs and terms.","url":"https://example.org/raft",\
                "source":"Wire Weekly","authors":["Ada Byte","Bo Nibble"],"type":"article","tags":["consensus","raft"],\
                "published":"2025-11-03","rank":2}
                """);

        Article article = read.article();
        assertThat(article.id()).isEqualTo("raft-one");
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
        assertThat(read.unread()).isEmpty();
    }

    @Test
    void titleAndSummaryAreEnough() {
        Reading read = inputs.read("a.jsonl", record("Raft"));

        assertThat(read.article())
                .isEqualTo(Article.titled("Raft").summary("Logs.").build());
        assertThat(read.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"title\":null,\"summary\":null}",
                "{\"title\":\"\",\"summary\":\" \"}",
                "{\"title\":\" \\u0007 \",\"summary\":[]}",
                "{\"title\":true,\"summary\":{}}",
                "{\"url\":\"https://example.org/\",\"tags\":[\"raft\"]}",
            })
    void aRecordWithNeitherTitleNorTextIsRejected(String json) {
        Reading read = inputs.read("a.jsonl", lines(record("Other"), json));

        assertThat(read.titles()).containsExactly("Other");
        assertThat(read.rejected()).containsExactly("a.jsonl:2: has no title, and no text to make one from");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"title\":null,", "\"title\":\"\",", "\"title\":\" \\u0007 \",", "\"title\":false,"})
    void aRecordWithoutATitleIsNamedByTheFirstWordsOfItsText(String title) {
        String text = "Leaders are elected by votes, ".repeat(5).strip();
        Reading read = inputs.read("a.jsonl", "{" + title + "\"summary\":\"" + text + "\"}");

        assertThat(read.article().title())
                .startsWith("Leaders are elected by votes")
                .endsWith("…")
                .hasSizeBetween(60, 91);
        assertThat(read.article().summary()).isEqualTo(text);
        assertThat(read.warnings()).containsExactly("a.jsonl:1: has no title: the first words of its summary are used");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title | 1984 | 1984",
                "title | [\"Raft\",\"by Hand\"] | Raft",
                "title | {\"rendered\":\"Raft\"} | Raft",
                "summary | [\"One.\",\"Two.\"] | One. Two.",
                "summary | {\"text\":\"One.\"} | One.",
                "url | [\"https://example.org/\"] | https://example.org/",
                "url | {\"href\":\"https://example.org/\"} | https://example.org/",
                "source | {\"title\":\"Wire Weekly\"} | Wire Weekly",
                "source | [\"Wire Weekly\"] | Wire Weekly",
                "authors | \"Ada Byte\" | Ada Byte",
                "authors | {\"name\":\"Ada Byte\"} | Ada Byte",
                "authors | [null,\"Ada Byte\"] | Ada Byte",
                "tags | \"a,b\" | a,b",
                "tags | [[\"a\"],\"b\"] | a,b",
                "tags | [7] | 7",
                "published | 2025 | 2025",
                "rank | \"1\" | 1",
                "rank | 3.0 | 3",
                "rank | [1] | 1",
            })
    void aMemberOfAnotherTypeSaysWhatItMeans(String member, String value, String meaning) {
        Reading read = inputs.read("a.jsonl", recordWith(member, value));

        assertThat(said(read.article(), member)).isEqualTo(meaning);
        assertThat(read.warnings()).isEmpty();
    }

    private static String said(Article article, String member) {
        Function<Article, Object> said = switch (member) {
            case "title" -> Article::title;
            case "summary" -> Article::summary;
            case "url" -> some -> some.url().orElse("");
            case "source" -> some -> some.source().orElse("");
            case "authors" -> some -> String.join(",", some.authors());
            case "tags" -> some -> String.join(",", some.tags());
            case "published" ->
                some -> some.published().map(PublicationDate::toString).orElse("");
            default -> some -> some.rank().orElse(0);
        };
        return said.apply(article).toString();
    }

    @Test
    void nullIsAbsent() {
        Reading read = inputs.read("a.jsonl", """
                {"title":"Raft","summary":null,"id":null,"url":null,"source":null,"authors":null,\
                "type":null,"tags":null,"published":null,"rank":null,"upvotes":null}
                """);

        assertThat(read.article()).isEqualTo(Article.titled("Raft").build());
        assertThat(read.warnings()).containsExactly("a.jsonl:1: summary is empty");
        assertThat(read.unread()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":\"Raft\"}",
                "{\"title\":\"Raft\",\"summary\":\"\"}",
                "{\"title\":\"Raft\",\"summary\":null}"
            })
    void aTitleAloneIsEnough(String json) {
        Reading read = inputs.read("a.jsonl", json);

        assertThat(read.article()).isEqualTo(Article.titled("Raft").build());
        assertThat(read.warnings()).containsExactly("a.jsonl:1: summary is empty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url | \"raft\" | url left out, not an absolute http(s) address: \"raft\"",
                "url | \"javascript:alert(1)\" | url left out, not an absolute http(s) address: \"javascript:alert(1)\"",
                "published | \"soon\" | published left out, not a date: \"soon\"",
                "published | \"2025-02-30\" | published left out, on no calendar: \"2025-02-30\"",
                "rank | 0 | rank left out, below 1: 0",
                "rank | -3 | rank left out, not a whole number: \"-3\"",
                "rank | 1.5 | rank left out, not a whole number: \"1.5\"",
                "rank | 2147483648 | rank left out, not a whole number: \"2147483648\"",
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
                .satisfiesExactly(
                        id -> assertThat(id)
                                .startsWith("a.jsonl:1: id left out, it has more than 512 characters: \"iii"),
                        source -> assertThat(source)
                                .startsWith("a.jsonl:2: source left out, it has more than 200 characters: \"nnn"),
                        type -> assertThat(type)
                                .startsWith("a.jsonl:3: type left out, it has more than 200 characters: \"nnn"),
                        author -> assertThat(author)
                                .startsWith("a.jsonl:4: one of the authors left out, it has more than 200 characters"),
                        tag -> assertThat(tag)
                                .startsWith("a.jsonl:5: one of the tags left out, it has more than 200 characters"));
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
    void aTitleBeyondItsBoundIsCutWithAWarning() {
        Reading read = inputs.read("a.jsonl", record("t".repeat(1_001)));

        assertThat(read.article().title()).hasSize(1_000);
        assertThat(read.warnings()).containsExactly("a.jsonl:1: title cut to its first 1000 characters");
    }

    @Test
    void aSummaryBeyondItsBoundIsCutWithAWarningAndNeverInTheMiddleOfACharacter() {
        String summary = "s".repeat(99_999) + "😀" + "s".repeat(50);
        Reading read = inputs.read("a.jsonl", "{\"title\":\"Raft\",\"summary\":\"" + summary + "\"}");

        assertThat(read.article().summary()).isEqualTo("s".repeat(99_999));
        assertThat(read.warnings()).containsExactly("a.jsonl:1: summary cut to its first 100000 characters");
    }

    @Test
    void unknownMembersAreCountedOncePerFileAndNotWarnedOfPerRecord() {
        Reading read = inputs.read(
                "a.jsonl",
                lines(
                        recordWith("upvotes", "3"),
                        recordWith("upvotes", "7"),
                        "{\"title\":\"Paxos\",\"summary\":\"Votes.\",\"read_on\":\"2025-11-03\",\"upvotes\":null}"));

        assertThat(read.titles()).containsExactly("Raft", "Raft", "Paxos");
        assertThat(read.warnings()).isEmpty();
        assertThat(read.unread()).containsExactly("upvotes: 2", "read_on: 1, could be published");
    }

    @Test
    void whatAMessageQuotesFromTheRecordIsNoCommandToATerminal() {
        Reading read = inputs.read(
                "a.jsonl",
                lines(
                        recordWith("\\u001B[31mred", "1"),
                        recordWith("x".repeat(5_000), "1"),
                        recordWith("published", "\"\\u001B[31mred\""),
                        "{\"title\":\u001B[31m}"));

        assertThat(read.unread())
                .hasSize(2)
                .allSatisfy(name -> assertThat(name).hasSizeLessThan(600).doesNotContain("\u001B"));
        assertThat(read.warnings()).singleElement().asString().doesNotContain("\u001B");
        assertThat(read.rejected()).singleElement().asString().doesNotContain("\u001B");
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
