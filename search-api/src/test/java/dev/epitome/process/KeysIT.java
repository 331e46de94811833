package dev.epitome.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.process.EpitomeProcess.Ended;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysIT {

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void aKeyThatWasMadeOpensAServiceThatReadsItsLineFromStandardInput() throws Exception {
        List<String> made = made();
        String index = folder.resolve("index").toString();
        try (EpitomeProcess serve =
                EpitomeProcess.start("256m", folder, "serve", "--index", index, "--port", "0", "--keys", "-")) {
            try (OutputStream stdin = serve.stdin()) {
                stdin.write((made.getLast() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            String line = serve.firstLine();
            URI address = URI.create(line.substring(line.indexOf("http")));
            assertThat(status(address.resolve("/metrics"), made.getFirst())).isEqualTo(200);
            assertThat(status(address.resolve("/metrics"), made.getFirst() + "x"))
                    .isEqualTo(401);
            assertThat(status(address.resolve("/v1/search?q=EKS"), "none")).isEqualTo(200);
            assertThat(serve.err()).doesNotContain(made.getFirst().substring(13));
        }
    }

    private List<String> made() throws Exception {
        try (EpitomeProcess key = EpitomeProcess.start("64m", folder, "key", "new", "--role", "admin")) {
            Ended ended = key.end();
            assertThat(ended.exitCode()).as(ended.err()).isZero();
            return ended.out().lines().toList();
        }
    }

    private int status(URI target, String key) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(target)
                .header("Authorization", "Bearer " + key)
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        return answer.statusCode();
    }
}
