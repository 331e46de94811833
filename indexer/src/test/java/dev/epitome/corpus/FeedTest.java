package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.article.PublicationDate;
import dev.epitome.corpus.Inputs.Reading;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RSS and Atom. */
class FeedTest {

    private static final String RSS = Inputs.sampleText("samples/rss2.xml");

    private final Path folder;
    private final Inputs inputs;

    FeedTest(@TempDir Path folder) {
        this.folder = folder;
        inputs = new Inputs(folder);
    }

    @Test
    void anItemOfRss2GivesAllItsMembers() {
        Reading read = inputs.read("feed.xml", RSS);

        assertThat(read.articles().getFirst())
                .isEqualTo(Article.titled("Raft by Hand & Foot")
                        .id("ww-1")
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
        assertThat(read.warnings()).contains("feed.xml:entry 3: has no title: named by the first words of its summary");
    }

    @Test
    void anItemOfTitleAloneIsKeptAndOneOfNothingIsRejected() {
        Reading read = inputs.read("feed.xml", RSS);

        assertThat(read.article("No Link, No Words").summary()).isEmpty();
        assertThat(read.warnings()).contains("feed.xml:entry 4: summary is empty");
        assertThat(read.rejected()).containsExactly("feed.xml:entry 5: title is empty");
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
                                .id("urn:ww:1")
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
    void anEncodingThatNobodyKnowsIsRejected() {
        Reading read = inputs.read(
                "feed.xml", "<?xml version=\"1.0\" encoding=\"x-unheard-of\"?>" + rss("<title>Raft</title>"));

        assertThat(read.rejected())
                .singleElement()
                .asString()
                .isEqualTo("feed.xml:1: not a readable RSS or Atom feed: no known encoding: x-unheard-of");
    }

    @Test
    void bytesThatAreNotOfTheEncodingAreRejected() {
        byte[] content = rss("<title>Caf!</title>").getBytes(StandardCharsets.UTF_8);
        content[new String(content, StandardCharsets.UTF_8).indexOf('!')] = (byte) 0xE9;

        assertThat(inputs.read("feed.xml", content).rejected())
                .singleElement()
                .asString()
                .startsWith("feed.xml:1: not a readable RSS or Atom feed: ");
    }

    @Test
    void aByteOrderMarkBeforeTheDeclarationIsPassedOver() {
        assertThat(inputs.read("feed.xml", "\uFEFF" + RSS).articles()).hasSize(4);
    }

    @Test
    void aBombOfEntitiesIsRefusedAtItsLine() {
        StringBuilder bomb = new StringBuilder("<?xml version=\"1.0\"?>\n<!DOCTYPE rss [\n<!ENTITY l0 \"lol\">\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">\n");
        }
        bomb.append("]>\n").append(rss("<title>&l29;</title>"));

        assertThat(inputs.read("feed.xml", bomb.toString()).rejected())
                .singleElement()
                .asString()
                .startsWith("feed.xml:2: not a readable RSS or Atom feed: ")
                .contains("DOCTYPE");
    }

    @Test
    void anExternalEntityOpensNoFile() {
        inputs.with("secret.txt", "the words of another file");
        Reading read = inputs.read(
                "feed.xml",
                "<!DOCTYPE rss [<!ENTITY secret SYSTEM \""
                        + folder.resolve("secret.txt").toUri() + "\">]>" + rss("<title>Raft &secret;</title>"));

        assertThat(read.entries()).hasSize(1);
        assertThat(read.rejected())
                .singleElement()
                .asString()
                .startsWith("feed.xml:1: not a readable RSS or Atom feed: ")
                .doesNotContain("the words of another file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE rss SYSTEM \"ADDRESS\">",
                "<!DOCTYPE rss [<!ENTITY x SYSTEM \"ADDRESS\">]>",
                "<!DOCTYPE rss [<!ENTITY % x SYSTEM \"ADDRESS\"> %x;]>",
                "<?xml-stylesheet href=\"ADDRESS\"?>",
            })
    void nothingInAFeedMakesUsOpenAConnection(String prologue) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + server.getLocalPort() + "/feed.dtd";
            Reading read = inputs.read("feed.xml", prologue.replace("ADDRESS", address) + rss("<title>Raft</title>"));

            assertThat(read.entries()).hasSize(1);
            server.setSoTimeout(50);
            assertThat(connectedTo(server)).isFalse();
        }
    }

    @Test
    void brokenXmlNamesItsLine() {
        String broken = RSS.replace("<dc:creator>Ada Byte</dc:creator>", "<dc:creator>Ada Byte");

        assertThat(inputs.read("feed.xml", broken).rejected())
                .singleElement()
                .asString()
                .matches("feed\\.xml:16: not a readable RSS or Atom feed: .*dc:creator.*")
                .doesNotContain("Error on line");
    }

    @Test
    void aFeedThatStopsInTheMiddleIsRejected() {
        assertThat(inputs.read("feed.xml", RSS.substring(0, 900)).rejected())
                .singleElement()
                .asString()
                .startsWith("feed.xml:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss version=\"2.0\"></rss>",
                "<rss></rss>",
                "<rss version=\"9.9\"><channel><title>x</title></channel></rss>",
                "<feed></feed>",
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry/></feed>",
                "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"/>",
            })
    void aFeedOfNothingBreaksNothing(String feed) {
        assertThat(inputs.read("feed.xml", feed).articles()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html>\n<html><head><title>Raft</title></head><body>Logs.</body></html>",
                "<!doctype html><HTML></HTML>",
                "<html>",
                "<p>Just a piece",
                "<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"svg11.dtd\"><svg/>",
                "<!DOCTYPE note [<!ENTITY a \"<rss>\">]><note/>",
                "<",
                "<!--",
                "<!DOCTYPE",
            })
    void aPageIsNoFeed(String page) {
        assertThat(inputs.read("page.html", page).rejected())
                .containsExactly("page.html: is XML or HTML, but neither RSS nor Atom");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!-- note -->", " ", "<?pi?>\n"})
    void howeverMuchStandsBeforeTheRootItIsFoundInLinearTime(String prologue) {
        String before = "<?xml version=\"1.0\"?>" + prologue.repeat(4_000);

        assertThat(inputs.read("feed.xml", before + rss("<title>Raft</title>")).titles())
                .containsExactly("Raft");
        assertThat(inputs.read("page.xml", before + "no markup").articles()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"description", "content:encoded"})
    void aBombOfDepthInHtmlBreaksNothing(String element) {
        String html = "&lt;div&gt;".repeat(100_000) + "deep";

        Reading read =
                inputs.read("feed.xml", rss("<title>Raft</title><" + element + ">" + html + "</" + element + ">"));

        assertThat(read.article().summary()).isEqualTo("deep");
    }

    @Test
    void aBombOfDepthInXmlIsRefusedAtItsLine() {
        String bomb = "<a>".repeat(100_000) + "\n" + "</a>".repeat(100_000);
        String xhtml = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>x</title><entry><title>Raft</title>\n"
                + "<content type=\"xhtml\">" + bomb + "</content></entry></feed>";
        Reading read = inputs.with("a.xml", rss("<title>Raft</title>" + bomb))
                .with("b.xml", xhtml)
                .readAll("a.xml", "b.xml");

        assertThat(read.rejected())
                .satisfiesExactly(
                        rss -> assertThat(rss)
                                .startsWith("a.xml:1: not a readable RSS or Atom feed: ")
                                .contains("depth"),
                        atom -> assertThat(atom)
                                .startsWith("b.xml:2: not a readable RSS or Atom feed: ")
                                .contains("depth"));
    }

    @Test
    void elementsMayNestAsDeepAsPagesDo() {
        String xhtml = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>x</title><entry><title>Raft</title>"
                + "<content type=\"xhtml\">" + "<div>".repeat(80) + "deep" + "</div>".repeat(80)
                + "</content></entry></feed>";

        assertThat(inputs.read("feed.xml", xhtml).article().summary()).isEqualTo("deep");
    }

    private static boolean connectedTo(ServerSocket server) throws IOException {
        try {
            server.accept().close();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    private static String rss(String item) {
        return "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>"
                + "<title>Wire Weekly</title><link>https://example.org/</link><description>d</description>"
                + "<item>" + item + "</item></channel></rss>";
    }
}
