package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.corpus.Inputs.Reading;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds that are broken, and those that were made to break us. */
class HostileFeedTest {

    private static final String RSS = Inputs.sampleText("samples/rss2.xml");
    private final Path folder;
    private final Inputs inputs;

    HostileFeedTest(@TempDir Path folder) {
        this.folder = folder;
        inputs = new Inputs(folder);
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
                "<",
                "<!--",
                "<!DOCTYPE",
            })
    void aPageIsNoFeed(String page) {
        assertThat(inputs.read("page.html", page).rejected())
                .containsExactly("page.html:1: is XML or HTML, but neither RSS nor Atom");
    }

    @Test
    void whoeverDeclaresEntitiesIsRefusedWithTheLineAlsoInAFolder() {
        String bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [<!ENTITY lol \"lol\">]>\n<lolz>&lol;</lolz>";
        assertThat(inputs.with("bomb.xml", bomb).readAll(".").rejected())
                .singleElement()
                .asString()
                .startsWith("bomb.xml:2: ")
                .contains("DOCTYPE");
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
