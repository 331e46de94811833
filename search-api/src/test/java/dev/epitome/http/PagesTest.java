package dev.epitome.http;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.http.Http.Answer;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the page; {@code sample.*} are this test's own. */
@TestInstance(Lifecycle.PER_CLASS)
final class PagesTest {

    private final SearchEngine engine = LuceneSearch.inMemory(articles(article("a7")));
    private final SearchServer server = SearchServer.start(engine, "127.0.0.1", 0);
    private final Http http = new Http(server.address());

    @AfterAll
    void stop() {
        http.close();
        server.close();
        engine.close();
    }

    @Test
    void thePageIsServedWithItsGuards() {
        Answer page = http.get("/");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(page.body()).startsWithIgnoringCase("<!doctype html>");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("X-Request-Id")).isNotEmpty();
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(page.header("Vary")).isEqualTo("Accept-Encoding");
    }

    @ParameterizedTest
    @CsvSource({
        "/assets/sample.css, text/css;charset=utf-8",
        "/assets/sample.js, text/javascript;charset=utf-8",
        "/assets/sample.svg, image/svg+xml;charset=utf-8",
        "/assets/folder/sample.min.js, text/javascript;charset=utf-8",
    })
    void whatThePageIsMadeOfHasItsType(String target, String type) {
        Answer file = http.get(target);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).isEqualTo(type);
        assertThat(file.header("Content-Security-Policy")).isNotEmpty();
        assertThat(file.body()).contains("sample");
    }

    @Test
    void whatTheClientHasIsNotSentAgain() {
        String tag = http.get("/assets/sample.css").header("ETag");
        assertThat(tag).matches("\"[A-Za-z0-9_-]{20}\"");
        for (String known : new String[] {tag, "W/" + tag, "\"x\", " + tag, "*"}) {
            Answer unchanged = http.send("GET", "/assets/sample.css", "If-None-Match", known);
            assertThat(unchanged.status()).isEqualTo(304);
            assertThat(unchanged.body()).isEmpty();
            assertThat(unchanged.header("ETag")).isEqualTo(tag);
            assertThat(unchanged.header("Vary")).isEqualTo("Accept-Encoding");
            assertThat(unchanged.header("Cache-Control")).isEqualTo("no-cache");
            assertThat(unchanged.header("X-Request-Id")).isNotEmpty();
        }
        assertThat(http.send("GET", "/assets/sample.css", "If-None-Match", "\"x\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aCompressedFileHasATagOfItsOwn() {
        Answer plain = http.get("/assets/sample.js");
        Answer compressed = http.send("GET", "/assets/sample.js", "Accept-Encoding", "gzip");
        assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(Integer.parseInt(compressed.header("Content-Length")))
                .isLessThan(Integer.parseInt(plain.header("Content-Length")));
        assertThat(compressed.header("ETag")).isNotEqualTo(plain.header("ETag"));
        assertThat(http.send("GET", "/assets/sample.js", "If-None-Match", compressed.header("ETag"))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/assets/sample.js"})
    void headHasTheHeadersOfGet(String target) {
        for (String encoding : new String[] {"gzip", "identity"}) {
            Answer get = http.send("GET", target, "Accept-Encoding", encoding);
            Answer head = http.send("HEAD", target, "Accept-Encoding", encoding);
            assertThat(head.body()).isEmpty();
            for (String header : new String[] {"ETag", "Content-Length", "Content-Type", "Content-Encoding", "Vary"}) {
                assertThat(head.header(header)).as(header).isEqualTo(get.header(header));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../Pages.class",
                "/assets/..%2fPages.class",
                "/assets/%2e%2e/Pages.class",
                "/assets/%2e%2e%2fPages.class",
                "/assets/folder/../../Pages.class",
                "/assets//etc/passwd",
                "/assets/%2fetc%2fpasswd",
                "/assets/..%5cPages.class",
                "/assets/index.html",
                "/assets/folder",
                "/assets/folder/",
                "/assets/.hidden",
                "/assets/sample",
                "/assets/sample.css%00.js",
                "/Pages.class",
            })
    void onlyItsFilesAreServed(String target) {
        Answer answer = http.rawGet(target);
        assertThat(answer.status()).isIn(400, 404);
        answer.isProblem(answer.status(), answer.status() == 404 ? "not-found" : "bad-request");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }
}
