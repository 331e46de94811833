package dev.epitome.http;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.http.Http.Answer;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request, and whoever finds it: the answer is a problem as RFC 9457 has it. */
@TestInstance(Lifecycle.PER_CLASS)
final class ProblemsTest {

    private static final Set<String> GET_ONLY = Set.of(
            "/v1/articles/a7/explain",
            "/v1/articles/a7/related",
            "/v1/search.atom",
            "/v1/search.json-feed",
            "/v1/suggest",
            "/v1/stats",
            "/health/live",
            "/health/ready",
            "/",
            "/stats",
            "/assets/style.css");

    private final SearchEngine engine =
            LuceneSearch.inMemory(articles(article("a7").titled("Threads")));
    private final SearchServer server = SearchServer.start(engine, "127.0.0.1", 0);
    private final Http http = new Http(server.address());

    @AfterAll
    void stop() {
        http.close();
        server.close();
        engine.close();
    }

    @Test
    void anUnknownParameterIsRefusedWithTheNearestKnownOne() {
        Answer problem = http.get("/v1/search?q=x&limt=5").isProblemOf("limt", "unknown-parameter");
        assertThat(problem.json().path("detail").stringValue()).contains("did you mean limit?");
        assertThat(problem.json().path("title").stringValue()).isEqualTo("Unknown parameter");
        assertThat(problem.json().path("instance").stringValue()).isEqualTo("/v1/search");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=-1, limit",
        "limit=101, limit",
        "limit=, limit",
        "limit=x, limit",
        "offset=-1, offset",
        "offset=10001, offset",
        "sort=newest, sort",
        "match=any, match",
        "fields=nonsense, fields",
        "highlight=xml, highlight",
        "publishedAfter=soon, publishedAfter",
        "publishedBefore=2025-13, publishedBefore",
        "publishedAfter=2025-11-03T25:99, publishedAfter",
        "publishedAfter=-2025, publishedAfter",
        "source=, source",
        "author=, author",
        "tag=%20, tag",
        "type, type",
        "facets=source%2Cplace, facets",
        "explain=yes, explain",
        "cursor=x&offset=0, offset"
    })
    void anInvalidParameterIsRefused(String query, String param) {
        http.get("/v1/search?q=x&" + query).isProblemOf(param, "invalid-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"q", "limit", "offset", "sort", "match", "fields", "highlight", "publishedAfter"})
    void aParameterGivenTwiceIsRefused(String param) {
        http.get("/v1/search?" + param + "=1&" + param + "=1").isProblemOf(param, "repeated-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "%", "%f", "a%", "%ff", "%C3", "%C3%28", "%ED%A0%80", "%C0%AF", "%u0041"})
    void aMalformedPercentEncodingIsRefusedRatherThanDropped(String value) {
        http.rawGet("/v1/search?q=" + value).isProblemOf("q", "invalid-parameter");
        http.rawGet("/v1/search?q=x&source=" + value).isProblemOf("source", "invalid-parameter");
        http.rawGet("/v1/search?" + value + "=x").isProblemOf(value, "invalid-parameter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nope",
                "/assets",
                "/assets/",
                "/assets/nope.js",
                "/v1",
                "/v2/search",
                "/v1/articles/a/b",
                "/V1/search",
                "/health"
            })
    void anUnknownPathIsNotFound(String path) {
        Answer problem = http.get(path).isProblem(404, "not-found");
        assertThat(problem.json().path("instance").stringValue()).isEqualTo(path);
        assertThat(problem.json().has("param")).isFalse();
    }

    @Test
    void anUnknownArticleIsNotFound() {
        Answer problem = http.get("/v1/articles/no%20such").isProblem(404, "article-not-found");
        assertThat(problem.json().path("detail").stringValue()).contains("no such");
        http.get("/v1/articles/" + "x".repeat(20_000)).isProblem(404, "article-not-found");
    }

    @Test
    void aProblemOfHeadHasNoBody() {
        for (String target : Set.of("/nope", "/v1/articles/nope")) {
            Answer head = http.send("HEAD", target);
            assertThat(head.status()).isEqualTo(404);
            assertThat(head.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(head.body()).isEmpty();
        }
        assertThat(http.send("HEAD", "/v1/search?limit=101").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"})
    void anotherMethodIsNotAllowedAndTheAnswerSaysWhichAre(String method) {
        for (String target : GET_ONLY) {
            Answer problem = emptyRequest(method, target).isProblem(405, "method-not-allowed");
            assertThat(problem.header("Allow").split(", ")).containsExactlyInAnyOrder("GET", "HEAD");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH", "OPTIONS", "TRACE", "BREW"})
    void anArticleMayBePutAndDeleted(String method) {
        Answer problem = emptyRequest(method, "/v1/articles/a7").isProblem(405, "method-not-allowed");
        assertThat(problem.header("Allow").split(", ")).containsExactlyInAnyOrder("GET", "HEAD", "PUT", "DELETE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PATCH"})
    void articlesArePostedAndDeleted(String method) {
        Answer problem = emptyRequest(method, "/v1/articles").isProblem(405, "method-not-allowed");
        assertThat(problem.header("Allow").split(", ")).containsExactlyInAnyOrder("POST", "DELETE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW", "QUERY", "get"})
    void aSearchMayBePosted(String method) {
        Answer problem = emptyRequest(method, "/v1/search").isProblem(405, "method-not-allowed");
        assertThat(problem.header("Allow").split(", ")).containsExactlyInAnyOrder("GET", "HEAD", "POST");
    }

    private Answer emptyRequest(String method, String target) {
        return http.raw(method + " " + target
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage\r\n\r\n",
                "GET\r\n\r\n",
                "\0\1\2\3\r\n\r\n",
                "GET /v1/search HTTP/1.1\r\n\r\n",
                "GET /v1/search?q=a b HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /v1/search HTTP/1.1\r\nHost: localhost\r\nHost: b\r\nConnection: close\r\n\r\n",
                "GET /v1/search HTTP/1.1\r\nHost: localhost\r\nno colon\r\nConnection: close\r\n\r\n",
                "POST /v1/search HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\nConnection: close\r\n\r\n",
                "POST /v1/search HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\nConnection: close\r\n\r\n",
                "CONNECT /v1/search HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET http://other/v1/search HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX : space\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX: a\r\n folded\r\nConnection: close\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\nConnection: close\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: wonders\r\nConnection: close\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n",
                "POST /v1/search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n\r\n",
            })
    void whatIsNotHttpIsABadRequest(String bytes) {
        http.raw(bytes).isProblem(400, "bad-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%00",
                "/v1/articles/%00",
                "/v1/articles/%ff",
                "/v1/articles/%zz",
                "/v1/articles/%",
                "/%2e%2e/v1/search",
                "/v1/articles/%2e%2e",
                "/v1/search#top",
                "/v1/articles/%C3%28"
            })
    void aPathThatMayMeanSeveralThingsIsABadRequest(String path) {
        http.rawGet(path).isProblem(400, "bad-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/..%2f", "/..%2fv1/search", "/..%5c", "/v1/./search", "/v1/../v1/search", "/v1/search;x/"})
    void aPathThatClimbsFindsNothing(String path) {
        http.rawGet(path).isProblem(404, "not-found");
    }

    @Test
    void anEncodedSlashBelongsToTheId() {
        http.rawGet("/v1/articles/a%2Fb").isProblem(404, "article-not-found");
        http.rawGet("/v1/articles/..%2f..%2fetc%2fpasswd").isProblem(404, "article-not-found");
    }

    @Test
    void whatIsTooLongIsRefused() {
        http.rawGet("/v1/search?q=" + "a".repeat(70_000)).isProblem(414, "uri-too-long");
        http.raw("GET /v1/search HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX: " + "y".repeat(70_000)
                        + "\r\n\r\n")
                .isProblem(431, "headers-too-large");
    }

    @Test
    void anotherVersionOfHttpIsRefused() {
        http.raw("GET /v1/search HTTP/9.9\r\nHost: localhost\r\n\r\n").isProblem(505, "http-version-not-supported");
        http.raw("GET /v1/search\r\n\r\n").isProblem(505, "http-version-not-supported");
        http.raw("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").isProblem(505, "http-version-not-supported");
    }

    @Test
    void theVersionBeforeIsAnswered() {
        assertThat(http.raw("GET /v1/search?q=x HTTP/1.0\r\n\r\n").isJson().header("Content-Length"))
                .isNotEmpty();
        http.raw("GET /nope HTTP/1.0\r\n\r\n").isProblem(404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/suggest?querry=x, querry",
        "/v1/suggest?q=x&offset=1, offset",
        "/v1/stats?q=x, q",
        "/v1/articles/a7?fields=title, fields",
        "/v1/articles/a7/related?q=x, q",
        "/v1/articles/a7/explain?cursor=x, cursor",
        "/v1/articles/a7/explain?facets=tag, facets",
    })
    void eachResourceRefusesWhatItDoesNotTake(String target, String param) {
        http.get(target).isProblemOf(param, "unknown-parameter");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/suggest?limit=0, limit",
        "/v1/suggest?limit=21, limit",
        "/v1/articles/a7/related?limit=0, limit",
        "/v1/articles/a7/related?limit=21, limit",
        "/v1/suggest?q=%ff, q",
        "/v1/search.atom?limit=101, limit",
        "/v1/search?publishedAfter=2026&publishedBefore=2025, publishedBefore",
        "/v1/search.json-feed?publishedAfter=2026&publishedBefore=2025, publishedBefore",
        "/v1/articles/a7/explain?publishedAfter=2026&publishedBefore=2025, publishedBefore",
    })
    void eachResourceChecksItsBounds(String target, String param) {
        http.get(target).isProblemOf(param, "invalid-parameter");
    }

    @Test
    void theNearestNameIsOneThatTheResourceTakes() {
        Answer problem = http.get("/v1/suggest?limits=1").isProblemOf("limits", "unknown-parameter");
        assertThat(problem.json().path("detail").stringValue()).contains("did you mean limit?");
        Answer none = http.get("/v1/stats?limit=1").isProblemOf("limit", "unknown-parameter");
        assertThat(none.json().path("detail").stringValue()).contains("none is known here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/related", "/explain?q=x"})
    void whatIsAskedOfAnUnknownArticleIsNotFound(String target) {
        http.get("/v1/articles/nope" + target).isProblem(404, "article-not-found");
    }

    @Test
    void anExpectationThatCannotBeMetIsRefused() {
        http.raw("GET /v1/search HTTP/1.1\r\nHost: localhost\r\nExpect: wonders\r\nConnection: close\r\n\r\n")
                .isProblem(417, "bad-request")
                .says("Expect", "100-continue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//v1/search", "//v1//search?q=x", "/v1/articles/a//b", "//"})
    void anEmptySegmentIsToldAsSuch(String path) {
        http.rawGet(path).isProblem(400, "bad-request").says("slashes");
    }

    @Test
    void aParameterWithoutANameIsToldAsSuch() {
        http.get("/v1/search?=x").isProblemOf("", "unknown-parameter").says("has no name: known are q");
        http.rawGet("/v1/search?=%zz").isProblemOf("", "invalid-parameter").says("a parameter without a name");
    }
}
