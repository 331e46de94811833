package dev.epitome.http;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.http.Http.Answer;
import dev.epitome.http.SearchHandlers.Body;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A search whose parameters come as JSON. */
@TestInstance(Lifecycle.PER_CLASS)
final class PostedSearchTest {

    private final SearchEngine engine = LuceneSearch.inMemory(articles(
            article("a7").titled("Virtual threads").from("ByteByteGo").tagged("java", "jvm"),
            article("a2").titled("Threads in Go").from("Go Blog").published("2024")));
    private final SearchServer server = SearchServer.start(engine, "127.0.0.1", 0);
    private final Http http = new Http(server.address());

    @AfterAll
    void stop() {
        http.close();
        server.close();
        engine.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|",
                "{\"q\": \"threads\"}|q=threads",
                "{\"q\": \"threads\", \"limit\": 1, \"offset\": 1}|q=threads&limit=1&offset=1",
                "{\"q\": \"threads\", \"limit\": \"1\"}|q=threads&limit=1",
                "{\"source\": \"go blog\"}|source=go+blog",
                "{\"source\": [\"go blog\", \"bytebytego\"]}|source=go+blog&source=bytebytego",
                "{\"source\": []}|",
                "{\"publishedAfter\": 2024}|publishedAfter=2024",
                "{\"q\": null, \"tag\": null}|",
                "{\"fields\": [\"title\", \"source\"]}|fields=title,source",
                "{\"fields\": \"title,source\"}|fields=title,source",
                "{\"facets\": [\"source\", \"year\"], \"explain\": true}|facets=source,year&explain=true",
            })
    void aBodyMeansWhatTheAddressMeans(String body, String address) {
        Answer posted = http.post("/v1/search", body).isJson();
        Answer got = http.get("/v1/search?" + (address == null ? "" : address)).isJson();
        assertThat(withoutTime(posted)).isEqualTo(withoutTime(got));
        assertThat(posted.header("ETag")).isEmpty();
    }

    private static JsonNode withoutTime(Answer answer) {
        return ((ObjectNode) answer.json()).without("tookMs");
    }

    @Test
    void aQueryTooLongForAnAddressIsAnswered() {
        String query = "threads " + "word ".repeat(20_000);
        String body = new JsonMapper().createObjectNode().put("q", query).toString();
        assertThat(http.post("/v1/search", body).isJson().json().path("hits")).isNotEmpty();
    }

    @Test
    void halfACharacterIsAnsweredAsTheReplacementOfOne() {
        JsonNode answer =
                http.post("/v1/search", "{\"q\": \"a \\ud83d b\"}").isJson().json();
        assertThat(answer.path("query").stringValue()).isEqualTo("a \uFFFD b");
        http.post("/v1/search", "{\"\\ud83d\": 1}").isProblem(400, "invalid-body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"q\"",
                "5",
                "{",
                "{\"q\": \"x\"} {}",
                "{\"q\": \"x\", \"q\": \"y\"}",
                "{\"q\": {\"text\": \"x\"}}",
                "{\"q\": [\"x\"]}",
                "{\"source\": [null]}",
                "{\"source\": [[\"x\"]]}",
                "{q: 1}",
                "q=threads"
            })
    void aBodyThatIsNoObjectOfParametersIsRefused(String body) {
        Answer problem = http.post("/v1/search", body).isProblem(400, "invalid-body");
        assertThat(problem.json().path("detail").stringValue()).doesNotContain("jackson", "`", "Feature");
    }

    @Test
    void deepNestingIsRefused() {
        http.post("/v1/search", "{\"q\":".repeat(50_000)).isProblem(400, "invalid-body");
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        for (byte[] bytes :
                List.of(new byte[] {'{', '"', 'q', '"', ':', '"', (byte) 0xFF, '"', '}'}, new byte[] {0, 1})) {
            http.send("POST", "/v1/search", BodyPublishers.ofByteArray(bytes), "Content-Type", "application/json")
                    .isProblem(400, "invalid-body");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"limt\": 5}|limt|unknown-parameter",
                "{\"limit\": -1}|limit|invalid-parameter",
                "{\"limit\": 5.5}|limit|invalid-parameter",
                "{\"limit\": true}|limit|invalid-parameter",
                "{\"explain\": \"yes\"}|explain|invalid-parameter",
                "{\"source\": [\"\"]}|source|invalid-parameter",
                "{\"cursor\": \"x\", \"offset\": 0}|offset|invalid-parameter",
                "{\"publishedAfter\": \"2026\", \"publishedBefore\": 2025}|publishedBefore|invalid-parameter",
                "{\"q\": [\"a\"]}|q|invalid-body",
                "{\"q\": {}}|q|invalid-body",
                "{\"q\": 1e400}|q|invalid-body",
                "{\"q\": 1.50}|q|invalid-body",
                "{\"limit\": 1e9999999}|limit|invalid-body",
                "{\"fields\": [null]}|fields|invalid-body",
            })
    void parametersAreCheckedAsInTheAddress(String body, String param, String code) {
        http.post("/v1/search", body).isProblemOf(param, code);
    }

    @Test
    void theAddressOfAPostTakesNoParameters() {
        http.post("/v1/search?q=x", "{}").isProblemOf("q", "unknown-parameter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON;charset=UTF-8",
                "application/json; charset=\"utf-8\"",
                "application/json;"
            })
    void jsonIsTaken(String type) {
        http.send("POST", "/v1/search", BodyPublishers.ofString("{}"), "Content-Type", type)
                .isJson();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/jsonp",
                "application/json; charset=latin1",
                "application/json; charset=; charset=utf-8",
                "application/json; charset=nope",
                "json"
            })
    void anotherTypeIsRefusedWithWhatWouldBeRight(String type) {
        Answer problem = http.send("POST", "/v1/search", BodyPublishers.ofString("{}"), "Content-Type", type)
                .isProblem(415, "unsupported-media-type");
        assertThat(problem.header("Accept")).isEqualTo("application/json");
    }

    @Test
    void aBodyOfNoTypeOrCompressedIsRefused() {
        http.send("POST", "/v1/search", BodyPublishers.ofString("{}")).isProblem(415, "unsupported-media-type");
        http.send(
                        "POST",
                        "/v1/search",
                        BodyPublishers.ofString("{}"),
                        "Content-Type",
                        "application/json",
                        "Content-Encoding",
                        "gzip")
                .isProblem(415, "unsupported-media-type");
    }

    @Test
    void aBodyThatEndsTooEarlyIsTheClientsFault() {
        http.raw(
                        "POST /v1/search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{}")
                .isProblem(400, "bad-request");
    }

    @Test
    void whoAsksWhetherToSendTheBodyIsToldTo() {
        Answer answer = http.raw("POST /v1/search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Expect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
        assertThat(answer.status()).isEqualTo(100);
        assertThat(answer.body()).contains("\"hits\":[");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWhetherItSaysSoOrNot() {
        String large = "{\"q\": \"" + "x".repeat(Body.MAX_BYTES) + "\"}";
        http.post("/v1/search", large).isProblem(413, "content-too-large");
        String head =
                "POST /v1/search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n";
        http.raw(head + "Content-Length: 99999999\r\n\r\n").isProblem(413, "content-too-large");
        String chunk =
                Integer.toHexString(Body.MAX_BYTES + 1) + "\r\n" + "x".repeat(Body.MAX_BYTES + 1) + "\r\n0\r\n\r\n";
        http.raw(head + "Transfer-Encoding: chunked\r\n\r\n" + chunk).isProblem(413, "content-too-large");
    }
}
