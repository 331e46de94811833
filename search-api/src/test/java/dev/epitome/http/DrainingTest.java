package dev.epitome.http;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.EpitomeException;
import dev.epitome.http.RawClient.Reply;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that is told to stop leaves nobody unanswered, over sockets. */
final class DrainingTest {

    private static final String SEARCH = "/v1/search?q=threads";

    private final SearchEngine real =
            LuceneSearch.inMemory(articles(article("a7").titled("Threads")));
    private final HeldEngine held = new HeldEngine(real);
    private final List<RawClient> clients = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        held.letGo();
        for (RawClient client : clients) {
            client.close();
        }
        real.close();
    }

    @Test
    void readyIsNoFirstAndAllElseGoesOnForAWhile() throws Exception {
        SearchServer server = start(real, Duration.ofSeconds(1), Duration.ofSeconds(30));
        assertThat(client(server).get(Draining.READY).reply().status()).isEqualTo(200);
        CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
        Reply ready = client(server).get(Draining.READY).reply();
        while (ready.status() == 200) {
            ready = client(server).get(Draining.READY).reply();
        }
        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.body()).contains("\"code\":\"stopping\"");
        assertThat(ready.head()).contains("retry-after: ");
        Reply live = client(server).get("/health/live").reply();
        assertThat(live.status()).isEqualTo(200);
        Reply search = client(server).get(SEARCH).reply();
        assertThat(search.status()).isEqualTo(200);
        assertThat(search.closes()).isTrue();
        assertThat(closing).succeedsWithin(10, TimeUnit.SECONDS);
        assertThatThrownBy(() -> client(server)).isInstanceOf(IOException.class);
    }

    @Test
    void everyRequestThatWasReceivedIsAnsweredAlsoIfItCameLate() throws Exception {
        SearchServer server = start(held.engine(), Duration.ZERO, Duration.ofSeconds(60));
        List<RawClient> running = clients(server, 16);
        List<RawClient> late = clients(server, 16);
        List<RawClient> silent = clients(server, 4);
        for (RawClient client : late) {
            assertThat(client.get("/health/live").reply().closes()).isFalse();
        }
        for (RawClient client : running) {
            client.get(SEARCH);
        }
        held.await(16);
        CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
        untilRefused(server);
        for (RawClient client : late) {
            client.get(SEARCH);
        }
        held.await(16);
        assertThat(closing).isNotDone();
        held.letGo();
        for (List<RawClient> group : List.of(running, late)) {
            for (RawClient client : group) {
                Reply reply = client.reply();
                assertThat(reply.status()).isEqualTo(200);
                assertThat(reply.closes()).isTrue();
                assertThat(client.isEnded()).isTrue();
            }
        }
        assertThat(closing).succeedsWithin(10, TimeUnit.SECONDS);
        assertThat(silent).allMatch(RawClient::isEnded);
    }

    @Test
    void aRequestThatHasBegunToArriveIsWaitedFor() throws Exception {
        SearchServer server = start(real, Duration.ZERO, Duration.ofSeconds(60));
        RawClient head = client(server).get("/health/live");
        assertThat(head.reply().status()).isEqualTo(200);
        RawClient body = client(server)
                .send(String.join(
                        "\r\n",
                        "POST /v1/search HTTP/1.1",
                        "Host: localhost",
                        "Content-Type: application/json",
                        "Content-Length: 15",
                        "Expect: 100-continue",
                        "",
                        ""));
        assertThat(body.reply().status()).isEqualTo(100);
        head.send("GET /health/li");
        CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
        untilRefused(server);
        assertThat(head.send("ve HTTP/1.1\r\nHost: localhost\r\n\r\n").reply().status())
                .isEqualTo(200);
        assertThat(closing).isNotDone();
        assertThat(body.send("{\"q\":\"threads\"}").reply().status()).isEqualTo(200);
        assertThat(closing).succeedsWithin(10, TimeUnit.SECONDS);
    }

    @Test
    void underLoadNoRequestIsLost() throws Exception {
        SearchServer server = start(real, Duration.ofMillis(200), Duration.ofSeconds(30));
        AtomicInteger answered = new AtomicInteger();
        List<CompletableFuture<Void>> load = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            load.add(CompletableFuture.runAsync(
                    () -> askUntilRefused(server, answered),
                    command -> Thread.ofVirtual().start(command)));
        }
        while (answered.get() < 200) {
            Thread.onSpinWait();
        }
        server.close();
        assertThat(CompletableFuture.allOf(load.toArray(CompletableFuture[]::new)))
                .succeedsWithin(20, TimeUnit.SECONDS);
    }

    @Test
    void whatIsStillRunningInTheEndIsCutOff() throws Exception {
        SearchServer server = start(held.engine(), Duration.ZERO, Duration.ofMillis(300));
        RawClient client = client(server).get(SEARCH);
        held.await(1);
        RawClient half = client(server).send("GET /v1/sea");
        assertThat(CompletableFuture.runAsync(server::close)).succeedsWithin(5, TimeUnit.SECONDS);
        assertThat(client.isEnded()).isTrue();
        assertThat(half.isEnded()).isTrue();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"-1, 5", "5, 5", "0, 0", "0, 3601"})
    void timesThatCannotBeAreRefused(int grace, int within) {
        assertThatThrownBy(() -> new StopTimes(Duration.ofSeconds(grace), Duration.ofSeconds(within)))
                .isInstanceOf(EpitomeException.class)
                .hasMessageContaining("grace");
    }

    /** Over one connection as long as the server likes; then over the next. */
    private static void askUntilRefused(SearchServer server, AtomicInteger answered) {
        while (true) {
            RawClient client;
            try {
                client = new RawClient(server.address());
            } catch (IOException refused) {
                return;
            }
            try (client) {
                Reply reply;
                do {
                    reply = client.get(SEARCH).reply();
                    assertThat(reply.status()).isEqualTo(200);
                    answered.incrementAndGet();
                } while (!reply.closes());
            } catch (IOException e) {
                throw new AssertionError("a request was not answered", e);
            }
        }
    }

    private void untilRefused(SearchServer server) throws IOException {
        for (boolean refused = false; !refused; ) {
            try {
                new RawClient(server.address()).close();
            } catch (IOException e) {
                refused = true;
            }
        }
    }

    private List<RawClient> clients(SearchServer server, int number) throws IOException {
        List<RawClient> some = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            some.add(client(server));
        }
        return some;
    }

    private RawClient client(SearchServer server) throws IOException {
        RawClient client = new RawClient(server.address());
        clients.add(client);
        return client;
    }

    private static SearchServer start(SearchEngine engine, Duration grace, Duration within) {
        return SearchServer.start(
                engine,
                ServerSettings.at("127.0.0.1", 0)
                        .withWork(WorkLimits.DEFAULT.withWorkers(64))
                        .withStopTimes(new StopTimes(grace, within)));
    }
}
