package dev.epitome.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.process.EpitomeProcess.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the service begins and ends, in a process of its own. */
class StopIT {

    private static final int TERMINATED = 143;
    private static final Pattern LISTENING =
            Pattern.compile("Listening at http://127\\.0\\.0\\.1:(\\d+)/ while the index is opened\\.");
    private static final byte[] HEAD = String.join(
                    "\r\n",
                    "POST /v1/search HTTP/1.1",
                    "Host: localhost",
                    "Content-Type: application/json",
                    "Content-Length: 12",
                    "Expect: 100-continue",
                    "",
                    "")
            .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BODY = "{\"q\": \"EKS\"}".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    @Test
    void whenToldToStopItFinishesTheRequestThatIsRunningAndTakesNoOther() throws Exception {
        Path log = folder.resolve("access.log");
        try (EpitomeProcess serve = serve("--port", "0", "--access-log", log.toString());
                Socket slow = connected(serve)) {
            slow.getOutputStream().write(HEAD);
            // Which is said once the body is waited for.
            byte[] begun = slow.getInputStream().readNBytes(CONTINUE.length);
            assertThat(begun).isEqualTo(CONTINUE);
            slow.getOutputStream().write(BODY, 0, 5);
            slow.getOutputStream().flush();
            serve.terminate();
            awaitRefusal(slow.getPort());
            // Longer than Jetty lets a connection live that it thinks idle.
            slow.setSoTimeout(1_500);
            assertThatThrownBy(() -> slow.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            slow.setSoTimeout(0);
            assertThat(serve.isAlive()).isTrue();
            slow.getOutputStream().write(BODY, 5, BODY.length - 5);
            slow.getOutputStream().flush();
            String answer = new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 200 ").contains("Hotstar");
            Ended ended = serve.end();
            assertThat(ended.exitCode()).isEqualTo(TERMINATED);
            assertThat(Files.readAllLines(log))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("\"route\":\"/v1/search\"", "\"method\":\"POST\"", "\"status\":200");
        }
    }

    @Test
    void whenToldToStopItIsNotReadyFirstThenRefusesAndEndsInTime() throws Exception {
        try (EpitomeProcess serve = serve("--port", "0", "--stop-grace", "2", "--stop-within", "20");
                Socket open = connected(serve)) {
            int port = open.getPort();
            assertThat(answer(port, "/health/ready")).startsWith("HTTP/1.1 200");
            serve.terminate();
            String ready = answer(port, "/health/ready");
            while (ready.startsWith("HTTP/1.1 200")) {
                ready = answer(port, "/health/ready");
            }
            assertThat(ready).startsWith("HTTP/1.1 503").contains("\"code\":\"stopping\"", "Connection: close");
            assertThat(answer(port, "/v1/search?q=EKS"))
                    .startsWith("HTTP/1.1 200")
                    .contains("Connection: close");
            awaitRefusal(port);
            assertThat(open.getInputStream().read()).isEqualTo(-1);
            assertThat(serve.end().exitCode()).isEqualTo(TERMINATED);
        }
    }

    @Test
    void anIndexThatCannotBeOpenedEndsTheProcessWithFiveAndNoAddress() throws Exception {
        Path index = Files.createDirectories(folder.resolve("index"));
        Files.writeString(index.resolve("segments_1"), "no index at all");
        try (EpitomeProcess serve = serve("--port", "0")) {
            Ended ended = serve.end();
            assertThat(ended.exitCode()).as(ended.err()).isEqualTo(5);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err().lines().toList())
                    .satisfiesExactly(
                            listening -> assertThat(listening).startsWith("Listening at http://127.0.0.1:"),
                            wrong -> assertThat(wrong).startsWith("epitome: "));
        }
    }

    @Test
    void whileTheFirstIndexIsBuiltItLivesAndSaysThatItIsNotReady() throws Exception {
        try (EpitomeProcess serve = serve("--port", "0")) {
            int port = portOnStandardError(serve);
            String early = answer(port, "/health/ready");
            String line = serve.firstLine();
            assertThat(line).isEqualTo("Epitome answers at http://127.0.0.1:" + port + "/");
            assertThat(early)
                    .startsWith("HTTP/1.1 503")
                    .contains("Retry-After: ", "index-unavailable", "application/problem+json");
            assertThat(answer(port, "/health/ready")).startsWith("HTTP/1.1 200");
            assertThat(serve.err()).contains("\"path\":\"/health/ready\"");
        }
    }

    /** Which is told there at once, long before standard output says that searches are answered. */
    private static int portOnStandardError(EpitomeProcess serve) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        Matcher told = LISTENING.matcher(serve.err());
        while (!told.find()) {
            assertThat(System.nanoTime()).as(serve.err()).isLessThan(deadline);
            Thread.sleep(5);
            told = LISTENING.matcher(serve.err());
        }
        return Integer.parseInt(told.group(1));
    }

    private EpitomeProcess serve(String... options) throws IOException {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "serve";
        arguments[1] = "--index";
        arguments[2] = folder.resolve("index").toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return EpitomeProcess.start("256m", folder, arguments);
    }

    private static Socket connected(EpitomeProcess serve) throws IOException {
        String line = serve.firstLine();
        return new Socket(
                InetAddress.getLoopbackAddress(),
                URI.create(line.substring(line.indexOf("http"))).getPort());
    }

    private static void awaitRefusal(int port) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < deadline) {
            try (Socket late = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertThat(late.isConnected()).isTrue();
            } catch (IOException refused) {
                return;
            }
            Thread.sleep(50);
        }
        assertThatIOException().isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close());
    }

    private static String answer(int port, String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
