package dev.epitome.process;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.http.SearchServer;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.lucene.Rebuild;
import dev.epitome.process.EpitomeProcess.Ended;
import dev.epitome.search.JsonLines;
import dev.epitome.search.Pages;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PagingAcrossRebuildsIT {

    private static final int ARTICLES = 5_100;
    private static final int LIMIT = 100;
    private static final int REBUILDS = 2;
    private static final String SEARCH = "/v1/search?q=cache+disk&fields=title&limit=" + LIMIT;
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void noArticleIsRepeatedOrSkippedWhileAnotherProcessRebuildsTwice() throws Exception {
        Rebuild.of(index(), edition(0));
        List<String> whole = wholeAnswer();
        assertThat(whole).hasSize(ARTICLES);
        String second;
        try (EpitomeProcess serve = serve()) {
            URI address = address(serve);
            JsonNode page = get(address, SEARCH, 200);
            second = cursor(page);
            CompletableFuture<Void> rebuilds = CompletableFuture.runAsync(this::rebuild);
            Set<String> published = new LinkedHashSet<>(List.of(version(page)));
            List<String> paged = new ArrayList<>(ids(page));
            while (!page.path("next").isNull()) {
                page = get(address, SEARCH + "&cursor=" + cursor(page), 200);
                paged.addAll(ids(page));
                assertThat(version(page)).isEqualTo(published.iterator().next());
                // Some pages before the first rebuild is seen, some before the second, and some after both.
                int due = paged.size() * (REBUILDS + 1) / ARTICLES;
                awaitVersions(address, published, Math.min(due, REBUILDS) + 1);
            }
            rebuilds.join();
            assertThat(published).hasSize(REBUILDS + 1);
            assertThat(paged).isEqualTo(whole);
            assertThat(ids(get(address, SEARCH, 200))).allMatch(id -> id.startsWith("edition" + REBUILDS));
        }
        // What is opened now has never seen the commit that the cursor is of.
        try (SearchEngine engine = LuceneSearch.open(index());
                SearchServer restarted = SearchServer.start(engine, "127.0.0.1", 0)) {
            JsonNode problem = get(restarted.address(), SEARCH + "&cursor=" + second, 410);
            assertThat(problem.path("code").stringValue()).isEqualTo("cursor-expired");
            assertThat(problem.path("detail").stringValue()).contains("start again from the first page");
        }
    }

    private List<String> wholeAnswer() {
        try (SearchEngine engine = LuceneSearch.open(index())) {
            return Pages.ids(Pages.from(engine, SearchRequest.of("cache disk").withLimit(LIMIT)));
        }
    }

    private void rebuild() {
        for (int edition = 1; edition <= REBUILDS; edition++) {
            Path records = JsonLines.write(folder.resolve(edition + ".jsonl"), edition(edition));
            try (EpitomeProcess reindex = EpitomeProcess.start(
                    "256m", folder, "reindex", "-q", "--no-gate", "--index", index().toString(), records.toString())) {
                Ended ended = reindex.end();
                assertThat(ended.exitCode()).as(ended.err()).isZero();
            } catch (Exception e) {
                throw new AssertionError("rebuild " + edition + " failed", e);
            }
        }
    }

    private void awaitVersions(URI address, Set<String> seen, int count) throws Exception {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (seen.size() < count) {
            assertThat(System.nanoTime()).as("versions seen: %s", seen).isLessThan(deadline);
            Thread.sleep(50);
            seen.add(version(get(address, "/v1/search?q=cache&limit=1", 200)));
        }
    }

    private EpitomeProcess serve() throws Exception {
        return EpitomeProcess.start("256m", folder, "serve", "--index", index().toString(), "--port", "0");
    }

    private static URI address(EpitomeProcess serve) {
        String line = serve.firstLine();
        assertThat(line).startsWith("Epitome answers at http://127.0.0.1:");
        return URI.create(line.substring(line.indexOf("http")));
    }

    private JsonNode get(URI address, String path, int status) throws Exception {
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static String cursor(JsonNode page) {
        return page.path("next").stringValue();
    }

    private static String version(JsonNode page) {
        return page.path("index").stringValue();
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.path("hits").forEach(hit -> ids.add(hit.path("id").stringValue()));
        return ids;
    }

    private Path index() {
        return folder.resolve("index");
    }

    /** No two editions share an article; few articles have both words, so that the answer is a relaxed one. */
    private static List<Article> edition(int number) {
        return IntStream.range(0, ARTICLES)
                .mapToObj(i -> article("edition" + number + "-" + i)
                        .titled(i % 100 == 0 ? "cache and disk" : i % 2 == 0 ? "cache" : "disk")
                        .saying("filler ".repeat(1 + (i + number) % 7))
                        .published("20" + (10 + i % 15))
                        .told())
                .toList();
    }
}
