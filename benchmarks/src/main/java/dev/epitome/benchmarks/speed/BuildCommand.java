package dev.epitome.benchmarks.speed;

import dev.epitome.benchmarks.speed.BuildWorker.Way;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code build}: how fast an index is built, and how large it is. */
@Command(
        name = "build",
        description = "Records a second and bytes on the disk of a rebuild, beside a bare IndexWriter and OpenSearch.")
final class BuildCommand extends Question {

    private static final String RATE = "records/s";
    private static final String CPU = "CPU µs a record";
    private static final String SIZE = "bytes on the disk per byte of input";
    private static final String TO_LAST = "to the last record";
    private static final String WHOLE = "with the final merge";
    private static final String OPENSEARCH = "OpenSearch bulk";

    @Parameters(paramLabel = "RECORDS", description = "The articles, in any format that Epitome reads.")
    private Path records = Path.of("");

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "3", description = "Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Of a bare writer, and clients of OpenSearch. Default: the number of cores, as Epitome has.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    List<Claim> measure(Surroundings surroundings, Measurements into) throws IOException, InterruptedException {
        Records all = Records.of(records);
        long input = IndexSizes.total(records);
        note("records", "%d of %s, %d bytes".formatted(all.articles().size(), records.getFileName(), input));
        Path folder = surroundings.work().resolve("build");
        boolean beside = true;
        for (int round = 0; round < rounds; round++) {
            Measurements turns = new Measurements();
            List<Way> order = new ArrayList<>(List.of(Way.values()));
            Collections.rotate(order, -round);
            for (Way way : order) {
                turn(way, surroundings, folder.resolve(way.name()), input, turns);
            }
            for (Way way : Way.values()) {
                turns.copy(way.label(), into);
            }
            beside = beside && openSearch(surroundings, all, folder.resolve("opensearch"), input, into);
            print("round " + (round + 1) + " of " + rounds);
        }
        if (!beside) {
            note("OpenSearch", "not measured: build benchmarks/opensearch first");
        }
        for (Way way : List.of(Way.EPITOME_FILE, Way.LUCENE_SAME)) {
            Path index = folder.resolve(way.name());
            addSizes("structure", IndexSizes.byStructure(index), way, input, into);
            addSizes("field", IndexSizes.byField(index), way, input, into);
        }
        Surroundings.delete(folder);
        return claims(into);
    }

    private void turn(Way way, Surroundings surroundings, Path index, long input, Measurements into)
            throws IOException {
        Surroundings.delete(index);
        List<String> command = new ArrayList<>(Worker.java(List.of("-Xmx3g"), BuildWorker.class));
        command.addAll(List.of(way.name(), records.toString(), index.toString(), String.valueOf(threads)));
        try (Worker worker = Worker.start(command, surroundings.log())) {
            double[] took = worker.tell("go");
            into.add(RATE, TO_LAST, way.label(), took[0] / took[1]);
            into.add(RATE, WHOLE, way.label(), took[0] / took[2]);
            into.add(CPU, WHOLE, way.label(), took[3] * 1e6 / took[0]);
            into.add(SIZE, WHOLE, way.label(), (double) IndexSizes.total(index) / input);
        }
    }

    private boolean openSearch(Surroundings surroundings, Records all, Path data, long input, Measurements into)
            throws IOException, InterruptedException {
        Surroundings.delete(data);
        Optional<OpenSearch> started = OpenSearch.start(surroundings, data);
        if (started.isEmpty()) {
            return false;
        }
        try (OpenSearch node = started.get()) {
            int count = all.articles().size();
            Duration cpu = node.process().cpu();
            long start = System.nanoTime();
            node.index(all.articles().stream(), threads);
            into.add(RATE, TO_LAST, OPENSEARCH, count / ((System.nanoTime() - start) / 1e9));
            node.merge();
            into.add(RATE, WHOLE, OPENSEARCH, count / ((System.nanoTime() - start) / 1e9));
            into.add(CPU, WHOLE, OPENSEARCH, node.process().cpu().minus(cpu).toNanos() / 1e3 / count);
            into.add(SIZE, WHOLE, OPENSEARCH, (double) IndexSizes.inFolders("index", data) / input);
        }
        return true;
    }

    private static void addSizes(String by, Map<String, Long> sizes, Way way, long input, Measurements into) {
        sizes.forEach((name, bytes) -> into.add(SIZE + ", by " + by, name, way.label(), (double) bytes / input));
    }

    private static List<Claim> claims(Measurements measured) {
        String same = Way.LUCENE_SAME.label();
        String ours = Way.EPITOME_ARTICLES.label();
        return List.of(
                Claim.atLeast(
                        0.85,
                        "records/s to the last record, to a bare writer with the same fields and threads",
                        measured.ratio(RATE, TO_LAST, ours, same)),
                Claim.atLeast(
                        1.5,
                        "records/s of the file with the final merge, to OpenSearch bulk without",
                        measured.median(RATE, WHOLE, Way.EPITOME_FILE.label())
                                / measured.median(RATE, TO_LAST, OPENSEARCH)),
                Claim.atMost(0.9, SIZE, measured.median(SIZE, WHOLE, Way.EPITOME_FILE.label())));
    }
}
