package dev.epitome.http;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.http.Http.Answer;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask, and how often. */
@TestInstance(Lifecycle.PER_CLASS)
final class LimitsTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final SearchEngine engine =
            LuceneSearch.inMemory(articles(article("a7").titled("Threads")));

    @AfterAll
    void stop() {
        engine.close();
    }

    @Test
    void withoutOriginsNoPageOfAnotherMayRead() {
        try (SearchServer server = SearchServer.start(engine, "127.0.0.1", 0);
                Http http = new Http(server.address())) {
            Answer answer = http.send("GET", "/v1/search", "Origin", "https://a.example")
                    .isJson();
            assertThat(answer.headers().keySet()).noneMatch(name -> name.startsWith("access-control"));
            assertThat(answer.header("Vary")).isEqualTo("Accept-Encoding");
            preflight(http, "https://a.example").isProblem(405, "method-not-allowed");
        }
    }

    @Test
    void pagesOfTheNamedOriginsMayRead() {
        ServerSettings settings = at().withCorsOrigins(List.of("https://a.example", "http://localhost:3000/"));
        try (SearchServer server = SearchServer.start(engine, settings);
                Http http = new Http(server.address())) {
            for (String target : List.of("/v1/search?q=x", "/nope", "/v1/articles/%ff", "/", "/health/live")) {
                Answer answer = from(http, target, "https://a.example");
                assertThat(answer.header("Access-Control-Allow-Origin"))
                        .as(target)
                        .isEqualTo("https://a.example");
                assertThat(answer.header("Access-Control-Expose-Headers")).isEqualTo("ETag, X-Request-Id, Retry-After");
                assertThat(answer.header("Vary")).startsWith("Origin");
            }
            assertThat(from(http, "/v1/search", "http://localhost:3000").header("Access-Control-Allow-Origin"))
                    .isEqualTo("http://localhost:3000");
            String tag = http.get("/v1/search").header("ETag");
            Answer unchanged = http.send("GET", "/v1/search", "Origin", "https://a.example", "If-None-Match", tag);
            assertThat(unchanged.status()).isEqualTo(304);
            assertThat(unchanged.header("Vary")).isEqualTo("Origin, Accept-Encoding");
            assertThat(unchanged.header("Access-Control-Allow-Origin")).isEqualTo("https://a.example");
        }
    }

    @Test
    void pagesOfOthersMayNotAndCachesKnowIt() {
        try (SearchServer server = SearchServer.start(engine, at().withCorsOrigins(List.of("https://a.example")));
                Http http = new Http(server.address())) {
            for (String origin : List.of("https://b.example", "null", "https://a.example.b", "http://a.example", "*")) {
                Answer answer = from(http, "/v1/search", origin);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
                assertThat(answer.header("Vary")).isEqualTo("Origin, Accept-Encoding");
            }
            assertThat(http.get("/v1/search").header("Vary")).isEqualTo("Origin, Accept-Encoding");
            preflight(http, "https://b.example").isProblem(405, "method-not-allowed");
        }
    }

    @Test
    void aBrowserThatAsksFirstIsToldWhatItMayDo() {
        try (SearchServer server = SearchServer.start(engine, at().withCorsOrigins(List.of("https://a.example")));
                Http http = new Http(server.address())) {
            Answer answer = preflight(http, "https://a.example");
            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://a.example");
            assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, POST");
            assertThat(answer.header("Access-Control-Allow-Headers")).contains("Content-Type", "If-None-Match");
            assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("600");
            assertThat(answer.header("Vary")).contains("Origin");
            assertThat(answer.header("X-Request-Id")).isNotEmpty();
            http.send("OPTIONS", "/v1/search", "Origin", "https://a.example").isProblem(405, "method-not-allowed");
        }
    }

    @Test
    void aStarLetsAllPagesRead() {
        try (SearchServer server = SearchServer.start(engine, at().withCorsOrigins(List.of("*")));
                Http http = new Http(server.address())) {
            Answer answer = from(http, "/v1/search", "https://b.example");
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(answer.header("Vary")).isEqualTo("Accept-Encoding");
            assertThat(preflight(http, "null").status()).isEqualTo(204);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a.example", "ftp://a.example", "https://a.example/path", "https://*.example", "null", "**"})
    void whatIsNoOriginIsRefused(String origin) {
        EpitomeException refusal =
                catchThrowableOfType(EpitomeException.class, () -> at().withCorsOrigins(List.of(origin)));
        assertThat(refusal)
                .returns(Kind.INVALID_REQUEST, EpitomeException::kind)
                .hasMessageContaining("origin");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1_000_001})
    void aLimitOutOfItsBoundsIsRefused(int limit) {
        EpitomeException refusal = catchThrowableOfType(EpitomeException.class, () -> at().withRateLimit(limit));
        assertThat(refusal).returns(Kind.INVALID_REQUEST, EpitomeException::kind);
    }

    @Test
    void whoAsksTooOftenIsToldToWait() {
        ServerSettings settings = at().withRateLimit(1).withCorsOrigins(List.of("https://a.example"));
        try (SearchServer server = SearchServer.start(engine, settings);
                Http http = new Http(server.address())) {
            Answer problem = http.get("/v1/search");
            for (int i = 0; i < 20 && problem.status() == 200; i++) {
                problem = http.send("GET", "/v1/search", "Origin", "https://a.example");
            }
            problem.isProblem(429, "too-many-requests");
            assertThat(problem.header("Retry-After")).isEqualTo("1");
            assertThat(problem.header("Cache-Control")).isEqualTo("no-store");
            assertThat(problem.header("Access-Control-Allow-Origin")).isEqualTo("https://a.example");
            for (int i = 0; i < 10; i++) {
                http.get("/health/live").isJson();
                http.get("/health/ready").isJson();
            }
            assertThat(preflight(http, "https://a.example").status()).isEqualTo(204);
        }
    }

    @Test
    void aClientHasItsRateAndBurstsOfTwiceAsMuch() {
        AtomicLong time = new AtomicLong(Long.MAX_VALUE - SECOND);
        RateLimit limit = new RateLimit(5, time::get);
        for (int i = 0; i < 10; i++) {
            assertThat(limit.waitAfter("a")).isZero();
        }
        assertThat(limit.waitAfter("a")).isEqualTo(SECOND / 5);
        assertThat(limit.waitAfter("b")).isZero();
        time.addAndGet(SECOND / 5);
        assertThat(limit.waitAfter("a")).isZero();
        assertThat(limit.waitAfter("a")).isPositive();
        time.addAndGet(60 * SECOND);
        for (int i = 0; i < 10; i++) {
            assertThat(limit.waitAfter("a")).isZero();
        }
        assertThat(limit.waitAfter("a")).isPositive();
    }

    @Test
    void manyClientsTakeBoundedMemory() {
        RateLimit limit = new RateLimit(1, () -> 0);
        limit.waitAfter("first");
        limit.waitAfter("first");
        assertThat(limit.waitAfter("first")).isPositive();
        for (int i = 0; i < 30_000; i++) {
            limit.waitAfter("client " + i);
        }
        assertThat(limit.waitAfter("first")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "[2001:db8:1:2:3:4:5:6], 2001:db8:1:2",
        "2001:db8:1:2:ffff:0:0:1, 2001:db8:1:2",
        "2001:db8:1:3:0:0:0:1, 2001:db8:1:3",
    })
    void aClientIsAnAddressOrTheNetworkOfAHome(String address, String client) {
        assertThat(RateLimit.client(address)).isEqualTo(client);
    }

    private static ServerSettings at() {
        return ServerSettings.at("127.0.0.1", 0);
    }

    private static Answer preflight(Http http, String origin) {
        return http.send(
                "OPTIONS",
                "/v1/search",
                "Origin",
                origin,
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "content-type");
    }

    /** Past the client of the JDK, which would not send such targets. */
    private static Answer from(Http http, String target, String origin) {
        return http.raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nOrigin: " + origin
                + "\r\nConnection: close\r\n\r\n");
    }
}
