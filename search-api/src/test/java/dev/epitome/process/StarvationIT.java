package dev.epitome.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.process.EpitomeProcess.Ended;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What those wait who ask for little while others ask for all they can. Its times say something on an idle machine. */
@EnabledIfSystemProperty(named = "epitome.test.starvation", matches = "true")
class StarvationIT {

    private static final int COPIES = 66;
    private static final int WORKERS = 2;
    private static final int DEAR_CLIENTS = 4 * WORKERS;
    private static final int REQUESTS = 500;
    private static final Duration HEALTH = Duration.ofMillis(100);
    private static final int TIMES = 3;
    private static final Duration FLOOR = Duration.ofMillis(5);

    private static final String HEALTHY = "/health/live";
    private static final String PLAIN = "/v1/search?q=kubernetes";

    /** As many words as a query may have, each in very many articles, with all that can be asked about them. */
    private static final String DEAREST = "/v1/search?limit=100&explain=true&q="
            + "a+the+and+of+to+in+on+for+with+data+system+service+uses+by+how+is+".repeat(8);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger dear = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    @TempDir
    Path folder;

    /** Times of requests, one after the other, the shortest first, in nanoseconds. */
    private static final class Times {
        private final long[] sorted;

        Times(long[] sorted) {
            this.sorted = sorted;
        }

        Duration percentile(int percent) {
            return Duration.ofNanos(sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)]);
        }

        @Override
        public String toString() {
            return "p50 %.1f ms, p99 %.1f ms"
                    .formatted(percentile(50).toNanos() / 1e6, percentile(99).toNanos() / 1e6);
        }
    }

    @Test
    void theDearestRequestsKeepNobodyElseWaitingForLong() throws Exception {
        String index = folder.resolve("index").toString();
        Path records = ManyRecords.write(folder.resolve("many.jsonl"), COPIES);
        try (EpitomeProcess reindex = EpitomeProcess.startLong(
                "512m", folder, "reindex", "-q", "--no-gate", "--index", index, records.toString())) {
            Ended ended = reindex.end();
            assertThat(ended.exitCode()).as(ended.err()).isZero();
        }
        try (client;
                EpitomeProcess serve = EpitomeProcess.startLong(
                        "512m",
                        folder,
                        "serve",
                        "--index",
                        index,
                        "--port",
                        "0",
                        "--access-log",
                        "none",
                        "--workers",
                        String.valueOf(WORKERS))) {
            String line = serve.firstLine();
            URI server = URI.create(line.substring(line.indexOf("http")));
            times(server, PLAIN);
            times(server, HEALTHY);
            Times healthAlone = times(server, HEALTHY);
            Times plainAlone = times(server, PLAIN);
            List<Times> beside = besideTheDearest(server);
            System.out.printf(
                    "alone: health %s; plain %s%nbeside %d clients with the dearest requests, of which %d were answered"
                            + " and %d refused: health %s; plain %s%n",
                    healthAlone,
                    plainAlone,
                    DEAR_CLIENTS,
                    dear.get(),
                    refused.get(),
                    beside.getFirst(),
                    beside.getLast());
            assertThat(dear.get()).isPositive();
            assertThat(beside.getFirst().percentile(99)).isLessThan(HEALTH);
            assertThat(beside.getLast().percentile(99))
                    .isLessThan(plainAlone.percentile(99).multipliedBy(TIMES).plus(FLOOR));
        }
    }

    /** Of health, and of plain searches. */
    private List<Times> besideTheDearest(URI server) throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(DEAR_CLIENTS);
        try (ExecutorService executor = Executors.newFixedThreadPool(DEAR_CLIENTS)) {
            List<Future<Void>> clients = new ArrayList<>();
            for (int i = 0; i < DEAR_CLIENTS; i++) {
                clients.add(executor.submit(() -> askForTheDearest(server, begun, end)));
            }
            try {
                begun.await();
                return List.of(times(server, HEALTHY), times(server, PLAIN));
            } finally {
                end.countDown();
                for (Future<Void> client : clients) {
                    client.get();
                }
            }
        }
    }

    /** Again and again; whoever is refused waits for a moment, though far less than the answer says. */
    private Void askForTheDearest(URI server, CountDownLatch begun, CountDownLatch end) throws Exception {
        boolean isEnded = false;
        while (!isEnded) {
            int status = status(server, DEAREST);
            begun.countDown();
            (status == 200 ? dear : refused).incrementAndGet();
            isEnded = end.await(status == 200 ? 0 : 50, TimeUnit.MILLISECONDS);
        }
        return null;
    }

    private Times times(URI server, String path) throws Exception {
        long[] nanos = new long[REQUESTS];
        for (int i = 0; i < REQUESTS; i++) {
            long start = System.nanoTime();
            assertThat(status(server, path)).isEqualTo(200);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return new Times(nanos);
    }

    private int status(URI server, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofByteArray())
                .statusCode();
    }
}
