package dev.epitome.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.http.Http.Answer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The document and the page that shows it. */
@TestInstance(Lifecycle.PER_CLASS)
final class DocumentationTest {

    private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    private final ExampleService service = new ExampleService();

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void theDocumentIsServedAsItIs() {
        Answer document = service.http().get("/openapi.json").isJson();
        assertThat(document.json()).isEqualTo(OpenApi.ofService().document());
        assertThat(document.header("ETag")).matches("\"[^\"]+\"");
    }

    @Test
    void thePageLoadsOnlyWhatWeServeAndHasNoScriptOfItsOwn() {
        Answer page = service.http().get("/docs");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .doesNotContain("unsafe");
        assertThat(LOADED.matcher(page.body()).results().map(MatchResult::group))
                .isNotEmpty()
                .allSatisfy(found -> {
                    String target = found.substring(found.indexOf('"') + 1, found.length() - 1);
                    if (!target.equals("data:,")) {
                        assertThat(target).startsWith("/").doesNotStartWith("//");
                        assertThat(service.http().get(target).status()).isEqualTo(200);
                    }
                });
        assertThat(page.body()).doesNotContainPattern("<script(?![^>]* src=)").doesNotContain("<style", "style=");
    }

    @ParameterizedTest
    @CsvSource({
        "docs.css, text/css;charset=utf-8",
        "docs.js, text/javascript;charset=utf-8",
        "swagger-ui.css, text/css;charset=utf-8",
        "swagger-ui-bundle.js, text/javascript;charset=utf-8"
    })
    void itsFilesAreKeptUntilTheyChange(String name, String type) {
        Answer file = service.http().get("/docs/" + name);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).isEqualTo(type);
        String tag = file.header("ETag");
        assertThat(service.http()
                        .send("GET", "/docs/" + name, "If-None-Match", tag)
                        .status())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index.css",
                "swagger-initializer.js",
                "swagger-ui.js",
                "openapi.json",
                "nothing",
                "..%2fopenapi.json"
            })
    void nothingElseOfTheLibraryIsServed(String name) {
        service.http().rawGet("/docs/" + name).isProblem(404, "not-found");
    }
}
