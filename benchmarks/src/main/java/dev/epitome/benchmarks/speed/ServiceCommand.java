package dev.epitome.benchmarks.speed;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code service}: over HTTP, under load. */
@Command(
        name = "service",
        description = "Answers a second, their times and what they cost over HTTP, beside OpenSearch and a fixed body.")
final class ServiceCommand extends Question {

    private static final String FIXED = "fixed body";
    private static final String EPITOME = "Epitome";
    private static final String ALL_WORDS = "Epitome, match=all";
    private static final String NO_MARKS = "Epitome, no marks";
    private static final String CACHED = "Epitome, cache, warm list";
    private static final String OPENSEARCH = "OpenSearch";
    private static final String MIXED = "mixed queries";
    private static final String CACHE_OPTION = "--answer-cache";
    private static final String JAVA_OPTIONS = "EPITOME_JAVA_OPTS";

    private static final String ANSWERS = "answers/s, closed loop";
    private static final String CPU = "server CPU ms an answer";

    @Parameters(paramLabel = "RECORDS", description = "The articles, in any format that Epitome reads.")
    private Path records = Path.of("");

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long each server is asked before it is measured. Default: ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(
            names = "--turn",
            paramLabel = "SECONDS",
            defaultValue = "4",
            description = "How long a turn of a server takes at one load. Default: ${DEFAULT-VALUE}.")
    private int turn;

    @Option(names = "--connections", paramLabel = "N", defaultValue = "16", description = "Default: ${DEFAULT-VALUE}.")
    private int connections;

    @Option(
            names = "--rates",
            paramLabel = "N",
            split = ",",
            description = "Requests that fall due in a second in the open loops, the same for all. Default: three and "
                    + "eight tenths of what OpenSearch answers in a closed loop, or Epitome without it.")
    private List<Double> rates = new ArrayList<>();

    @Option(
            names = "--warm-list",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many requests the answer cache is asked again and again. Default: ${DEFAULT-VALUE}.")
    private int warmList;

    @Option(
            names = "--cache-size",
            paramLabel = "SIZE",
            defaultValue = "64",
            description = "What serve " + CACHE_OPTION + " is given where the cache is measured; it is off elsewhere. "
                    + "Default: ${DEFAULT-VALUE}.")
    private String cacheSize = "64";

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = "1g",
            description = "Of every server. Default: ${DEFAULT-VALUE}.")
    private String heap = "1g";

    @Option(
            names = "--queries",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many different ones of " + "each kind. Default: ${DEFAULT-VALUE}.")
    private int queries;

    /** A server and what it is asked. */
    private record Served(ServerProcess server, List<byte[]> requests) {}

    @Override
    List<Claim> measure(Surroundings surroundings, Measurements into) throws IOException, InterruptedException {
        Records all = Records.of(records);
        note("records", all.articles().size() + " of " + records.getFileName());
        List<DrawnQuery> drawn = new ArrayList<>(QueryDrawing.draw(all.articles(), queries, seed()));
        Collections.shuffle(drawn, new Random(seed()));
        String name = String.valueOf(records.getFileName());
        Path index = EngineRun.epitomeIndex(surroundings, name, all.articles()::stream);
        List<AutoCloseable> open = new ArrayList<>();
        try {
            Map<String, Served> contestants = start(surroundings, index, drawn, open);
            openSearch(surroundings, name, all, open)
                    .ifPresentOrElse(
                            node -> contestants.put(
                                    OPENSEARCH,
                                    new Served(
                                            node.process(),
                                            drawn.stream().map(node::request).toList())),
                            () -> note("OpenSearch", "not measured: build benchmarks/opensearch first"));
            measure(contestants, into);
        } finally {
            closeAll(open);
        }
        return claims(into);
    }

    private Map<String, Served> start(
            Surroundings surroundings, Path index, List<DrawnQuery> drawn, List<AutoCloseable> open)
            throws IOException {
        boolean caches = Epitome.helpOf(surroundings, "serve").contains(CACHE_OPTION);
        ServerProcess epitome = serve(surroundings, index, caches ? List.of(CACHE_OPTION, "0") : List.of(), open);
        List<byte[]> asked = requests(epitome.address(), drawn, "");
        Map<String, Served> contestants = new LinkedHashMap<>();
        ServerProcess fixed = ServerProcess.start(
                command("-Xmx" + heap, meanSize(epitome.address(), asked)), Map.of(), surroundings.log());
        open.add(fixed);
        contestants.put(FIXED, new Served(fixed, List.of(Connection.get(fixed.address(), "/v1/search"))));
        contestants.put(EPITOME, new Served(epitome, asked));
        contestants.put(ALL_WORDS, new Served(epitome, requests(epitome.address(), drawn, "&match=all")));
        contestants.put(NO_MARKS, new Served(epitome, requests(epitome.address(), drawn, "&highlight=none")));
        if (caches) {
            ServerProcess cached = serve(surroundings, index, List.of(CACHE_OPTION, cacheSize), open);
            List<DrawnQuery> few = drawn.subList(0, Math.min(warmList, drawn.size()));
            contestants.put(CACHED, new Served(cached, requests(cached.address(), few, "")));
        } else {
            note("answer cache", "not measured: serve has no " + CACHE_OPTION);
        }
        return contestants;
    }

    private static List<String> command(String heap, long bytes) {
        List<String> command = new ArrayList<>(Worker.java(List.of(heap), FixedBody.class));
        command.add(String.valueOf(bytes));
        return command;
    }

    private ServerProcess serve(Surroundings surroundings, Path index, List<String> options, List<AutoCloseable> open)
            throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Epitome.launcher(surroundings), "serve", "--port", "0", "--index", index.toString()));
        command.addAll(options);
        ServerProcess server = ServerProcess.start(
                command,
                Map.of(JAVA_OPTIONS, "-Xmx" + heap),
                surroundings.work().resolve("serve.log"));
        open.add(server);
        return server;
    }

    private static Optional<OpenSearch> openSearch(
            Surroundings surroundings, String name, Records all, List<AutoCloseable> open) throws IOException {
        Path data = surroundings.work().resolve(name + "-opensearch");
        Path made = surroundings.made(name + "-opensearch", folder -> {
            Optional<OpenSearch> node = OpenSearch.start(surroundings, folder);
            if (node.isPresent()) {
                try (OpenSearch some = node.get()) {
                    some.index(all.articles().stream(), 2);
                    some.merge();
                }
            }
        });
        if (Files.notExists(made)) {
            Files.deleteIfExists(data.resolveSibling(data.getFileName() + ".done"));
            return Optional.empty();
        }
        Optional<OpenSearch> node = OpenSearch.start(surroundings, data);
        if (node.isPresent()) {
            open.add(node.get());
            node.get().awaitIndex();
        }
        return node;
    }

    private static List<byte[]> requests(URI address, List<DrawnQuery> drawn, String more) {
        return drawn.stream()
                .map(query -> Connection.get(address, Epitome.target(query) + more))
                .toList();
    }

    private static long meanSize(URI address, List<byte[]> requests) throws IOException {
        long bytes = 0;
        try (Connection connection = new Connection(address)) {
            for (byte[] request : requests) {
                int status = connection.send(request);
                if (status != 200) {
                    throw new IOException("answered " + status + ": " + new String(request, StandardCharsets.UTF_8));
                }
                bytes += connection.bodyBytes();
            }
        }
        return bytes / requests.size();
    }

    private void measure(Map<String, Served> contestants, Measurements into) throws IOException, InterruptedException {
        for (Map.Entry<String, Served> entry : contestants.entrySet()) {
            Served some = entry.getValue();
            Load load = Load.closed(some.server.address(), some.requests, connections, Duration.ofSeconds(warmUp));
            print("warmed up: %s, %.0f answers/s".formatted(entry.getKey(), load.perSecond()));
            boolean paces = entry.getKey().equals(contestants.containsKey(OPENSEARCH) ? OPENSEARCH : EPITOME);
            if (paces && rates.isEmpty()) {
                rates = List.of(
                        (double) Math.round(0.3 * load.perSecond()), (double) Math.round(0.8 * load.perSecond()));
            }
        }
        for (int round = 0; round < rounds; round++) {
            List<String> order = new ArrayList<>(contestants.keySet());
            Collections.rotate(order, -round);
            Measurements turns = new Measurements();
            for (String name : order) {
                turn(
                        name,
                        contestants.getOrDefault(
                                name, contestants.values().iterator().next()),
                        turns);
            }
            for (String name : contestants.keySet()) {
                turns.copy(name, into);
            }
            print("round " + (round + 1) + " of " + rounds);
        }
    }

    private void turn(String name, Served served, Measurements into) throws IOException, InterruptedException {
        Duration before = served.server.cpu();
        Load load = Load.closed(served.server.address(), served.requests, connections, Duration.ofSeconds(turn));
        Duration spent = served.server.cpu().minus(before);
        into.add(ANSWERS, MIXED, name, load.perSecond());
        percentiles("closed loop", name, load, into);
        into.add(CPU, MIXED, name, spent.toNanos() / 1e6 / load.answers());
        into.add("client CPU ms an answer", MIXED, name, load.clientMicros() / 1e3);
        into.add("memory MiB (RSS)", MIXED, name, served.server.memory());
        into.add("answers other than 200", MIXED, name, (double) load.failed());
        for (double rate : rates) {
            percentiles(
                    "%.0f/s due".formatted(rate),
                    name,
                    Load.open(served.server.address(), served.requests, connections, rate, Duration.ofSeconds(turn)),
                    into);
        }
    }

    private static void percentiles(String row, String name, Load load, Measurements into) {
        into.add("p50 ms", row, name, load.millis(50));
        into.add("p99 ms", row, name, load.millis(99));
        into.add("p99.9 ms", row, name, load.millis(99.9));
    }

    private static List<Claim> claims(Measurements measured) {
        List<Claim> claims = new ArrayList<>();
        claims.add(Claim.atLeast(
                5,
                "mixed queries, cache off, to OpenSearch's answers/s",
                measured.ratio(ANSWERS, MIXED, EPITOME, OPENSEARCH)));
        for (String row : measured.rows("p99 ms")) {
            claims.add(Claim.atMost(
                    1.0 / 3, "p99, " + row + ", to OpenSearch's", measured.ratio("p99 ms", row, EPITOME, OPENSEARCH)));
        }
        claims.add(Claim.atLeast(
                0.6,
                "warm list, cache on, to the fixed body's answers/s",
                measured.ratio(ANSWERS, MIXED, CACHED, FIXED)));
        return claims;
    }

    private static void closeAll(List<AutoCloseable> open) {
        for (AutoCloseable some : open) {
            try {
                some.close();
            } catch (Exception e) {
                throw new IllegalStateException("a server could not be ended", e);
            }
        }
    }
}
