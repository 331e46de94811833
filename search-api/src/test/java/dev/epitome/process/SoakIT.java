package dev.epitome.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.process.EpitomeProcess.Ended;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that is used in every way while its index is rebuilt, again and again, by other processes. */
class SoakIT {

    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("epitome.test.soak.seconds", 60));
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int CLIENTS = 3;
    private static final int TERMINATED = 143;

    /** One more than the engine keeps superseded commits for cursors: from then on it holds as many as it ever will. */
    private static final int REBUILDS_UNTIL_FLAT = 5;

    /** A service looks for a new commit twice a second. */
    private static final long SEEN_MILLIS = 700;

    /**
     * How much more of the heap may be in use in the last third of the time than in the first: code and counters are
     * still new then.
     */
    private static final double HEAP_GROWTH = 1.3;

    private static final long SOME_HEAP = 8 << 20;

    /** Files of a commit that is just being opened or checked. */
    private static final int SOME_FILES = 20;

    @TempDir
    Path folder;

    @Test
    void underLoadAndRebuildsNoRequestFailsAndNothingGrows() throws Exception {
        long seed = Long.getLong("epitome.seed", System.nanoTime());
        rebuild(0);
        try (EpitomeProcess serve = serve();
                HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            URI server = address(serve);
            List<MixedLoad> loads = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> new MixedLoad(http, server, new Random(seed + i)))
                    .toList();
            List<Use> uses = new ArrayList<>();
            int rebuilds = underLoad(loads, end -> rebuildUntil(end, () -> uses.add(use(serve, http, server))));
            Set<String> indexes = new HashSet<>();
            loads.forEach(load -> indexes.addAll(load.indexes()));
            System.out.printf(
                    "seed %d: %d answers, %d rebuilds of which %d were seen, %d cursors expired; %s%n",
                    seed,
                    loads.stream().mapToLong(MixedLoad::answers).sum(),
                    rebuilds,
                    indexes.size() - 1,
                    loads.stream().mapToLong(MixedLoad::expired).sum(),
                    uses);
            assertThat(indexes).hasSizeGreaterThanOrEqualTo(REBUILDS_UNTIL_FLAT);
            int third = Math.max(1, uses.size() / 3);
            Use early = Use.least(uses.subList(0, third));
            Use late = Use.least(uses.subList(uses.size() - third, uses.size()));
            assertThat((double) late.heap()).isLessThan(early.heap() * HEAP_GROWTH + SOME_HEAP);
            assertThat(late.files()).isLessThanOrEqualTo(early.files() + SOME_FILES);
            endsCleanly(serve);
        }
    }

    private static void endsCleanly(EpitomeProcess serve) throws Exception {
        serve.terminate();
        Ended ended = serve.end();
        assertThat(ended.exitCode()).isEqualTo(TERMINATED);
        assertThat(ended.err().lines().toList()).singleElement().asString().startsWith("Listening at ");
    }

    private interface Work {
        int until(CountDownLatch end) throws Exception;
    }

    /** Does some work while all of the loads go on; the latch is down when one of them has failed. */
    private static int underLoad(List<MixedLoad> loads, Work work) throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newFixedThreadPool(loads.size())) {
            List<Future<Void>> clients = loads.stream()
                    .map(load -> executor.submit(() -> run(load, end)))
                    .toList();
            try {
                return work.until(end);
            } finally {
                end.countDown();
                for (Future<Void> client : clients) {
                    client.get();
                }
            }
        }
    }

    /** @param flat is called again and again once nothing more may be used than is */
    private int rebuildUntil(CountDownLatch end, Callable<?> flat) throws Exception {
        long until = System.nanoTime() + TIME.toNanos();
        int rebuilds = 0;
        boolean isEnded = false;
        while (!isEnded && (System.nanoTime() < until || rebuilds <= REBUILDS_UNTIL_FLAT)) {
            rebuild(++rebuilds);
            boolean isFlat = rebuilds >= REBUILDS_UNTIL_FLAT;
            isEnded = end.await(isFlat ? pauseMillis(until) : SEEN_MILLIS, TimeUnit.MILLISECONDS);
            if (isFlat) {
                flat.call();
            }
        }
        return rebuilds;
    }

    private static Void run(MixedLoad load, CountDownLatch end) throws Exception {
        try {
            while (end.getCount() > 0) {
                load.ask();
            }
            return null;
        } finally {
            end.countDown();
        }
    }

    private static long pauseMillis(long until) {
        long pause = Math.min(LONGEST_PAUSE.toMillis(), TIME.toMillis() / 12);
        return Math.max(0, Math.min(pause, (until - System.nanoTime()) / 1_000_000));
    }

    /** The shipped articles, in this order or the other. */
    private void rebuild(int number) throws Exception {
        Path records = folder.resolve("records-" + number % 2 + ".jsonl");
        List<String> shipped = ManyRecords.shipped();
        Files.write(records, number % 2 == 0 ? shipped : shipped.reversed());
        try (EpitomeProcess reindex = EpitomeProcess.start(
                "256m", folder, "reindex", "-q", "--no-gate", "--index", index(), records.toString())) {
            Ended ended = reindex.end();
            assertThat(ended.exitCode()).as(ended.err()).isZero();
        }
    }

    private EpitomeProcess serve() throws IOException {
        String log = folder.resolve("access.log").toString();
        return EpitomeProcess.startLong(
                "192m", folder, "serve", "--index", index(), "--port", "0", "--access-log", log, "--time-limit", "60");
    }

    private String index() {
        return folder.resolve("index").toString();
    }

    private static URI address(EpitomeProcess serve) {
        String line = serve.firstLine();
        assertThat(line).as(serve.err()).startsWith("Epitome answers at ");
        return URI.create(line.substring(line.indexOf("http")));
    }

    /**
     * What the service has in use.
     *
     * @param heap in bytes
     * @param files sockets among them; NaN where the system does not tell
     */
    private record Use(long heap, double files) {

        static Use least(List<Use> uses) {
            return new Use(
                    uses.stream().mapToLong(Use::heap).min().orElseThrow(),
                    uses.stream().mapToDouble(Use::files).min().orElseThrow());
        }
    }

    private static Use use(EpitomeProcess serve, HttpClient http, URI server) throws Exception {
        String metrics = http.send(
                        HttpRequest.newBuilder(server.resolve("/metrics")).build(), BodyHandlers.ofString())
                .body();
        return new Use(serve.bytesInUse(), sum(metrics, "process_files_open_files"));
    }

    private static double sum(String metrics, String sample) {
        return metrics.lines()
                .filter(line -> line.startsWith(sample))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
