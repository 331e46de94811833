package dev.epitome.benchmarks.speed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code growth}: ten times the records, and again. */
@Command(
        name = "growth",
        description = {
            "The time of the ten best of mixed queries in process, as the records become more.",
            "Where the file has fewer, new articles are put together from the sentences of different ones."
        })
final class GrowthCommand extends Question {

    private static final String P50 = "p50 µs";

    @Parameters(paramLabel = "RECORDS", description = "The articles, in any format that Epitome reads.")
    private Path records = Path.of("");

    @Option(
            names = "--sizes",
            paramLabel = "N",
            split = ",",
            defaultValue = "10000,100000,1000000",
            description = "How many records, ascending; add 10000000 for the long form, which needs 30 GB. Default: "
                    + "${DEFAULT-VALUE}.")
    private List<Long> sizes = List.of();

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "How long each contestant is asked before it is measured. Default: ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(
            names = "--turn",
            paramLabel = "N",
            defaultValue = "500",
            description = "How many queries a turn of a contestant has. Default: ${DEFAULT-VALUE}.")
    private int turn;

    @Option(
            names = "--queries",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many different ones of each kind, the same for every size. Default: ${DEFAULT-VALUE}.")
    private int queries;

    @Override
    List<Claim> measure(Surroundings surroundings, Measurements into) throws IOException {
        Records all = Records.of(records);
        note("records", all.articles().size() + " of " + records.getFileName() + ", seed " + seed());
        List<DrawnQuery> drawn = QueryDrawing.draw(all.articles(), queries, seed());
        List<QueryKind> mixed = Stream.of(QueryKind.values())
                .filter(kind -> kind != QueryKind.EVERYTHING && kind != QueryKind.FACETS)
                .toList();
        List<EngineRun> runs = new ArrayList<>();
        try {
            for (long size : sizes) {
                EngineRun run = EngineRun.start(
                        surroundings,
                        records.getFileName() + "-" + size,
                        () -> all.take(size, seed()),
                        drawn,
                        List.of(Entrant.RAW, Entrant.TITLES, Entrant.WHOLE));
                runs.add(run);
                run.warmUp(warmUp);
                print("warmed up: " + row(size));
            }
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < runs.size(); i++) {
                    runs.get(i).latencies(turn, mixed, row(sizes.get(i)), into);
                }
            }
        } finally {
            runs.forEach(EngineRun::close);
        }
        return claims(into);
    }

    private List<Claim> claims(Measurements measured) {
        List<Claim> claims = new ArrayList<>();
        for (int i = 1; i < sizes.size(); i++) {
            for (Entrant entrant : List.of(Entrant.TITLES, Entrant.WHOLE)) {
                claims.add(Claim.atMost(
                        3,
                        "%s, %s to %s".formatted(entrant.label(), row(sizes.get(i)), row(sizes.get(i - 1))),
                        measured.rowRatio(P50, entrant.label(), row(sizes.get(i)), row(sizes.get(i - 1)))));
            }
        }
        return claims;
    }

    private static String row(long size) {
        return String.format(Locale.ROOT, "%,d records", size);
    }
}
