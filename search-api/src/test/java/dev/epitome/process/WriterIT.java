package dev.epitome.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.process.EpitomeProcess.Ended;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that writes its index, and commands beside it. */
class WriterIT {

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void commandsHaveTheServiceChangeItsIndexAndAKilledOneLosesNothing() throws Exception {
        String key = made();
        Path more =
                Files.writeString(folder.resolve("more.jsonl"), "{\"id\":\"z1\",\"title\":\"Zanzibar at Airbnb\"}\n");
        try (EpitomeProcess serve = serve(key)) {
            URI address = address(serve);
            assertThat(ended("add", "--index", index(), more.toString()).out())
                    .isEqualTo("1 added, 0 replaced, 0 unchanged, 0 rejected\n");
            assertThat(get(address, "/v1/search?q=zanzibar&fuzzy=off")).contains("\"id\":\"z1\"");
            assertThat(ended("add", "--index", index(), more.toString()).out()).startsWith("0 added, 0 replaced, 1");
            Path note = Path.of(index(), ".epitome-writer");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(note)))
                    .isEqualTo("rw-------");
            serve.kill();
        }
        try (EpitomeProcess again = serve(key)) {
            URI address = address(again);
            assertThat(get(address, "/v1/articles/z1")).contains("Zanzibar at Airbnb");
            assertThat(ended("delete", "--index", index(), "z1").out()).isEqualTo("1 deleted\n");
            assertThat(get(address, "/v1/search?q=zanzibar&fuzzy=off")).doesNotContain("\"id\":\"z1\"");
            again.terminate();
            again.end();
        }
        assertThat(Path.of(index(), ".epitome-writer")).doesNotExist();
        assertThat(ended("add", "--index", index(), more.toString()).out()).startsWith("1 added");
        assertThat(ended("verify", "--index", index()).exitCode()).isZero();
    }

    @Test
    void theServiceRebuildsAndRestoresItsIndexForCommandsBehindItsGate() throws Exception {
        String key = made();
        String copy = folder.resolve("copy").toString();
        StringBuilder lines = new StringBuilder("nonsense\n");
        for (int i = 0; i < 700; i++) {
            lines.append("{\"title\":\"Zanzibar " + i + "\",\"url\":\"https://a.example/" + i + "\"}\n");
        }
        Path many = Files.writeString(folder.resolve("many.jsonl"), lines);
        Path few = Files.writeString(folder.resolve("few.jsonl"), "{\"title\":\"One\"}\n");
        try (EpitomeProcess serve = serve(key)) {
            URI address = address(serve);
            ended("backup", "--index", index(), copy);
            Ended refused = any("reindex", "--index", index(), many.toString());
            assertThat(refused.exitCode()).as(refused.err()).isEqualTo(4);
            assertThat(refused.err()).contains("nothing was published", "golden queries");
            Ended fewer = any("reindex", "--index", index(), few.toString());
            assertThat(fewer.exitCode()).as(fewer.err()).isEqualTo(4);
            assertThat(fewer.err()).contains("1 article would take the place of 672");
            assertThat(get(address, "/v1/search?q=kafka&limit=1")).contains("\"hits\":[{");

            Ended rebuilt = any("reindex", "--index", index(), "--no-gate", many.toString());
            assertThat(rebuilt.exitCode()).as(rebuilt.err()).isEqualTo(3);
            assertThat(rebuilt.out()).contains("700 articles published in " + index(), "replaces 672 articles");
            assertThat(rebuilt.err()).contains("many.jsonl:1: rejected");
            assertThat(get(address, "/v1/search?q=zanzibar&fuzzy=off&limit=0")).contains("\"value\":700");

            assertThat(ended("restore", "--index", index(), copy).out()).startsWith("672 articles restored in");
            assertThat(get(address, "/v1/search?q=kafka&limit=1")).contains("\"hits\":[{");
            assertThat(get(address, "/v1/search?q=zanzibar&fuzzy=off&limit=0")).doesNotContain("\"value\":700");
        }
        assertThat(ended("verify", "--index", index()).exitCode()).isZero();
    }

    private String index() {
        return folder.resolve("index").toString();
    }

    private EpitomeProcess serve(String key) throws Exception {
        EpitomeProcess serve =
                EpitomeProcess.start("256m", folder, "serve", "--index", index(), "--port", "0", "--keys", "-");
        try (OutputStream stdin = serve.stdin()) {
            stdin.write((key + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return serve;
    }

    private static URI address(EpitomeProcess serve) {
        String line = serve.firstLine();
        assertThat(line).as(serve.err()).contains("http");
        return URI.create(line.substring(line.indexOf("http")));
    }

    /** The line of a new key. */
    private String made() throws Exception {
        return ended("key", "new", "--role", "write").out().lines().toList().getLast();
    }

    private Ended ended(String... arguments) throws Exception {
        Ended ended = any(arguments);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return ended;
    }

    private Ended any(String... arguments) throws Exception {
        try (EpitomeProcess process = EpitomeProcess.start("256m", folder, arguments)) {
            return process.end();
        }
    }

    private String get(URI address, String target) throws Exception {
        return client.send(HttpRequest.newBuilder(address.resolve(target)).build(), BodyHandlers.ofString())
                .body();
    }
}
