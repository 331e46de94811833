package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.article.Origin.Unit;
import dev.epitome.corpus.Inputs.Reading;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which records are the same article. */
class IdentitiesTest {

    private final Inputs inputs;

    IdentitiesTest(@TempDir Path folder) {
        inputs = new Inputs(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"1\"", "{\"$oid\":\"17\"}"})
    void numbersOfTwoFilesAreDifferentArticles(String id) {
        Reading read = inputs.with("a.jsonl", "{\"id\":" + id + ",\"title\":\"From A\"}")
                .with("b.jsonl", "{\"id\":" + id + ",\"title\":\"From B\"}")
                .readAll(".");

        assertThat(read.titles()).containsExactly("From A", "From B");
        assertThat(read.replaced()).isEmpty();
        assertThat(read.articles())
                .extracting(Article::id)
                .doesNotHaveDuplicates()
                .doesNotContain("1", "17");
    }

    @Test
    void aNumberTwiceInOneFileIsTheSameArticle() {
        Reading read = inputs.read(
                "a.jsonl",
                "{\"id\":1,\"title\":\"Old\"}\n{\"id\":2,\"title\":\"Two\"}\n{\"id\":1,\"title\":\"New\"}\n");

        assertThat(read.replaced()).containsExactly("a.jsonl:3 replaces a.jsonl:1: the same id");
        assertThat(read.articles().get(2).id()).isEqualTo(read.articles().get(0).id());
    }

    @Test
    void aNameThatPeopleGaveIsTheSameArticleInAnyFile() {
        Reading read = inputs.with("a.jsonl", "{\"id\":\"raft-by-hand\",\"title\":\"Old\"}")
                .with("b.csv", "id,title\nraft-by-hand,New\n")
                .readAll(".");

        assertThat(read.articles()).extracting(Article::id).containsOnly("raft-by-hand");
        assertThat(read.replaced()).containsExactly("b.csv:2 replaces a.jsonl:1: the same id");
    }

    @Test
    void theSameNameInAnotherFileAtAnotherAddressIsAnotherArticle() {
        Reading read = inputs.with("a.jsonl", "{\"id\":\"intro\",\"title\":\"A\",\"url\":\"https://a.example/intro\"}")
                .with("b.jsonl", "{\"id\":\"intro\",\"title\":\"B\",\"url\":\"https://b.example/intro\"}")
                .readAll(".");

        assertThat(read.replaced()).isEmpty();
        assertThat(read.articles()).extracting(Article::id).doesNotHaveDuplicates();
    }

    @Test
    void guidsOfTwoFeedsAreDifferentArticles() {
        Reading read = inputs.with("a.xml", rss("Wire Weekly", item("From A", "post-1", "")))
                .with("b.xml", rss("Byte Daily", item("From B", "post-1", "")))
                .readAll(".");

        assertThat(read.titles()).containsExactly("From A", "From B");
        assertThat(read.replaced()).isEmpty();
    }

    @Test
    void theSameFeedOnAnotherDayIsTheSameArticles() {
        Reading read = inputs.with("monday.xml", rss("Wire Weekly", item("Old", "post-1", "")))
                .with("tuesday.xml", rss("Wire Weekly", item("New", "post-1", "") + item("Two", "post-2", "")))
                .readAll(".");

        assertThat(read.replaced()).containsExactly("tuesday.xml:entry 1 replaces monday.xml:entry 1: the same id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.example.org/raft",
                "https://example.org/raft/",
                "https://example.org/raft#comments",
                "https://example.org/raft?utm_source=wire&utm_medium=email",
                "HTTPS://Example.org:443/raft",
                "https://example.org/raft?fbclid=abc",
            })
    void theSameAddressIsTheSameArticleHoweverItIsDecorated(String other) {
        Reading read = inputs.with("a.jsonl", "{\"id\":1,\"title\":\"Old\",\"url\":\"https://example.org/raft\"}")
                .with("b.xml", rss("Wire Weekly", item("New", "post-1", other)))
                .readAll(".");

        assertThat(read.replaced()).containsExactly("b.xml:entry 1 replaces a.jsonl:1: the same address");
        assertThat(read.articles().get(1).id()).isEqualTo(read.articles().get(0).id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/raft?id=2",
                "https://blog.example.org/raft",
                "https://example.org/Raft",
                "https://example.org/raft/2"
            })
    void anotherAddressIsAnotherArticle(String other) {
        Reading read = inputs.read(
                "a.jsonl",
                "{\"title\":\"Raft\",\"url\":\"https://example.org/raft\"}\n{\"title\":\"Raft\",\"url\":\"" + other
                        + "\"}\n");

        assertThat(read.replaced()).isEmpty();
    }

    @Test
    void aFeedWithOneLinkForAllItsItemsKeepsThemApart() {
        String link = "https://example.org/podcast";
        Reading read = inputs.read(
                "a.xml", rss("Pod", item("One", "p1", link) + item("Two", "p2", link) + item("Three", "p3", link)));

        assertThat(read.titles()).containsExactly("One", "Two", "Three");
        assertThat(read.replaced()).isEmpty();
        assertThat(read.articles()).extracting(Article::id).doesNotHaveDuplicates();
    }

    @Test
    void withoutAddressAndIdSourceAndTitleDecide() {
        Reading read = inputs.with("a.jsonl", """
                {"title":"Raft","source":"Wire Weekly","summary":"Old."}
                {"title":"Raft","source":"Byte Daily"}
                """).with("b.jsonl", """
                {"title":"Raft","source":"Wire Weekly","summary":"New."}
                """).readAll("a.jsonl", "b.jsonl");

        assertThat(read.replaced()).containsExactly("b.jsonl:1 replaces a.jsonl:1: the same source and title");
    }

    @Test
    void twoTextsUnderOneTitleInOneFileAreTwoArticles() {
        Reading read = inputs.read("a.jsonl", """
                {"title":"Editorial","summary":"About cats.","year":2019}
                {"title":"Editorial","summary":"About dogs.","year":2021}
                {"title":"Editorial","summary":"About dogs.","year":2021}
                """);

        assertThat(read.replaced()).containsExactly("a.jsonl:3 replaces a.jsonl:2: the same source and title");
    }

    @Test
    void ofThreeTheOneBeforeIsNamed() {
        Reading read = inputs.read("a.jsonl", "{\"id\":\"raft\",\"title\":\"A\"}\n".repeat(3));

        assertThat(read.replaced())
                .containsExactly(
                        "a.jsonl:2 replaces a.jsonl:1: the same id", "a.jsonl:3 replaces a.jsonl:2: the same id");
    }

    @Test
    void aMillionArticlesFitInAHundredAndFiftyBytesEach() {
        int count = 1_000_000;
        Identities identities = new Identities();
        long before = liveBytes();
        for (int i = 0; i < count; i++) {
            Article article =
                    Article.titled("T").url("https://example.org/" + i).build();
            boolean replaces = identities
                    .identify(article, Optional.empty(), false, new Place("a.jsonl", Unit.LINE, i))
                    .replaces()
                    .isPresent();
            if (replaces) {
                throw new AssertionError("article " + i + " replaces another");
            }
        }
        long each = (liveBytes() - before) / count;

        Article again =
                Article.titled("T").url("https://example.org/" + 500_000).build();
        assertThat(identities
                        .identify(again, Optional.empty(), false, new Place("a.jsonl", Unit.LINE, count))
                        .replaces())
                .hasValueSatisfying(found -> assertThat(found.place().number()).isEqualTo(500_000));
        assertThat(each).as("bytes of an article").isBetween(1L, 150L);
    }

    private static long liveBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static String item(String title, String guid, String link) {
        return "<item><title>" + title + "</title><guid isPermaLink=\"false\">" + guid + "</guid>"
                + (link.isEmpty() ? "" : "<link>" + link.replace("&", "&amp;") + "</link>") + "</item>";
    }

    private static String rss(String title, String items) {
        return "<rss version=\"2.0\"><channel><title>" + title + "</title>" + items + "</channel></rss>";
    }
}
