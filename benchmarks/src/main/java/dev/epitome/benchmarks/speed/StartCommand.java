package dev.epitome.benchmarks.speed;

import com.sun.management.OperatingSystemMXBean;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code start}: how long it takes until there is an answer. */
@Command(
        name = "start",
        description =
                "The time and the CPU of whole commands, of serve until its first answer, and of opening an index "
                        + "again, through bin/epitome and through Java without its archives.")
final class StartCommand extends Question {

    private static final String WALL = "time ms";
    private static final String CPU = "CPU ms";
    private static final String LAUNCHER = "bin/epitome";
    private static final String PLAIN = "plain java";
    private static final int NOTHING_FOUND = 1;
    private static final String SHIPPED = "shipped corpus";

    @Parameters(paramLabel = "RECORDS", description = "The articles, in any format that Epitome reads.")
    private Path records = Path.of("");

    @Option(
            names = "--sizes",
            paramLabel = "N",
            split = ",",
            defaultValue = "100000",
            description = "How many of the records, new ones among them where there are fewer. Default: "
                    + "${DEFAULT-VALUE}; add 1000000.")
    private List<Long> sizes = List.of();

    @Option(
            names = "--index",
            paramLabel = "NAME=DIR",
            description = "An index that is there, instead of one of the records; repeat for several.")
    private Map<String, Path> given = new LinkedHashMap<>();

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "7", description = "Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Override
    List<Claim> measure(Surroundings surroundings, Measurements into) throws IOException, InterruptedException {
        Map<String, Path> indexes = indexes(surroundings);
        for (int round = 0; round < rounds; round++) {
            for (String column : List.of(LAUNCHER, PLAIN)) {
                List<String> command = column.equals(LAUNCHER)
                        ? List.of(Epitome.launcher(surroundings))
                        : Epitome.plainJava(surroundings);
                run("--help", column, command, List.of("--help"), surroundings, into);
                for (Map.Entry<String, Path> index : indexes.entrySet()) {
                    List<String> over = List.of("--index", index.getValue().toString());
                    run(
                            "search EKS, " + index.getKey(),
                            column,
                            command,
                            with(List.of("search", "EKS"), over),
                            surroundings,
                            into);
                    serve(
                            "serve, " + index.getKey(),
                            column,
                            with(command, with(List.of("serve", "--port", "0"), over)),
                            surroundings,
                            into);
                }
            }
            for (Map.Entry<String, Path> index : indexes.entrySet()) {
                reopen("opened again, " + index.getKey(), index.getValue(), into);
            }
            print("round " + (round + 1) + " of " + rounds);
        }
        return claims(indexes, into);
    }

    private Map<String, Path> indexes(Surroundings surroundings) throws IOException {
        Map<String, Path> indexes = new LinkedHashMap<>();
        Records shipped = Records.of(surroundings.home().resolve(Path.of("corpus", "articles")));
        indexes.put(SHIPPED, EngineRun.epitomeIndex(surroundings, "shipped", shipped.articles()::stream));
        indexes.putAll(given);
        if (given.isEmpty()) {
            Records all = Records.of(records);
            for (long size : sizes) {
                indexes.put(
                        "%,d".formatted(size),
                        EngineRun.epitomeIndex(
                                surroundings, records.getFileName() + "-" + size, () -> all.take(size, seed())));
            }
        }
        return indexes;
    }

    private static List<String> with(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static void run(
            String row,
            String column,
            List<String> command,
            List<String> arguments,
            Surroundings surroundings,
            Measurements into)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        double cpu = CpuTicks.ofEndedChildren();
        Process process = new ProcessBuilder(with(command, arguments))
                .redirectError(
                        ProcessBuilder.Redirect.appendTo(surroundings.log().toFile()))
                .start();
        process.getInputStream().readAllBytes();
        if (process.waitFor() > NOTHING_FOUND) {
            throw new IOException(
                    row + " of " + column + " ended with " + process.exitValue() + ": see " + surroundings.log());
        }
        into.add(WALL, row, column, (System.nanoTime() - start) / 1e6);
        into.add(CPU, row, column, CpuTicks.ofEndedChildren() - cpu);
    }

    private static void serve(
            String row, String column, List<String> command, Surroundings surroundings, Measurements into)
            throws IOException {
        long start = System.nanoTime();
        try (ServerProcess server =
                ServerProcess.start(command, Map.of(), surroundings.work().resolve("serve.log"))) {
            URI address = server.address();
            try (Connection connection = new Connection(address)) {
                int status = connection.send(Connection.get(address, "/v1/search?q=EKS&limit=10"));
                if (status != 200) {
                    throw new IOException("the first answer of serve was " + status);
                }
            }
            into.add(WALL, row, column, (System.nanoTime() - start) / 1e6);
            into.add(CPU, row, column, server.ticks());
        }
    }

    /** What a service does for a new commit: in a process that has long been running. */
    private static void reopen(String row, Path index, Measurements into) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long start = System.nanoTime();
        long cpu = system.getProcessCpuTime();
        try (SearchEngine engine = LuceneSearch.open(index)) {
            engine.search(SearchRequest.of("EKS"));
        }
        into.add(WALL, row, "in process", (System.nanoTime() - start) / 1e6);
        into.add(CPU, row, "in process", (system.getProcessCpuTime() - cpu) / 1e6);
    }

    private static List<Claim> claims(Map<String, Path> indexes, Measurements measured) {
        List<Claim> claims = new ArrayList<>();
        claims.add(Claim.atMost(
                600,
                "search EKS over the shipped corpus, CPU ms",
                measured.median(CPU, "search EKS, " + SHIPPED, LAUNCHER)));
        for (String name : indexes.keySet()) {
            claims.add(Claim.atMost(
                    0.5,
                    "serve over " + name + ", time to that of plain java",
                    measured.ratio(WALL, "serve, " + name, LAUNCHER, PLAIN)));
            if (!name.equals(SHIPPED)) {
                claims.add(Claim.atMost(
                        1.2,
                        "search EKS, CPU over " + name + " to the shipped corpus",
                        measured.rowRatio(CPU, LAUNCHER, "search EKS, " + name, "search EKS, " + SHIPPED)));
                claims.add(Claim.atMost(
                        300,
                        "opened again over " + name + ", CPU ms",
                        measured.median(CPU, "opened again, " + name, "in process")));
            }
        }
        return claims;
    }

    /** CPU time as the kernel keeps it, in milliseconds and in steps of ten; NaN where there is no {@code /proc}. */
    static final class CpuTicks {

        private static final double MILLIS = 10;
        private static final int USER = 11;
        private static final int CHILDREN = 13;

        private CpuTicks() {}

        /** Of a running process and of its children that have ended. */
        static double of(long pid) {
            return ticks(String.valueOf(pid), USER, 4);
        }

        /** Of the processes that this one started and that have ended, with theirs. */
        static double ofEndedChildren() {
            return ticks("self", CHILDREN, 2);
        }

        private static double ticks(String process, int first, int count) {
            try {
                String line = Files.readString(Path.of("/proc", process, "stat"), StandardCharsets.UTF_8);
                // The name of the program is in brackets and may hold spaces.
                String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
                double sum = 0;
                for (int i = first; i < first + count; i++) {
                    sum += Long.parseLong(fields[i]);
                }
                return sum * MILLIS;
            } catch (IOException e) {
                return Double.NaN;
            }
        }
    }
}
