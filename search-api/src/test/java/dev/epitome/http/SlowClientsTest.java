package dev.epitome.http;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that take their time must not take that of others. */
final class SlowClientsTest {

    private static final int CLIENTS = 400;

    private final SearchEngine engine =
            LuceneSearch.inMemory(articles(article("a1").titled("Threads")));
    private final SearchServer server = SearchServer.start(engine, "127.0.0.1", 0);
    private final Http http = new Http(server.address());
    private final List<Socket> slow = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : slow) {
            socket.close();
        }
        http.close();
        server.close();
        engine.close();
    }

    @Test
    void bodiesThatNeverEndHoldUpNobodyElse() throws IOException {
        for (int i = 0; i < CLIENTS; i++) {
            connect("POST /v1/search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 10000\r\n\r\n{\"q\":\"");
        }
        othersAreAnswered();
    }

    private void connect(String request) throws IOException {
        Socket socket = new Socket();
        slow.add(socket);
        socket.connect(new InetSocketAddress(
                server.address().getHost(), server.address().getPort()));
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private void othersAreAnswered() {
        long start = System.nanoTime();
        http.get("/health/live").isJson();
        assertThat(http.get("/v1/search?q=threads").isJson().json().path("hits"))
                .hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
}
