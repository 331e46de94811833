package dev.epitome.http;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.http.Http.Answer;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that ask to be taken for something else. */
class PlainRequestTest {

    private static final String WEB_SOCKET = """
            GET /v1/search?q=threads HTTP/1.1\r
            Host: localhost\r
            Connection: Upgrade, close\r
            Upgrade: websocket\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            \r
            """;

    @Test
    void whoAsksForAWebSocketGetsTheAnswerAndNoSession() {
        Answer answer = serving(0, http -> http.raw(WEB_SOCKET));
        assertThat(answer.isJson().json().path("total").path("value").intValue())
                .isEqualTo(1);
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void whoAsksForAWebSocketIsLimitedLikeOthers() {
        Answer third = serving(1, http -> {
            http.raw(WEB_SOCKET);
            http.raw(WEB_SOCKET);
            return http.raw(WEB_SOCKET);
        });
        third.isProblem(429, "too-many-requests");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE", ""})
    void theMethodIsThatOfTheFirstLine(String other) {
        Answer answer = serving(
                0,
                http -> http.raw("GET /v1/search?q=threads HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "X-HTTP-Method-Override: " + other + "\r\n\r\n"));
        assertThat(answer.isJson().json().path("hits")).hasSize(1);
    }

    private interface Asking {
        Answer ask(Http http);
    }

    private static Answer serving(int rateLimit, Asking asking) {
        try (SearchEngine engine = LuceneSearch.inMemory(articles(article("a1").titled("Virtual threads")));
                SearchServer server = SearchServer.start(
                        engine, ServerSettings.at("127.0.0.1", 0).withRateLimit(rateLimit));
                Http http = new Http(server.address())) {
            return asking.ask(http);
        }
    }
}
