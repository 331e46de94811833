package dev.epitome.http;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The document that describes the service, as a reader of it sees it. */
final class OpenApi {

    static final String RESOURCE = "openapi.json";

    private static final JsonMapper JSON = new JsonMapper();
    private static final OpenApi SHIPPED = new OpenApi(shipped());

    private final JsonNode document;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    OpenApi(JsonNode document) {
        this.document = document;
    }

    /** A method on a path. */
    record Operation(String path, String method, JsonNode json) {

        /** Names it in messages. */
        String name() {
            return method + " " + path + " (" + json.path("operationId").asString("") + ")";
        }

        @Override
        public String toString() {
            return name();
        }

        boolean hasBody() {
            return json.has("requestBody");
        }
    }

    static OpenApi ofService() {
        return SHIPPED;
    }

    private static JsonNode shipped() {
        try (InputStream resource = SearchServer.class.getResourceAsStream(RESOURCE)) {
            return JSON.readTree(Objects.requireNonNull(resource, RESOURCE).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode document() {
        return document;
    }

    List<Operation> operations() {
        return document.path("paths")
                .propertyStream()
                .flatMap(OpenApi::operations)
                .toList();
    }

    private static Stream<Operation> operations(Map.Entry<String, JsonNode> path) {
        return path.getValue()
                .propertyStream()
                .filter(member -> !member.getKey().equals("parameters"))
                .map(member ->
                        new Operation(path.getKey(), member.getKey().toUpperCase(Locale.ROOT), member.getValue()));
    }

    /** The operation of that name. */
    Operation operation(String id) {
        return operations().stream()
                .filter(operation ->
                        operation.json().path("operationId").asString("").equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The operations on the path, with nothing decoded, of a request: none where the document has no such path. */
    List<Operation> operationsAt(String rawPath) {
        Optional<String> template = document.path("paths").propertyNames().stream()
                .filter(path -> matches(path, rawPath))
                .min(Comparator.comparing((String path) -> path.contains("{")));
        return operations().stream()
                .filter(operation -> template.filter(operation.path()::equals).isPresent())
                .toList();
    }

    /** A parameter stands for one segment; {@code {file}} at the end for several. */
    private static boolean matches(String template, String rawPath) {
        String[] wanted = template.split("/", -1);
        String[] given = rawPath.split("/", template.endsWith("{file}") ? wanted.length : -1);
        if (wanted.length != given.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            boolean same = wanted[i].startsWith("{") ? !given[i].isEmpty() : wanted[i].equals(decoded(given[i]));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }

    /** All parameters of an operation, those that it shares with the others of its path included. */
    List<JsonNode> parameters(Operation operation) {
        return Stream.of(document.path("paths").path(operation.path()), operation.json())
                .flatMap(owner -> owner.path("parameters").valueStream())
                .map(this::resolved)
                .toList();
    }

    /** The parameters of an operation that stand there: in the path, the query or the header. */
    List<JsonNode> parameters(Operation operation, String where) {
        return parameters(operation).stream()
                .filter(parameter -> parameter.path("in").asString("").equals(where))
                .toList();
    }

    /** What the node is, or what it refers to. */
    JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isString() ? resolved(at(reference.stringValue())) : node;
    }

    /** What a reference within the document refers to; missing where that is nothing. */
    JsonNode at(String reference) {
        JsonNode found = document;
        for (String name : reference.substring("#/".length()).split("/", -1)) {
            found = found.path(name.replace("~1", "/").replace("~0", "~"));
        }
        return found;
    }

    /** What is wrong with a value, each with a JSON pointer to where it is. */
    List<String> errors(JsonNode schema, JsonNode value) {
        return schemas.computeIfAbsent(schema.toString(), text -> compiled(schema)).validate(value).stream()
                .map(error -> {
                    String pointer = String.valueOf(error.getInstanceLocation());
                    return (pointer.isEmpty() ? "/" : pointer) + ": " + error.getMessage();
                })
                .toList();
    }

    /** References are looked up within the schema itself, so that it takes the components along. */
    private Schema compiled(JsonNode schema) {
        ObjectNode whole = ((ObjectNode) schema).deepCopy();
        whole.set("components", document.path("components"));
        return registry.getSchema(whole);
    }

    /** Every object of the document, at whatever depth, with a pointer to it. */
    Stream<Map.Entry<String, JsonNode>> objects() {
        return objects("#", document);
    }

    private static Stream<Map.Entry<String, JsonNode>> objects(String pointer, JsonNode node) {
        Stream<Map.Entry<String, JsonNode>> within = node.isObject()
                ? node.propertyStream()
                        .flatMap(member -> objects(
                                pointer + "/"
                                        + member.getKey().replace("~", "~0").replace("/", "~1"),
                                member.getValue()))
                : listed(pointer, node);
        return node.isObject() ? Stream.concat(Stream.of(Map.entry(pointer, node)), within) : within;
    }

    private static Stream<Map.Entry<String, JsonNode>> listed(String pointer, JsonNode list) {
        JsonNode[] elements = list.isArray() ? list.valueStream().toArray(JsonNode[]::new) : new JsonNode[0];
        return Stream.iterate(0, i -> i < elements.length, i -> i + 1)
                .flatMap(i -> objects(pointer + "/" + i, elements[i]));
    }

    /** The texts of a list. */
    static List<String> texts(JsonNode list) {
        return list.valueStream().map(element -> element.asString("")).toList();
    }

    /** As {@code "a, b"} is read. */
    static List<String> split(String list) {
        return Arrays.asList(list.split(", ", -1));
    }
}
