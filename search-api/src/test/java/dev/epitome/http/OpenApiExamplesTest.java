package dev.epitome.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.http.Http.Answer;
import dev.epitome.http.OpenApi.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every example of the document, asked of a running service. The client checks each answer against the document. */
@TestInstance(Lifecycle.PER_CLASS)
final class OpenApiExamplesTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final OpenApi openApi = OpenApi.ofService();
    private final ExampleService service = new ExampleService();

    @AfterAll
    void stop() {
        service.close();
    }

    /** Examples of answers, each with the request that it answers. */
    Stream<Arguments> answers() {
        return openApi.objects()
                .filter(node -> node.getValue().path("x-request").isString())
                .map(node -> Arguments.of(node.getKey(), node.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void anAnswerIsAsItsExample(String pointer, JsonNode example) {
        String[] request = example.path("x-request").stringValue().split(" ", 2);
        Answer answer = example.has("x-body")
                ? service.http().post(request[1], example.path("x-body").toString())
                : service.http().send(request[0], request[1], "X-Request-Id", "my-request-1");
        JsonNode value = example.path("value");
        String expected = value.isString() ? value.stringValue() : value.toString();
        assertThat(ExampleService.lasting(answer.body()))
                .as("%s is %s", pointer, answer.body())
                .isEqualTo(ExampleService.lasting(expected));
    }

    /** Examples of parameters: each alone, and all together. */
    Stream<Arguments> requests() {
        return openApi.operations().stream()
                .filter(operation -> List.of("GET", "HEAD").contains(operation.method()))
                .filter(operation -> !operation.path().equals("/v1/tasks/{id}")) // Of one that was asked for.
                .flatMap(operation -> Stream.concat(
                                Stream.of(List.<JsonNode>of(), openApi.parameters(operation)),
                                openApi.parameters(operation).stream().map(List::of))
                        .map(given -> Arguments.of(operation, given)));
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("requests")
    void parametersOfExamplesAreTaken(Operation operation, List<JsonNode> parameters) {
        List<String> query = new ArrayList<>();
        List<String> headers = new ArrayList<>();
        for (JsonNode parameter : parameters) {
            JsonNode example = parameter.path("example");
            if (parameter.path("in").stringValue().equals("header")) {
                headers.addAll(List.of(parameter.path("name").stringValue(), example.stringValue()));
            } else if (parameter.path("in").stringValue().equals("query") && parameter.has("example")) {
                query.add(ExampleService.query(parameter, example));
            }
        }
        String target = ExampleService.path(openApi, operation) + "?" + String.join("&", query);
        Answer answer = service.http().send(operation.method(), target, headers.toArray(String[]::new));
        assertThat(answer.status())
                .as(operation.name() + " " + target + answer.body())
                .isEqualTo(200);
    }

    /** Examples of searches as bodies. */
    Stream<Map.Entry<String, JsonNode>> bodies() {
        return openApi.operations().stream()
                .filter(operation -> operation.hasBody() && operation.path().equals("/v1/search"))
                .flatMap(operation -> operation
                        .json()
                        .path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("examples")
                        .valueStream()
                        .map(example -> Map.entry(operation.path(), example.path("value"))));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void bodiesOfExamplesAreTaken(Map.Entry<String, JsonNode> body) {
        Answer answer = service.http().post(body.getKey(), body.getValue().toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode echoed = JSON.readTree(answer.body()).path("query");
        assertThat(echoed.stringValue()).isEqualTo(body.getValue().path("q").asString(""));
    }

    @Test
    void everyGetOfJsonIsAnsweredWithATagThatHolds() {
        openApi.operations().stream()
                .filter(operation -> operation.json().path("responses").has("304"))
                .filter(operation -> operation.method().equals("GET"))
                .forEach(operation -> {
                    String path = ExampleService.path(openApi, operation);
                    String tag = service.http().get(path).header("ETag");
                    assertThat(service.http()
                                    .send("GET", path, "If-None-Match", tag)
                                    .status())
                            .as(operation.name())
                            .isEqualTo(304);
                });
    }
}
