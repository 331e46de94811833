package dev.epitome.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.http.Http.Answer;
import dev.epitome.keys.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rebuilds that clients ask for, and how they learn what becomes of them. */
final class RebuildsTest {

    private static final Set<String> ENDED = Set.of("published", "refused", "failed", "cancelled");

    /** Enough that some are read before the others have come: the format is told by the first part. */
    private static final int SENT = 3_000;

    private final TestKeys keys = new TestKeys();
    private final ExampleService service = new ExampleService(ServerSettings.at("127.0.0.1", 0)
            .withKeys(keys.all())
            .withStopTimes(new StopTimes(Duration.ZERO, Duration.ofMillis(500))));

    @AfterEach
    void stop() {
        service.close();
    }

    private Answer send(String method, String target, String body) {
        List<String> headers = List.of("Authorization", "Bearer " + keys.to(Role.ADMIN));
        return service.http().send(method, target, BodyPublishers.ofString(body), headers.toArray(String[]::new));
    }

    private static String records(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"id\":\"r" + i + "\",\"title\":\"Zanzibar " + i + "\"}\n")
                .collect(Collectors.joining());
    }

    private JsonNode task(String location) {
        return send("GET", "/v1/" + location, "").isJson().json();
    }

    private JsonNode ended(String location) {
        JsonNode task = task(location);
        while (!ENDED.contains(task.path("state").stringValue())) {
            Thread.onSpinWait();
            task = task(location);
        }
        return task;
    }

    private JsonNode rebuilt(String query, String body) {
        Answer answer = send("POST", "/v1/rebuilds" + query, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.header("Location"))
                .isEqualTo("tasks/" + answer.json().path("id").stringValue());
        return ended(answer.header("Location"));
    }

    private int total(String query) {
        return service.http()
                .get("/v1/search?limit=0&fuzzy=off&q=" + query)
                .json()
                .path("total")
                .path("value")
                .intValue();
    }

    @Test
    void whatIsSentTakesThePlaceOfAll() {
        JsonNode task = rebuilt("", records(300) + "nonsense\n{\"id\":\"none\"}\n");
        assertThat(task.path("state").stringValue()).as(task.toString()).isEqualTo("published");
        assertThat(task.path("articles").intValue()).isEqualTo(300);
        assertThat(task.path("records").intValue()).isEqualTo(302);
        assertThat(task.path("rejected").intValue()).isEqualTo(2);
        assertThat(task.path("rejections").path(0).path("place").intValue()).isEqualTo(301);
        assertThat(task.path("rejections").path(1).path("reason").stringValue()).contains("title");
        assertThat(task.path("endedAt").isString()).isTrue();
        assertThat(total("")).isEqualTo(300);
        assertThat(total("kafka")).isZero();
    }

    @Test
    void anIndexThatWouldLoseMostOfItsArticlesIsNotPublishedUnlessThatIsWanted() {
        JsonNode refused = rebuilt("", records(1));
        assertThat(refused.path("state").stringValue()).isEqualTo("refused");
        assertThat(refused.path("reasons").path(0).stringValue()).contains("1 article would take the place of 4");
        assertThat(refused.path("articles").isNull()).isTrue();
        assertThat(total("")).isEqualTo(4);
        assertThat(rebuilt("?allowShrink=true", records(1)).path("state").stringValue())
                .isEqualTo("published");
        assertThat(total("")).isEqualTo(1);
    }

    @Test
    void whereNothingIsSentNothingIsPublished() {
        assertThat(rebuilt("?allowShrink=true", "").path("reasons").path(0).stringValue())
                .contains("no article was read");
        assertThat(rebuilt("?gate=false&allowShrink=true", "nonsense\n")
                        .path("state")
                        .stringValue())
                .isEqualTo("refused");
        assertThat(total("")).isEqualTo(4);
    }

    @Test
    void oneIsDoneAtATimeAndWhatIsPutMeanwhileStays() {
        try (Sending sending = new Sending(service, keys)) {
            sending.send(records(SENT));
            String first = running();
            send("POST", "/v1/rebuilds", records(9)).isProblem(409, "conflict").says(first);
            send("PUT", "/v1/articles/meanwhile", "{\"title\":\"Zanzibar meanwhile\"}");
            assertThat(total("zanzibar")).as("of what is not published").isEqualTo(1);
            sending.end();
            assertThat(sending.status()).contains(" 202 ");
            assertThat(ended("tasks/" + first).path("articles").intValue()).isEqualTo(SENT + 1);
            assertThat(total("zanzibar")).isEqualTo(SENT + 1);
        }
        assertThat(rebuilt("", records(SENT + 1)).path("state").stringValue()).isEqualTo("published");
        assertThat(send("GET", "/v1/tasks", "").json().path("tasks").size()).isEqualTo(2);
    }

    /** The one that reads now. */
    private String running() {
        JsonNode tasks = send("GET", "/v1/tasks", "").isJson().json().path("tasks");
        while (tasks.size() == 0 || tasks.path(0).path("records").intValue() == 0) {
            Thread.onSpinWait();
            tasks = send("GET", "/v1/tasks", "").json().path("tasks");
        }
        assertThat(tasks.path(0).path("state").stringValue()).isEqualTo("reading");
        return tasks.path(0).path("id").stringValue();
    }

    @Test
    void oneThatIsCancelledPublishesNothing() {
        try (Sending sending = new Sending(service, keys)) {
            sending.send(records(SENT));
            String id = running();
            Answer cancelled = send("DELETE", "/v1/tasks/" + id, "").isJson();
            assertThat(cancelled.json().path("state").stringValue()).isEqualTo("cancelling");
            sending.end();
            assertThat(sending.status()).contains(" 409 ");
            assertThat(ended("tasks/" + id).path("state").stringValue()).isEqualTo("cancelled");
            assertThat(send("DELETE", "/v1/tasks/" + id, "")
                            .isJson()
                            .json()
                            .path("state")
                            .stringValue())
                    .isEqualTo("cancelled");
        }
        assertThat(total("")).isEqualTo(4);
        assertThat(rebuilt("", records(9)).path("state").stringValue()).isEqualTo("published");
    }

    @Test
    void whatIsNotSentToItsEndIsNotPublishedWhateverIsLetPass() {
        String id;
        try (Sending sending = new Sending(service, keys, "?gate=false&allowShrink=true")) {
            sending.send(records(SENT));
            id = running();
        }
        JsonNode task = ended("tasks/" + id);
        assertThat(task.path("state").stringValue()).isEqualTo("failed");
        assertThat(task.path("reasons").path(0).stringValue()).contains("ended before all of it had come");
        assertThat(total("")).isEqualTo(4);
    }

    @Test
    void whoAsksForWhatIsNotThereIsTold() {
        send("GET", "/v1/tasks/none", "").isProblem(404, "task-not-found");
        send("DELETE", "/v1/tasks/none", "").isProblem(404, "task-not-found");
        send("POST", "/v1/rebuilds?gates=false", records(9)).isProblem(400, "unknown-parameter");
        send("POST", "/v1/rebuilds?gate=maybe", records(9)).isProblem(400, "invalid-parameter");
    }

    @Test
    void aServerThatStopsEndsWhatIsAtWork() {
        List<String> threads = new ArrayList<>();
        try (Sending sending = new Sending(service, keys)) {
            sending.send(records(SENT));
            assertThat(running()).isNotEmpty();
            service.close();
            Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals("epitome-rebuild"))
                    .filter(Thread::isAlive)
                    .forEach(thread -> threads.add(thread.getName()));
        }
        assertThat(threads).isEmpty();
    }

    /** A rebuild whose records come piece by piece. */
    private static final class Sending implements AutoCloseable {

        private final Socket socket;
        private final OutputStream out;

        Sending(ExampleService service, TestKeys keys) {
            this(service, keys, "");
        }

        Sending(ExampleService service, TestKeys keys, String query) {
            try {
                socket = new Socket(
                        InetAddress.getLoopbackAddress(), service.http().port());
                socket.setSoTimeout(20_000);
                out = socket.getOutputStream();
                write("POST /v1/rebuilds" + query + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + keys.to(Role.ADMIN) + "\r\nTransfer-Encoding: chunked\r\n\r\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void send(String records) {
            write(Integer.toHexString(records.length()) + "\r\n" + records + "\r\n");
        }

        void end() {
            write("0\r\n\r\n");
        }

        private void write(String text) {
            try {
                out.write(text.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The first line of the answer. */
        String status() {
            try {
                return new String(socket.getInputStream().readNBytes(13), StandardCharsets.ISO_8859_1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
