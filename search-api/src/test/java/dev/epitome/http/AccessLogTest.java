package dev.epitome.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.epitome.EpitomeException;
import dev.epitome.http.AccessLog.AccessLine;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class AccessLogTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** The machine may be busy with other tests. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    void aLineSaysWhoAskedForWhatAndHowItWent() {
        String line = line(request("/v1/search", "curl/8.5"));
        JsonNode members = JSON.readTree(line);
        assertThat(members.propertyNames())
                .containsExactly(
                        "time",
                        "requestId",
                        "method",
                        "path",
                        "route",
                        "status",
                        "durationMs",
                        "bytes",
                        "client",
                        "userAgent",
                        "hits");
        assertThat(members.path("time").stringValue()).isEqualTo("2026-11-23T14:00:00Z");
        assertThat(members.path("durationMs").doubleValue()).isEqualTo(12.345);
        assertThat(members.path("hits").longValue()).isEqualTo(7);
    }

    @Test
    void nothingThatAClientSendsEndsALineOrCommandsATerminal() {
        String evil = "/a\r\n{\"status\":200}\u001b[2J\u007f\u0085\u009b31m\u2028\u202e\"\\\ud800ü🚀";
        String line = line(request(evil, evil));
        assertThat(line).matches("[ -~]+").doesNotContain("\u007f");
        assertThat(JSON.readTree(line).path("path").stringValue()).isEqualTo(evil);
    }

    @Test
    void whatIsEndlessIsCut() {
        assertThat(line(request("/" + "x".repeat(60_000), "y".repeat(60_000)))).hasSizeLessThan(3_000);
    }

    @Test
    void linesOfManyThreadsAreAllThereAndWhole() throws Exception {
        Path file = folder.resolve("access.log");
        Files.writeString(file, "what was there before\n");
        AccessLog log = AccessLog.toFile(file);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                all.add(threads.submit(() -> {
                    for (int i = 0; i < 500; i++) {
                        log.add(request("/v1/search", "x".repeat(i)));
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        log.close(PATIENCE);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(4_001).startsWith("what was there before");
        assertThat(lines.subList(1, lines.size()))
                .allSatisfy(
                        line -> assertThat(JSON.readTree(line).path("status").intValue())
                                .isEqualTo(200));
    }

    @Test
    void aLogThatNobodyReadsHoldsUpNoRequestAndSaysLaterWhatItDropped() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        StringWriter written = new StringWriter();
        Writer stuck = new StuckWriter(written, read);
        AccessLog log = AccessLog.to(stuck);
        for (int i = 0; i < AccessLog.MOST_WAITING * 2; i++) {
            log.add(request("/", ""));
        }
        read.countDown();
        log.close(PATIENCE);
        long lines =
                written.toString().lines().filter(line -> line.contains("path")).count();
        long dropped = written.toString()
                .lines()
                .map(JSON::readTree)
                .mapToLong(line -> line.path("dropped").longValue(0))
                .sum();
        assertThat(lines).isGreaterThanOrEqualTo(AccessLog.MOST_WAITING);
        assertThat(dropped).isPositive();
        assertThat(lines + dropped).isEqualTo(AccessLog.MOST_WAITING * 2L);
        assertThat(log.dropped()).isEqualTo(dropped);
    }

    @Test
    void aLogThatFailsGoesOnWhenItCanBeWrittenAgain() throws Exception {
        StringWriter written = new StringWriter();
        FailingWriter failing = new FailingWriter(written);
        AccessLog log = AccessLog.to(failing);
        log.add(request("/lost", ""));
        failing.failed.await();
        failing.works = true;
        log.add(request("/kept", ""));
        log.close(PATIENCE);
        assertOneIsDroppedAndTheOtherKept(written);
    }

    @Test
    void aRequestThatHasNoLineIsCountedAsDroppedAndTheOthersHaveTheirs() {
        StringWriter written = new StringWriter();
        AccessLog log = AccessLog.to(written);
        log.add(request("/odd", "", Duration.ofSeconds(Long.MAX_VALUE)));
        log.add(request("/kept", ""));
        log.close(PATIENCE);
        assertOneIsDroppedAndTheOtherKept(written);
    }

    @Test
    void aFileThatCannotBeWrittenIsToldAtOnce() {
        assertThatExceptionOfType(EpitomeException.class)
                .isThrownBy(() ->
                        AccessLog.toFile(folder.resolve("no").resolve("such").resolve("folder")))
                .withMessageContaining("cannot write the access log");
    }

    private static void assertOneIsDroppedAndTheOtherKept(StringWriter written) {
        assertThat(written.toString().lines().toList())
                .hasSize(2)
                .satisfies(lines -> assertThat(lines.getFirst()).isEqualTo("{\"dropped\":1}"))
                .satisfies(lines -> assertThat(lines.getLast()).contains("/kept"));
    }

    /** Without its end. */
    private static String line(FinishedRequest request) {
        StringBuilder line = new StringBuilder();
        AccessLine.of(request, line);
        assertThat(line).endsWith("}\n");
        return line.substring(0, line.length() - 1);
    }

    private static FinishedRequest request(String path, String userAgent) {
        return request(path, userAgent, Duration.ofNanos(12_345_678));
    }

    private static FinishedRequest request(String path, String userAgent, Duration took) {
        return new FinishedRequest(
                Instant.parse("2026-11-23T14:00:00Z"),
                took,
                Optional.of("r1"),
                "GET",
                path,
                Optional.of("/v1/search"),
                200,
                100,
                "127.0.0.1",
                Optional.of(userAgent),
                Optional.empty(),
                OptionalLong.of(7),
                false,
                false);
    }

    /** Waits with the first line until somebody reads. */
    private static final class StuckWriter extends Writer {

        private final Writer target;
        private final CountDownLatch read;

        StuckWriter(Writer target, CountDownLatch read) {
            this.target = target;
            this.read = read;
        }

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            try {
                read.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            target.write(text, from, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /** As a full disk does. */
    private static final class FailingWriter extends Writer {

        private final CountDownLatch failed = new CountDownLatch(1);
        private final Writer target;
        private volatile boolean works;

        FailingWriter(Writer target) {
            this.target = target;
        }

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            if (!works) {
                failed.countDown();
                throw new IOException("no space left");
            }
            target.write(text, from, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
