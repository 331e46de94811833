package dev.epitome.http;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that take their time must not take that of others, and not forever. */
final class SlowClientsTest {

    private static final int CLIENTS = 400;
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final int PAUSE_MILLIS = 40;
    private static final String POST =
            "POST /v1/search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 10000\r\n\r\n{\"q\":\"";

    private final SearchEngine engine =
            LuceneSearch.inMemory(articles(article("a1").titled("Threads")));
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final List<RawClient> slow = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (RawClient client : slow) {
            client.close();
        }
        executor.shutdownNow();
        engine.close();
    }

    @Test
    void bodiesThatNeverEndHoldUpNobodyElse() throws Exception {
        with(new ConnectionLimits(0, 0, LONG, LONG, LONG), server -> {
            connect(server, CLIENTS, POST);
            othersAreAnswered(server);
        });
    }

    /** Each byte would begin the time of a connection that is only idle anew. */
    @Test
    void headsThatComeByteByByteAreCutInTime() throws Exception {
        with(new ConnectionLimits(0, 0, SHORT, LONG, LONG), server -> {
            connect(server, 100, "GET /v1/search?q=threads HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
            allAreCut(client -> client.dripUntilEnded('x', PAUSE_MILLIS));
            othersAreAnswered(server);
        });
    }

    @Test
    void bodiesThatComeByteByByteAreCutInTime() throws Exception {
        with(new ConnectionLimits(0, 0, SHORT, LONG, LONG), server -> {
            connect(server, 50, POST);
            allAreCut(client -> client.dripUntilEnded('x', PAUSE_MILLIS));
            othersAreAnswered(server);
        });
    }

    @Test
    void whoSaysNothingIsCutInTime() throws Exception {
        with(new ConnectionLimits(0, 0, SHORT, LONG, LONG), server -> {
            connect(server, 50, "");
            allAreCut(client -> assertThat(client.isEnded()).isTrue());
        });
    }

    @Test
    void whoHasNothingMoreToAskIsCutInTime() throws Exception {
        with(new ConnectionLimits(0, 0, LONG, SHORT, LONG), server -> {
            connect(server, 50, "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
            allAreCut(client -> {
                assertThat(client.reply().status()).isEqualTo(200);
                assertThat(client.isEnded()).isTrue();
            });
        });
    }

    @Test
    void whoNeverReadsTheAnswersHoldsUpNobodyElseAndIsCutInTime() throws Exception {
        with(new ConnectionLimits(0, 0, LONG, LONG, SHORT), server -> {
            String request = "GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n";
            for (int i = 0; i < 20; i++) {
                RawClient client = connected(server);
                // More than all that lies between us and them may hold.
                var unused = executor.submit(() -> client.send(request.repeat(1_000)));
            }
            othersAreAnswered(server);
            allAreCut(client -> client.dripUnreadUntilEnded('x', PAUSE_MILLIS));
        });
    }

    /** That takes longer than all of the times here, and is ours. */
    @Test
    void anAnswerThatTakesLongIsWaitedFor() throws Exception {
        HeldEngine held = new HeldEngine(engine);
        ConnectionLimits limits =
                new ConnectionLimits(0, 0, Duration.ofMillis(100), Duration.ofMillis(100), Duration.ofMillis(100));
        try (SearchServer server = SearchServer.start(
                held.engine(), ServerSettings.at("127.0.0.1", 0).withConnections(limits))) {
            RawClient client = connected(server).get("/v1/search?q=threads");
            held.await(1);
            RawClient silent = connected(server);
            assertThat(silent.isEnded()).isTrue();
            assertThat(connected(server).isEnded()).isTrue();
            held.letGo();
            assertThat(client.reply().status()).isEqualTo(200);
        }
    }

    private interface Use {
        void of(SearchServer server) throws Exception;
    }

    private interface End {
        void of(RawClient client) throws Exception;
    }

    private void with(ConnectionLimits limits, Use use) throws Exception {
        try (SearchServer server = SearchServer.start(
                engine,
                ServerSettings.at("127.0.0.1", 0)
                        .withConnections(limits)
                        .withStopTimes(new StopTimes(Duration.ZERO, Duration.ofMillis(10))))) {
            use.of(server);
        }
    }

    private void allAreCut(End end) throws Exception {
        List<Future<?>> ended = new ArrayList<>();
        for (RawClient client : slow) {
            Callable<Boolean> task = () -> {
                end.of(client);
                return true;
            };
            ended.add(executor.submit(task));
        }
        for (Future<?> one : ended) {
            one.get(20, TimeUnit.SECONDS);
        }
    }

    private void connect(SearchServer server, int number, String bytes) throws IOException {
        for (int i = 0; i < number; i++) {
            connected(server).send(bytes);
        }
    }

    private RawClient connected(SearchServer server) throws IOException {
        RawClient client = new RawClient(server.address());
        slow.add(client);
        return client;
    }

    private static void othersAreAnswered(SearchServer server) {
        long start = System.nanoTime();
        try (Http http = new Http(server.address())) {
            http.get("/health/live").isJson();
            assertThat(http.get("/v1/search?q=threads").isJson().json().path("hits"))
                    .hasSize(1);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
}
