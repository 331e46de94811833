package dev.epitome.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.http.OpenApi.Operation;
import dev.epitome.wire.Parameter;
import dev.epitome.wire.Resource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The document against the rows of {@link Parameter}: each parameter says there what its row says. */
final class OpenApiParametersTest {

    /** A feed begins with what is new. */
    private static final Set<Parameter> OTHERWISE_IN_FEEDS = Set.of(Parameter.SORT, Parameter.MATCH);

    private final OpenApi openApi = OpenApi.ofService();

    @ParameterizedTest
    @CsvSource({
        "SEARCH, search",
        "FEED, atomFeed",
        "FEED, jsonFeed",
        "EXPLANATION, explain",
        "SUGGESTIONS, suggest",
        "RELATED, related",
        "CONSTANT, article",
        "CONSTANT, statistics"
    })
    void eachParameterIsDescribedAsItsRowHasIt(Resource resource, String operationId) {
        Operation operation = openApi.operation(operationId);
        List<JsonNode> documented = openApi.parameters(operation, "query");
        assertThat(documented)
                .extracting(parameter -> parameter.path("name").stringValue())
                .containsExactlyInAnyOrderElementsOf(
                        resource.parameters().stream().map(Parameter::key).toList());
        for (Parameter parameter : resource.parameters()) {
            JsonNode found = documented.stream()
                    .filter(each -> each.path("name").stringValue().equals(parameter.key()))
                    .findFirst()
                    .orElseThrow();
            assertThat(found.path("description").stringValue()).as(operationId).isEqualTo(parameter.meaning());
            assertThat(schema(found.path("schema"), otherwise(resource, parameter)))
                    .as(operationId + " " + parameter.key())
                    .isEqualTo(schema(parameter, otherwise(resource, parameter)));
        }
    }

    @Test
    void aBodyDescribesItsMembersTheSameWay() {
        JsonNode members = openApi.at("#/components/schemas/SearchBody/properties");
        for (Parameter parameter : Resource.SEARCH.parameters()) {
            JsonNode member = members.path(parameter.key());
            assertThat(member.path("description").stringValue()).isEqualTo(parameter.meaning());
            assertThat(schema(member, false)).as(parameter.key()).isEqualTo(schema(parameter, false));
        }
    }

    private static boolean otherwise(Resource resource, Parameter parameter) {
        return resource == Resource.FEED && OTHERWISE_IN_FEEDS.contains(parameter);
    }

    /** Such as {@code integer 0 to 100, 20 by default}. */
    private static String schema(Parameter parameter, boolean withoutDefault) {
        List<String> choices = parameter.choices();
        boolean truth = choices.equals(List.of("true", "false"));
        String one = truth
                ? "boolean"
                : parameter.bounds().map(bounds -> "integer " + bounds).orElse("string");
        String type = (parameter.repeatable() || parameter.isList() ? "array of " : "") + one;
        String values = truth || choices.isEmpty() ? "" : " of " + choices;
        boolean told = !withoutDefault && !parameter.byDefault().isEmpty();
        return type + values + (told ? ", " + parameter.byDefault() + " by default" : "");
    }

    private static String schema(JsonNode schema, boolean withoutDefault) {
        boolean array = schema.has("items");
        JsonNode one = array ? schema.path("items") : schema;
        String bounds = one.has("minimum") ? " " + one.path("minimum") + " to " + one.path("maximum") : "";
        String values = one.has("enum") ? " of " + OpenApi.texts(one.path("enum")) : "";
        JsonNode byDefault = schema.path("default");
        String told = byDefault.isArray() ? String.join(",", OpenApi.texts(byDefault)) : byDefault.asString("");
        return (array ? "array of " : "")
                + one.path("type").stringValue()
                + bounds
                + values
                + (withoutDefault || told.isEmpty() ? "" : ", " + told + " by default");
    }
}
