package dev.epitome.http;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.http.Http.Answer;
import dev.epitome.http.Routes.FailureLog;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What a client sees of failures that are ours. */
class ServerFailuresTest {

    @Test
    void aFailureOfTheServerTellsNothingButItsRequestId() {
        SearchEngine closed = LuceneSearch.inMemory(articles(article("a1")));
        try (SearchServer server = SearchServer.start(closed, "127.0.0.1", 0);
                Http http = new Http(server.address())) {
            closed.close();
            Answer problem = http.get("/v1/search?q=x").isProblem(500, "internal-error");
            assertThat(problem.body()).doesNotContain("closed", "Exception");
            http.get("/health/ready").isProblem(500, "internal-error");
            http.get("/health/live").isJson();
        }
    }

    @Test
    void anErrorOfTheMachineIsAProblemTooAndTheServerGoesOn() {
        try (SearchEngine overflowing = overflowing();
                SearchServer server = SearchServer.start(overflowing, "127.0.0.1", 0);
                Http http = new Http(server.address())) {
            for (String target : new String[] {"/v1/search?q=x", "/v1/suggest?q=x", "/v1/articles/a1", "/v1/stats"}) {
                Answer problem = http.get(target).isProblem(500, "internal-error");
                assertThat(problem.body()).doesNotContain("StackOverflow");
            }
            http.get("/health/live").isJson();
        }
    }

    @Test
    void theSameFailureIsToldWithItsTraceOnce() {
        List<LogRecord> told = new CopyOnWriteArrayList<>();
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                told.add(line);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger(FailureLog.class.getName());
        log.addHandler(listener);
        try (SearchEngine overflowing = overflowing();
                SearchServer server = SearchServer.start(overflowing, "127.0.0.1", 0);
                Http http = new Http(server.address())) {
            for (int i = 0; i < 5; i++) {
                http.get("/v1/search?q=x").isProblem(500, "internal-error");
            }
        } finally {
            log.removeHandler(listener);
        }
        assertThat(told).hasSize(5);
        assertThat(told.stream().filter(line -> line.getThrown() != null)).hasSize(1);
    }

    /** An engine for which the stack is never large enough. */
    private static SearchEngine overflowing() {
        return (SearchEngine) Proxy.newProxyInstance(
                SearchEngine.class.getClassLoader(), new Class<?>[] {SearchEngine.class}, (engine, method, given) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    throw new StackOverflowError();
                });
    }
}
