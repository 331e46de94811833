package dev.epitome.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a server over a socket: politely through the client of the JDK, or with bytes that no client would send. Every
 * answer is checked against the document.
 */
final class Http implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PATIENCE_MILLIS = 10_000;

    private final URI address;
    private final Set<String> theirs;
    private final HttpClient client = HttpClient.newHttpClient();

    Http(URI address) {
        this(address, Set.of());
    }

    /** With paths that are not of our service: what they answer is not checked. */
    Http(URI address, Set<String> theirs) {
        this.address = address;
        this.theirs = theirs;
    }

    /** An answer, its header names in lower case. */
    record Answer(int status, Map<String, String> headers, String body) {

        JsonNode json() {
            return JSON.readTree(body);
        }

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        /** Checks all that every answer with JSON has in common. */
        Answer isJson() {
            assertThat(status).as(body).isEqualTo(200);
            assertThat(header("Content-Type")).isEqualTo("application/json");
            assertThat(header("X-Request-Id")).isNotEmpty();
            return this;
        }

        /** Checks all that every problem has in common. */
        Answer isProblem(int expected, String code) {
            assertThat(status).as(body).isEqualTo(expected);
            assertThat(header("Content-Type")).isEqualTo("application/problem+json");
            JsonNode problem = json();
            assertThat(problem.path("type").stringValue()).isEqualTo("urn:epitome:problem:" + code);
            assertThat(problem.path("code").stringValue()).isEqualTo(code);
            assertThat(problem.path("status").intValue()).isEqualTo(expected);
            assertThat(problem.path("title").stringValue()).isNotBlank();
            assertThat(problem.path("detail").stringValue()).isNotBlank().hasSizeLessThan(1_000);
            assertThat(problem.path("instance").stringValue()).startsWith("/").isNotEqualTo("/badMessage");
            assertThat(problem.path("requestId").stringValue()).isNotBlank().isEqualTo(header("X-Request-Id"));
            return this;
        }

        /** Checks the detail of a problem. */
        Answer says(String... parts) {
            assertThat(json().path("detail").stringValue()).contains(parts);
            return this;
        }

        /** As {@link #isProblem(int, String)}, of one parameter. */
        Answer isProblemOf(String param, String code) {
            isProblem(400, code);
            assertThat(json().path("param").stringValue()).isEqualTo(param);
            return this;
        }
    }

    int port() {
        return address.getPort();
    }

    Answer get(String target) {
        return send("GET", target);
    }

    Answer send(String method, String target, String... headers) {
        return send(method, target, BodyPublishers.noBody(), headers);
    }

    Answer post(String target, String json) {
        return send("POST", target, BodyPublishers.ofString(json), "Content-Type", "application/json");
    }

    Answer send(String method, String target, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(target))
                .timeout(Duration.ofMillis(PATIENCE_MILLIS))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            Map<String, String> fields = response.headers().map().entrySet().stream()
                    .collect(Collectors.toMap(
                            field -> field.getKey().toLowerCase(Locale.ROOT),
                            field -> String.join(", ", field.getValue())));
            return checked(method, target, new Answer(response.statusCode(), fields, response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A request with that target, as it is. */
    Answer rawGet(String target) {
        return raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    /**
     * Sends the characters as bytes of their own number, and reads until the server has closed. Where they do not ask
     * it to, nothing follows them.
     */
    Answer raw(String bytes) {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            if (!bytes.contains("Connection: close")) {
                socket.shutdownOutput();
            }
            String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Answer answer = parse(response);
            boolean comesInTwo = answer.status() == 100;
            Answer last = comesInTwo ? parse(response.substring(response.indexOf("HTTP/1.1", 1))) : answer;
            String[] line = bytes.lines().findFirst().orElse("").split(" ", -1);
            checked(line[0], line.length > 1 ? line[1] : "", last);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every answer is one that the document promises. */
    private Answer checked(String method, String target, Answer answer) {
        if (theirs.stream().noneMatch(theirs -> target.equals(theirs) || target.startsWith(theirs + "/"))) {
            OpenApiCheck.check(method, target, answer);
        }
        return answer;
    }

    private static Answer parse(String response) {
        int end = response.indexOf("\r\n\r\n");
        assertThat(end).as(response).isPositive();
        List<String> head = response.substring(0, end).lines().toList();
        Map<String, String> headers = head.stream()
                .skip(1)
                .map(line -> Arrays.asList(line.split(": ?", 2)))
                .collect(Collectors.toMap(
                        field -> field.get(0).toLowerCase(Locale.ROOT), field -> field.get(1), (one, other) -> one));
        int status = Integer.parseInt(head.getFirst().split(" ", -1)[1]);
        String body = response.substring(end + 4);
        return new Answer(
                status, headers, Optional.of(body).map(Http::unchunked).orElseThrow());
    }

    /** The answers that tests read this way have a length, but for short problems: one chunk at most. */
    private static String unchunked(String body) {
        return body.isEmpty() || body.startsWith("{") || body.startsWith("<")
                ? body
                : body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1);
    }

    @Override
    public void close() {
        client.close();
    }
}
