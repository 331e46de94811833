package dev.epitome.http;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.http.Http.Answer;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The answers of the service, over a socket. */
@TestInstance(Lifecycle.PER_CLASS)
final class SearchServerTest {

    private final SearchEngine engine = LuceneSearch.inMemory(articles(
            article("a7")
                    .titled("Virtual threads")
                    .saying("All of R&D on <script> threads 🚀.")
                    .at("https://example.org/a7")
                    .from("ByteByteGo")
                    .by("Ann Lee")
                    .ofType("video")
                    .tagged("java", "jvm")
                    .published("2025-11")
                    .ranked(1),
            article("a2")
                    .titled("Threads in Go")
                    .saying("Not C++.")
                    .from("Go Blog")
                    .by("Rob")
                    .ofType("article")
                    .tagged("go")
                    .published("2024"),
            article("a9").titled("Nothing of it"),
            article("b/c:d e").titled("Slash"),
            article("b//c/").titled("Slashes"),
            article("back\\slash").titled("Backslash"),
            article("ü🚀%25?#;x=1+2").titled("Unicode"),
            article("https://example.org/a?b=c&d#e").titled("Address")));
    private final SearchServer server = SearchServer.start(engine, "127.0.0.1", 0);
    private final Http http = new Http(server.address());

    @BeforeAll
    void warmUp() {
        http.get("/health/live").isJson();
    }

    @AfterAll
    void stop() {
        http.close();
        server.close();
        engine.close();
    }

    @Test
    void aSearchAnswersWithTheJsonOfTheContract() {
        JsonNode answer = http.get("/v1/search?q=virtual+threads").isJson().json();
        assertThat(answer.propertyNames())
                .containsExactly(
                        "query",
                        "interpreted",
                        "warnings",
                        "didYouMean",
                        "relaxed",
                        "allWords",
                        "total",
                        "tookMs",
                        "timedOut",
                        "index",
                        "createdAt",
                        "changedAt",
                        "hits",
                        "next");
        assertThat(answer.path("query").stringValue()).isEqualTo("virtual threads");
        assertThat(answer.path("index").stringValue()).isEqualTo(engine.index().version());
        JsonNode hit = answer.path("hits").path(0);
        assertThat(hit.propertyNames()).containsExactly("id", "score", "article", "words", "highlights");
        assertThat(hit.path("id").stringValue()).isEqualTo("a7");
        assertThat(hit.path("article").path("published").stringValue()).isEqualTo("2025-11");
        assertThat(hit.path("highlights").path("title").path(0).stringValue())
                .isEqualTo("<mark>Virtual</mark> <mark>threads</mark>");
        assertThat(hit.path("highlights").path("summary").path(0).stringValue())
                .isEqualTo("All of R&amp;D on &lt;script&gt; <mark>threads</mark> 🚀.");
    }

    @ParameterizedTest
    @CsvSource({
        "q=threads, a7 a2",
        "q=threads&limit=1, a7",
        "q=threads&limit=1&offset=1, a2",
        "q=threads&sort=published, a2 a7",
        "q=threads&sort=-published, a7 a2",
        "q=threads&sort=rank, a7 a2",
        "q=threads&source=go+blog, a2",
        "q=threads&source=Go%20Blog&source=bytebytego, a7 a2",
        "q=threads&author=ANN+LEE, a7",
        "q=threads&tag=java, a7",
        "q=threads&type=article, a2",
        "q=threads&publishedAfter=2025, a7",
        "q=threads&publishedBefore=2024-12, a2",
        "q=threads+loom, a7 a2",
        "q=threads+loom&match=all, ''",
        "q=c%2B%2B, a2",
        "q=C++, ''",
        "q=%F0%9F%9A%80, a7",
        "&&q=virtual&&, a7",
        "q=virtual&limit=%35, a7",
        "q=thraeds, a7 a2",
        "q=thraeds&fuzzy=off, ''",
        "q=threads&freshness=30d, a7 a2",
    })
    void eachParameterHasItsEffect(String query, String ids) {
        JsonNode answer = http.get("/v1/search?" + query).isJson().json();
        assertThat(String.join(" ", ids(answer))).isEqualTo(ids);
    }

    @Test
    void fieldsAndHighlightsAreShownAsAsked() {
        JsonNode hit = http.get("/v1/search?q=virtual&fields=url,origin&highlight=offsets")
                .isJson()
                .json()
                .path("hits")
                .path(0);
        assertThat(hit.path("article").propertyNames()).containsExactly("url");
        assertThat(hit.path("origin").path("entry").intValue()).isEqualTo(1);
        assertThat(hit.path("highlights").path("title").path(0).path("end").intValue())
                .isEqualTo(7);
        JsonNode none = http.get("/v1/search?q=virtual&highlight=none").json();
        assertThat(none.path("hits").path(0).has("highlights")).isFalse();
    }

    @Test
    void aPlusIsASpaceAndAnEncodedPlusIsAPlus() {
        assertThat(http.get("/v1/search?q=a+b%2Bc%20d").json().path("query").stringValue())
                .isEqualTo("a b+c d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "?q=", "?q", "?q=+"})
    void noQueryAsksForEverything(String query) {
        JsonNode answer = http.get("/v1/search" + query).isJson().json();
        assertThat(answer.path("total").path("value").intValue()).isEqualTo(8);
    }

    @Test
    void aLongQueryIsAnswered() {
        String query = "threads " + "word ".repeat(4_000);
        JsonNode answer = http.get("/v1/search?q=" + encoded(query)).isJson().json();
        assertThat(answer.path("query").stringValue()).isEqualTo(query);
        assertThat(answer.path("warnings")).hasSize(1);
        String unbroken = "漢字".repeat(3_000);
        http.get("/v1/search?q=" + encoded(unbroken)).isJson();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a7", "b/c:d e", "b//c/", "back\\slash", "ü🚀%25?#;x=1+2", "https://example.org/a?b=c&d#e"})
    void everyIdIsReachable(String id) {
        JsonNode answer = http.get("/v1/articles/" + encoded(id).replace("+", "%20"))
                .isJson()
                .json();
        assertThat(answer.path("id").stringValue()).isEqualTo(id);
        assertThat(answer.propertyNames()).containsExactly("id", "article", "origin");
    }

    @Test
    void healthTellsThatItLivesAndWhatItSearches() {
        assertThat(http.get("/health/live").isJson().body()).isEqualTo("{\"status\":\"live\"}");
        JsonNode ready = http.get("/health/ready").isJson().json();
        assertThat(ready.path("status").stringValue()).isEqualTo("ready");
        assertThat(ready.path("articles").intValue()).isEqualTo(8);
        assertThat(ready.path("index").stringValue()).isEqualTo(engine.index().version());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/search?q=threads",
                "/v1/suggest?q=th",
                "/v1/stats",
                "/v1/articles/a7",
                "/v1/articles/a7/explain?q=threads",
                "/v1/articles/a7/related",
                "/health/live",
                "/health/ready"
            })
    void headHasTheHeadersOfGetAndNoBody(String target) {
        Answer get = http.get(target);
        Answer head = http.send("HEAD", target).isJson();
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Length"))
                .hasSameSizeAs(get.header("Content-Length"))
                .isNotEqualTo("0");
    }

    @Test
    void aRequestIdIsEchoedOrMade() {
        assertThat(http.send("GET", "/v1/search", "X-Request-Id", "abc-1:2.3_4").header("X-Request-Id"))
                .isEqualTo("abc-1:2.3_4");
        String made = http.get("/v1/search").header("X-Request-Id");
        assertThat(made)
                .matches("[0-9a-f-]{36}")
                .isNotEqualTo(http.get("/v1/search").header("X-Request-Id"));
        Answer problem = http.send("GET", "/nope", "X-Request-Id", "mine").isProblem(404, "not-found");
        assertThat(problem.header("X-Request-Id")).isEqualTo("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>", "a b", "a\tb", "é", "x;y", "\u001b[31m"})
    void aHostileRequestIdIsNotEchoed(String id) {
        for (String target : List.of("/v1/search", "/nope", "/v1/articles/%ff")) {
            Answer answer = http.raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: " + id
                    + "\r\nConnection: close\r\n\r\n");
            assertThat(answer.header("X-Request-Id")).matches("[0-9a-f-]{36}");
        }
        assertThat(http.send("GET", "/v1/search", "X-Request-Id", "x".repeat(65))
                        .header("X-Request-Id"))
                .hasSize(36);
    }

    @Test
    void manyRequestsAtOnceGetTheAnswersThatOneGets() throws Exception {
        List<String> queries = List.of("threads", "virtual", "go", "nothing", "unheard");
        List<List<String>> alone = queries.stream().map(this::idsOf).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Callable<List<List<String>>>> tasks = new ArrayList<>();
            for (int i = 0; i < 48; i++) {
                tasks.add(() -> queries.stream().map(this::idsOf).toList());
            }
            for (Future<List<List<String>>> answer : threads.invokeAll(tasks)) {
                assertThat(answer.get()).isEqualTo(alone);
            }
        }
    }

    private List<String> idsOf(String query) {
        return ids(http.get("/v1/search?q=" + query).isJson().json());
    }

    private static List<String> ids(JsonNode answer) {
        return answer.path("hits")
                .valueStream()
                .map(hit -> hit.path("id").stringValue())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
