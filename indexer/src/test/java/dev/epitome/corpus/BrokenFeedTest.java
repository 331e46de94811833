package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.ProcessorTime;
import dev.epitome.article.Article;
import dev.epitome.article.PublicationDate;
import dev.epitome.corpus.Inputs.Reading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds as they are found: a fault costs what it touches. */
class BrokenFeedTest {

    private static final String RAFT =
            "<item><title>Raft</title><link>https://example.org/raft</link><description>Leaders.</description></item>";

    private final Inputs inputs;

    BrokenFeedTest(@TempDir Path folder) {
        inputs = new Inputs(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ra\u0000ft\u0008 by Hand | Ra ft by Hand | a character that XML does not allow is left out: 2 times",
                "R&D & Raft | R&D & Raft | an ampersand is not escaped: 2 times",
                "?a=1&b=2 | ?a=1&b=2 | an ampersand is not escaped",
                "Caf&eacute;&nbsp;Raft | Café Raft | an HTML entity is not declared: 2 times",
                "Raft &nonsense; | Raft &nonsense; | an entity is not declared",
            })
    void aSignThatXmlDoesNotAllowIsMendedAndNotedOnce(String title, String read, String note) {
        Reading feed = inputs.read(
                "a.xml", "<?xml version=\"1.0\"?>\n" + rss("<item><title>" + title + "</title></item>" + RAFT));

        assertThat(feed.titles()).containsExactly(read, "Raft");
        assertThat(feed.notes()).containsExactly("a.xml:2: not well-formed, fixed: " + note);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It&#146;s Raft | It’s Raft",
                "&#147;Raft&#148; &#150; Five &#128; | “Raft” – Five €",
                "Wait&#x85; | Wait…",
                "Caf&#233; | Café",
                "&#128512; | 😀",
            })
    void numbersFrom128To159AreSignsOfWindows1252(String title, String read) {
        assertThat(inputs.read("a.xml", rss("<item><title>" + title + "</title></item>"))
                        .titles())
                .containsExactly(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n\n  <?xml version=\"1.0\"?>RSS",
                "\uFEFF\n<?xml version=\"1.0\"?>RSS",
                "<?xml version=\"1.0\"?>\n<!-- by hand -->\nRSS",
                "<?xml version=\"1.1\"?>RSS",
                "<?xml version=\"1.0\"?><?xml-stylesheet href=\"a.xsl\"?><!DOCTYPE rss PUBLIC \"-//X//EN\" \"rss.dtd\">RSS",
                "RSStrailing words",
                "RSS<!-- and a comment",
                "RSS</rss>",
            })
    void whatStandsBeforeAndBehindTheFeedCostsNothing(String frame) {
        assertThat(inputs.read("a.xml", frame.replace("RSS", rss(RAFT))).titles())
                .containsExactly("Raft");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<feed><entry><title>Raft</title><link href='https://example.org/raft'/><summary>Leaders.</summary></entry></feed>",
                "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>Raft</a:title><a:link href='https://example.org/raft'/><a:summary>Leaders.</a:summary></a:entry></a:feed>",
                "<feed xmlns='http://purl.org/atom/ns#' version='0.3'><entry><title>Raft</title><link rel='alternate' href='https://example.org/raft'/><summary>Leaders.</summary></entry></feed>",
                "<entry xmlns='http://www.w3.org/2005/Atom'><title>Raft</title><link href='https://example.org/raft'/><summary>Leaders.</summary></entry>",
                "<rss><channel><item><title>Raft</title><link>https://example.org/raft</link><description>Leaders.</description></item></channel></rss>",
                "<RSS VERSION='0.91'><CHANNEL><ITEM><TITLE>Raft</TITLE><LINK>https://example.org/raft</LINK><DESCRIPTION>Leaders.</DESCRIPTION></ITEM></CHANNEL></RSS>",
                "<rss version='2.0' xmlns='http://backend.userland.com/rss2'><channel><item><title>Raft</title><link>https://example.org/raft</link><description>Leaders.</description></item></channel></rss>",
                "<channel><item><title>Raft</title><link>https://example.org/raft</link><description>Leaders.</description></item></channel>",
                "<rdf:RDF><channel/><item rdf:about='https://example.org/raft'><title>Raft</title><description>Leaders.</description></item></rdf:RDF>",
                "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:s='http://purl.org/rss/1.0/'><s:channel/><s:item r:about='x'><s:title>Raft</s:title><s:link>https://example.org/raft</s:link><s:description>Leaders.</s:description></s:item></r:RDF>",
                "<rss version='2.0'><channel><item><title>Raft</title><link>https://example.org/raft</link><content:encoded><![CDATA[<p>Leaders.</p>]]></content:encoded></item></channel></rss>",
            })
    void anyVersionIsReadUnderAnyPrefixOrNone(String feed) {
        Article article = inputs.read("a.xml", feed).article();

        assertThat(article.title()).isEqualTo("Raft");
        assertThat(article.url()).hasValue("https://example.org/raft");
        assertThat(article.summary()).isEqualTo("Leaders.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<cloud domain=\"\" port=\"none\"/>",
                "<ttl>often</ttl>",
                "<skipDays><day>Someday</day></skipDays><skipHours><hour>99</hour></skipHours>",
                "<image><url></url><title>A picture</title></image>",
                "<pubDate>soon</pubDate><lastBuildDate></lastBuildDate>",
                "<media:thumbnail/><unknown:thing xmlns:unknown=''/>",
                "<title/><title>Twice</title>",
            })
    void aBrokenOrnamentOfTheChannelCostsNoItem(String ornament) {
        Reading read = inputs.read("a.xml", rss(ornament + RAFT));

        assertThat(read.titles()).containsExactly("Raft");
        assertThat(read.rejected()).isEmpty();
    }

    @Test
    void ofAFeedThatIsCutAnywhereTheItemsBeforeTheCutAreRead() {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            items.append("<item><title>Number ")
                    .append(i)
                    .append("</title><description>&lt;p&gt;Words.&lt;/p&gt;</description></item>\n");
        }
        String feed = rss(items.toString());
        for (int end = feed.indexOf("<item>"); end < feed.length(); end += 3) {
            String cut = feed.substring(0, end);
            int whole = cut.split("</item>", -1).length - 1;

            Reading read = inputs.read("a.xml", cut);

            assertThat(read.titles()).as(cut).hasSizeBetween(whole, whole + 1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Inside Vec&lt;T&gt; | Inside Vec<T>",
                "<![CDATA[Inside Vec<T>]]> | Inside Vec<T>",
                "Map&lt;K, V&gt; and &lt;b&gt;More&lt;/b&gt; | Map<K, V> and More",
                "<![CDATA[Raft <em>by</em> Hand &amp; Foot]]> | Raft by Hand & Foot",
                "Raft &amp;amp; Paxos | Raft & Paxos",
                "The &lt;b&gt; Tag | The <b> Tag",
            })
    void titlesKeepWhatIsNoMarkup(String title, String read) {
        assertThat(inputs.read("a.xml", rss("<item><title>" + title + "</title></item>"))
                        .titles())
                .containsExactly(read);
    }

    @Test
    void atomSaysWhatItsTitlesAre() {
        Reading read = inputs.read("a.xml", atom("", """
                <entry><title>One &lt;b>not bold&lt;/b></title></entry>
                <entry><title type="text">Two &lt;b>not bold&lt;/b></title></entry>
                <entry><title type="html">Three &lt;b>bold&lt;/b> &amp;amp; Vec&amp;lt;T></title></entry>
                <entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Four <b>bold</b> Vec&lt;T></div></title></entry>
                """));

        assertThat(read.titles())
                .containsExactly(
                        "One <b>not bold</b>", "Two <b>not bold</b>", "Three bold & Vec<T>", "Four bold Vec<T>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<author>ada@example.org (Ada Byte)</author> | Ada Byte",
                "<author>Ada Byte &lt;ada@example.org&gt;</author> | Ada Byte",
                "<author>Ada Byte</author> | Ada Byte",
                "<author>ada@example.org</author><dc:creator>Ada Byte</dc:creator> | Ada Byte",
                "<author><name>Ada Byte</name><email>ada@example.org</email></author> | Ada Byte",
                "<dc:creator>Ada Byte</dc:creator><dc:creator>Bo Nibble</dc:creator> | Ada Byte+Bo Nibble",
                "<itunes:author>Ada Byte</itunes:author> | Ada Byte",
            })
    void authorsComeWithoutTheirMailAddresses(String author, String names) {
        Article article = inputs.read("a.xml", rss("<item><title>Raft</title>" + author + "</item>"))
                .article();

        assertThat(String.join("+", article.authors())).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<media:group><media:title>Raft</media:title><media:description>Leaders.</media:description></media:group>",
                "<title>Raft</title><itunes:summary>Leaders.</itunes:summary>",
                "<itunes:title>Raft</itunes:title><itunes:subtitle>Leaders.</itunes:subtitle>",
                "<dc:title>Raft</dc:title><dc:description>Leaders.</dc:description>",
                "<title>Raft</title><dcterms:abstract>Leaders.</dcterms:abstract>",
                "<title>Raft</title><description> </description><content:encoded>&lt;p&gt;Leaders.&lt;/p&gt;</content:encoded>",
                "<title>Raft</title><description>&lt;img src='a.png'&gt;</description><content:encoded>Leaders.</content:encoded>",
            })
    void titlesAndTextsAreTakenFromWhicheverVocabularyHasThem(String members) {
        Article article =
                inputs.read("a.xml", rss("<item>" + members + "</item>")).article();

        assertThat(article.title()).isEqualTo("Raft");
        assertThat(article.summary()).isEqualTo("Leaders.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<pubDate>Tue, 05 Mar 2024 23:30:00 PST</pubDate> | 2024-03-05",
                "<dc:date>2024-03-05T00:30:00+09:00</dc:date> | 2024-03-05",
                "<dcterms:issued>2024-03-05</dcterms:issued> | 2024-03-05",
                "<dcterms:created>2024-03</dcterms:created> | 2024-03",
                "<pubDate>soon</pubDate><dc:date>2024-03-05</dc:date> | 2024-03-05",
                "<updated>2024-03-06T00:00:00Z</updated><published>2024-03-05T00:00:00Z</published> | 2024-03-05",
            })
    void theDayIsThePublishersOwnInWhicheverVocabulary(String members, String date) {
        assertThat(inputs.read("a.xml", rss("<item><title>Raft</title>" + members + "</item>"))
                        .article()
                        .published()
                        .map(PublicationDate::toString))
                .hasValue(date);
    }

    @Test
    void tagsComeFromCategoriesSubjectsAndKeywords() {
        Article article = inputs.read(
                        "a.xml",
                        rss(
                                "<item><title>Raft</title><category>consensus</category><dc:subject>logs</dc:subject>"
                                        + "<itunes:keywords>raft, paxos</itunes:keywords><media:category>votes</media:category></item>"))
                .article();

        assertThat(article.tags()).containsExactlyInAnyOrder("consensus", "logs", "raft", "paxos", "votes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xml:base='https://example.org/blog/' | '' | raft | https://example.org/blog/raft",
                "xml:base='https://example.org/blog/' | xml:base='2024/' | raft | https://example.org/blog/2024/raft",
                "xml:base='https://example.org/blog/' | '' | /raft | https://example.org/raft",
                "'' | '' | raft | https://site.example/raft",
                "'' | '' | //cdn.example/raft | https://cdn.example/raft",
                "xml:base='https://example.org/blog/' | '' | ?p=7 | https://example.org/blog/?p=7",
            })
    void relativeLinksStartAtTheBaseOrElseAtTheSite(String feedBase, String entryBase, String link, String url) {
        Reading read = inputs.read(
                "a.xml",
                atom(
                        feedBase,
                        "<link href='https://site.example/'/><entry " + entryBase + "><title>Raft</title><link href='"
                                + link + "'/></entry>"));

        assertThat(read.article().url()).hasValue(url);
    }

    @Test
    void aTextInBase64IsDecoded() {
        String packed =
                Base64.getEncoder().encodeToString("<p>Leaders, für alle.</p>".getBytes(StandardCharsets.UTF_8));

        assertThat(inputs.read(
                                "a.xml",
                                atom(
                                        "",
                                        "<entry><title>Raft</title><content type='text/html' mode='base64'>" + packed
                                                + "</content></entry>"))
                        .article()
                        .summary())
                .isEqualTo("Leaders, für alle.");
    }

    @Test
    void aWrongNestingInAnItemCostsNoOther() {
        Reading read = inputs.read(
                "a.xml",
                rss("<item><title>One<b></title></b><description>Words.</description></item><item><title>Two</item>"
                        + RAFT));

        assertThat(read.titles()).hasSize(3).last().isEqualTo("Raft");
    }

    private static String rss(String items) {
        return "<rss version=\"2.0\"><channel><title>Wire Weekly</title><link>https://site.example/</link>" + items
                + "</channel></rss>";
    }

    private static String atom(String attributes, String entries) {
        return "<feed xmlns=\"http://www.w3.org/2005/Atom\" " + attributes + "><title>Wire Weekly</title>" + entries
                + "</feed>";
    }

    @Test
    void aLongFeedTakesNoLongerPerItemThanAShortOne() {
        StringBuilder feed = new StringBuilder("<rss><channel><title>t</title>");
        for (int i = 0; i < 20_000; i++) {
            feed.append("<item><title>a")
                    .append(i)
                    .append("</title><link>http://e.org/")
                    .append(i)
                    .append("</link></item>");
        }

        // Twenty seconds are a hundred times what it takes: the square of the items would take half an hour.
        long millis = ProcessorTime.millis(
                () -> assertThat(inputs.read("a.xml", feed + "</channel></rss>").titles())
                        .hasSize(20_000));
        assertThat(millis).as("milliseconds").isLessThan(20_000);
    }
}
