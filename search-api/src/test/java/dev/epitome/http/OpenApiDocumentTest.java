package dev.epitome.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.epitome.http.OpenApi.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document on its own: as OpenAPI 3.1 has it, whole, and in agreement with itself. */
final class OpenApiDocumentTest {

    /** The standard's own description of a document, whose parts refer to each other by these addresses. */
    private static final String STANDARD = "https://spec.openapis.org/oas/3.1/";

    private final OpenApi openApi = OpenApi.ofService();

    @Test
    void theDocumentIsValidByTheStandardsOwnSchema() {
        assertThat(standard().validate(openApi.document())).isEmpty();
    }

    @Test
    void theStandardsSchemaRefusesWhatIsNoDocument() {
        String text = openApi.document().toString();
        assertThat(standard().validate(json(text.replace("\"operationId\"", "\"operation\""))))
                .isNotEmpty();
        assertThat(standard().validate(json(text.replace("\"type\":\"integer\"", "\"type\":\"int\""))))
                .isNotEmpty();
        assertThat(standard().validate(json(text.replace("\"in\":\"query\"", "\"in\":\"body\""))))
                .isNotEmpty();
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        assertThat(openApi.document().path("info").path("version").stringValue())
                .matches("\\d+\\.\\d+\\.\\d+.*");
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryComponentIsUsed() {
        Set<String> used = openApi.objects()
                .filter(node -> node.getValue().path("$ref").isString())
                .map(node -> node.getValue().path("$ref").stringValue())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(used)
                .allSatisfy(reference -> assertThat(openApi.at(reference).isMissingNode())
                        .as(reference)
                        .isFalse());
        openApi.operations().stream()
                .flatMap(operation -> operation.json().path("security").valueStream())
                .flatMap(choice -> choice.propertyNames().stream())
                .forEach(scheme -> used.add("#/components/securitySchemes/" + scheme));
        List<String> components = openApi.document()
                .path("components")
                .propertyStream()
                .flatMap(kind -> kind.getValue().propertyNames().stream()
                        .map(name -> "#/components/" + kind.getKey() + "/" + name))
                .toList();
        assertThat(used).containsExactlyInAnyOrderElementsOf(components);
    }

    @Test
    void everyOperationHasANameOfItsOwnAndSaysWhatItIsFor() {
        assertThat(openApi.operations())
                .extracting(operation -> operation.json().path("operationId").asString(""))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][A-Za-z]+"));
        Set<String> tags = openApi.document()
                .path("tags")
                .valueStream()
                .map(tag -> tag.path("name").stringValue())
                .collect(Collectors.toSet());
        for (Operation operation : openApi.operations()) {
            assertThat(operation.json().path("summary").asString(""))
                    .as(operation.name())
                    .isNotBlank();
            assertThat(tags)
                    .as(operation.name())
                    .containsAll(OpenApi.texts(operation.json().path("tags")));
        }
    }

    @Test
    void everyOperationAndEveryParameterHasAnExample() {
        for (Operation operation : openApi.operations()) {
            JsonNode responses = operation.json().path("responses");
            JsonNode content = openApi.resolved(responses.path(responses.has("202") ? "202" : "200"))
                    .path("content");
            assertThat(operation.method().equals("HEAD")
                            || operation.json().path("responses").has("204")
                            || content.valueStream()
                                    .anyMatch(medium -> !medium.path("examples").isEmpty()))
                    .as(operation.name())
                    .isTrue();
            for (JsonNode parameter : openApi.parameters(operation)) {
                // A cursor is the server's own: an example of one would be refused.
                assertThat(parameter.has("example")
                                || parameter.path("name").stringValue().equals("cursor"))
                        .as(operation.name() + " " + parameter.path("name"))
                        .isTrue();
                assertThat(parameter.path("description").asString("")).isNotBlank();
            }
        }
    }

    @Test
    void everyExampleIsValidByItsSchema() {
        List<String> wrong = new ArrayList<>();
        openApi.objects().filter(node -> node.getValue().has("schema")).forEach(node -> {
            JsonNode schema = node.getValue().path("schema");
            if (node.getValue().has("example")) {
                check(node, "example", schema, node.getValue().path("example"), wrong);
            }
            node.getValue()
                    .path("examples")
                    .forEachEntry((name, example) ->
                            check(node, name, schema, openApi.resolved(example).path("value"), wrong));
        });
        openApi.objects()
                .filter(node ->
                        node.getValue().has("default") && node.getValue().has("type"))
                .forEach(node ->
                        check(node, "default", node.getValue(), node.getValue().path("default"), wrong));
        assertThat(wrong).isEmpty();
    }

    private void check(
            Map.Entry<String, JsonNode> owner, String name, JsonNode schema, JsonNode value, List<String> wrong) {
        openApi.errors(schema, value).forEach(error -> wrong.add(owner.getKey() + " " + name + " " + error));
    }

    @Test
    void anObjectOfAnAnswerHasNoMembersThatTheDocumentDoesNotName() {
        openApi.document().path("components").path("schemas").forEachEntry((name, schema) -> {
            if (schema.path("type").asString("").equals("object")) {
                assertThat(schema.path("unevaluatedProperties").asBoolean(true))
                        .as(name)
                        .isFalse();
                assertThat(schema.path("properties").propertyNames())
                        .as(name)
                        .containsAll(OpenApi.texts(schema.path("required")));
            }
        });
    }

    @Test
    void everyProblemCodeHasAnExampleOfItsOwn() {
        JsonNode examples = openApi.at("#/components/examples");
        assertThat(examples.propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        OpenApi.texts(openApi.at("#/components/schemas/ProblemCode/enum")));
        examples.forEachEntry((code, example) ->
                assertThat(example.path("value").path("code").stringValue()).isEqualTo(code));
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }

    private static Schema standard() {
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(OpenApiDocumentTest::standard))
                .getSchema(SchemaLocation.of(STANDARD + "schema-base/2022-10-07"));
    }

    private static String standard(String address) {
        String resource = address.replace("https://", "/");
        try (InputStream file = OpenApiDocumentTest.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(file, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
