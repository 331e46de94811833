package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.article.PublicationDate;
import dev.epitome.corpus.Inputs.Reading;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFeedTest {

    private final Inputs inputs;

    JsonFeedTest(@TempDir Path folder) {
        inputs = new Inputs(folder);
    }

    @Test
    void aFeedIsKnownAlsoWhereItsItemsComeBeforeItsVersion() {
        Reading read = inputs.read("feed.json", Inputs.sample("samples/feed.json"));

        assertThat(read.articles())
                .containsExactly(
                        Article.titled("Raft by Hand")
                                .id("7")
                                .summary("Leaders & logs.")
                                .url("https://example.org/raft")
                                .source("Wire Weekly")
                                .authors(List.of("Ada Byte"))
                                .tags(List.of("consensus"))
                                .published(PublicationDate.parse("2025-11-03").orElseThrow())
                                .build(),
                        Article.titled("A note without a title.")
                                .summary("A note without a title.")
                                .url("https://example.org/note")
                                .source("Wire Weekly")
                                .authors(List.of("Bo Nibble"))
                                .build(),
                        Article.titled("Both")
                                .id("3")
                                .summary("The summary.")
                                .source("Wire Weekly")
                                .build());
        assertThat(read.warnings())
                .containsExactly("feed.json:entry 2: has no title: named by the first words of its summary");
        assertThat(read.origins()).allSatisfy(origin -> {
            assertThat(origin.unit()).isEqualTo(Origin.Unit.ENTRY);
            assertThat(origin.digest()).hasValue("Wire Weekly");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://jsonfeed.org/version/1", "https://jsonfeed.org/version/1.1"})
    void bothVersionsAreRead(String version) {
        assertThat(inputs.read("feed.json", feed(version, "\"title\":\"W\"", "{\"title\":\"Raft\",\"summary\":\"s\"}"))
                        .titles())
                .containsExactly("Raft");
    }

    @Test
    void theAuthorOfTheFeedStandsInForThatOfAnItem() {
        Reading read = inputs.read(
                "feed.json",
                feed(
                        "https://jsonfeed.org/version/1",
                        "\"author\":{\"name\":\"The Desk\"}",
                        "{\"title\":\"One\",\"summary\":\"s\"},{\"title\":\"Two\",\"summary\":\"s\",\"author\":{\"name\":\"Ada\"}},"
                                + "{\"title\":\"Three\",\"summary\":\"s\",\"authors\":[]}"));

        assertThat(read.articles())
                .extracting(Article::authors)
                .containsExactly(List.of("The Desk"), List.of("Ada"), List.of());
    }

    @Test
    void authorsWithoutANameAreLeftOutAsTheStandardAllowsThem() {
        Reading read = inputs.read(
                "feed.json",
                feed(
                        "https://jsonfeed.org/version/1.1",
                        "\"title\":\"W\"",
                        "{\"title\":\"One\",\"summary\":\"s\",\"authors\":[{\"url\":\"https://example.org/\"},{\"name\":\"Ada\"}]},"
                                + "{\"title\":\"Two\",\"summary\":\"s\",\"author\":{\"avatar\":\"https://example.org/a.png\"}}"));

        assertThat(read.articles()).extracting(Article::authors).containsExactly(List.of("Ada"), List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"title\":5 | title is a number, not a string",
                "\"title\":\"t\",\"content_text\":[] | content_text is a list, not a string",
                "\"title\":\"t\",\"id\":true | id is true or false, not a string",
                "\"title\":\"t\",\"url\":{} | url is an object, not a string",
                "\"title\":\"t\",\"tags\":\"a\" | tags is a string, not a list of strings",
                "\"title\":\"t\",\"authors\":\"Ada\" | authors is a string, not a list of objects",
                "\"title\":\"t\",\"authors\":[5] | author is a number, not a string",
                "\"title\":\"t\",\"date_published\":2025 | date_published is a number, not a string",
                "\"id\":\"1\" | title is empty",
            })
    void anItemOfTheWrongTypesIsRejectedAndTheOthersAreKept(String members, String reason) {
        Reading read = inputs.read(
                "feed.json",
                feed(
                        "https://jsonfeed.org/version/1.1",
                        "\"title\":\"W\"",
                        "{" + members + "},{\"title\":\"Good\",\"summary\":\"s\"}"));

        assertThat(read.titles()).containsExactly("Good");
        assertThat(read.rejected()).containsExactly("feed.json:entry 1: " + reason);
    }

    @Test
    void itemsThatAreNoObjectsAreRejected() {
        Reading read =
                inputs.read("feed.json", feed("https://jsonfeed.org/version/1.1", "\"title\":\"W\"", "1,null,[]"));

        assertThat(read.rejected())
                .containsExactly(
                        "feed.json:entry 1: is a number, not an object",
                        "feed.json:entry 2: is null, not an object",
                        "feed.json:entry 3: is a list, not an object");
    }

    @Test
    void aTitleOfTheFeedThatIsNoTextIsPassedOver() {
        Reading read = inputs.read(
                "feed.json",
                feed("https://jsonfeed.org/version/1.1", "\"title\":5", "{\"title\":\"Raft\",\"summary\":\"s\"}"));

        assertThat(read.article().source()).isEmpty();
        assertThat(read.origins().getFirst().digest()).isEmpty();
    }

    @Test
    void aBadDateIsLeftOutWithAWarning() {
        Reading read = inputs.read(
                "feed.json",
                feed(
                        "https://jsonfeed.org/version/1.1",
                        "\"title\":\"W\"",
                        "{\"title\":\"Raft\",\"summary\":\"s\",\"date_published\":\"soon\"}"));

        assertThat(read.article().published()).isEmpty();
        assertThat(read.warnings())
                .containsExactly("feed.json:entry 1: published left out, not a date, month or year: \"soon\"");
    }

    @Test
    void brokenJsonNamesItsLine() {
        Reading read = inputs.read(
                "feed.json", "{\n\"version\":\"https://jsonfeed.org/version/1.1\",\n\"items\":[\n{\"title\":oops}\n]}");

        assertThat(read.rejected()).singleElement().asString().startsWith("feed.json:4: invalid JSON: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[]} trailing",
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[],\"items\":[]}",
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[",
            })
    void whatIsNotOneStrictDocumentIsRejected(String json) {
        assertThat(inputs.read("feed.json", json).rejected())
                .singleElement()
                .asString()
                .startsWith("feed.json:1: invalid JSON: ");
    }

    @Test
    void aBombOfDepthIsRejected() {
        Reading read = inputs.read(
                "feed.json", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":" + "[".repeat(200_000));

        assertThat(read.rejected()).singleElement().asString().startsWith("feed.json: invalid JSON: ");
    }

    @Test
    void aFeedWithoutItemsIsRejected() {
        assertThat(inputs.read("feed.json", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":{}}")
                        .rejected())
                .containsExactly("feed.json: a JSON Feed without a list of items");
    }

    private static String feed(String version, String member, String items) {
        return "{\"version\":\"" + version + "\"," + member + ",\"items\":[" + items + "]}";
    }
}
