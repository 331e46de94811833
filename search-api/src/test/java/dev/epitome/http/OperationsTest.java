package dev.epitome.http;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.epitome.http.Http.Answer;
import dev.epitome.lucene.LuceneSearch;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What those see who run the service: health, metrics, log and stop, over a socket. */
final class OperationsTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final EngineSlot slot = new EngineSlot();
    private final StringWriter lines = new StringWriter();
    private final AccessLog log = AccessLog.to(lines);
    private final SearchServer server = SearchServer.start(slot, ServerSettings.at("127.0.0.1", 0), Optional.of(log));
    private final Http http = new Http(server.address());

    @AfterEach
    void stop() {
        http.close();
        server.close();
        slot.close();
        log.close();
    }

    @Test
    void untilAnIndexIsOpenTheServiceLivesButIsNotReady() {
        http.get("/health/live").isJson();
        for (String path : List.of("/health/ready", "/v1/search?q=threads", "/v1/articles/a7")) {
            Answer answer = http.get(path).isProblem(503, "index-unavailable");
            assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
        }
        assertThat(sample(metrics(), "epitome_index_ready")).isZero();
        assertThat(metrics()).doesNotContain("epitome_index_commit{").contains("epitome_index_articles NaN");
        open();
        http.get("/health/ready").isJson();
        assertThat(http.get("/v1/search?q=threads").isJson().json().path("hits"))
                .hasSize(2);
        assertThat(sample(metrics(), "epitome_index_ready")).isOne();
    }

    @Test
    void requestsAreTimedByTheTemplateOfTheirRoute() {
        open();
        http.get("/v1/search?q=threads");
        http.get("/v1/articles/a7");
        http.get("/v1/articles/a2");
        http.get("/v1/articles/none");
        http.send("HEAD", "/v1/articles/a7");
        for (int i = 0; i < 20; i++) {
            http.get("/wp-admin/" + i);
            http.send("X" + i, "/v1/search");
        }
        String metrics = metrics();
        assertThat(timed(metrics, "GET", "/v1/search", 200)).isOne();
        assertThat(timed(metrics, "GET", "/v1/articles/{id}", 200)).isEqualTo(2);
        assertThat(timed(metrics, "GET", "/v1/articles/{id}", 404)).isOne();
        assertThat(timed(metrics, "HEAD", "/v1/articles/{id}", 200)).isOne();
        assertThat(timed(metrics, "GET", "unmatched", 404)).isEqualTo(20);
        assertThat(metrics)
                .contains("http_server_requests_seconds_bucket{method=\"GET\",route=\"/v1/search\",status=\"200\",le=")
                .contains("method=\"other\"")
                .doesNotContain("wp-admin", "X19", "articles/a7", "q=");
    }

    @Test
    void searchesAreCountedByWhatTheyFind() {
        open();
        http.get("/v1/search?q=threads&limit=1");
        http.get("/v1/search?q=virtual&match=all");
        http.get("/v1/search?q=erlang");
        http.get("/v1/search?limit=101");
        String metrics = metrics();
        assertThat(sample(metrics, "epitome_search_hits_count")).isEqualTo(3);
        assertThat(sample(metrics, "epitome_search_hits_sum")).isEqualTo(3);
        assertThat(sample(metrics, "epitome_search_hits_bucket{le=\"1.0\"}")).isEqualTo(2);
        assertThat(sample(metrics, "epitome_searches_without_hits_total")).isOne();
    }

    @Test
    void manyMayReadTheMetricsAtOnce() {
        open();
        List<CompletableFuture<Void>> readers = IntStream.range(0, 4)
                .mapToObj(reader -> CompletableFuture.runAsync(() -> IntStream.range(0, 100)
                        .forEach(i -> assertThat(http.get("/metrics").status()).isEqualTo(200))))
                .toList();
        assertThat(readers).allSatisfy(CompletableFuture::join);
    }

    @Test
    void theIndexAndTheVirtualMachineAreMeasured() {
        open();
        Answer answer = http.get("/metrics");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(Metrics.MEDIA_TYPE);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        String metrics = answer.body();
        assertThat(sample(metrics, "epitome_index_articles")).isEqualTo(2);
        assertThat(sample(metrics, "epitome_index_age_seconds")).isBetween(0.0, 600.0);
        assertThat(sample(
                        metrics,
                        "epitome_index_commit{version=\"" + slot.index().version() + "\"}"))
                .isOne();
        assertThat(sample(metrics, "process_uptime_seconds")).isPositive();
        assertThat(sample(metrics, "jvm_threads_live_threads")).isPositive();
        assertThat(metrics)
                .contains("epitome_index_segments ", "epitome_index_size_bytes ")
                .contains("jvm_memory_used_bytes{area=\"heap\"", "jvm_gc_");
        assertThat(http.send("HEAD", "/metrics").status()).isEqualTo(200);
    }

    @Test
    void eachRequestIsALineOfTheLogAlsoWhatTheWebServerRefusedByItself() {
        open();
        http.send("GET", "/v1/search?q=threads+secret", "X-Request-Id", "mine", "User-Agent", "test/1");
        http.get("/no/such/path");
        http.raw("GET /v1/search?q=a HTTP/1.1\r\nno colon\r\n\r\n");
        http.raw("nonsense\r\n\r\n");
        http.get("/v1/search?q=" + "x".repeat(70_000));
        stop();
        List<JsonNode> log = lines.toString().lines().map(JSON::readTree).toList();
        assertThat(log.stream().map(line -> line.path("status").intValue())).containsExactly(200, 404, 400, 400, 414);
        JsonNode search = log.getFirst();
        assertThat(search.path("requestId").stringValue()).isEqualTo("mine");
        assertThat(search.path("userAgent").stringValue()).isEqualTo("test/1");
        assertThat(search.path("path").stringValue()).isEqualTo("/v1/search");
        assertThat(search.path("route").stringValue()).isEqualTo("/v1/search");
        assertThat(search.path("client").stringValue()).isEqualTo("127.0.0.1");
        assertThat(search.path("hits").intValue()).isEqualTo(2);
        assertThat(search.path("bytes").intValue()).isGreaterThan(100);
        assertThat(log)
                .allSatisfy(line ->
                        assertThat(line.path("durationMs").doubleValue()).isBetween(0.0, 10_000.0))
                .allSatisfy(
                        line -> assertThat(line.path("requestId").stringValue()).isNotBlank());
        assertThat(lines.toString()).doesNotContain("secret");
    }

    @Test
    void theLogSaysWhatWasSentAlsoOfWhatCouldNotBeRead() {
        open();
        http.send("HEAD", "/v1/search?q=threads");
        http.send("HEAD", "/nope");
        http.raw("HEAD /v1/stats HTTP/1.1\r\nno colon\r\n\r\n");
        int unread = http.raw("nonsense\r\n\r\n").body().length();
        int colonless =
                http.raw("GET /v1/stats HTTP/1.1\r\nno colon\r\n\r\n").body().length();
        int ambiguous = http.rawGet("//v1/search").body().length();
        int missing = http.get("/badMessage").body().length();
        stop();
        List<JsonNode> log = lines.toString().lines().map(JSON::readTree).toList();
        // Each came by a connection of its own, and its line is written after the client has the answer.
        assertThat(log)
                .extracting(
                        line -> line.path("method").stringValue(),
                        line -> line.path("path").stringValue(),
                        line -> line.path("status").intValue(),
                        line -> line.path("bytes").intValue())
                .containsExactlyInAnyOrder(
                        tuple("HEAD", "/v1/search", 200, 0),
                        tuple("HEAD", "/nope", 404, 0),
                        tuple("HEAD", "/v1/stats", 400, 0),
                        tuple("", "/", 400, unread),
                        tuple("GET", "/v1/stats", 400, colonless),
                        tuple("GET", "//v1/search", 400, ambiguous),
                        tuple("GET", "/badMessage", 404, missing));
        assertThat(unread).isPositive();
    }

    @Test
    void aStopWaitsForNoIdleConnectionAndRefusesNewOnes() throws Exception {
        open();
        http.get("/health/live").isJson();
        try (Socket idle =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            idle.getOutputStream()
                    .write("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(idle.getInputStream().read()).isPositive();
            CompletableFuture.runAsync(server::close).get(5, TimeUnit.SECONDS);
        }
        assertThat(CompletableFuture.supplyAsync(() -> http.get("/health/live")))
                .failsWithin(5, TimeUnit.SECONDS);
    }

    private void open() {
        slot.fill(LuceneSearch.inMemory(
                articles(article("a7").titled("Virtual threads"), article("a2").titled("Threads in Go"))));
    }

    private String metrics() {
        return http.get("/metrics").body();
    }

    private static double timed(String metrics, String method, String route, int status) {
        return sample(
                metrics,
                "http_server_requests_seconds_count{method=\"%s\",route=\"%s\",status=\"%d\"}"
                        .formatted(method, route, status));
    }

    private static double sample(String metrics, String series) {
        return metrics.lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(series + " is not in\n" + metrics));
    }
}
