package dev.epitome.http;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;

import dev.epitome.article.Article;
import dev.epitome.article.ArticleChange;
import dev.epitome.article.ArticleChange.Condition;
import dev.epitome.article.ArticleChange.Put;
import dev.epitome.article.Origin;
import dev.epitome.article.Origin.Unit;
import dev.epitome.http.OpenApi.Operation;
import dev.epitome.lucene.ArticleStore;
import dev.epitome.watch.WatchState;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A running service over the articles that the examples of the document are about. */
final class ExampleService implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    /** Members that tell of the moment, of the machine, or of how much something counts. */
    private static final Set<String> PASSING = Set.of(
            "tookMs",
            "index",
            "createdAt",
            "changedAt",
            "passedAt",
            "readAt",
            "segments",
            "bytes",
            "next",
            "requestId",
            "score",
            "idf",
            "frequency",
            "weight");

    private final ArticleStore store = ArticleStore.inMemory();
    private final List<Article> articles = articles(
            article("eks-in-one-picture")
                    .titled("EKS in one picture")
                    .saying("How a request reaches a pod on Amazon EKS: load balancer, node, kubernetes service.")
                    .at("https://example.org/eks")
                    .from("ByteByteGo")
                    .by("Ann Lee")
                    .ofType("article")
                    .tagged("kubernetes", "aws")
                    .published("2025-11")
                    .ranked(1),
            article("kubernetes-costs")
                    .titled("What kubernetes costs")
                    .saying("Which nodes to switch off at night, and what that saves on AWS.")
                    .at("https://example.org/costs")
                    .from("Cloud Weekly")
                    .by("Rob Day")
                    .ofType("article")
                    .tagged("kubernetes", "aws")
                    .published("2025-10-14"),
            article("kafka-keeps-order")
                    .titled("How Kafka keeps order")
                    .saying("Order holds within a partition: which key to choose, and what that costs.")
                    .at("https://example.org/order")
                    .from("ByteByteGo")
                    .by("Ann Lee")
                    .ofType("video")
                    .tagged("kafka", "streaming")
                    .published("2025-11-03")
                    .ranked(2),
            article("streams-explained")
                    .titled("Streams explained")
                    .saying("Tables, streams, and the order of events.")
                    .from("Cloud Weekly")
                    .ofType("article")
                    .tagged("streaming")
                    .published("2024"));
    private final SearchServer server;
    private final Http http;

    ExampleService() {
        this(ServerSettings.at("127.0.0.1", 0));
    }

    /** Asked through this machine, whatever else it is bound to. */
    ExampleService(ServerSettings settings) {
        List<ArticleChange> puts = new ArrayList<>();
        for (Article article : articles) {
            Origin origin = new Origin("memory", Unit.ENTRY, puts.size() + 1, Optional.empty(), Instant.now());
            puts.add(new Put(article, origin, Condition.NONE));
        }
        var unused = store.apply(puts);
        WatchState watched =
                WatchState.read(Path.of("src", "test", "resources", "dev", "epitome", "http", "watch.json"));
        server = SearchServer.start(
                store.engine(),
                settings,
                Optional.empty(),
                new Writing(() -> Optional.of(store), Optional.empty()),
                () -> Optional.of(watched.shown()));
        http = new Http(URI.create("http://127.0.0.1:" + server.address().getPort() + "/"));
    }

    Http http() {
        return http;
    }

    /** Every route of the server, such as {@code GET /v1/search}, with paths as the document writes them. */
    Set<String> routes() {
        return server.routes().stream()
                .map(route ->
                        route.method.name() + " " + route.path.replace('<', '{').replace('>', '}'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The path of an operation, as its examples have it. */
    static String path(OpenApi openApi, Operation operation) {
        String path = operation.path();
        for (JsonNode parameter : openApi.parameters(operation, "path")) {
            path = path.replace(
                    "{" + parameter.path("name").stringValue() + "}",
                    encoded(parameter.path("example").stringValue()));
        }
        return path;
    }

    /** A parameter with a value, as its style has it. */
    static String query(JsonNode parameter, JsonNode value) {
        String name = parameter.path("name").stringValue() + "=";
        if (!value.isArray()) {
            return name + encoded(value.asString());
        }
        Stream<String> values = value.valueStream().map(element -> encoded(element.stringValue()));
        return parameter.path("explode").asBoolean(true)
                ? values.map(one -> name + one).collect(Collectors.joining("&"))
                : name + values.collect(Collectors.joining(","));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** An answer without what differs from one run to the next, or with the least change of how hits are ranked. */
    static String lasting(String body) {
        String text = body.replaceAll("http://(127\\.0\\.0\\.1|localhost):\\d+", "http://localhost");
        return text.startsWith("{")
                ? lasting("", JSON.readTree(text)).toPrettyString()
                : text.replaceAll("<updated>[^<]*", "<updated>");
    }

    private static JsonNode lasting(String name, JsonNode node) {
        if (PASSING.contains(name)) {
            return JsonNodeFactory.instance.stringNode("any");
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.forEachEntry((key, value) -> object.set(key, lasting(key, value)));
            return object;
        }
        if (node.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> list.add(lasting(name, element)));
            return list;
        }
        return name.equals("sentences")
                ? JsonNodeFactory.instance.stringNode(node.stringValue().replaceAll("\\d+\\.\\d+", "0"))
                : node;
    }

    @Override
    public void close() {
        http.close();
        server.close();
        store.close();
    }
}
