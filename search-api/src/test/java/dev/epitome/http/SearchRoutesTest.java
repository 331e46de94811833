package dev.epitome.http;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.EpitomeException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

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
                config.routes.error(400, context -> context.result("their 400"));
                config.routes.error(
                        404,
                        context -> context.status(418).contentType("text/plain").result("their 404"));
                config.routes.get("/health/live", context -> context.result("their health"));
                SearchRoutes.of(engine).mount(config);
                SearchRoutes.of(engine).under("/deep/er").withHealth().mount(config);
            })
            .start("127.0.0.1", 0);
    private final Http http = new Http(
            URI.create("http://127.0.0.1:" + theirs.port() + "/"),
            Set.of("/theirs", "/fails", "/health", "/nothing", "/deep"));

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
    }

    @Test
    void errorsOnOurRoutesAreProblems() {
        http.get("/v1/search?limit=-1").isProblemOf("limit", "invalid-parameter");
        http.get("/v1/articles/nope").isProblem(404, "article-not-found");
    }

    @Test
    void theirHandlersOfOurStatusesDoNotWriteOverProblems() {
        Answer wrong = http.get("/v1/search?limit=-1");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(wrong.json().path("param").stringValue()).isEqualTo("limit");
        Answer absent = http.get("/v1/articles/nope");
        assertThat(absent.status()).isEqualTo(404);
        assertThat(absent.json().path("code").stringValue()).isEqualTo("article-not-found");
    }

    @Test
    void theirHandlersOfErrorsGoOnForWhatIsTheirs() {
        Answer answer = http.get("/nothing");
        assertThat(answer.status()).isEqualTo(418);
        assertThat(answer.body()).isEqualTo("their 404");
    }

    @Test
    void belowAPathOfTheirsTheRoutesAreTheSame() {
        assertThat(http.get("/deep/er/v1/search?q=threads").json().path("hits")).hasSize(1);
        assertThat(http.get("/deep/er/health/ready").json().path("status").stringValue())
                .isEqualTo("ready");
        assertThat(http.get("/deep/er/v1/articles/nope").json().path("instance").stringValue())
                .isEqualTo("/deep/er/v1/articles/nope");
        JsonNode feed = http.get("/deep/er/v1/search.json-feed?q=threads").json();
        assertThat(feed.path("items").path(0).path("url").stringValue()).endsWith("/deep/er/v1/articles/a7");
        assertThat(http.get("/deep/v1/search").status()).isEqualTo(418);
    }

    @Test
    void theHealthOfTheApplicationIsItsOwn() {
        assertThat(http.get("/health/live").body()).isEqualTo("their health");
        assertThat(http.get("/health/ready").status()).isEqualTo(418);
    }

    @Test
    void feedsDoNotLeadToAPageThatIsNotThere() {
        assertThat(http.get("/v1/search.json-feed?q=threads").json().has("home_page_url"))
                .isFalse();
        assertThat(http.get("/v1/search.atom?q=threads").body())
                .contains("rel=\"self\"")
                .doesNotContain("rel=\"alternate\" type=\"text/html\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "/", "/x/", "x/", "/x//y", "/{id}", "/*", "/a b", "/ä", "/x?y"})
    void aPathIsPlain(String path) {
        assertThatThrownBy(() -> SearchRoutes.of(engine).under(path))
                .isInstanceOf(EpitomeException.class)
                .hasMessageContaining("give one such as /articles");
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
