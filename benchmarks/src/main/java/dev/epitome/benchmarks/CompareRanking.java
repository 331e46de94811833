package dev.epitome.benchmarks;

import dev.epitome.EpitomeException;
import dev.epitome.benchmarks.PlainLucene.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares the ranking of Epitome with Lucene's own on judged queries. */
@Command(
        name = "compare-ranking",
        mixinStandardHelpOptions = true,
        description = "Compares the ranking of Epitome with Lucene's own on collections of judged queries.")
public final class CompareRanking implements Callable<Integer> {

    /** Kept here because the logging system itself would forget the setting. */
    private static final Logger VECTORS = Logger.getLogger("org.apache.lucene.internal.vectorization");

    /** Of more queries, so many are timed, evenly spread. */
    private static final int TIMED_QUERIES = 200;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FOLDER",
            description = "Holds docs.jsonl, queries.tsv and qrels.txt, as benchmarks/README.md has them.")
    private List<Path> folders = List.of();

    @Option(names = "--run", paramLabel = "DIR", description = "Writes what each system found there, for trec_eval.")
    private @Nullable Path runs;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "7",
            description = "How often all queries are timed; 0 for no times. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long queries are asked before they are timed. Default: ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "For the tests of significance. Default: ${DEFAULT-VALUE}.")
    private long seed;

    /** Runs the command. */
    public static void main(String... arguments) {
        VECTORS.setLevel(Level.OFF);
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        int exitCode = run(out, new PrintWriter(System.err, true, StandardCharsets.UTF_8), arguments);
        out.flush();
        System.exit(exitCode);
    }

    /** Runs the command within this process. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new CompareRanking())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    if (e instanceof EpitomeException ours) {
                        err.println("compare-ranking: " + ours.getMessage());
                        return command.getCommandSpec().exitCodeOnExecutionException();
                    }
                    throw e;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        CommandLine command = Optional.ofNullable(spec).orElseThrow().commandLine();
        if (rounds < 0) {
            throw new ParameterException(command, "--rounds is " + rounds + ": give 0 or more");
        }
        for (Path folder : folders) {
            compare(JudgedCollection.read(folder), command.getOut());
        }
        return CommandLine.ExitCode.OK;
    }

    private void compare(JudgedCollection collection, PrintWriter out) throws IOException {
        List<RankingSystem> systems = systems(collection.documents());
        try {
            List<MeasuredSystem> measured = systems.stream()
                    .map(system -> MeasuredSystem.of(system, collection))
                    .toList();
            if (runs != null) {
                write(measured, collection.name(), runs);
            }
            new RankingTable(measured, timings(systems, collection), seed).print(collection, out);
        } finally {
            systems.forEach(RankingSystem::close);
        }
    }

    /** The first is what the others are compared with. */
    private static List<RankingSystem> systems(List<CollectionDocument> documents) throws IOException {
        return List.of(
                PlainLucene.english(Words.ANY, documents),
                PlainLucene.standard(Words.ANY, documents),
                PlainLucene.standard(Words.ALL, documents),
                EpitomeSystem.over(documents));
    }

    private static void write(List<MeasuredSystem> measured, String collection, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (MeasuredSystem system : measured) {
            system.run().write(folder.resolve(collection + "." + system.key() + ".run"), system.key());
        }
    }

    private List<Timing> timings(List<RankingSystem> systems, JudgedCollection collection) {
        List<String> queries = timedQueries(collection);
        List<Timing> timings = new ArrayList<>();
        if (rounds > 0 && !queries.isEmpty()) {
            Duration half = Duration.ofSeconds(warmUp).dividedBy(2);
            for (int depth : List.of(MeasuredSystem.NDCG_DEPTH, MeasuredSystem.RECALL_DEPTH)) {
                timings.add(Timing.of(systems, queries, depth, half, rounds));
            }
        }
        return timings;
    }

    private static List<String> timedQueries(JudgedCollection collection) {
        List<String> all = collection.answerable().keySet().stream()
                .map(collection::query)
                .filter(query -> !query.isEmpty())
                .toList();
        int count = Math.min(TIMED_QUERIES, all.size());
        return IntStream.range(0, count)
                .mapToObj(i -> all.get((int) ((long) i * all.size() / count)))
                .toList();
    }
}
