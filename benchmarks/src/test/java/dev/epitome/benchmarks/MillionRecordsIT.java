package dev.epitome.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
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

/** A million records in the heaps that we promise: 512 MiB to index them, 256 MiB to serve them. */
class MillionRecordsIT {

    private static final long RECORDS = 1_000_000;
    private static final List<String> QUERIES = List.of(
            "EKS",
            "LangGraph",
            "how%20does%20uber%20scale%20reads",
            "kubernetes",
            "go%20generics%20type%20inference",
            "",
            "kafka%20latency&source=bytebytego&sort=-published",
            "memory&limit=100&offset=9900");

    @TempDir
    Path folder;

    @Test
    void aMillionRecordsAreIndexedAndServedInSmallHeaps() throws Exception {
        Process reindex = Delivered.epitome("512m", "reindex", "--index", index(), "-");
        try (OutputStream out = reindex.getOutputStream()) {
            GenerateCorpus.write(
                    SyntheticCorpus.from(Delivered.HOME.resolve("corpus").resolve("articles"), 1), RECORDS, out);
        }
        String report = new String(reindex.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.println(report);
        assertThat(reindex.waitFor()).isZero();
        assertThat(report).contains("1,000,000 articles published");

        Process serve = Delivered.epitome("256m", "serve", "--index", index(), "--port", "0");
        try (BufferedReader out = serve.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            assertThat(line).startsWith("Epitome answers at ");
            searchAll(URI.create(line.substring(line.indexOf("http"))));
        } finally {
            serve.destroy();
            serve.waitFor();
        }
    }

    private static void searchAll(URI address) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        long start = System.nanoTime();
        int requests = 0;
        for (int round = 0; round < 50; round++) {
            for (String query : QUERIES) {
                HttpRequest request = HttpRequest.newBuilder(address.resolve("/v1/search?q=" + query))
                        .build();
                HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(query).isEqualTo(200);
                assertThat(answer.body()).as(query).contains("\"id\":\"synthetic-");
                requests++;
            }
        }
        System.out.printf("%d searches, %d ms each%n", requests, (System.nanoTime() - start) / 1_000_000 / requests);
    }

    private String index() {
        return folder.resolve("index").toString();
    }
}
