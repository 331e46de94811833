package dev.epitome.http;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.epitome.EpitomeException;
import dev.epitome.http.Places.Place;
import dev.epitome.http.RawClient.Reply;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many connections there may be, over sockets. */
final class ConnectionLimitsTest {

    private static final String SEARCH = "/v1/search?q=threads";
    private static final Duration LONG = Duration.ofMinutes(10);

    private final SearchEngine engine =
            LuceneSearch.inMemory(articles(article("a1").titled("Threads")));
    private final List<RawClient> clients = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (RawClient client : clients) {
            client.close();
        }
        engine.close();
    }

    @Test
    void pastTheTotalThereIsAPoliteNoAndRoomForHealth() throws Exception {
        try (SearchServer server = start(3, 0)) {
            for (int i = 0; i < 3; i++) {
                assertThat(client(server).get(SEARCH).reply().closes()).isFalse();
            }
            for (String target : List.of(SEARCH, "/", "/openapi.json", "/nope")) {
                RawClient other = client(server);
                Reply no = other.get(target).reply();
                assertThat(no.status()).as(target).isEqualTo(503);
                assertThat(no.body()).contains("\"code\":\"too-many-connections\"");
                assertThat(no.head()).contains("retry-after: ");
                assertThat(no.closes()).isTrue();
                assertThat(other.isEnded()).isTrue();
                other.close();
            }
            for (String target : List.of("/health/live", "/health/ready", "/metrics")) {
                RawClient watcher = client(server);
                Reply answer = watcher.get(target).reply();
                assertThat(answer.status()).as(target).isEqualTo(200);
                assertThat(answer.closes()).isTrue();
                assertThat(watcher.isEnded()).isTrue();
                watcher.close();
            }
            assertThat(clients.getFirst().get(SEARCH).reply().status()).isEqualTo(200);
            clients.getFirst().close();
            untilSearchesAreAnswered(server);
        }
    }

    @Test
    void theNoIsAsTheDocumentHasIt() throws Exception {
        try (SearchServer server = start(1, 0);
                Http http = new Http(server.address())) {
            assertThat(client(server).get(SEARCH).reply().status()).isEqualTo(200);
            for (String target : List.of(SEARCH, "/docs", "/nope", "/v1/stats")) {
                http.get(target).isProblem(503, "too-many-connections");
            }
        }
    }

    @Test
    void oneClientLeavesRoomForOthers() throws Exception {
        try (SearchServer server = start(0, 2)) {
            client(server).get(SEARCH).reply();
            client(server).get(SEARCH).reply();
            assertThat(client(server).get(SEARCH).reply().status()).isEqualTo(503);
            assertThat(client(server).get("/health/live").reply().status()).isEqualTo(200);
            RawClient other = other(server);
            assertThat(other.get(SEARCH).reply().status()).isEqualTo(200);
        }
    }

    @Test
    void whoTakesTheSparePlacesAsWellIsShutOut() throws Exception {
        try (SearchServer server = start(1, 0)) {
            client(server).get(SEARCH).reply();
            List<RawClient> silent = new ArrayList<>();
            for (int i = 0; i <= Places.SPARE_OF_ONE_CLIENT; i++) {
                silent.add(client(server));
            }
            // The last has no place, and the others not for long.
            assertThat(silent).allMatch(RawClient::isEnded);
            assertThat(client(server).get("/health/live").reply().status()).isEqualTo(200);
        }
    }

    @Test
    void sparePlacesAreFewAndNoClientHasThemAll() {
        Places places = new Places(limits(2, 1), () -> 0);
        assertThat(places.take("a", false)).isEqualTo(Place.FULL);
        for (int i = 0; i < Places.SPARE_OF_ONE_CLIENT; i++) {
            assertThat(places.take("a", false)).isEqualTo(Place.SPARE);
        }
        assertThat(places.take("a", false)).isEqualTo(Place.NONE);
        assertThat(places.take("b", false)).isEqualTo(Place.FULL);
        for (int i = Places.SPARE_OF_ONE_CLIENT; i < Places.SPARE; i++) {
            assertThat(places.take("client " + i, false)).isEqualTo(Place.SPARE);
        }
        assertThat(places.take("c", false)).isEqualTo(Place.NONE);
        places.leave("c", Place.NONE);
        places.leave("a", Place.SPARE);
        assertThat(places.take("c", false)).isEqualTo(Place.SPARE);
        places.leave("b", Place.FULL);
        assertThat(places.take("c", false)).isEqualTo(Place.FULL);
    }

    @Test
    void whoSpeaksForManyHasRoomForMany() {
        Places places = new Places(limits(3, 1), () -> 0);
        for (int i = 0; i < 3; i++) {
            assertThat(places.take("proxy", true)).isEqualTo(Place.FULL);
        }
        assertThat(places.take("proxy", true)).isEqualTo(Place.SPARE);
    }

    @Test
    void aFullDoorIsLoggedOnceAMinute() {
        List<LogRecord> logged = new ArrayList<>();
        Handler handler = handler(logged);
        Logger logger = Logger.getLogger(Places.class.getName());
        logger.addHandler(handler);
        try {
            AtomicLong time = new AtomicLong(Long.MAX_VALUE - 1);
            Places places = new Places(limits(1, 0), time::get);
            for (int i = 0; i < 100; i++) {
                places.take("127.0.0.1", false);
            }
            assertThat(logged).hasSize(1);
            time.addAndGet(Duration.ofSeconds(61).toNanos());
            places.take("127.0.0.1", false);
            assertThat(logged).hasSize(2);
            assertThat(logged.getLast().getParameters()).contains(99L);
        } finally {
            logger.removeHandler(handler);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 1, 1, 1",
        "0, -1, 1, 1, 1",
        "1000001, 0, 1, 1, 1",
        "0, 0, 0, 1, 1",
        "0, 0, 1, -1, 1",
        "0, 0, 1, 1, 3601"
    })
    void limitsThatCannotBeAreRefused(int total, int perClient, int request, int idle, int answer) {
        assertThatThrownBy(() -> new ConnectionLimits(
                        total,
                        perClient,
                        Duration.ofSeconds(request),
                        Duration.ofSeconds(idle),
                        Duration.ofSeconds(answer)))
                .isInstanceOf(EpitomeException.class)
                .hasMessageContaining("give ");
    }

    private static Handler handler(List<LogRecord> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    /** The place of who has gone is free once the server has seen it. */
    private void untilSearchesAreAnswered(SearchServer server) throws IOException {
        int status;
        do {
            try (RawClient next = new RawClient(server.address())) {
                status = next.get(SEARCH).reply().status();
            } catch (IOException shutOut) {
                status = 0;
            }
        } while (status != 200);
    }

    private RawClient client(SearchServer server) throws IOException {
        RawClient client = new RawClient(server.address());
        clients.add(client);
        return client;
    }

    private RawClient other(SearchServer server) throws IOException {
        try {
            RawClient client = new RawClient(server.address(), InetAddress.getByName("127.0.0.2"));
            clients.add(client);
            return client;
        } catch (IOException e) {
            return abort("this machine has no second address: " + e);
        }
    }

    private SearchServer start(int total, int perClient) {
        return SearchServer.start(engine, ServerSettings.at("127.0.0.1", 0).withConnections(limits(total, perClient)));
    }

    private static ConnectionLimits limits(int total, int perClient) {
        return new ConnectionLimits(total, perClient, LONG, LONG, LONG);
    }
}
