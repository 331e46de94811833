package dev.epitome.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.http.OpenApi.Operation;
import dev.epitome.wire.GivenParameters;
import dev.epitome.wire.JsonBody;
import dev.epitome.wire.JsonBody.BodyException;
import dev.epitome.wire.ParameterException;
import dev.epitome.wire.QueryString;
import dev.epitome.wire.Resource;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The document against the code: the same routes, parameters, choices, bounds and codes, and no others. */
@TestInstance(Lifecycle.PER_CLASS)
final class OpenApiRoutesTest {

    private static final Pattern KNOWN = Pattern.compile(".*: known are (.*)");
    private static final Pattern CHOICES = Pattern.compile(".*: give one of (.*)");
    private static final Pattern BOUNDS = Pattern.compile(".*: give a whole number from (\\d+) to (\\d+)");

    private final OpenApi openApi = OpenApi.ofService();
    private final ExampleService service = new ExampleService();

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void everyRouteIsInTheDocumentAndTheOtherWayRound() {
        assertThat(service.routes()).containsExactlyInAnyOrderElementsOf(documented());
    }

    /** With HEAD wherever there is GET, which the document says once for all. */
    private Set<String> documented() {
        return openApi.operations().stream()
                .flatMap(operation -> operation.method().equals("GET")
                        ? Stream.of("GET " + operation.path(), "HEAD " + operation.path())
                        : Stream.of(operation.method() + " " + operation.path()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void headIsDocumentedOnlyWhereGetIs() {
        assertThat(openApi.operations())
                .filteredOn(operation -> operation.method().equals("HEAD"))
                .isNotEmpty()
                .allSatisfy(head -> {
                    Operation get = openApi.operationsAt(head.path()).stream()
                            .filter(other -> other.method().equals("GET"))
                            .findFirst()
                            .orElseThrow();
                    assertThat(openApi.parameters(head)).isEqualTo(openApi.parameters(get));
                    assertThat(get.json().path("responses").propertyNames())
                            .containsAll(head.json().path("responses").propertyNames());
                });
    }

    Stream<Operation> gets() {
        return openApi.operations().stream()
                .filter(operation -> operation.method().equals("GET"));
    }

    /** What a resource knows it tells whoever asks for something else. */
    @ParameterizedTest
    @MethodSource("gets")
    void parametersAreThoseThatTheResourceKnows(Operation operation) {
        Http.Answer answer = service.http().get(ExampleService.path(openApi, operation) + "?~~~~~~~~~~=1");
        List<String> known = answer.status() == 200 ? List.of() : matched(KNOWN, answer);
        assertThat(openApi.parameters(operation, "query"))
                .as(operation.name())
                .extracting(parameter -> parameter.path("name").stringValue())
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @ParameterizedTest
    @MethodSource("gets")
    void choicesAreThoseThatTheResourceKnows(Operation operation) {
        for (JsonNode parameter : openApi.parameters(operation, "query")) {
            JsonNode schema = parameter.path("schema");
            JsonNode item = schema.has("items") ? schema.path("items") : schema;
            List<String> choices = item.path("type").asString("").equals("boolean")
                    ? List.of("true", "false")
                    : OpenApi.texts(item.path("enum"));
            Http.Answer answer = refused(operation, parameter);
            boolean free = choices.isEmpty();
            assertThat(free ? List.of() : matched(CHOICES, answer))
                    .as(operation.name() + " " + parameter.path("name"))
                    .containsExactlyInAnyOrderElementsOf(choices);
            assertThat(free && CHOICES.matcher(detail(answer)).matches())
                    .as(operation.name() + " " + parameter.path("name"))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("gets")
    void boundsAreThoseThatTheResourceChecks(Operation operation) {
        for (JsonNode parameter : openApi.parameters(operation, "query")) {
            Matcher bounds = BOUNDS.matcher(detail(refused(operation, parameter)));
            JsonNode schema = parameter.path("schema");
            String promised = schema.path("type").stringValue().equals("integer")
                    ? schema.path("minimum") + " to " + schema.path("maximum")
                    : "none";
            assertThat(bounds.matches() ? bounds.group(1) + " to " + bounds.group(2) : "none")
                    .as(operation.name() + " " + parameter.path("name"))
                    .isEqualTo(promised);
        }
    }

    /** Not of feeds, which repeat the address that they were asked for at. */
    Stream<Operation> getsOfJson() {
        return gets().filter(operation -> openApi.resolved(
                        operation.json().path("responses").path("200"))
                .path("content")
                .has(Answers.JSON));
    }

    @ParameterizedTest
    @MethodSource("getsOfJson")
    void defaultsAreWhatIsDoneWithoutTheParameter(Operation operation) {
        for (JsonNode parameter : openApi.parameters(operation, "query")) {
            if (parameter.path("schema").has("default")) {
                String query =
                        ExampleService.query(parameter, parameter.path("schema").path("default"));
                String path = ExampleService.path(openApi, operation);
                String with = service.http().get(path + "?" + query).body();
                String without = service.http().get(path).body();
                assertThat(ExampleService.lasting(with))
                        .as(operation.name() + " " + query)
                        .isEqualTo(ExampleService.lasting(without));
            }
        }
    }

    @Test
    void theMembersOfABodyAreTheParametersOfTheSameSearch() {
        JsonNode members = openApi.at("#/components/schemas/SearchBody/properties");
        List<JsonNode> parameters = openApi.parameters(openApi.operation("search"), "query");
        assertThat(members.propertyNames())
                .containsExactlyElementsOf(parameters.stream()
                        .map(parameter -> parameter.path("name").stringValue())
                        .toList());
        for (JsonNode parameter : parameters) {
            JsonNode member = members.path(parameter.path("name").stringValue());
            parameter
                    .path("schema")
                    .forEachEntry((keyword, value) -> assertThat(member.path(keyword))
                            .as(parameter.path("name") + " " + keyword)
                            .isEqualTo(value));
        }
    }

    @Test
    void problemCodesAreThoseOfTheCode() {
        Set<String> codes = Arrays.stream(Problem.class.getDeclaredMethods())
                .filter(maker -> Modifier.isStatic(maker.getModifiers()) && maker.getReturnType() == Problem.class)
                .filter(maker -> maker.getParameterCount() <= 1)
                .flatMap(OpenApiRoutesTest::problems)
                .map(Problem::code)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(OpenApi.texts(openApi.at("#/components/schemas/ProblemCode/enum")))
                .containsExactlyInAnyOrderElementsOf(codes);
    }

    /** All kinds of problem that a method makes, of whatever it makes them. */
    private static Stream<Problem> problems(Method maker) {
        List<Class<?>> taken = List.of(maker.getParameterTypes());
        Stream<Object[]> given = taken.isEmpty()
                ? Stream.<Object[]>of(new Object[0])
                : causes(taken.getFirst(), maker).map(cause -> new Object[] {cause});
        return given.map(arguments -> {
            try {
                return (Problem) maker.invoke(null, arguments);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(maker.toString(), e);
            }
        });
    }

    private static Stream<?> causes(Class<?> type, Method maker) {
        if (type == String.class) {
            return Stream.of("any");
        }
        if (type == int.class) {
            return IntStream.range(400, 600).boxed();
        }
        if (type == EpitomeException.class) {
            return Arrays.stream(Kind.values()).map(kind -> new EpitomeException(kind, "It failed."));
        }
        if (type == ParameterException.class) {
            return Stream.of("limit=101", "limt=1", "limit=1&limit=2").map(OpenApiRoutesTest::wrong);
        }
        if (type == BodyException.class) {
            return Stream.of(catchThrowableOfType(BodyException.class, () -> JsonBody.parse(new byte[0])));
        }
        throw new IllegalStateException("say here what " + maker + " is to be given");
    }

    private static ParameterException wrong(String query) {
        return catchThrowableOfType(
                ParameterException.class,
                () -> GivenParameters.of(QueryString.parse(query), Resource.SEARCH)
                        .search());
    }

    private Http.Answer refused(Operation operation, JsonNode parameter) {
        String name = parameter.path("name").stringValue();
        return service.http().get(ExampleService.path(openApi, operation) + "?" + name + "=~~~");
    }

    private static List<String> matched(Pattern pattern, Http.Answer answer) {
        Matcher matcher = pattern.matcher(detail(answer));
        return matcher.matches() ? OpenApi.split(matcher.group(1)) : List.of();
    }

    private static String detail(Http.Answer answer) {
        return answer.status() == 200 ? "" : answer.json().path("detail").stringValue();
    }
}
