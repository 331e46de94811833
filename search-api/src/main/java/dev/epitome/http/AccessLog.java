package dev.epitome.http;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.CleanText;
import dev.epitome.search.HealthCheck;
import dev.epitome.search.HealthCheck.Failure;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
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
import java.util.concurrent.locks.LockSupport;

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

    private static final int MOST_AT_ONCE = 1_024;
    private static final Duration GATHERING = Duration.ofMillis(5);
    private static final Logger LOG = System.getLogger(AccessLog.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Empty stands for the end. */
    private final BlockingQueue<Optional<FinishedRequest>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);

    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong droppedInAll = new AtomicLong();
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
            drop();
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
                LockSupport.parkNanos(GATHERING.toNanos()); // Or this thread would be woken for each line.
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
        StringBuilder lines = new StringBuilder(requests.size() * 320);
        int written = 0;
        for (FinishedRequest request : requests) {
            written += append(request, lines) ? 1 : 0;
        }
        long missing = dropped.getAndSet(0);
        try {
            out.append(missing > 0 ? AccessLine.ofDropped(missing) : "").append(lines);
            out.flush();
            health = new HealthCheck(health.name(), false, Optional.of(Instant.now()), Optional.empty());
        } catch (IOException e) {
            dropped.addAndGet(missing + written);
            droppedInAll.addAndGet(written);
            complain(e);
        }
    }

    /** Whatever is wrong with one request, the lines of the others are written. */
    private boolean append(FinishedRequest request, StringBuilder lines) {
        int before = lines.length();
        try {
            AccessLine.of(request, lines);
            return true;
        } catch (RuntimeException e) {
            lines.setLength(before);
            drop();
            LOG.log(Level.ERROR, "a request has no line in the access log", e);
            return false;
        }
    }

    private void drop() {
        dropped.incrementAndGet();
        droppedInAll.incrementAndGet();
    }

    /** How many requests have no line since it was opened. */
    long dropped() {
        return droppedInAll.get();
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
        private static final char FIRST_PRINTED = ' ';
        private static final char LAST_PRINTED = '~';
        private static final double NANOS_A_MILLI = 1e6;

        private AccessLine() {}

        /** With its end of line. */
        static void of(FinishedRequest request, StringBuilder line) {
            line.append("{\"time\":\"")
                    .append(request.began().truncatedTo(ChronoUnit.MILLIS))
                    .append('"');
            request.requestId().ifPresent(id -> text(line, "requestId", id));
            text(line, "method", bounded(request.method()));
            text(line, "path", bounded(request.path()));
            request.route().ifPresent(route -> text(line, "route", route));
            line.append(",\"status\":").append(request.status());
            line.append(",\"durationMs\":").append(request.took().toNanos() / 1_000 * 1_000 / NANOS_A_MILLI);
            line.append(",\"bytes\":").append(request.bytes());
            text(line, "client", request.client());
            request.userAgent().ifPresent(name -> text(line, "userAgent", bounded(name)));
            request.key().ifPresent(id -> text(line, "key", id));
            request.hits().ifPresent(hits -> line.append(",\"hits\":").append(hits));
            line.append("}\n");
        }

        /** Says that lines are missing. */
        static String ofDropped(long lines) {
            return "{\"dropped\":" + lines + "}\n";
        }

        private static String bounded(String text) {
            return text.length() <= LONGEST_TEXT ? text : CleanText.shortened(text, LONGEST_TEXT);
        }

        /** What is no printable ASCII would be a command to some terminals, or an end of a line to some readers. */
        private static void text(StringBuilder line, String name, String text) {
            line.append(",\"").append(name).append("\":\"");
            for (int i = 0; i < text.length(); i++) {
                char character = text.charAt(i);
                if (character < FIRST_PRINTED || character > LAST_PRINTED) {
                    line.append("\\u").append(HEX.toHexDigits(character));
                } else {
                    line.append(character == '"' || character == '\\' ? "\\" : "")
                            .append(character);
                }
            }
            line.append('"');
        }
    }
}
