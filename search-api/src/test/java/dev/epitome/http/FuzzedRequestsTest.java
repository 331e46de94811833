package dev.epitome.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.epitome.http.AnswerStream.Answer;
import dev.epitome.http.RandomRequests.Exchange;
import dev.epitome.http.RandomRequests.Manner;
import dev.epitome.lucene.Eventually;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.TechnicalTexts;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.Thread.UncaughtExceptionHandler;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever comes over a socket is answered as HTTP or not at all, and leaves nothing behind. A failure names the seed
 * of its exchange; {@code -Depitome.seed=…} begins with that one.
 */
final class FuzzedRequestsTest {

    private static final int REQUESTS = Integer.getInteger("epitome.test.requests", 20_000);
    private static final long FIRST = Long.getLong("epitome.seed", System.nanoTime());
    private static final int CLIENTS = Integer.getInteger("epitome.test.clients", 4);
    private static final int KEPT = 3;

    /** More than Jetty reads at once: where it refuses the beginning, its end may overtake its answer. */
    private static final int LONG = 8_000;

    private static final int PATIENCE_MILLIS = 30_000;
    private static final int SOME_THREADS = 8;
    private static final int SOME_FILES = 4;
    private static final Pattern CODE = Pattern.compile("\"code\":\"([a-z-]+)\"");
    private static final Set<String> UNAVAILABLE =
            Set.of("index-unavailable", "timed-out", "overloaded", "too-many-connections", "stopping", "not-ready");
    private static final Pattern TRACE =
            Pattern.compile("Exception|\tat |java\\.(lang|util|io)\\.|org\\.eclipse|io\\.javalin");

    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    private final Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();
    private final AtomicInteger exchanges = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();

    @Test
    void anyBytesAreAnsweredAsHttpAndLeaveNothingBehind() throws Exception {
        UncaughtExceptionHandler usual = Thread.getDefaultUncaughtExceptionHandler();
        Errors errors = new Errors();
        Logger.getLogger("").addHandler(errors);
        // As the command has it: of every bad request Jetty says a line.
        Logger jetty = Logger.getLogger("org.eclipse.jetty");
        Level told = jetty.getLevel();
        jetty.setLevel(Level.SEVERE);
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> uncaught.add(e));
        try (SearchEngine engine = LuceneSearch.inMemory(TechnicalTexts.articles(new Random(1), 200, 20));
                SearchServer server = SearchServer.start(engine, "127.0.0.1", 0)) {
            String cursor = cursor(server.address());
            int threads = threads();
            long files = files();
            sendAll(server.address(), cursor);
            System.out.println(
                    requests + " requests in " + exchanges + " exchanges from seed " + FIRST + ": " + statuses);
            assertThat(plain(server.address(), "").status()).isEqualTo(200);
            assertThat(statuses.keySet()).contains(200, 304, 400, 404, 405, 415, 417, 421, 431, 505);
            Duration soon = Duration.ofSeconds(20);
            Eventually.within(soon, "no connection is left", () -> server.connections() == 0);
            Eventually.within(soon, "threads are as before", () -> threads() <= threads + SOME_THREADS);
            Eventually.within(soon, "open files are as before", () -> files() <= files + SOME_FILES);
            assertThat(errors.logged).isEmpty();
            assertThat(uncaught).isEmpty();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(usual);
            Logger.getLogger("").removeHandler(errors);
            jetty.setLevel(told);
        }
    }

    private void sendAll(URI server, String cursor) throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(executor.submit(() -> {
                    try (Client client = new Client(server, cursor)) {
                        client.sendAll();
                    }
                    return null;
                }));
            }
            for (Future<?> client : clients) {
                client.get();
            }
        }
    }

    private static String cursor(URI server) throws IOException {
        Matcher next = Pattern.compile("\"next\":\"([^\"]+)\"")
                .matcher(plain(server, "limit=1").body());
        assertThat(next.find()).isTrue();
        return next.group(1);
    }

    private static Answer plain(URI server, String parameters) throws IOException {
        try (Socket socket = connected(server)) {
            socket.getOutputStream()
                    .write(("GET /v1/search?" + parameters + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(ISO_8859_1));
            return new AnswerStream(socket.getInputStream()).next(false).orElseThrow();
        }
    }

    private static Socket connected(URI server) throws IOException {
        Socket socket = new Socket(InetAddress.getByName(server.getHost()), server.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    /** Sockets among them; zero where the system does not tell. */
    private static long files() {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        } catch (IOException e) {
            return 0;
        }
    }

    /** One that keeps its connection as long as both like. */
    private final class Client implements AutoCloseable {

        private final URI server;
        private final String cursor;
        private @Nullable Socket socket;
        /** What the same connection was used for before. */
        private final Deque<String> before = new ArrayDeque<>();

        private AnswerStream answers = new AnswerStream(InputStream.nullInputStream());

        Client(URI server, String cursor) {
            this.server = server;
            this.cursor = cursor;
        }

        void sendAll() throws IOException {
            while (requests.get() < REQUESTS) {
                long seed = FIRST + exchanges.getAndIncrement();
                // Neighbouring seeds would begin with the same numbers.
                Random random = new Random(seed * 0x9E3779B97F4A7C15L);
                String id = "fuzz-" + seed + "-";
                Exchange exchange = new RandomRequests(random, cursor, id).next();
                requests.addAndGet(Math.max(1, exchange.methods().size()));
                try {
                    send(exchange, id);
                } catch (IOException | RuntimeException | AssertionError e) {
                    String sent = exchange.bytes();
                    fail(
                            "fails with -Depitome.seed=%d: %s%nbefore it: %s%nsent, %s: %s",
                            seed, e, before, exchange.manner(), beginning(sent), e);
                }
            }
        }

        private static String beginning(String text) {
            return text.substring(0, Math.min(text.length(), 2_000));
        }

        private void send(Exchange exchange, String id) throws IOException {
            Socket open = open();
            try {
                open.getOutputStream().write(exchange.bytes().getBytes(ISO_8859_1));
                switch (exchange.manner()) {
                    case PROPER -> readAll(exchange, id);
                    case BROKEN -> {
                        open.shutdownOutput();
                        readToTheEnd();
                    }
                    case GONE -> open.setSoLinger(exchange.bytes().length() % 2 == 0, 0);
                }
            } catch (IOException e) {
                close();
                boolean isCut = exchange.manner() == Manner.PROPER || e instanceof EOFException;
                if (isCut && exchange.bytes().length() < LONG) {
                    throw e;
                }
            }
            if (exchange.manner() != Manner.PROPER) {
                close();
            }
        }

        private void readAll(Exchange exchange, String id) throws IOException {
            for (int i = 0; i < exchange.methods().size(); i++) {
                boolean bodiless = exchange.methods().get(i).equals("HEAD");
                Optional<Answer> answer = answers.next(bodiless);
                if (answer.isEmpty()) {
                    throw new EOFException("no answer to request " + i);
                }
                check(answer.get());
                String echoed = answer.get().field("x-request-id").orElse("");
                // Nothing is known of what could not be read, nor of what had an id that could not be.
                boolean isKnown =
                        exchange.bytes().contains(id + i) && !answer.get().closes();
                assertThat(echoed).as("%s", answer.get()).isEqualTo(isKnown ? id + i : echoed);
                before.addLast(beginning(exchange.bytes()) + "\nanswered: " + answer.get());
                if (before.size() > KEPT) {
                    before.removeFirst();
                }
                if (answer.get().closes()) {
                    close();
                    return;
                }
            }
        }

        private void readToTheEnd() throws IOException {
            for (Optional<Answer> answer = answers.next(false); answer.isPresent(); answer = answers.next(false)) {
                check(answer.get());
            }
        }

        private Socket open() throws IOException {
            Socket known = socket;
            if (known != null) {
                return known;
            }
            Socket fresh = connected(server);
            answers = new AnswerStream(new BufferedInputStream(fresh.getInputStream()));
            socket = fresh;
            before.clear();
            return fresh;
        }

        @Override
        public void close() throws IOException {
            Socket open = socket;
            socket = null;
            if (open != null) {
                open.close();
            }
        }
    }

    private void check(Answer answer) {
        statuses.computeIfAbsent(answer.status(), status -> new AtomicInteger()).incrementAndGet();
        Matcher code = CODE.matcher(answer.body());
        boolean documented = answer.status() < 500
                || answer.status() == 505
                || (answer.status() == 503
                        && (answer.body().isEmpty() || (code.find() && UNAVAILABLE.contains(code.group(1)))));
        assertThat(documented).as("%s", answer).isTrue();
        if (answer.status() >= 400) {
            assertThat(answer.field("content-type")).as("%s", answer).contains(Problem.MEDIA_TYPE);
            assertThat(answer.body()).doesNotContainPattern(TRACE);
        } else if (!answer.field("content-type").orElse("").contains("text/")) {
            // Metrics have names of Java's in them, the pages whatever a page has.
            assertThat(answer.body()).doesNotContainPattern(TRACE);
        }
    }

    private static final class Errors extends Handler {

        private final Queue<String> logged = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
                logged.add(entry.getMessage() + ": " + entry.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
