package dev.epitome.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.process.EpitomeProcess.Ended;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeIT {

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void withoutAnIndexTheShippedCorpusIsIndexedAndServed() throws Exception {
        try (EpitomeProcess serve = serve()) {
            URI address = address(serve);
            assertThat(get(address, "/health/ready").body()).contains("\"ready\"");
            assertThat(firstTitle(get(address, "/v1/search?q=EKS"))).contains("Hotstar");
            assertThat(firstTitle(get(address, "/v1/search?q=LangGraph"))).contains("Uber");
        }
    }

    @Test
    void aRebuildByAnotherProcessIsSeenWithinTwoSecondsAndNoRequestFails() throws Exception {
        Path records = Files.writeString(
                folder.resolve("new.jsonl"), "{\"title\": \"Quokkas in production\", \"summary\": \"A new one.\"}\n");
        try (EpitomeProcess serve = serve()) {
            URI address = address(serve);
            AtomicBoolean stop = new AtomicBoolean();
            List<CompletableFuture<Integer>> readers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                readers.add(CompletableFuture.supplyAsync(() -> searchUntil(stop, address)));
            }
            for (int round = 0; round < 2; round++) {
                reindex(records.toString());
                awaitWithinTwoSeconds(address, "/v1/search?q=quokkas", "Quokkas in production");
                reindex(EpitomeProcess.SHIPPED_CORPUS.toString());
                awaitWithinTwoSeconds(address, "/v1/search?q=EKS", "Hotstar");
            }
            stop.set(true);
            int requests = 0;
            for (CompletableFuture<Integer> reader : readers) {
                requests += reader.get();
            }
            assertThat(requests).isGreaterThan(100);
        }
    }

    private EpitomeProcess serve() throws Exception {
        return EpitomeProcess.start("256m", folder, "serve", "--index", index(), "--port", "0");
    }

    private void reindex(String path) throws Exception {
        try (EpitomeProcess reindex =
                EpitomeProcess.start("256m", folder, "reindex", "--index", index(), "--no-gate", path)) {
            Ended ended = reindex.end();
            assertThat(ended.exitCode()).as(ended.err()).isZero();
        }
    }

    private String index() {
        return folder.resolve("index").toString();
    }

    private static URI address(EpitomeProcess serve) {
        String line = serve.firstLine();
        assertThat(line).startsWith("Epitome answers at http://127.0.0.1:");
        return URI.create(line.substring(line.indexOf("http")));
    }

    private void awaitWithinTwoSeconds(URI address, String path, String text) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        String body = "";
        while (!body.contains(text)) {
            assertThat(System.nanoTime())
                    .as("still unseen after two seconds: %s", body)
                    .isLessThan(deadline);
            body = get(address, path).body();
        }
    }

    private int searchUntil(AtomicBoolean stop, URI address) {
        int requests = 0;
        while (!stop.get()) {
            try {
                HttpResponse<String> answer = get(address, "/v1/search?q=production+kubernetes");
                if (answer.statusCode() != 200) {
                    throw new AssertionError(answer.statusCode() + " " + answer.body());
                }
                requests++;
            } catch (Exception e) {
                throw new AssertionError("a request failed", e);
            }
        }
        return requests;
    }

    private HttpResponse<String> get(URI address, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
    }

    private static String firstTitle(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body().split("\"title\":", 3)[1].split("\",\"", 2)[0];
    }
}
