package dev.epitome.benchmarks.speed;

import dev.epitome.article.Article;
import dev.epitome.article.PublicationDate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A node of OpenSearch with an index of articles, one shard, asked over HTTP. */
final class OpenSearch implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String INDEX = "/articles";
    private static final int BULK = 500;
    private static final List<String> SEARCHED = List.of("title^3", "tags^2", "summary");
    private static final String MAPPING = """
            {"settings": {"number_of_shards": 1, "number_of_replicas": 0, "refresh_interval": "-1"},
             "mappings": {"properties": {
               "title": {"type": "text"}, "summary": {"type": "text"}, "authors": {"type": "text"},
               "url": {"type": "keyword", "index": false}, "source": {"type": "keyword"},
               "published": {"type": "date", "ignore_malformed": true},
               "tags": {"type": "text", "fields": {"raw": {"type": "keyword"}}}}}}
            """;

    private final ServerProcess node;

    private OpenSearch(ServerProcess node) {
        this.node = node;
    }

    /**
     * Starts a node, where its classes have been built.
     *
     * @param data what it keeps; a node takes up again what another left there
     * @return empty where they have not
     */
    static Optional<OpenSearch> start(Surroundings surroundings, Path data) throws IOException {
        Path target = surroundings.home().resolve(Path.of("benchmarks", "opensearch", "target"));
        if (!Files.isDirectory(target.resolve("lib"))) {
            return Optional.empty();
        }
        Files.createDirectories(data);
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms1g",
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "--add-modules=jdk.incubator.vector",
                "-cp",
                Worker.path(target.resolve("classes"), target.resolve("lib").resolve("*")),
                "dev.epitome.benchmarks.opensearch.OpenSearchNode",
                data.toString());
        return Optional.of(new OpenSearch(ServerProcess.start(command, Map.of(), surroundings.log())));
    }

    ServerProcess process() {
        return node;
    }

    private URI address() {
        return node.address();
    }

    /** Indexes articles with so many clients at once, in requests of {@value #BULK}; they can be found afterwards. */
    void index(Stream<Article> articles, int clients) throws IOException, InterruptedException {
        expect(200, Connection.request("PUT", address(), INDEX, MAPPING));
        Iterator<Article> all = articles.iterator();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> done = Stream.generate(() -> threads.submit(() -> bulk(all)))
                    .limit(clients)
                    .<Future<?>>map(f -> f)
                    .toList();
            for (Future<?> some : done) {
                some.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("OpenSearch was not given its articles: " + e.getCause(), e);
        }
        expect(200, Connection.request("POST", address(), INDEX + "/_refresh", ""));
    }

    private boolean bulk(Iterator<Article> all) throws IOException {
        try (Connection connection = new Connection(address())) {
            for (String lines = lines(all); !lines.isEmpty(); lines = lines(all)) {
                int status = connection.send(Connection.request("POST", address(), INDEX + "/_bulk", lines));
                if (status != 200) {
                    throw new IOException("a bulk request was answered " + status);
                }
            }
        }
        return true;
    }

    private static String lines(Iterator<Article> all) {
        StringBuilder lines = new StringBuilder();
        synchronized (all) {
            for (int i = 0; i < BULK && all.hasNext(); i++) {
                Article article = all.next();
                lines.append("{\"index\":{\"_id\":")
                        .append(JSON.writeValueAsString(article.id()))
                        .append("}}\n")
                        .append(JSON.writeValueAsString(json(article)))
                        .append('\n');
            }
        }
        return lines.toString();
    }

    private static ObjectNode json(Article article) {
        ObjectNode json = JSON.createObjectNode().put("title", article.title()).put("summary", article.summary());
        article.url().ifPresent(url -> json.put("url", url));
        article.source().ifPresent(source -> json.put("source", source));
        article.published().map(PublicationDate::toString).ifPresent(date -> json.put("published", date));
        article.authors().forEach(json.withArray("authors")::add);
        article.tags().forEach(json.withArray("tags")::add);
        return json;
    }

    /** Waits until a node that was started again can search what is there. */
    void awaitIndex() throws IOException {
        expect(
                200,
                Connection.request(
                        "GET", address(), "/_cluster/health/articles?wait_for_status=green&timeout=60s", ""));
    }

    /** Merges to one segment and writes everything to the disk. */
    void merge() throws IOException {
        expect(200, Connection.request("POST", address(), INDEX + "/_forcemerge?max_num_segments=1&flush=true", ""));
    }

    private void expect(int status, byte[] request) throws IOException {
        try (Connection connection = new Connection(address())) {
            int answered = connection.send(request);
            if (answered != status) {
                throw new IOException("OpenSearch answered " + answered + ", not " + status);
            }
        }
    }

    /** The request that asks the same as ours: ten whole articles, the title and a passage of the summary marked. */
    byte[] request(DrawnQuery query) {
        ObjectNode body = JSON.createObjectNode().put("size", 10);
        ObjectNode search = body.putObject("query");
        switch (query.kind()) {
            case EVERYTHING -> search.putObject("match_all");
            case FILTER -> {
                ObjectNode both = search.putObject("bool");
                match(both.putArray("must").addObject(), query);
                both.putArray("filter").addObject().putObject("term").put("source", query.source());
            }
            default -> match(search, query);
        }
        if (query.kind() == QueryKind.FACETS) {
            ObjectNode counts = body.putObject("aggs");
            counts.putObject("source").putObject("terms").put("field", "source").put("size", 50);
            counts.putObject("tags").putObject("terms").put("field", "tags.raw").put("size", 50);
        }
        ObjectNode marks = body.putObject("highlight").putObject("fields");
        marks.putObject("title").put("number_of_fragments", 0);
        marks.putObject("summary").put("number_of_fragments", 1).put("fragment_size", 240);
        return Connection.request("POST", address(), INDEX + "/_search", JSON.writeValueAsString(body));
    }

    private static void match(ObjectNode search, DrawnQuery query) {
        ObjectNode match = search.putObject("multi_match").put("query", query.words());
        switch (query.kind()) {
            case PHRASE -> match.put("type", "phrase");
            case PREFIX -> match.put("type", "bool_prefix");
            default -> match.put("type", "best_fields");
        }
        ArrayNode fields = match.putArray("fields");
        SEARCHED.forEach(fields::add);
    }

    @Override
    public void close() {
        node.close();
    }
}
