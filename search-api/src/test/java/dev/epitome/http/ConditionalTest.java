package dev.epitome.http;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.http.Http.Answer;
import dev.epitome.lucene.Eventually;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.TestArticle;
import io.javalin.Javalin;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Filter;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client need not be sent again, what caches may keep, and compression. */
@TestInstance(Lifecycle.PER_CLASS)
final class ConditionalTest {

    private static final List<String> CONDITIONAL = List.of(
            "/v1/search",
            "/v1/search?q=threads",
            "/v1/suggest?q=th",
            "/v1/stats",
            "/v1/search.atom?q=threads",
            "/v1/search.json-feed?q=threads",
            "/v1/articles/a7",
            "/v1/articles/a7/explain?q=threads",
            "/v1/articles/a7/related");

    private final CountingEngine engine = new CountingEngine(many());
    private final SearchServer server = SearchServer.start(engine, "127.0.0.1", 0);
    private final Http http = new Http(server.address());

    private static SearchEngine many() {
        List<TestArticle> told = new ArrayList<>();
        told.add(article("a7").titled("Threads").published("2025-11-03"));
        for (int i = 0; i < 30; i++) {
            told.add(article("b" + i).titled("Threads of every kind " + i).saying("Some words on threads."));
        }
        return LuceneSearch.inMemory(articles(told.toArray(TestArticle[]::new)));
    }

    private static Stream<String> conditional() {
        return CONDITIONAL.stream();
    }

    @AfterAll
    void stop() {
        http.close();
        server.close();
        engine.close();
    }

    @Test
    void whoIsGoneBeforeTheAnswerIsNoFailureOfOurs() throws Exception {
        Logger logger = Logger.getLogger(Answers.class.getName());
        List<String> logged = new CopyOnWriteArrayList<>();
        Filter usual = logger.getFilter();
        logger.setFilter(entry -> logged.add(entry.getMessage() + ": " + entry.getThrown()));
        try {
            for (int i = 0; i < 300; i++) {
                try (Socket socket =
                        new Socket(server.address().getHost(), server.address().getPort())) {
                    socket.setSoLinger(true, 0); // So that the server's own writing fails.
                    socket.getOutputStream()
                            .write("GET /v1/search?q=threads HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: *\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
                }
            }
            Eventually.within(Duration.ofSeconds(10), "all are gone", () -> server.connections() <= 1);
        } finally {
            logger.setFilter(usual);
        }
        assertThat(logged).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("conditional")
    void whatTheClientHasIsNotSentAgainAndCostsNoSearch(String target) {
        Answer first = http.get(target);
        String tag = first.header("ETag");
        assertThat(first.status()).isEqualTo(200);
        assertThat(tag).matches("W/\"[A-Za-z0-9_-]{20}\"");
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(first.header("Vary")).isEqualTo("Accept-Encoding");
        int asked = engine.asked();
        for (String method : List.of("GET", "HEAD")) {
            for (String known : List.of(tag, tag.substring(2), "\"x\" , " + tag + ",W/\"y\"", "*", " * ")) {
                Answer unchanged = http.send(method, target, "If-None-Match", known);
                assertThat(unchanged.status()).as(known).isEqualTo(304);
                assertThat(unchanged.body()).isEmpty();
                assertThat(unchanged.header("ETag")).isEqualTo(tag);
                assertThat(unchanged.header("Vary")).isEqualTo("Accept-Encoding");
                assertThat(unchanged.header("Cache-Control")).isEqualTo("no-cache");
                assertThat(unchanged.header("X-Request-Id")).isNotEmpty();
                assertThat(unchanged.header("Content-Type")).isEmpty();
                assertThat(unchanged.header("Content-Length")).isEmpty();
            }
        }
        assertThat(engine.asked()).isEqualTo(asked);
    }

    @Test
    void severalLinesOfTagsAreOneList() {
        String tag = http.get("/v1/search?q=x").header("ETag");
        Answer answer = http.raw(
                "GET /v1/search?q=x HTTP/1.1\r\nHost: " + server.address().getAuthority()
                        + "\r\nIf-None-Match: \"a\"\r\nIf-None-Match: " + tag + "\r\nConnection: close\r\n\r\n");
        assertThat(answer.status()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "W/\"x\"", "", "x", "\"", "**", "\"*\"", ",", "W/"})
    void anotherTagIsAnsweredInFull(String known) {
        assertThat(http.send("GET", "/v1/search?q=x", "If-None-Match", known).status())
                .isEqualTo(200);
    }

    @Test
    void theSameQuestionInOtherWordsHasTheSameTag() {
        String tag = http.get("/v1/search?q=a+b&limit=5&source=x&source=y").header("ETag");
        assertThat(http.get("/v1/search?source=x&limit=%35&&source=y&q=a%20b").header("ETag"))
                .isEqualTo(tag);
        for (String other : List.of(
                "q=a+b&limit=6&source=x&source=y",
                "q=a+b&limit=5&source=xy",
                "q=a+b&limit=5&source=x",
                "q=a++b&limit=5&source=x&source=y",
                "q=a+b&limit=5&author=x&source=y")) {
            assertThat(http.get("/v1/search?" + other).header("ETag")).isNotEqualTo(tag);
        }
        assertThat(http.get("/v1/search.atom?q=a").header("ETag"))
                .isNotEqualTo(http.get("/v1/search.json-feed?q=a").header("ETag"));
    }

    @Test
    void whatIsWrongIsSaidWhateverTheClientHas() {
        for (String target : List.of("/v1/search?limit=101", "/v1/suggest?limit=0", "/v1/search.atom?cursor=x")) {
            assertThat(http.send("GET", target, "If-None-Match", "*").status()).isEqualTo(400);
        }
        for (String target : List.of("", "/explain?q=x", "/related")) {
            Answer missing = http.send("GET", "/v1/articles/nope" + target, "If-None-Match", "*");
            missing.isProblem(404, "article-not-found");
            assertThat(missing.header("ETag")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nope", "/v1/search?limit=101", "/v1/articles/nope", "/v1/articles/%ff", "/assets/nope.js"})
    void noProblemIsKept(String target) {
        Answer problem = http.rawGet(target);
        assertThat(problem.header("Cache-Control")).isEqualTo("no-store");
        assertThat(problem.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(problem.header("ETag")).isEmpty();
    }

    @Test
    void whatHoldsOnlyForNowIsNotKept() {
        for (Answer answer :
                List.of(http.get("/health/live"), http.get("/health/ready"), http.post("/v1/search", "{}"))) {
            assertThat(answer.isJson().header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("ETag")).isEmpty();
        }
    }

    @Test
    void aCursorThatIsNoneIsRefusedEvenWhereTheClientHasWhateverThereIs() {
        http.send("GET", "/v1/search?cursor=garbage", "If-None-Match", "*").isProblemOf("cursor", "invalid-cursor");
        String next =
                http.get("/v1/search?q=threads&limit=1").json().path("next").asString("");
        String page = "/v1/search?q=threads&limit=1&cursor=" + next;
        String tag = http.get(page).header("ETag");
        assertThat(http.send("GET", page, "If-None-Match", tag).status()).isEqualTo(304);
        assertThat(http.send("GET", page, "If-None-Match", "*").status()).isEqualTo(200);
    }

    @Test
    void theOrderOfRepeatedParametersMakesNoOtherAnswer() {
        assertThat(http.get("/v1/search?source=a&source=b").header("ETag"))
                .isEqualTo(http.get("/v1/search?source=b&source=a").header("ETag"));
    }

    @Test
    void aPageOfACursorMayBeKeptForAWhile() {
        String next =
                http.get("/v1/search?q=threads&limit=1").json().path("next").asString("");
        assertThat(next).isNotEmpty();
        assertThat(http.get("/v1/search?q=threads&limit=1&cursor=" + next).header("Cache-Control"))
                .isEqualTo("max-age=60");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "deflate, gzip;q=0.5", "*", "gzip;q=1.0, identity; q=0.5", "x-gzip"})
    void anAnswerIsCompressedForWhoTakesIt(String accepted) {
        Answer plain = http.get("/v1/search?q=threads");
        Answer get = http.send("GET", "/v1/search?q=threads", "Accept-Encoding", accepted);
        Answer head = http.send("HEAD", "/v1/search?q=threads", "Accept-Encoding", accepted);
        for (Answer answer : List.of(get, head)) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(answer.header("Vary")).isEqualTo("Accept-Encoding");
            assertThat(answer.header("ETag")).isEqualTo(plain.header("ETag"));
            assertThat(Integer.parseInt(answer.header("Content-Length")))
                    .isLessThan(Integer.parseInt(plain.header("Content-Length")) / 2);
        }
        assertThat(http.send(
                                "GET",
                                "/v1/search?q=threads",
                                "Accept-Encoding",
                                accepted,
                                "If-None-Match",
                                get.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip;q=0", "gzip; q=0.000, *", "*;q=0", "br", "", "gzipped"})
    void anAnswerIsPlainForWhoDoesNotTakeIt(String accepted) {
        Answer answer = http.send("GET", "/v1/search?q=threads", "Accept-Encoding", accepted);
        assertThat(answer.header("Content-Encoding")).isEmpty();
        assertThat(answer.header("Vary")).isEqualTo("Accept-Encoding");
        answer.isJson();
    }

    @Test
    void aNewIndexOrANewDayHasANewTag() {
        AtomicLong now = new AtomicLong(Instant.parse("2026-03-01T23:59:59Z").getEpochSecond());
        try (CountingEngine own =
                new CountingEngine(LuceneSearch.inMemory(articles(article("a1").titled("Old"))))) {
            Conditional conditional =
                    new Conditional(AnswerCache.of(own, WorkLimits.DEFAULT), () -> Instant.ofEpochSecond(now.get()));
            Javalin application = Javalin.create(config -> {
                        config.startup.showJavalinBanner = false;
                        SearchHandlers handlers = new SearchHandlers(conditional, Gate.OF_APPLICATION);
                        new Routes(config, "", Gate.OF_APPLICATION).get("/v1/search", Access.READ, handlers::search);
                    })
                    .start("127.0.0.1", 0);
            try (Http client = new Http(URI.create("http://127.0.0.1:" + application.port() + "/"))) {
                String today = client.get("/v1/search?q=x").header("ETag");
                assertThat(client.get("/v1/search?q=x").header("ETag")).isEqualTo(today);
                now.incrementAndGet();
                String tomorrow = client.get("/v1/search?q=x").header("ETag");
                assertThat(tomorrow).isNotEqualTo(today);
                own.goOnWith(LuceneSearch.inMemory(articles(article("a1").titled("New"))));
                assertThat(client.send("GET", "/v1/search?q=x", "If-None-Match", tomorrow)
                                .isJson()
                                .header("ETag"))
                        .isNotEqualTo(tomorrow);
            } finally {
                application.stop();
            }
        }
    }
}
