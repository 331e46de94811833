package dev.epitome.http;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.CleanText;
import dev.epitome.search.HealthCheck;
import dev.epitome.search.HealthCheck.Failure;
import dev.epitome.wire.AnswerJson;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * A line of JSON for every request that a {@link SearchServer} has done with.
 *
 * <p>Threads: one thread of the log's own writes, so lines never run into each other, and a disk that is slow or full
 * holds up no request. Where it falls behind by more than {@value #MOST_WAITING} lines, lines are dropped, and the log
 * says how many.
 *
 * <p>Ownership: whoever opened it closes it, after the server.
 */
public final class AccessLog implements AutoCloseable {

    static final int MOST_WAITING = 8_192;

    private static final int MOST_AT_ONCE = 256;
    private static final Logger LOG = System.getLogger(AccessLog.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Empty stands for the end. */
    private final BlockingQueue<Optional<FinishedRequest>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);

    private final AtomicLong dropped = new AtomicLong();
    private final Writer out;
    private final Closeable owned;
    private final Thread thread;
    private volatile HealthCheck health =
            new HealthCheck("access-log", false, Optional.of(Instant.now()), Optional.empty());

    private AccessLog(Writer out, Closeable owned) {
        this.out = out;
        this.owned = owned;
        this.thread = Thread.ofPlatform().name("access-log").daemon().unstarted(this::write);
    }

    /**
     * Logs to the end of a file. Others may copy it meanwhile, then cut it; where they move it away, the log goes on in
     * the file that was moved.
     */
    public static AccessLog toFile(Path file) {
        Objects.requireNonNull(file, "file");
        try {
            Writer out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return started(new AccessLog(out, out));
        } catch (IOException e) {
            throw new EpitomeException(
                    Kind.INVALID_REQUEST, "cannot write the access log " + file + ": " + e + ": name another file", e);
        }
    }

    /** Logs to a writer, which is flushed after every few lines and stays the caller's. */
    public static AccessLog to(Writer out) {
        Objects.requireNonNull(out, "out");
        return started(new AccessLog(out, () -> {}));
    }

    private static AccessLog started(AccessLog log) {
        log.thread.start();
        return log;
    }

    /** Never waits. */
    void add(FinishedRequest request) {
        if (!waiting.offer(Optional.of(request))) {
            dropped.incrementAndGet();
        }
    }

    /** Writes what is waiting, but gives up after two seconds where that cannot be written. */
    @Override
    public void close() {
        close(PATIENCE);
    }

    void close(Duration patience) {
        try {
            if (waiting.offer(Optional.empty(), patience.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.join(patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        List<Optional<FinishedRequest>> batch = new ArrayList<>();
        boolean open = true;
        while (open) {
            try {
                batch.add(waiting.take());
            } catch (InterruptedException e) {
                return; // Nobody interrupts this thread but a virtual machine that ends.
            }
            waiting.drainTo(batch, MOST_AT_ONCE);
            open = batch.stream().allMatch(Optional::isPresent);
            try {
                write(batch.stream().flatMap(Optional::stream).toList());
            } catch (RuntimeException | Error e) {
                complain(e); // Whatever it was: the next lines may well be written.
            }
            batch.clear();
        }
        try {
            owned.close();
        } catch (IOException e) {
            complain(e);
        }
    }

    private void write(List<FinishedRequest> requests) {
        List<String> lines =
                requests.stream().flatMap(request -> line(request).stream()).toList();
        long missing = dropped.getAndSet(0);
        String first = missing > 0 ? AccessLine.ofDropped(missing) + "\n" : "";
        try {
            out.write(lines.stream().map(line -> line + "\n").collect(Collectors.joining("", first, "")));
            out.flush();
            health = new HealthCheck(health.name(), false, Optional.of(Instant.now()), Optional.empty());
        } catch (IOException e) {
            dropped.addAndGet(missing + lines.size());
            complain(e);
        }
    }

    /** Whatever is wrong with one request, the lines of the others are written. */
    private Optional<String> line(FinishedRequest request) {
        try {
            return Optional.of(AccessLine.of(request));
        } catch (RuntimeException e) {
            dropped.incrementAndGet();
            LOG.log(Level.ERROR, "a request has no line in the access log", e);
            return Optional.empty();
        }
    }

    /** Once, until it works again. */
    private void complain(Throwable e) {
        if (health.failure().isEmpty()) {
            LOG.log(Level.ERROR, "the access log cannot be written; requests are answered all the same: {0}", e);
            Failure failure = new Failure(Instant.now(), "lines cannot be written");
            health = new HealthCheck(health.name(), false, health.passedAt(), Optional.of(failure));
        }
    }

    /** Whether its last lines were written. */
    HealthCheck health() {
        return health;
    }

    /** A finished request as one line of JSON, in printable ASCII whatever the request held. */
    static final class AccessLine {

        /** Longer paths and names of programs are cut: a client must not fill the disk with them. */
        private static final int LONGEST_TEXT = 1_024;

        private static final HexFormat HEX = HexFormat.of();
        private static final char FIRST_ESCAPED = 0x7F;
        private static final double NANOS_A_MILLI = 1e6;

        private AccessLine() {}

        /** Without an end of line. */
        static String of(FinishedRequest request) {
            return ascii(AnswerJson.object(json -> {
                json.writeStringProperty(
                        "time", request.began().truncatedTo(ChronoUnit.MILLIS).toString());
                request.requestId().ifPresent(id -> json.writeStringProperty("requestId", id));
                json.writeStringProperty("method", bounded(request.method()));
                json.writeStringProperty("path", bounded(request.path()));
                request.route().ifPresent(route -> json.writeStringProperty("route", route));
                json.writeNumberProperty("status", request.status());
                json.writeNumberProperty("durationMs", request.took().toNanos() / 1_000 * 1_000 / NANOS_A_MILLI);
                json.writeNumberProperty("bytes", request.bytes());
                json.writeStringProperty("client", request.client());
                request.userAgent().ifPresent(name -> json.writeStringProperty("userAgent", bounded(name)));
                request.hits().ifPresent(hits -> json.writeNumberProperty("hits", hits));
            }));
        }

        /** Says that lines are missing. */
        static String ofDropped(long lines) {
            return ascii(AnswerJson.object(json -> json.writeNumberProperty("dropped", lines)));
        }

        private static String bounded(String text) {
            return CleanText.shortened(text, LONGEST_TEXT);
        }

        /**
         * JSON escapes the control characters of ASCII but one; the others would be commands to some terminals, or ends
         * of lines to some readers. Nothing but the inside of a string can have any.
         */
        private static String ascii(byte[] json) {
            String text = new String(json, StandardCharsets.UTF_8);
            StringBuilder line = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                char character = text.charAt(i);
                if (character < FIRST_ESCAPED) {
                    line.append(character);
                } else {
                    line.append("\\u").append(HEX.toHexDigits(character));
                }
            }
            return line.toString();
        }
    }
}
