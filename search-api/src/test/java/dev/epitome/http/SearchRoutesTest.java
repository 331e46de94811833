package dev.epitome.http;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.http.Http.Answer;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import io.javalin.Javalin;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The routes in an application that is not ours. */
@TestInstance(Lifecycle.PER_CLASS)
final class SearchRoutesTest {

    private final SearchEngine engine =
            LuceneSearch.inMemory(articles(article("a7").titled("Threads")));
    private final Javalin theirs = Javalin.create(config -> {
                config.startup.showJavalinBanner = false;
                config.routes.get("/theirs", context -> context.result("theirs"));
                config.routes.get("/fails", context -> {
                    throw new IllegalArgumentException("theirs");
                });
                config.routes.exception(
                        Exception.class, (e, context) -> context.status(418).result(String.valueOf(e.getMessage())));
                SearchRoutes.mount(config, engine);
            })
            .start("127.0.0.1", 0);
    private final Http http =
            new Http(URI.create("http://127.0.0.1:" + theirs.port() + "/"), Set.of("/theirs", "/fails"));

    @AfterAll
    void stop() {
        http.close();
        theirs.stop();
        engine.close();
    }

    @Test
    void searchWorksBesideTheirRoutes() {
        assertThat(http.get("/v1/search?q=threads").isJson().json().path("hits"))
                .hasSize(1);
        assertThat(http.get("/v1/articles/a7").isJson().json().path("id").stringValue())
                .isEqualTo("a7");
        http.get("/health/ready").isJson();
    }

    @Test
    void errorsOnOurRoutesAreProblems() {
        http.get("/v1/search?limit=0").isProblemOf("limit", "invalid-parameter");
        http.get("/v1/articles/nope").isProblem(404, "article-not-found");
    }

    @Test
    void theirRoutesStayAsTheyWere() {
        Answer answer = http.get("/theirs");
        assertThat(answer.body()).isEqualTo("theirs");
        assertThat(answer.header("X-Request-Id")).isEmpty();
        assertThat(answer.header("X-Content-Type-Options")).isEmpty();
    }

    @Test
    void theirErrorsAreHandledAsTheyHandleThem() {
        Answer answer = http.get("/fails");
        assertThat(answer.status()).isEqualTo(418);
        assertThat(answer.body()).isEqualTo("theirs");
    }
}
