package dev.epitome.benchmarks.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LoadTest {

    private static final String WHOLE = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
    private static final String CHUNKED =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n";
    private static final String REFUSED = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n";

    @Test
    void aClosedLoopCountsEachAnswer() throws Exception {
        try (Answering server = new Answering(WHOLE, 0)) {
            Load load = Load.closed(server.address(), requests(server), 2, Duration.ofMillis(200));
            assertThat(load.answers()).isPositive().isEqualTo(load.micros().getTotalCount());
            assertThat(load.failed()).isZero();
            assertThat(load.perSecond()).isPositive();
        }
    }

    @Test
    void answersInChunksAndOfOtherStatusAreReadToTheirEnd() throws Exception {
        try (Answering server = new Answering(CHUNKED, 0);
                Connection connection = new Connection(server.address())) {
            assertThat(connection.send(requests(server).getFirst())).isEqualTo(200);
            assertThat(connection.bodyBytes()).isEqualTo(5);
            assertThat(connection.send(requests(server).getFirst())).isEqualTo(200);
        }
        try (Answering server = new Answering(REFUSED, 0)) {
            Load load = Load.closed(server.address(), requests(server), 1, Duration.ofMillis(50));
            assertThat(load.failed()).isPositive().isEqualTo(load.answers());
        }
    }

    @Test
    void anOpenLoopCountsFromWhenARequestWasDueNotFromWhenItWasSent() throws Exception {
        long stall = 300;
        try (Answering server = new Answering(WHOLE, stall)) {
            // One connection, a hundred a second: some thirty fall due while the first waits for its answer.
            Load load = Load.open(server.address(), requests(server), 1, 100, Duration.ofMillis(500));
            assertThat(load.answers())
                    .as("all that fell due are asked, however late")
                    .isEqualTo(51);
            assertThat(load.millis(100)).isGreaterThanOrEqualTo(stall - 1.0);
            assertThat(load.millis(75)).as("those behind waited as well").isGreaterThan(100);
        }
    }

    @Test
    void whatIsAskedWithinTheProcessIsCountedInTheSameWay() throws Exception {
        Set<Long> asked = ConcurrentHashMap.newKeySet();
        Set<Long> closed = ConcurrentHashMap.newKeySet();
        Load load = Load.open(() -> caller(asked, closed), 2, 100, Duration.ofMillis(200));
        assertThat(asked)
                .as("each once")
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(0, 20).boxed().toList());
        assertThat(load.answers()).isEqualTo(21);
        assertThat(load.failed()).as("the odd ones").isEqualTo(10);
        assertThat(closed).as("threads that gave their caller back").hasSize(2);
    }

    private static Load.Caller caller(Set<Long> asked, Set<Long> closed) {
        return new Load.Caller() {
            @Override
            public boolean ask(long number) {
                assertThat(asked.add(number)).isTrue();
                return number % 2 == 0;
            }

            @Override
            public void close() {
                closed.add(Thread.currentThread().threadId());
            }
        };
    }

    private static List<byte[]> requests(Answering server) {
        return List.of(Connection.get(server.address(), "/"));
    }

    /** A server that answers everything with the same, the first time late. */
    private static final class Answering implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final CountDownLatch never = new CountDownLatch(1);
        private final byte[] answer;

        Answering(String answer, long stallMillis) throws IOException {
            this.answer = answer.getBytes(StandardCharsets.US_ASCII);
            threads.execute(() -> accept(stallMillis));
        }

        URI address() {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }

        private void accept(long stallMillis) {
            try {
                for (long stall = stallMillis; ; stall = 0) {
                    Socket visitor = socket.accept();
                    long first = stall;
                    threads.execute(() -> answer(visitor, first));
                }
            } catch (IOException e) {
                // The test is over.
            }
        }

        private void answer(Socket visitor, long stallMillis) {
            try (visitor;
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(visitor.getInputStream(), StandardCharsets.US_ASCII))) {
                OutputStream out = visitor.getOutputStream();
                long stall = stallMillis;
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (line.isEmpty()) {
                        boolean over = stall > 0 && never.await(stall, TimeUnit.MILLISECONDS);
                        stall = over ? stall : 0;
                        out.write(answer);
                    }
                }
            } catch (IOException e) {
                // The client has gone.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
            threads.shutdownNow();
        }
    }
}
