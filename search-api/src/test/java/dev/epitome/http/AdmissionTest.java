package dev.epitome.http;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.http.Http.Answer;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.TestArticle;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is worked for while there is more to do than workers. The engine's searches are held until they are let go. */
final class AdmissionTest {

    private static final int WORKERS = 3;
    private static final String PLAIN = "/v1/search?q=harbour";

    /** As dear as anything can be asked by a URI. */
    private static final String DEAREST = "/v1/search?limit=100&explain=true&q=" + "a+b+c+d+".repeat(32);

    private final SearchEngine real =
            LuceneSearch.inMemory(articles(article("a1").titled("Harbour")));
    private final HeldEngine held = new HeldEngine(real);
    private final ExecutorService clients = Executors.newCachedThreadPool();
    private SearchServer server;
    private Http http;

    @BeforeEach
    void start() {
        serve(WorkLimits.DEFAULT.withWorkers(WORKERS));
    }

    private void serve(WorkLimits limits) {
        server = SearchServer.start(
                held.engine(), ServerSettings.at("127.0.0.1", 0).withWork(limits));
        http = new Http(server.address());
    }

    @AfterEach
    void stop() {
        held.letGo();
        http.close();
        server.close();
        clients.shutdown();
        real.close();
    }

    @Test
    void healthMetricsAndPagesAreAnsweredWhileAllWorkersAreHeld() throws Exception {
        List<Future<Answer>> searches = ask(PLAIN, WORKERS);
        held.await(WORKERS);
        http.get("/health/live").isJson();
        http.get("/health/ready").isJson();
        assertThat(http.get("/metrics").body()).contains("epitome_work_running 3.0");
        assertThat(http.get("/").status()).isEqualTo(200);
        assertThat(http.get("/docs").status()).isEqualTo(200);
        assertThat(http.get("/openapi.json").status()).isEqualTo(200);
        held.letGo();
        for (Future<Answer> search : searches) {
            search.get().isJson();
        }
    }

    @Test
    void theDearestNeverHaveTheLastWorker() throws Exception {
        List<Future<Answer>> dear = ask(DEAREST, 2 * WORKERS);
        held.await(WORKERS - 1);
        List<Future<Answer>> plain = ask(PLAIN, 1);
        held.await(1);
        held.letGo();
        plain.getFirst().get().isJson();
        for (Future<Answer> search : dear) {
            assertThat(search.get().status()).isIn(200, 503);
        }
    }

    @Test
    void whoComesWhenTooManyWaitIsToldWhenToComeAgain() throws Exception {
        List<Future<Answer>> dear = ask(DEAREST, 4 * WORKERS);
        List<Answer> refused = new ArrayList<>();
        held.await(WORKERS - 1);
        for (Future<Answer> search : dear) {
            if (search.isDone() && search.get().status() != 200) {
                refused.add(search.get());
            }
        }
        // The lines are full by now, or will be by those that are on their way.
        while (refused.isEmpty()) {
            Answer last = http.send("GET", DEAREST, "Request-Timeout", "0.05");
            if (last.json().path("code").stringValue("").equals("overloaded")) {
                refused.add(last);
            }
        }
        refused.forEach(answer -> {
            answer.isProblem(503, "overloaded");
            assertThat(answer.header("Retry-After")).isNotEmpty();
        });
        assertThat(http.get("/metrics").body()).containsPattern("epitome_work_refused_total [1-9]");
        held.letGo();
    }

    @Test
    void whoseTimeIsUpBeforeItsTurnIsToldSoAndTheEngineNeverHearsOfIt() throws Exception {
        List<Future<Answer>> searches = ask(PLAIN, WORKERS);
        held.await(WORKERS);
        http.send("GET", PLAIN, "Request-Timeout", "0.05").isProblem(503, "timed-out");
        assertThat(http.get("/metrics").body()).contains("epitome_work_waiting 0.0");
        held.letGo();
        for (Future<Answer> search : searches) {
            search.get().isJson();
        }
    }

    @Test
    void aClientMayNameATimeButNoNonsense() {
        held.letGo();
        for (String time : List.of("1", "2.5", "0.5", "999999999", "999999999.999999999")) {
            http.send("GET", PLAIN, "Request-Timeout", time).isJson();
        }
        for (String time : List.of("", "0", "0.0", "-1", "1s", "1,5", "1e3", "+1", ".5", "NaN")) {
            Answer answer = http.send("GET", PLAIN, "Request-Timeout", time);
            answer.isProblem(400, "invalid-header").says("Request-Timeout", "such as");
        }
    }

    @Test
    void anAnswerThatWasCutShortIsNotToBeKept() {
        SearchEngine large = LuceneSearch.inMemory(articles(IntStream.range(0, 300)
                .mapToObj(i -> article("a" + i).titled("Harbour " + i).saying("boats in the harbour ".repeat(200)))
                .toArray(TestArticle[]::new)));
        try (large;
                SearchServer other = SearchServer.start(
                        large,
                        ServerSettings.at("127.0.0.1", 0)
                                .withWork(WorkLimits.DEFAULT
                                        .withTime(Duration.ofSeconds(60))
                                        .withAnswerCache(0)));
                Http asking = new Http(other.address())) {
            String query = "/v1/search?limit=100&explain=true&q=harbour+boats+%22in+the%22";
            asking.get(query).isJson(); // Once without haste, so that the next is quicker.
            for (int micros = 1_000; ; micros += micros / 8) {
                String time = BigDecimal.valueOf(micros, 6).toPlainString();
                Answer answer = asking.send("GET", query, "Request-Timeout", time);
                if (answer.status() == 503) {
                    answer.isProblem(503, "timed-out");
                    continue;
                }
                if (answer.isJson().json().path("timedOut").booleanValue()) {
                    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
                    assertThat(answer.header("ETag")).isEmpty();
                    assertThat(answer.json().path("next").isNull()).isTrue();
                    return;
                }
                // On this machine nothing lies between nothing and all at this pace: try the next.
                assertThat(answer.header("ETag")).isNotEmpty();
                micros = 900;
            }
        }
    }

    private List<Future<Answer>> ask(String target, int times) {
        List<Future<Answer>> asked = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            asked.add(clients.submit(() -> http.get(target)));
        }
        return asked;
    }
}
