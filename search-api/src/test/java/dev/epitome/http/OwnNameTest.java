package dev.epitome.http;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.EpitomeException;
import dev.epitome.http.Http.Answer;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import io.javalin.Javalin;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By which names a server goes, and who is believed about it, over sockets. */
@TestInstance(Lifecycle.PER_CLASS)
final class OwnNameTest {

    private static final String FEED = "/v1/search.json-feed?q=threads";

    private final SearchEngine engine =
            LuceneSearch.inMemory(articles(article("a7").titled("Threads")));

    @AfterAll
    void stop() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost:80",
                "localhost.",
                "127.0.0.1",
                "127.9.9.9:1",
                "[::1]",
                "[::1]:8080",
                "[0:0::1]",
                "[::ffff:127.0.0.1]",
                "a.example",
                "A.Example.:443"
            })
    void onLoopbackItAnswersToItsOwnNames(String host) {
        with(naming("", "a.example"), http -> asked(http, "/v1/search", host).isJson());
    }

    /** A page of a foreign name that leads to this machine must not read what is here. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "xlocalhost",
                "0.0.0.0",
                "[::]",
                "10.0.0.1",
                "192.168.0.1:8080",
                "127.1",
                "0x7f000001",
                "a.example.evil"
            })
    void onLoopbackItRefusesAllOthers(String host) {
        with(naming("", "a.example"), http -> {
            for (String target :
                    List.of("/v1/search", FEED, "/", "/openapi.json", "/metrics", "/health/live", "/nope")) {
                asked(http, target, host).isProblem(421, "misdirected-request");
            }
            return "";
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "a/b", "a b", "[x]", "[1.2.3.4]", "a:b", "a:99999999", ".", "user:secret@localhost"})
    void whatIsNoNameIsABadRequest(String host) {
        with(Naming.NONE, http -> asked(http, "/v1/search", host).isProblem(400, "bad-request"));
    }

    @Test
    void whoNamesNobodyIsAnswered() {
        with(Naming.NONE, http -> {
            assertThat(http.raw("GET /v1/search HTTP/1.0\r\n\r\n").status()).isEqualTo(200);
            // That is said by those who have no name to say, which cannot be with HTTP.
            return asked(http, "/v1/search", "").isProblem(400, "bad-request");
        });
    }

    @Test
    void oneOfTwoNamesIsNotChosen() {
        with(
                Naming.NONE,
                http -> http.raw(String.join(
                                "\r\n",
                                "GET /v1/search HTTP/1.1",
                                "Host: localhost",
                                "Host: evil.example",
                                "Connection: close",
                                "",
                                ""))
                        .isProblem(400, "bad-request"));
    }

    @Test
    void linksLeadToThePublicAddressWhateverTheClientSays() {
        with(naming("HTTPS://Search.Example/Epitome/"), http -> {
            for (String host : List.of("localhost:1", "127.0.0.1", "search.example")) {
                assertThat(feed(asked(http, FEED, host)))
                        .isEqualTo("https://search.example/Epitome/v1/search.json-feed?q=threads");
            }
            return "";
        });
    }

    @Test
    void linksOfAnAllowedNameHaveItAndTheirTagsDiffer() {
        with(naming("", "a.example"), http -> {
            Answer named = asked(http, FEED, "A.example:81");
            assertThat(feed(named)).startsWith("http://a.example:81/v1/");
            Answer other = asked(http, FEED, "localhost");
            assertThat(feed(other)).startsWith("http://localhost/v1/");
            assertThat(named.header("ETag")).isNotEqualTo(other.header("ETag"));
            assertThat(asked(http, "/v1/search", "a.example").header("ETag"))
                    .isEqualTo(asked(http, "/v1/search", "localhost").header("ETag"));
            return "";
        });
    }

    @Test
    void whereOthersReachItAnyNameIsAnsweredAndNoneIsRepeated() {
        ServerSettings everywhere =
                ServerSettings.at("0.0.0.0", 0).withPublicRead().withNaming(naming("", "a.example"));
        try (SearchServer server = SearchServer.start(engine, everywhere);
                Http http = new Http(
                        URI.create("http://127.0.0.1:" + server.address().getPort() + "/"))) {
            String reached = "http://127.0.0.1:" + server.address().getPort() + "/v1/";
            for (String host : List.of("evil.example", "10.1.2.3", "evil.example:80", "0.0.0.0")) {
                asked(http, "/health/live", host).isJson();
                Answer answer = asked(http, FEED, host);
                assertThat(feed(answer)).startsWith(reached);
                assertThat(answer.body()).doesNotContain("evil.example", "10.1.2.3");
                assertThat(answer.header("ETag"))
                        .isEqualTo(asked(http, FEED, "b.example").header("ETag"));
            }
            assertThat(feed(asked(http, FEED, "a.example"))).startsWith("http://a.example/v1/");
        }
    }

    @Test
    void routesInAnApplicationRepeatNoNameButLeadWhereItSays() {
        Javalin theirs = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    SearchRoutes.of(engine).under("/plain").mount(config);
                    SearchRoutes.of(engine)
                            .publiclyAt("https://a.example/app")
                            .under("/named")
                            .mount(config);
                })
                .start("127.0.0.1", 0);
        try (Http http = new Http(URI.create("http://127.0.0.1:" + theirs.port() + "/"), Set.of("/plain", "/named"))) {
            assertThat(feed(asked(http, "/plain" + FEED, "evil.example")))
                    .startsWith("http://127.0.0.1:" + theirs.port() + "/plain/v1/");
            assertThat(feed(asked(http, "/plain" + FEED, "localhost:9"))).startsWith("http://localhost:9/plain/v1/");
            assertThat(feed(asked(http, "/named" + FEED, "evil.example")))
                    .isEqualTo("https://a.example/app/named/v1/search.json-feed?q=threads");
        } finally {
            theirs.stop();
        }
    }

    @Test
    void onlyATrustedProxyIsBelieved() {
        String[] headers = {
            "X-Forwarded-For: 203.0.113.9", "X-Forwarded-Proto: https", "X-Forwarded-Host: a.example",
        };
        Naming trusting = new Naming(Optional.empty(), List.of("a.example"), List.of("127.0.0.0/8"));
        assertThat(feedAndClient(trusting, headers))
                .startsWith("https://a.example/v1/")
                .endsWith(" 203.0.113.9");
        Naming distrusting = new Naming(Optional.empty(), List.of("a.example"), List.of("10.0.0.0/8"));
        assertThat(feedAndClient(distrusting, headers))
                .startsWith("http://localhost/v1/")
                .endsWith(" 127.0.0.1");
        assertThat(feedAndClient(trusting, "Forwarded: for=\"[2001:db8::7]:4711\";proto=https;host=a.example"))
                .startsWith("https://a.example/v1/")
                .endsWith(" [2001:db8:0:0:0:0:0:7]");
    }

    @Test
    void aTrustedProxyCannotBeMadeToNameAnyHost() {
        Naming trusting = new Naming(Optional.empty(), List.of("a.example"), List.of("127.0.0.1"));
        with(
                trusting,
                http -> http.raw("GET " + FEED + " HTTP/1.1\r\nHost: localhost\r\n"
                                + "X-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n")
                        .isProblem(421, "misdirected-request"));
    }

    @Test
    void theRateIsThatOfTheClientBehindTheProxy() {
        ServerSettings settings = ServerSettings.at("127.0.0.1", 0)
                .withRateLimit(1)
                .withNaming(new Naming(Optional.empty(), List.of(), List.of("127.0.0.1")));
        try (SearchServer server = SearchServer.start(engine, settings);
                Http http = new Http(server.address())) {
            for (int client = 0; client < 20; client++) {
                assertThat(behind(http, "198.51.100.200, 203.0.113." + client).status())
                        .isEqualTo(200);
            }
            int status = 200;
            for (int i = 0; i < 20 && status == 200; i++) {
                status = behind(http, "198.51.100." + i + ", 203.0.113.99").status();
            }
            assertThat(status)
                    .as("made-up addresses before the last do not help")
                    .isEqualTo(429);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.example",
                "ftp://a.example",
                "https://",
                "https://u:p@a.example",
                "https://a.example?q",
                "https://a.example/#x",
                "https://a.example//x",
                "https://a b",
                "https://a.example/ä",
                "javascript:alert(1)"
            })
    void aPublicAddressIsOneOfTheWeb(String address) {
        assertThatThrownBy(() -> naming(address + " "))
                .isInstanceOf(EpitomeException.class)
                .hasMessageContaining("public address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.example:80", "http://a.example", "a/b", "*", "a@b", "[::1]:80"})
    void anAllowedHostIsAName(String host) {
        assertThatThrownBy(() -> naming("", host))
                .isInstanceOf(EpitomeException.class)
                .hasMessageContaining("name of a host");
    }

    private Naming naming(String address, String... hosts) {
        return new Naming(Optional.of(address).filter(given -> !given.isEmpty()), List.of(hosts), List.of());
    }

    private void with(Naming naming, Function<Http, Object> use) {
        try (SearchServer server = SearchServer.start(
                        engine, ServerSettings.at("127.0.0.1", 0).withNaming(naming));
                Http http = new Http(server.address())) {
            Object unused = use.apply(http);
        }
    }

    /** The first link of a feed that is asked for with the headers, and the client as the log has it. */
    private String feedAndClient(Naming naming, String... headers) {
        StringWriter lines = new StringWriter();
        String link;
        try (AccessLog log = AccessLog.to(lines)) {
            try (SearchServer server = SearchServer.start(
                            engine, ServerSettings.at("127.0.0.1", 0).withNaming(naming), Optional.of(log));
                    Http http = new Http(server.address())) {
                link = feed(http.raw("GET " + FEED + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", headers)
                        + "\r\nConnection: close\r\n\r\n"));
            }
        }
        return link + " " + lines.toString().replaceFirst("(?s).*\"client\":\"([^\"]*)\".*", "$1");
    }

    private static Answer behind(Http http, String clients) {
        return http.raw("GET /v1/search HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: " + clients
                + "\r\nConnection: close\r\n\r\n");
    }

    private static Answer asked(Http http, String target, String host) {
        return http.raw("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }

    private static String feed(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("feed_url").stringValue();
    }
}
