package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.corpus.Inputs.Reading;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    void anEncodingThatNobodyKnowsIsReadAsWhatItIs() {
        Reading read = inputs.read(
                "feed.xml", "<?xml version=\"1.0\" encoding=\"x-unheard-of\"?>" + rss("<title>Café Raft</title>"));

        assertThat(read.article().title()).isEqualTo("Café Raft");
    }

    @Test
    void bytesThatAreNotOfTheEncodingAreReadAsWindows1252AndNoted() {
        byte[] content = rss("<title>Caf! für €</title>").getBytes(StandardCharsets.UTF_8);
        content[new String(content, StandardCharsets.UTF_8).indexOf('!')] = (byte) 0xE9;

        Reading read = inputs.read("feed.xml", content);

        assertThat(read.titles()).containsExactly("Café für €");
        assertThat(read.notes())
                .containsExactly("feed.xml: not all of it is in one encoding: 1 bytes are read as windows-1252");
    }

    @Test
    void aBombOfEntitiesIsNeverResolved() {
        StringBuilder bomb = new StringBuilder("<?xml version=\"1.0\"?>\n<!DOCTYPE rss [\n<!ENTITY l0 \"lol\">\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">\n");
        }
        bomb.append("]>\n").append(rss("<title>Raft &l29;</title>"));

        Reading read = inputs.read("feed.xml", bomb.toString());

        assertThat(read.titles()).containsExactly("Raft &l29;");
        assertThat(read.notes()).containsExactly("feed.xml:34: not well-formed, fixed: an entity is not declared");
    }

    @Test
    void anExternalEntityOpensNoFile() {
        inputs.with("secret.txt", "the words of another file");
        Reading read = inputs.read(
                "feed.xml",
                "<!DOCTYPE rss [<!ENTITY secret SYSTEM \""
                        + folder.resolve("secret.txt").toUri() + "\">]>" + rss("<title>Raft &secret;</title>"));

        assertThat(read.titles()).containsExactly("Raft &secret;");
        assertThat(read.entries().toString()).doesNotContain("the words of another file");
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

            assertThat(read.titles()).containsExactly("Raft");
            server.setSoTimeout(50);
            assertThat(connectedTo(server)).isFalse();
        }
    }

    @Test
    void anElementThatIsNotClosedCostsNoItem() {
        String broken = RSS.replace("<dc:creator>Ada Byte</dc:creator>", "<dc:creator>Ada Byte");
        List<String> whole = inputs.read("whole.xml", RSS).titles();

        Reading read = inputs.read("feed.xml", broken);

        assertThat(read.titles()).isEqualTo(whole);
        assertThat(read.articles().getFirst().url()).hasValue("https://example.org/raft");
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
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<!DOCTYPE html><html><head><title>Raft</title></head><body>Logs.</body></html> | is an HTML page with neither",
                "<!doctype html><HTML></HTML> | is an HTML page with neither",
                "<html> | is an HTML page with neither",
                "<p>Just a piece | is an HTML page with neither",
                "<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'svg11.dtd'><svg/> | is XML of another kind",
                "<?xml version='1.0'?><plist><dict/></plist> | is XML of another kind (its root is plist)",
                "< | holds no records",
                "<!-- | holds no records",
                "<!DOCTYPE | holds no records",
            })
    void aPageWithoutLinksIsNoFeedAndHoldsNothing(String page, String reason) {
        Reading read = inputs.read("page.html", page);

        assertThat(read.articles()).isEmpty();
        assertThat(read.rejected()).singleElement().asString().startsWith("page.html:1: " + reason);
    }

    @Test
    void whoeverDeclaresEntitiesInAnotherDocumentIsSkippedInAFolder() {
        String bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [<!ENTITY lol \"lol\">]>\n<lolz>&lol;</lolz>";
        Reading read = inputs.with("bomb.xml", bomb).readAll(".");

        assertThat(read.rejected()).isEmpty();
        assertThat(read.skipped()).singleElement().asString().startsWith("bomb.xml: is XML of another kind");
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

        assertThat(read.titles()).containsExactly("Raft");
        assertThat(read.rejected()).isEmpty();
    }

    @Test
    void aBombOfDepthInXmlBreaksNothing() {
        String bomb = "<a>".repeat(100_000) + "\n" + "</a>".repeat(100_000);
        String xhtml = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>x</title><entry><title>Raft</title>\n"
                + "<content type=\"xhtml\">" + bomb + "</content></entry></feed>";
        Reading read = inputs.with("a.xml", rss("<title>Raft</title>" + bomb))
                .with("b.xml", xhtml)
                .readAll("a.xml", "b.xml");

        assertThat(read.titles()).containsExactly("Raft", "Raft");
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
