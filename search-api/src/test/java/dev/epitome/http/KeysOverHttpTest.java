package dev.epitome.http;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.EpitomeException;
import dev.epitome.http.Http.Answer;
import dev.epitome.keys.Role;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Keys as they come with requests. */
@TestInstance(Lifecycle.PER_CLASS)
final class KeysOverHttpTest {

    private static final String KEYED = "/v1/stats";

    private final SearchEngine engine =
            LuceneSearch.inMemory(articles(article("a7").titled("Threads")));
    private final TestKeys keys = new TestKeys();
    private final ServerSettings settings = ServerSettings.at("127.0.0.1", 0).withKeys(keys.all());

    @AfterAll
    void stop() {
        engine.close();
    }

    @Test
    void aKeyComesOnceAsABearerAndNowhereElse() {
        String right = keys.to(Role.READ);
        try (SearchServer server = SearchServer.start(engine, settings);
                Http http = new Http(server.address())) {
            for (String good : List.of("Bearer " + right, "bearer " + right, "BEARER   " + right)) {
                asked(http, "Authorization: " + good).isJson();
            }
            List<String> wrong = List.of(
                    "Authorization: Bearer " + right.substring(0, 55),
                    "Authorization: Bearer " + right + ", Bearer " + right,
                    "Authorization: Bearer " + right + "x",
                    "Authorization: Bearer",
                    "Authorization: " + right,
                    "Authorization: Basic " + right,
                    "Authorization: Token " + right,
                    "Authorization: Bearer " + right + "\r\nAuthorization: Bearer " + right,
                    "Authorization: Bearer " + right + "\r\nAuthorization: Bearer x");
            for (String header : wrong) {
                Answer answer = asked(http, header).isProblem(401, "unauthorized");
                assertThat(answer.header("WWW-Authenticate")).as(header).isEqualTo("Bearer error=\"invalid_token\"");
                assertThat(answer.body()).doesNotContain(right.substring(13, 40));
            }
            asked(http, "Cookie: key=" + right + "; Authorization=Bearer " + right)
                    .isProblem(401, "unauthorized");
            asked(http, "X-Api-Key: " + right).isProblem(401, "unauthorized");
            http.get(KEYED + "?access_token=" + right).isProblem(401, "unauthorized");
        }
    }

    @Test
    void whatNeedsNoKeyNeverLooksAtOne() {
        try (SearchServer server = SearchServer.start(engine, settings);
                Http http = new Http(server.address())) {
            for (int i = 0; i < 30; i++) {
                http.send("GET", "/v1/search?q=x", "Authorization", "Bearer epi_zzzzzzzz_" + "x".repeat(43))
                        .isJson();
                http.send("GET", "/health/live", "Authorization", "Basic x").isJson();
            }
        }
    }

    @Test
    void whoTriesKeysIsKeptWaitingAndWhoHasOneIsNot() {
        try (SearchServer server = SearchServer.start(engine, settings);
                Http http = new Http(server.address())) {
            String right = "Authorization: Bearer " + keys.to(Role.ADMIN);
            asked(http, right).isJson();
            String wrong = "Authorization: Bearer epi_zzzzzzzz_" + "x".repeat(43);
            Answer refused = asked(http, wrong).isProblem(401, "unauthorized");
            // On a slow machine more than ten, as more become free meanwhile.
            for (int i = 0; i < 60 && refused.status() == 401; i++) {
                refused = asked(http, wrong);
            }
            refused.isProblem(429, "too-many-requests");
            assertThat(refused.header("Retry-After")).matches("[1-6]");
            asked(http, right).isJson();
        }
    }

    /** Keys in every place that a client could think of, right and wrong ones, and failures on the way. */
    @Test
    void noKeyAndNoQueryIsWrittenAnywhere() {
        List<String> logged = new ArrayList<>();
        StringWriter lines = new StringWriter();
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        Handler handler = listener(logged);
        root.addHandler(handler);
        root.setLevel(Level.INFO);
        StringBuilder answers = new StringBuilder();
        String right = keys.to(Role.READ);
        String wrong = right.substring(0, 50) + "xxxxxx";
        SearchEngine closed = LuceneSearch.inMemory(articles(article("a7")));
        try (AccessLog log = AccessLog.to(lines);
                SearchServer server = SearchServer.start(closed, settings, Optional.of(log));
                Http http = new Http(server.address())) {
            closed.close();
            for (String key : List.of(right, wrong)) {
                for (String target : List.of(
                        KEYED,
                        "/v1/search?q=secretword",
                        "/v1/search?q=x&explain=true",
                        "/v1/search?access_token=" + key,
                        "/v1/search?key=" + key + "&q=secretword",
                        "/metrics")) {
                    answers.append(http.send("GET", target, "Authorization", "Bearer " + key));
                    answers.append(http.send("GET", target, "Authorization", key, "User-Agent", "a test"));
                }
                answers.append(http.post("/v1/search", "{\"q\":\"secretword\",\"limit\":\"x\"}"));
                answers.append(asked(http, "Authorization: Bearer " + key + "\r\nBad Header: " + key));
            }
        } finally {
            root.removeHandler(handler);
            root.setLevel(before);
        }
        String all = lines + String.join("\n", logged) + answers;
        assertThat(lines.toString().lines()).hasSizeGreaterThan(24);
        assertThat(logged).as("failures of ours are logged").isNotEmpty();
        assertThat(all).contains("unauthorized").doesNotContain(right.substring(13, 40), "secretword");
    }

    @Test
    void theLogSaysWhoseKeyItWasByItsId() {
        StringWriter lines = new StringWriter();
        AccessLog log = AccessLog.to(lines);
        try (SearchServer server = SearchServer.start(engine, settings, Optional.of(log));
                Http http = new Http(server.address())) {
            for (String target : List.of(KEYED, "/metrics", "/v1/search?q=x")) {
                http.send("GET", target, "Authorization", "Bearer " + keys.to(Role.READ));
            }
            http.send("GET", KEYED, "Authorization", "Bearer epi_zzzzzzzz_" + "x".repeat(43));
        }
        log.close();
        String key = ",\"key\":\"" + keys.to(Role.READ).substring(4, 12) + "\"";
        List<String> logged = lines.toString().lines().toList();
        assertThat(logged).hasSize(4);
        assertThat(logged)
                .filteredOn(line -> line.contains("\"status\":200") && line.contains(KEYED))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(key));
        assertThat(logged)
                .filteredOn(line -> line.contains("\"status\":403"))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("/metrics", key));
        assertThat(logged)
                .filteredOn(line -> line.contains("/v1/search") || line.contains("\"status\":401"))
                .hasSize(2)
                .noneMatch(line -> line.contains("key") || line.contains("zzzzzzzz"));
    }

    @Test
    void whereOtherMachinesReachItSomebodyMustHaveSaidWhoReads() {
        ServerSettings everywhere = ServerSettings.at("0.0.0.0", 0);
        assertThat(everywhere.isOpenUnasked()).isTrue();
        assertThatThrownBy(() -> SearchServer.start(engine, everywhere))
                .isInstanceOf(EpitomeException.class)
                .hasMessageContaining("other machines could read at 0.0.0.0");
        SearchServer.start(engine, everywhere.withPublicRead()).close();
        for (String host : List.of("127.0.0.1", "localhost", "::1", "127.1.2.3", "nowhere.invalid")) {
            assertThat(ServerSettings.at(host, 0).isOpenUnasked()).as(host).isFalse();
        }
        for (String host : List.of("::", "192.0.2.1", "2001:db8::1")) {
            assertThat(ServerSettings.at(host, 0).isOpenUnasked()).as(host).isTrue();
            assertThat(ServerSettings.at(host, 0).withKeys(keys.all()).isOpenUnasked())
                    .isFalse();
        }
    }

    @Test
    void withKeysAndPublicReadWhoeverReachesItReads() {
        ServerSettings everywhere = ServerSettings.at("0.0.0.0", 0).withKeys(keys.all());
        for (boolean open : new boolean[] {true, false}) {
            try (SearchServer server = SearchServer.start(engine, open ? everywhere.withPublicRead() : everywhere);
                    Http http = new Http(
                            URI.create("http://127.0.0.1:" + server.address().getPort() + "/"))) {
                assertThat(http.get("/v1/search?q=threads").status()).isEqualTo(open ? 200 : 401);
                assertThat(http.get("/health/ready").status()).isEqualTo(200);
                assertThat(http.get(KEYED).status()).isEqualTo(401);
            }
        }
    }

    @Test
    void onlyPagesOfNamedOriginsMaySendKeys() {
        ServerSettings named = settings.withCorsOrigins(List.of("https://a.example"));
        assertThat(allowedHeaders(named)).contains("Authorization");
        assertThat(allowedHeaders(settings.withCorsOrigins(List.of("*")))).doesNotContain("Authorization");
        ServerSettings withoutKeys = ServerSettings.at("127.0.0.1", 0).withCorsOrigins(List.of("https://a.example"));
        assertThat(allowedHeaders(withoutKeys)).doesNotContain("Authorization");
    }

    private String allowedHeaders(ServerSettings serving) {
        try (SearchServer server = SearchServer.start(engine, serving);
                Http http = new Http(server.address())) {
            Answer answer = http.send(
                    "OPTIONS", "/v1/search", "Origin", "https://a.example", "Access-Control-Request-Method", "DELETE");
            assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, POST");
            return answer.header("Access-Control-Allow-Headers");
        }
    }

    private static Answer asked(Http http, String headers) {
        return http.raw(
                "GET " + KEYED + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\nConnection: close\r\n\r\n");
    }

    private static Handler listener(List<String> logged) {
        return new Handler() {
            private final SimpleFormatter format = new SimpleFormatter();

            @Override
            public synchronized void publish(LogRecord entry) {
                logged.add(format.format(entry));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
