package dev.epitome.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.http.Http.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check of answers bites: a right answer that was changed a little is refused, with the place of the change. */
@TestInstance(Lifecycle.PER_CLASS)
final class OpenApiCheckTest {

    private static final String TARGET = "/v1/search?q=eks&facets=source";

    private final OpenApiCheck check = new OpenApiCheck(OpenApi.ofService());
    private final ExampleService service = new ExampleService();
    private final Answer right = service.http().get(TARGET);
    private final Answer problem = service.http().get("/v1/search?limit=101");

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void rightAnswersPass() {
        assertThat(check.violations("GET", TARGET, right)).isEmpty();
        assertThat(check.violations("GET", "/v1/search?limit=101", problem)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "relaxed":          | "eased":               | /
            "relaxed":false     | "relaxed":"no"         | /relaxed
            "relation":"eq"     | "relation":"about"     | /total/relation
            "tookMs":           | "tookMs":-1            | /tookMs
            "title":"EKS in     | "titel":"EKS in        | /hits/0/article
            "published":"2025-11" | "published":"2025-1" | /hits/0/article/published
            "url":"https://     | "url":"no address      | /hits/0/article/url
            "next":             | "following":           | /
            "facets":{"source": | "facets":{"sources":   | /facets
            """)
    void aChangedBodyIsRefused(String was, String is, String pointer) {
        Answer changed = with(right, 200, right.headers(), right.body().replace(was, is == null ? "" : is));
        assertThat(changed.body()).isNotEqualTo(right.body());
        List<String> violations = check.violations("GET", TARGET, changed);
        assertThat(violations)
                .isNotEmpty()
                .allSatisfy(violation ->
                        assertThat(violation).contains("GET " + TARGET, "GET /v1/search (search)", "status 200"))
                .anyMatch(violation -> violation.contains(", " + pointer + ": "));
    }

    @Test
    void aChangedExplanationIsRefused() {
        String target = "/v1/articles/eks-in-one-picture/explain?q=eks";
        Answer explained = service.http().get(target);
        Answer changed = with(
                explained,
                200,
                explained.headers(),
                explained
                        .body()
                        .replace("\"rule\":\"exact\"", "\"rule\":\"magic\"")
                        .replace("\"matches\":true,", ""));
        assertThat(check.violations("GET", target, changed))
                .anyMatch(violation -> violation.matches(".*, /contributions/\\d/rule: .*"))
                .anyMatch(violation -> violation.contains("'matches'"))
                .allMatch(violation -> violation.contains("GET /v1/articles/{id}/explain (explain)"));
    }

    @ParameterizedTest
    @CsvSource({
        "x-request-id, , header X-Request-Id is missing",
        "x-request-id, a b, header X-Request-Id is a b",
        "etag, abc, header ETag is abc",
        "cache-control, max-age=1, header Cache-Control is max-age=1",
        "vary, Origin, header Vary is Origin",
        "content-type, text/html, the type text/html is not in the document",
        "x-powered-by, Java, header x-powered-by is not in the document"
    })
    void aChangedHeaderIsRefused(String name, String value, String message) {
        Map<String, String> headers = new HashMap<>(right.headers());
        if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, value);
        }
        assertThat(check.violations("GET", TARGET, with(right, 200, headers, right.body())))
                .anyMatch(violation -> violation.contains(message));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"code\":\"invalid-parameter\"', '\"code\":\"wrong-parameter\"', /code",
        "'\"code\":\"invalid-parameter\"', '\"code\":\"article-not-found\"', /code",
        "'\"status\":400', '\"status\":404', /status",
        "'\"title\":\"Invalid parameter\"', '\"title\":\"Oh\"', /title",
        "'\"requestId\":', '\"request\":', /"
    })
    void aChangedProblemIsRefused(String was, String is, String pointer) {
        Answer changed = with(problem, 400, problem.headers(), problem.body().replace(was, is));
        assertThat(changed.body()).isNotEqualTo(problem.body());
        assertThat(check.violations("GET", "/v1/search?limit=101", changed))
                .anyMatch(violation -> violation.contains(", " + pointer + ": "));
    }

    @Test
    void anAnswerOfAnotherStatusPathOrMethodIsRefused() {
        assertThat(check.violations("GET", TARGET, with(right, 418, right.headers(), "")))
                .anyMatch(violation -> violation.contains("this status is not in the document"));
        assertThat(check.violations("GET", "/v1/serach", right))
                .anyMatch(violation -> violation.contains("no path, status 200"));
        assertThat(check.violations("PUT", TARGET, right))
                .anyMatch(violation -> violation.contains("no method of the path, status 200"));
        assertThat(check.violations("HEAD", TARGET, right))
                .anyMatch(violation -> violation.contains("there is a body"));
        assertThat(check.violations("GET", TARGET, with(right, 304, right.headers(), right.body())))
                .anyMatch(violation -> violation.contains("there is a body"));
    }

    @Test
    void theTestClientFailsWithEveryViolation() {
        Answer changed = with(right, 200, Map.of("content-type", "application/json"), "{}");
        assertThatThrownBy(() -> OpenApiCheck.check("GET", TARGET, changed))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("header Cache-Control is missing")
                .hasMessageContaining("'hits'");
    }

    private static Answer with(Answer answer, int status, Map<String, String> headers, String body) {
        assertThat(answer.status()).isPositive();
        return new Answer(status, headers, body);
    }
}
