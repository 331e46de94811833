package dev.epitome.http;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.epitome.article.Article;
import dev.epitome.article.PublicationDate;
import dev.epitome.http.Http.Answer;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.IndexStatus;
import dev.epitome.search.SearchEngine;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;

/** Searches as feeds, held against the standards of feeds. */
@TestInstance(Lifecycle.PER_CLASS)
final class FeedsTest {

    private static final String ATOM = "/v1/search.atom";
    private static final String JSON_FEED = "/v1/search.json-feed";
    private static final String ATOM_NAMESPACE = "http://www.w3.org/2005/Atom";

    /** What makes a document that is put together carelessly no document. */
    private static final String HOSTILE = "]]> <b>&amp;</b> \"'\u0000\u0001\u0008\u000B\u001F\u007F\u0085\u2028"
            + "\uD83D \uDE00 \uFFFE\uFFFF 🚀 <![CDATA[ <!-- ?> &nbsp;";

    private final SearchEngine engine = LuceneSearch.inMemory(List.of(
            article("a7")
                    .titled("Virtual threads")
                    .saying("All of R&D on <script> threads 🚀.")
                    .at("https://example.org/a7?a=1&b=2")
                    .from("ByteByteGo")
                    .by("Ann Lee", "Rob")
                    .tagged("java", "c++")
                    .published("2025-11-03")
                    .told(),
            article("a2")
                    .titled("Threads in Go")
                    .from("Go Blog")
                    .published("2024-02")
                    .told(),
            article("a3").titled("Threads of old").published("0001").told(),
            article("b/c d").titled("Threads without anything").told(),
            article("ü")
                    .titled("Threads at an odd place")
                    .at("https://[::1]:80/ü|{x}^`\\<y>\"%zz%41[1]#a#b")
                    .told(),
            hostile()));
    private final Naming naming =
            new Naming(Optional.empty(), List.of("a.example", "10.0.0.1", "x_y.example"), List.of());
    private final SearchServer server =
            SearchServer.start(engine, ServerSettings.at("127.0.0.1", 0).withNaming(naming));
    private final Http http = new Http(server.address());
    private final Schema schema = schema();

    /** Not as the builder makes it, which would clean its texts. */
    private static Article hostile() {
        return new Article(
                "threads" + HOSTILE,
                "Threads" + HOSTILE,
                HOSTILE,
                Optional.of("https://example.org/?q=<&>\"'"),
                Optional.of(HOSTILE),
                List.of(HOSTILE),
                Optional.of(HOSTILE),
                List.of(HOSTILE),
                Optional.of(PublicationDate.parse("9999-12-31").orElseThrow()),
                OptionalInt.empty());
    }

    @AfterAll
    void stop() {
        http.close();
        server.close();
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?q=threads",
                "?q=nothing+at+all",
                "?q=threads&limit=2&offset=1&sort=-published&match=all&fuzzy=off&freshness=30d",
                "?q=threads&source=Go%20Blog&publishedAfter=2024",
                "?q=%00%01%1F%7F%C2%85%EF%BF%BE%F0%9F%9A%80%3C%26%22",
                "?q=a|b^{c}%22",
                "?q=]]%3E",
            })
    void everyFeedIsValid(String query) {
        Answer atom = http.rawGet(ATOM + query);
        assertThat(atom.status()).isEqualTo(200);
        assertThat(atom.header("Content-Type")).isEqualTo("application/atom+xml;charset=utf-8");
        assertThat(AtomSchema.faults(atom.body())).as(atom.body()).isEmpty();
        Answer json = http.rawGet(JSON_FEED + query);
        assertThat(json.status()).isEqualTo(200);
        assertThat(json.header("Content-Type")).isEqualTo("application/feed+json");
        assertThat(schema.validate(json.body(), InputFormat.JSON))
                .as(json.body())
                .isEmpty();
    }

    @Test
    void theSchemasSeeWhatIsWrong() {
        String atom = http.get(ATOM + "?q=threads").body();
        assertThat(AtomSchema.faults(atom.replace("<updated>", "<update>").replace("</updated>", "</update>")))
                .isNotEmpty();
        assertThat(AtomSchema.faults(atom.replace("urn:epitome:", "urn/"))).isNotEmpty();
        assertThat(AtomSchema.faults(atom.replace("T00:00:00Z", ""))).isNotEmpty();
        String json = http.get(JSON_FEED + "?q=threads").body();
        assertThat(schema.validate(json.replace("content_text", "text"), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(json.replace("T00:00:00Z", ""), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void anEntryTellsTheArticle() throws Exception {
        Element entry = entry(atom("?q=virtual"), 0);
        assertThat(text(entry, "id")).isEqualTo("urn:epitome:article:a7");
        assertThat(text(entry, "title")).isEqualTo("Virtual threads");
        assertThat(text(entry, "summary")).isEqualTo("All of R&D on <script> threads 🚀.");
        assertThat(text(entry, "published")).isEqualTo("2025-11-03T00:00:00Z");
        assertThat(text(entry, "updated")).isEqualTo("2025-11-03T00:00:00Z");
        assertThat(text(entry, "source")).isEqualTo("ByteByteGo");
        assertThat(text(entry, "author")).isEqualTo("Ann Lee");
        assertThat(attribute(entry, "link", "href")).isEqualTo("https://example.org/a7?a=1&b=2");
        assertThat(attribute(entry, "category", "term")).isEqualTo("java");
        assertThat(entry.getElementsByTagNameNS(ATOM_NAMESPACE, "category").getLength())
                .isEqualTo(2);

        JsonNode item = http.get(JSON_FEED + "?q=virtual").json().path("items").path(0);
        assertThat(item.path("id").stringValue()).isEqualTo("urn:epitome:article:a7");
        assertThat(item.path("url").stringValue()).isEqualTo("https://example.org/a7?a=1&b=2");
        assertThat(item.path("content_text").stringValue()).isEqualTo("All of R&D on <script> threads 🚀.");
        assertThat(item.path("date_published").stringValue()).isEqualTo("2025-11-03T00:00:00Z");
        assertThat(item.path("authors").path(1).path("name").stringValue()).isEqualTo("Rob");
        assertThat(item.path("tags").path(1).stringValue()).isEqualTo("c++");
        assertThat(item.path("_epitome").path("source").stringValue()).isEqualTo("ByteByteGo");
    }

    @Test
    void aMonthIsNoTimeOfPublication() throws Exception {
        Element entry = entry(atom("?q=%22threads+in+go%22"), 0);
        assertThat(entry.getElementsByTagNameNS(ATOM_NAMESPACE, "published").getLength())
                .isZero();
        assertThat(text(entry, "updated")).isEqualTo("2024-02-01T00:00:00Z");
        assertThat(text(entry, "author")).isEqualTo("Go Blog");
        JsonNode item = http.get(JSON_FEED + "?q=%22threads+in+go%22")
                .json()
                .path("items")
                .path(0);
        assertThat(item.has("date_published")).isFalse();
        assertThat(item.path("date_modified").stringValue()).isEqualTo("2024-02-01T00:00:00Z");
    }

    @Test
    void anArticleWithoutAnAddressIsLinkedHere() throws Exception {
        Element entry = entry(atom("?q=%22without+anything%22"), 0);
        String address = attribute(entry, "link", "href");
        assertThat(address).isEqualTo(server.address() + "v1/articles/b%2Fc%20d");
        assertThat(http.get(address).isJson().json().path("id").stringValue()).isEqualTo("b/c d");
    }

    @Test
    void anOddAddressBecomesOneThatEveryoneReads() throws Exception {
        String address = attribute(entry(atom("?q=%22odd+place%22"), 0), "link", "href");
        assertThat(address).isEqualTo("https://[::1]:80/%C3%BC%7C%7Bx%7D%5E%60%5C%3Cy%3E%22%25zz%41%5B1%5D#a%23b");
        assertThat(URI.create(address).getHost()).isEqualTo("[::1]");
    }

    @Test
    void hostileTextReadsBackWithoutWhatNoDocumentHolds() throws Exception {
        Element entry = entry(atom("?q=threads&sort=-published&limit=1"), 0);
        assertThat(text(entry, "title"))
                .startsWith("Threads]]> <b>&amp;</b>")
                .contains("\uFFFD", "🚀", "<![CDATA[")
                .doesNotContain("\u0000", "\u0001", "\uFFFE");
    }

    @Test
    void aFeedSaysWhichSearchItIs() throws Exception {
        String target = "?q=virtual%20threads&limit=1";
        Element feed = atom(target).getDocumentElement();
        assertThat(text(feed, "title")).isEqualTo("Epitome: virtual threads");
        assertThat(text(feed, "id")).startsWith("urn:epitome:search:");
        assertThat(text(feed, "updated")).isEqualTo("2025-11-03T00:00:00Z");
        assertThat(attribute(feed, "link", "href")).isEqualTo(server.address() + "v1/search.atom" + target);
        JsonNode json = http.get(JSON_FEED + target).json();
        assertThat(json.path("feed_url").stringValue()).isEqualTo(server.address() + "v1/search.json-feed" + target);
        assertThat(json.path("home_page_url").stringValue()).isEqualTo(server.address() + target);
        assertThat(text(atom("?limit=1&q=virtual+threads").getDocumentElement(), "id"))
                .isEqualTo(text(feed, "id"));
        assertThat(text(atom("?q=other").getDocumentElement(), "id")).isNotEqualTo(text(feed, "id"));
        assertThat(text(atom("").getDocumentElement(), "title")).isEqualTo("Epitome");
    }

    @Test
    void anEmptyFeedIsAsOldAsTheIndex() throws Exception {
        assertThat(text(atom("?q=nothing&match=all&fuzzy=off&source=nobody").getDocumentElement(), "updated"))
                .isEqualTo(engine.index().changedAt().toString());
    }

    @Test
    void theNewestWithAllWordsComeFirstUnlessAskedOtherwise() {
        assertThat(ids("?q=threads")).containsSubsequence("a7", "a2", "a3");
        assertThat(ids("?q=virtual%20threads")).as("all words").containsExactly("a7");
        assertThat(ids("?q=threads%20go")).containsExactly("a2");
        assertThat(ids("?q=threads%20zeppelin")).isEmpty();
        assertThat(ids("?q=threads%20zeppelin&match=relaxed")).contains("a7", "a3");
        assertThat(ids("?q=threads&sort=published").getFirst()).isEqualTo("a3");
        assertThat(ids("?q=threads%20old&sort=relevance&match=relaxed").getFirst())
                .isEqualTo("a3");
    }

    private List<String> ids(String query) {
        return http.get(JSON_FEED + query)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").stringValue().replace("urn:epitome:article:", ""))
                .toList();
    }

    @Test
    void aFeedTellsTheStateThatAnsweredAlsoWhereAnotherIsPublishedMeanwhile() throws Exception {
        IndexStatus status = engine.index();
        IndexStatus later = new IndexStatus(
                "later", 1, status.createdAt(), status.changedAt().plusSeconds(60), 1, 1, Optional.empty());
        SearchEngine changing = (SearchEngine) Proxy.newProxyInstance(
                SearchEngine.class.getClassLoader(),
                new Class<?>[] {SearchEngine.class},
                (proxy, method, arguments) ->
                        method.getName().equals("index") ? later : method.invoke(engine, arguments));
        try (SearchServer other = SearchServer.start(changing, "127.0.0.1", 0);
                Http client = new Http(other.address())) {
            Document feed = parsed(client.get(ATOM + "?q=nothing").body());
            assertThat(text(feed.getDocumentElement(), "updated"))
                    .isEqualTo(status.changedAt().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor=x", "facets=source", "explain=true", "fields=title", "highlight=none", "limt=1"})
    void whatIsNotForFeedsIsRefused(String parameter) {
        String name = parameter.substring(0, parameter.indexOf('='));
        http.get(ATOM + "?" + parameter).isProblemOf(name, "unknown-parameter");
        http.get(JSON_FEED + "?" + parameter).isProblemOf(name, "unknown-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.example", "a.example:8080", "[::1]:80", "10.0.0.1", "x_y.example"})
    void linksNameTheHostThatWasAskedIfItIsKnown(String host) throws Exception {
        Answer answer = from(host);
        assertThat(AtomSchema.faults(answer.body())).isEmpty();
        assertThat(attribute(parsed(answer.body()).getDocumentElement(), "link", "href"))
                .isEqualTo("http://" + host + "/v1/search.atom?q=x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b", "<a>", "a/b", "a b", "a?b", "a@b", "a'b", "a%20b", "a:b", "[x]", "é"})
    void aHostThatIsNoneIsRefused(String host) {
        from(host).isProblem(400, "bad-request");
    }

    @Test
    void whoNamesNoHostGetsTheOneThatWasReached() throws Exception {
        Answer answer = http.raw("GET " + ATOM + "?q=x HTTP/1.0\r\n\r\n");
        assertThat(attribute(parsed(answer.body()).getDocumentElement(), "link", "href"))
                .isEqualTo(server.address() + "v1/search.atom?q=x");
    }

    private Answer from(String host) {
        return http.raw("GET " + ATOM + "?q=x HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }

    private Document atom(String query) throws Exception {
        return parsed(http.get(ATOM + query).body());
    }

    private static Document parsed(String document) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(document)));
    }

    private static Element entry(Document feed, int index) {
        return (Element) feed.getElementsByTagNameNS(ATOM_NAMESPACE, "entry").item(index);
    }

    /** Of the first such element, in the order of the document. */
    private static String text(Element within, String name) {
        return within.getElementsByTagNameNS(ATOM_NAMESPACE, name).item(0).getTextContent();
    }

    private static String attribute(Element within, String name, String attribute) {
        return ((Element) within.getElementsByTagNameNS(ATOM_NAMESPACE, name).item(0)).getAttribute(attribute);
    }

    private static Schema schema() {
        try (InputStream json = FeedsTest.class.getResourceAsStream("feeds/json-feed.schema.json")) {
            String text = new String(Objects.requireNonNull(json).readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
