package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.article.PublicationDate;
import dev.epitome.corpus.Inputs.Reading;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RSS and Atom. */
class FeedTest {

    private static final String RSS = Inputs.sampleText("samples/rss2.xml");
    private final Inputs inputs;

    FeedTest(@TempDir Path folder) {
        inputs = new Inputs(folder);
    }

    @Test
    void anItemOfRss2GivesAllItsMembers() {
        Reading read = inputs.read("feed.xml", RSS);

        assertThat(read.articles().getFirst())
                .isEqualTo(Article.titled("Raft by Hand & Foot")
                        .summary("Leaders, logs & terms.")
                        .url("https://example.org/raft")
                        .source("Wire Weekly")
                        .authors(List.of("Ada Byte"))
                        .tags(List.of("consensus", "raft"))
                        .published(PublicationDate.parse("2025-11-03").orElseThrow())
                        .build());
    }

    @Test
    void itemsAreCountedAndRememberTheTitleOfTheFeed() {
        Reading read = inputs.read("feed.xml", RSS);

        assertThat(read.places())
                .containsExactly("feed.xml:entry 1", "feed.xml:entry 2", "feed.xml:entry 3", "feed.xml:entry 4");
        assertThat(read.origins()).hasSize(4).allSatisfy(origin -> {
            assertThat(origin.unit()).isEqualTo(Origin.Unit.ENTRY);
            assertThat(origin.digest()).hasValue("Wire Weekly");
        });
    }

    @Test
    void aGuidThatRepeatsTheLinkIsNoIdOfItsOwn() {
        Article article = inputs.read("feed.xml", RSS).article("A Link Is Its Own Name");

        assertThat(article.id())
                .isEqualTo(Article.titled("Whatever")
                        .url("https://example.org/link")
                        .build()
                        .id());
    }

    @Test
    void contentStandsInForAMissingDescription() {
        assertThat(inputs.read("feed.xml", RSS)
                        .article("A Link Is Its Own Name")
                        .summary())
                .isEqualTo("Only the content has words.");
    }

    @Test
    void anItemWithoutATitleIsNamedByItsWords() {
        Reading read = inputs.read("feed.xml", RSS);

        assertThat(read.article("A note without a title, as short posts have it.")
                        .url())
                .hasValue("https://example.org/note");
        assertThat(read.warnings()).contains("feed.xml:entry 3: has no title: the first words of its summary are used");
    }

    @Test
    void anItemOfTitleAloneIsKeptAndOneOfNothingIsRejected() {
        Reading read = inputs.read("feed.xml", RSS);

        assertThat(read.article("No Link, No Words").summary()).isEmpty();
        assertThat(read.rejected()).containsExactly("feed.xml:entry 5: has no title, and no text to make one from");
    }

    @Test
    void rss1IsUnderstood() {
        Reading read = inputs.read("feed.rdf", Inputs.sample("samples/rss1.rdf"));

        assertThat(read.article())
                .isEqualTo(Article.titled("Raft by Hand")
                        .summary("Leaders and logs.")
                        .url("https://example.org/raft")
                        .source("Wire Weekly")
                        .authors(List.of("Ada Byte"))
                        .tags(List.of("consensus"))
                        .published(PublicationDate.parse("2025-11-03").orElseThrow())
                        .build());
    }

    @Test
    void atomIsUnderstood() {
        Reading read = inputs.read("feed.atom", Inputs.sample("samples/atom.xml"));

        assertThat(read.articles())
                .containsExactly(
                        Article.titled("Raft by Hand")
                                .summary("Leaders and logs.")
                                .url("https://example.org/raft")
                                .source("Wire Weekly")
                                .authors(List.of("Ada Byte", "Bo Nibble"))
                                .tags(List.of("consensus"))
                                .published(PublicationDate.parse("2025-11-03").orElseThrow())
                                .build(),
                        Article.titled("Vec<T> and Friends")
                                .summary("Boxes in rows.")
                                .url("https://example.org/vec")
                                .source("Wire Weekly")
                                .authors(List.of("The Desk"))
                                .published(PublicationDate.parse("2025-11-05").orElseThrow())
                                .build());
        assertThat(read.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'Mon, 03 Nov 2025 09:30:00 GMT', 2025-11-03",
        "'Mon, 03 Nov 2025 09:30:00 EST', 2025-11-03",
        "'3 Nov 2025 09:30 +0000', 2025-11-03",
        "'Thu, 01 May 2025 00:00:00 +0000', 2025-05-01",
        "2025-11-03T09:30:00Z, 2025-11-03",
        "2025-11-03, 2025-11-03",
        "soon, ''",
        "'', ''",
    })
    void datesOfMailAndOfIsoAreRead(String date, String published) {
        Reading read = inputs.read("feed.xml", rss("<title>Raft</title><pubDate>" + date + "</pubDate>"));

        assertThat(read.article().published().map(PublicationDate::toString).orElse(""))
                .isEqualTo(published);
    }

    @Test
    void aYearOfFiveDigitsIsLeftOut() {
        Reading read =
                inputs.read("feed.xml", rss("<title>Raft</title><pubDate>Mon, 03 Nov 12025 09:30:00 GMT</pubDate>"));

        assertThat(read.article().published()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ISO-8859-1 | Café Zürich",
                "windows-1252 | Café – “Zürich”",
                "UTF-8 | Zażółć 数据库",
            })
    void theEncodingDeclaredIsTheOneRead(String encoding, String title) {
        String text = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>" + rss("<title>" + title + "</title>");

        assertThat(inputs.read("feed.xml", text.getBytes(Charset.forName(encoding)))
                        .article()
                        .title())
                .isEqualTo(title);
    }

    @Test
    void aByteOrderMarkBeforeTheDeclarationIsPassedOver() {
        assertThat(inputs.read("feed.xml", "\uFEFF" + RSS).articles()).hasSize(4);
    }

    @Test
    void ofAFeedThatStopsInTheMiddleTheItemsBeforeAreRead() {
        Reading read = inputs.read("feed.xml", RSS.substring(0, RSS.indexOf("Only the")));

        assertThat(read.titles()).containsExactly("Raft by Hand & Foot");
        assertThat(read.rejected()).containsExactly("feed.xml:entry 2: is cut off: the feed ends in the middle of it");
    }

    @Test
    void theSourceOfAnItemThatWasTakenOverIsTheFeedItComesFrom() {
        Reading read = inputs.read(
                "feed.xml", rss("<title>Raft</title><source url=\"https://other.example/feed\">Other Weekly</source>"));

        assertThat(read.article().source()).hasValue("Other Weekly");
        assertThat(read.origins().getFirst().digest()).hasValue("Wire Weekly");
    }

    private static String rss(String item) {
        return "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>"
                + "<title>Wire Weekly</title><link>https://example.org/</link><description>d</description>"
                + "<item>" + item + "</item></channel></rss>";
    }
}
