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
                                .summary("The summary.")
                                .source("Wire Weekly")
                                .build()
                                .withOwnId("Wire Weekly", "3"));
        assertThat(read.warnings())
                .containsExactly("feed.json:entry 2: has no title: the first words of its summary are used");
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
                .containsExactly(List.of("The Desk"), List.of("Ada"), List.of("The Desk"));
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
    @ValueSource(
            strings = {
                "\"title\":5",
                "\"title\":\"t\",\"content_text\":[]",
                "\"title\":\"t\",\"id\":true",
                "\"title\":\"t\",\"url\":{}",
                "\"title\":\"t\",\"tags\":\"a\"",
                "\"title\":\"t\",\"authors\":\"Ada\"",
                "\"title\":\"t\",\"authors\":[5]",
                "\"title\":\"t\",\"date_published\":2025",
            })
    void aValueOfAnotherTypeCostsNoItem(String members) {
        Reading read = inputs.read(
                "feed.json",
                feed(
                        "https://jsonfeed.org/version/1.1",
                        "\"title\":\"W\"",
                        "{" + members + ",\"summary\":\"s\"},{\"title\":\"Good\",\"summary\":\"s\"}"));

        assertThat(read.titles()).hasSize(2).endsWith("Good");
        assertThat(read.rejected()).isEmpty();
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void anItemOfNothingIsRejectedByItsNumber() {
        Reading read = inputs.read(
                "feed.json",
                feed(
                        "https://jsonfeed.org/version/1.1",
                        "\"title\":\"W\"",
                        "{\"title\":\"Good\",\"summary\":\"s\"},{\"id\":\"1\",\"url\":\"https://example.org/1\"},7,null"));

        assertThat(read.titles()).containsExactly("Good");
        assertThat(read.rejected())
                .containsExactly(
                        "feed.json:entry 2: has no title, and no text to make one from",
                        "feed.json:entry 3: holds a list of values without names, not a JSON object");
    }

    @Test
    void aTitleOfTheFeedThatIsNoTextIsPassedOver() {
        Reading read = inputs.read(
                "feed.json",
                feed("https://jsonfeed.org/version/1.1", "\"title\":5", "{\"title\":\"Raft\",\"summary\":\"s\"}"));

        assertThat(read.article().source()).isEmpty();
        assertThat(read.origins().getFirst().digest()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"home_page_url, https://example.org/blog/", "feed_url, https://example.org/blog/feed.json"})
    void relativeAddressesStartAtTheHomePageOrElseAtTheFeed(String member, String address) {
        Reading read = inputs.read(
                "feed.json",
                "{\"" + member + "\":\"" + address
                        + "\",\"items\":[{\"title\":\"Raft\",\"url\":\"raft?a=1\",\"summary\":\"s\"}]}");

        assertThat(read.article().url()).hasValue("https://example.org/blog/raft?a=1");
    }

    @Test
    void withoutVersionAndWithoutWhatOnlyFeedsHaveItIsAListOfRecordsWithNamesOfTheirOwn() {
        Reading read = inputs.read(
                "list.json",
                "{\"title\":\"My list\",\"items\":[{\"id\":\"raft-by-hand\",\"title\":\"Raft\",\"summary\":\"s\",\"url\":\"https://example.org/raft\"}]}");

        assertThat(read.article().id()).isEqualTo("raft-by-hand");
        assertThat(read.article().source()).isEmpty();
        assertThat(read.origins().getFirst().digest()).hasValue("My list");
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
        assertThat(read.warnings()).containsExactly("feed.json:entry 1: published left out, not a date: \"soon\"");
    }

    @Test
    void brokenJsonNamesItsLineAndCostsOnlyItsItem() {
        Reading read = inputs.read("feed.json", """
                {
                "version":"https://jsonfeed.org/version/1.1",
                "items":[
                {"title":"One","summary":"s"},
                {"title":oops},
                {"title":"Three","summary":"s"}
                ]}
                """);

        assertThat(read.titles()).containsExactly("One", "Three");
        assertThat(read.rejected()).singleElement().asString().startsWith("feed.json:5: invalid JSON at column ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[ITEM]} trailing",
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[ITEM",
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[ITEM,",
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[ITEM]",
            })
    void whatIsBrokenBehindTheItemsCostsNoItemAndIsReported(String json) {
        Reading read = inputs.read("feed.json", json.replace("ITEM", "{\"title\":\"Raft\",\"summary\":\"s\"}"));

        assertThat(read.titles()).containsExactly("Raft");
        assertThat(read.rejected()).singleElement().asString().startsWith("feed.json:1: invalid JSON at column ");
    }

    @Test
    void aBombOfDepthIsRejected() {
        Reading read = inputs.read(
                "feed.json", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":" + "[".repeat(200_000));

        assertThat(read.articles()).isEmpty();
        assertThat(read.rejected())
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(reason)
                        .matches("feed\\.json:1: (invalid JSON at column .*|is JSON that holds no records)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null"})
    void aFeedWithoutItemsIsNoArticleItself(String items) {
        Reading read = inputs.read(
                "feed.json",
                feed("https://jsonfeed.org/version/1.1", "\"title\":\"Wire Weekly\"", "")
                        .replace("[]", items));

        assertThat(read.articles()).isEmpty();
        assertThat(read.rejected()).containsExactly("feed.json:1: is JSON that holds no records");
    }

    @Test
    void theItemsOfAFeedInOneLineAreCountedToo() {
        Reading read = inputs.read(
                "feed.json",
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"title\":\"One\"},{\"title\":\"Two\"}]}");

        assertThat(read.places()).containsExactly("feed.json:entry 1", "feed.json:entry 2");
    }

    private static String feed(String version, String member, String items) {
        return "{\n\"version\":\"" + version + "\"," + member + ",\"items\":[" + items + "]}";
    }
}
