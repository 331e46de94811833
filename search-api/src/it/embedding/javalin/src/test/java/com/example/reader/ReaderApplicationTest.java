package com.example.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderApplicationTest {

    private static final SearchEngine ENGINE = LuceneSearch.inMemory(ReadingList.ARTICLES);
    private static final Javalin APPLICATION = ReaderApplication.over(ENGINE);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        APPLICATION.start("127.0.0.1", 0);
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        APPLICATION.stop();
        ENGINE.close();
    }

    @Test
    void searchAnswersUnderThePrefix() throws Exception {
        HttpResponse<String> answer = get("/reading/v1/search?q=EKS&facets=year");
        assertEquals(200, answer.statusCode());
        assertEquals("application/json", answer.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(answer.body().contains("\"id\":\"eks\""), answer.body());
        assertEquals("our 404", get("/v1/search?q=EKS").body());
    }

    @Test
    void searchIsPosted() throws Exception {
        HttpResponse<String> answer = post("/reading/v1/search", "{\"q\": \"LangGraph\", \"limit\": 1}");
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"id\":\"agents\""), answer.body());
    }

    @Test
    void wordsAndTitlesAreSuggested() throws Exception {
        String answer = get("/reading/v1/suggest?q=lang").body();
        assertTrue(answer.contains("LangGraph"), answer);
    }

    @Test
    void anArticleAndWhatIsNearItAreThere() throws Exception {
        assertTrue(get("/reading/v1/articles/eks").body().contains("Moving to Amazon EKS"));
        assertEquals(200, get("/reading/v1/articles/eks/related").statusCode());
        assertEquals(200, get("/reading/v1/articles/eks/explain?q=EKS").statusCode());
        assertEquals(200, get("/reading/v1/stats").statusCode());
    }

    @Test
    void feedsLeadWhereTheRoutesAre() throws Exception {
        String atom = get("/reading/v1/search.atom?q=EKS").body();
        assertTrue(atom.contains("/reading/v1/search.atom?q=EKS"), atom);
        assertTrue(atom.contains("/reading/v1/articles/eks\""), atom);
        String json = get("/reading/v1/search.json-feed?q=EKS").body();
        assertTrue(json.contains("/reading/v1/articles/eks\""), json);
        assertFalse(json.contains("home_page_url"), json);
    }

    @ParameterizedTest
    @CsvSource({
        "/reading/v1/search?limit=-1, 400, invalid-parameter",
        "/reading/v1/search?cursor=x, 400, invalid-cursor",
        "/reading/v1/articles/nope, 404, article-not-found"
    })
    void whatIsWrongWithASearchStaysAProblemBesideTheirHandlers(String path, int status, String code)
            throws Exception {
        assertProblem(get(path), status, code);
    }

    @Test
    void whatIsWrongWithAPostedSearchStaysAProblemToo() throws Exception {
        assertProblem(post("/reading/v1/search", "{\"q\": "), 400, "invalid-body");
        assertProblem(post("/reading/v1/search", "{\"limits\": 1}"), 400, "unknown-parameter");
    }

    @Test
    void whoeverIsNotSignedInGetsTheAnswerOfTheApplication() throws Exception {
        for (String path : List.of("/reading/v1/search?q=EKS", "/reading/v1/articles/nope", "/health", "/nothing")) {
            HttpResponse<String> nobody = send(HttpRequest.newBuilder(at(path)));
            assertEquals(401, nobody.statusCode(), path);
            assertEquals("our 401: sign in", nobody.body(), path);
            HttpResponse<String> unknown = send(HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer you"));
            assertEquals(401, unknown.statusCode(), path);
            assertEquals("our 401: unknown", unknown.body(), path);
        }
    }

    @Test
    void theRestOfTheApplicationIsAsItWas() throws Exception {
        assertEquals("our health", get("/health").body());
        assertEquals("our 404", get("/nothing").body());
        assertEquals("our 500: of ours", get("/wrong").body());
        assertEquals("{\"title\":\"Queues\",\"stars\":3}", post("/notes", "{\"title\": \"Queues\", \"stars\": 3}").body());
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(answer.body().contains("\"code\":\"" + code + "\""), answer.body());
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer me"));
    }

    private static HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path))
                .header("Authorization", "Bearer me")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private static URI at(String path) {
        return URI.create("http://127.0.0.1:" + APPLICATION.port() + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    }
}
