package dev.epitome.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that uses all of the service, one request after the other, and takes nothing but good answers. */
final class MixedLoad {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> QUERIES = List.of(
            "EKS",
            "LangGraph",
            "how does uber scale reads",
            "\"api gateway\" OR kafka -lambda",
            "langraph",
            "kubernetes",
            "cache",
            "tag:kafka published:2025",
            "");

    private final HttpClient client;
    private final URI server;
    private final Random random;
    private final Set<String> indexes = new HashSet<>();
    private final Map<String, String> tags = new HashMap<>();
    private List<String> ids = List.of();
    private long answers;
    private long expired;

    MixedLoad(HttpClient client, URI server, Random random) {
        this.client = client;
        this.server = server;
        this.random = random;
    }

    /** How many answers there were. */
    long answers() {
        return answers;
    }

    /** How many cursors were of an index that was kept no longer. */
    long expired() {
        return expired;
    }

    /** The versions of the index that searches were answered from. */
    Set<String> indexes() {
        return indexes;
    }

    /** @throws AssertionError when an answer is not as it should be */
    void ask() throws Exception {
        String q = "q=" + encoded(QUERIES.get(random.nextInt(QUERIES.size())));
        switch (random.nextInt(14)) {
            case 0 -> search("/v1/search?limit=0&facets=source,author,tag,type,year,month&" + q);
            case 1 -> pages("/v1/search?limit=5&fields=title&" + q);
            case 2 ->
                get("/v1/suggest?q="
                        + encoded(List.of("k", "lang", "how", "tag:a").get(random.nextInt(4))));
            case 3 -> get("/v1/search.atom?" + q);
            case 4 -> get("/v1/search.json-feed?" + q);
            case 5 -> get(article() + "/explain?" + q);
            case 6 -> get(article() + "/related");
            case 7 -> get(article());
            case 8 -> get(List.of("/health/live", "/health/ready", "/v1/stats").get(random.nextInt(3)));
            case 9 -> get(random.nextInt(10) == 0 ? "/metrics" : "/");
            case 10 -> again("/v1/search?limit=3&" + q);
            case 11 -> post(QUERIES.get(random.nextInt(QUERIES.size())));
            case 12 -> search("/v1/search?explain=true&limit=20&" + q);
            default -> search("/v1/search?" + q);
        }
    }

    private String article() throws Exception {
        if (ids.isEmpty()) {
            search("/v1/search?limit=50");
        }
        return "/v1/articles/" + encoded(ids.get(random.nextInt(ids.size())));
    }

    private JsonNode search(String path) throws Exception {
        JsonNode answer = JSON.readTree(get(path).body());
        indexes.add(answer.path("index").stringValue());
        if (!answer.path("hits").isEmpty()) {
            ids = answer.path("hits")
                    .valueStream()
                    .map(hit -> hit.path("id").stringValue())
                    .toList();
        }
        return answer;
    }

    private void pages(String path) throws Exception {
        JsonNode page = search(path);
        for (int i = 0; i < 5 && page.path("next").isString(); i++) {
            HttpResponse<String> next = send(HttpRequest.newBuilder(
                    server.resolve(path + "&cursor=" + page.path("next").stringValue())));
            if (next.statusCode() == 410) {
                expired++;
                return;
            }
            assertThat(next.statusCode()).as("%s: %s", path, next.body()).isEqualTo(200);
            page = JSON.readTree(next.body());
        }
    }

    /** With the entity tag of the time before. */
    private void again(String path) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path));
        if (tags.containsKey(path)) {
            request.header("If-None-Match", tags.get(path));
        }
        HttpResponse<String> answer = send(request);
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isIn(200, 304);
        tags.put(path, answer.headers().firstValue("ETag").orElseThrow());
    }

    private void post(String query) throws Exception {
        String body = JSON.writeValueAsString(Map.of("q", query, "limit", 10));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(server.resolve("/v1/search"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as("%s: %s", body, answer.body()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path) throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(server.resolve(path)));
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return answer;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        answers++;
        return answer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
