package dev.epitome.http;

import dev.epitome.http.Http.Answer;
import dev.epitome.http.OpenApi.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Whether an answer is one that the document promises for the request. */
final class OpenApiCheck {

    private static final JsonMapper JSON = new JsonMapper();

    /** Headers of the transport, and those that every answer may have. */
    private static final Set<String> BESIDE = Set.of(
            "date",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "transfer-encoding",
            "x-content-type-options",
            "access-control-allow-origin",
            "access-control-expose-headers");

    private final OpenApi document;

    OpenApiCheck(OpenApi document) {
        this.document = document;
    }

    /** Fails with all that the answer has against it. */
    static void check(String method, String target, Answer answer) {
        List<String> violations = new OpenApiCheck(OpenApi.ofService()).violations(method, target, answer);
        if (!violations.isEmpty()) {
            throw new AssertionError(String.join("\n", violations) + "\nin the answer " + answer);
        }
    }

    /** What is not as promised: each names the request, the operation and the place in the answer. */
    List<String> violations(String method, String target, Answer answer) {
        List<Operation> atPath = document.operationsAt(path(target));
        Optional<Operation> operation = operation(atPath, method);
        String asked = operation.map(Operation::name).orElse(atPath.isEmpty() ? "no path" : "no method of the path");
        String prefix = method + " " + shortened(target) + ", " + asked + ", status " + answer.status() + ", ";
        Optional<JsonNode> response = operation
                .flatMap(known -> responseOf(known, answer.status()))
                .or(() -> elsewhere(reasons(method, operation.isPresent(), !atPath.isEmpty()), answer.status()));
        List<String> violations = response.isEmpty()
                ? List.of("/: this status is not in the document")
                : violations(response.get(), answer, method.equals("HEAD"));
        return violations.stream().map(violation -> prefix + violation).toList();
    }

    /** Without the server, where the target names it. */
    private static String path(String target) {
        return target.replaceFirst("^https?://[^/]*", "").split("[?#]", 2)[0];
    }

    private static Optional<Operation> operation(List<Operation> atPath, String method) {
        String known = method.equals("HEAD") ? "GET" : method;
        return atPath.stream()
                .filter(operation -> operation.method().equals(known))
                .findFirst();
    }

    private Optional<JsonNode> responseOf(Operation operation, int status) {
        JsonNode response = operation.json().path("responses").path(String.valueOf(status));
        return response.isMissingNode() ? Optional.empty() : Optional.of(document.resolved(response));
    }

    /** Why an answer may be none of an operation's own. */
    private static List<String> reasons(String method, boolean operationKnown, boolean pathKnown) {
        if (operationKnown) {
            return List.of("any");
        }
        return List.of(
                pathKnown ? "otherMethod" : "unknownPath", method.equals("OPTIONS") ? "preflight" : "any", "any");
    }

    private Optional<JsonNode> elsewhere(List<String> reasons, int status) {
        return reasons.stream()
                .map(reason -> document.document().path("x-other-answers").path(reason))
                .map(answers -> answers.path(String.valueOf(status)))
                .filter(response -> !response.isMissingNode())
                .map(document::resolved)
                .findFirst();
    }

    private List<String> violations(JsonNode response, Answer answer, boolean head) {
        List<String> violations = new ArrayList<>(headers(response.path("headers"), answer));
        JsonNode content = response.path("content");
        String type = answer.header("Content-Type");
        if (content.isMissingNode()) {
            if (!type.isEmpty() || !answer.body().isEmpty()) {
                violations.add("/: there is a body, of type " + type);
            }
            return violations;
        }
        JsonNode medium = content.path(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
        if (medium.isMissingNode()) {
            violations.add("the type " + type + " is not in the document");
        } else if (head) {
            if (!answer.body().isEmpty()) {
                violations.add("/: there is a body");
            }
        } else if (answer.header("Content-Encoding").isEmpty()) {
            violations.addAll(body(medium, type, answer));
        }
        return violations;
    }

    private List<String> headers(JsonNode headers, Answer answer) {
        List<String> violations = new ArrayList<>();
        Set<String> known = new TreeSet<>(BESIDE);
        for (Map.Entry<String, JsonNode> promised : headers.properties()) {
            String name = promised.getKey().toLowerCase(Locale.ROOT);
            known.add(name);
            JsonNode header = document.resolved(promised.getValue());
            String value = answer.headers().get(name);
            if (value != null) {
                document.errors(header.path("schema"), typed(value, header.path("schema")))
                        .forEach(error -> violations.add("header " + promised.getKey() + " is " + value + error));
            } else if (header.path("required").asBoolean(false)) {
                violations.add("header " + promised.getKey() + " is missing");
            }
        }
        answer.headers().keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> violations.add("header " + name + " is not in the document"));
        return violations;
    }

    private static JsonNode typed(String text, JsonNode schema) {
        boolean number = schema.path("type").asString("").equals("integer") && text.matches("\\d{1,9}");
        return number
                ? JsonNodeFactory.instance.numberNode(Integer.parseInt(text))
                : JsonNodeFactory.instance.stringNode(text);
    }

    private List<String> body(JsonNode medium, String type, Answer answer) {
        JsonNode body;
        try {
            body = type.contains("json") && !type.contains("ndjson")
                    ? JSON.readTree(answer.body())
                    : JsonNodeFactory.instance.stringNode(answer.body());
        } catch (JacksonException e) {
            return List.of("/: the body is not JSON: " + e.getOriginalMessage());
        }
        List<String> violations = new ArrayList<>(document.errors(medium.path("schema"), body));
        if (type.startsWith(Problem.MEDIA_TYPE)) {
            violations.addAll(problem(medium.path("examples"), body, answer.status()));
        }
        return violations;
    }

    /** The examples of a problem's response are named by the codes that it may have. */
    private List<String> problem(JsonNode examples, JsonNode problem, int status) {
        String code = problem.path("code").asString("");
        JsonNode example = document.resolved(examples.path(code)).path("value");
        if (example.isMissingNode()) {
            return List.of("/code: " + code + " is not among " + examples.propertyNames());
        }
        List<String> violations = new ArrayList<>();
        if (problem.path("status").asInt(0) != status) {
            violations.add("/status: it is not the status of the answer");
        }
        for (String name : List.of("type", "title")) {
            if (!problem.path(name).equals(example.path(name))) {
                violations.add("/" + name + ": the document has " + example.path(name));
            }
        }
        return violations;
    }

    private static String shortened(String target) {
        return target.length() <= 200 ? target : target.substring(0, 200) + "…";
    }
}
