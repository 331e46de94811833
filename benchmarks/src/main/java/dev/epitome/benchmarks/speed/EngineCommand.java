package dev.epitome.benchmarks.speed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code engine}: in process, by kind of query. */
@Command(
        name = "engine",
        description = "Queries a second, CPU time and memory of a query in process, by kind of query, beside Lucene.")
final class EngineCommand extends Question {

    @Parameters(paramLabel = "RECORDS", description = "The articles, in any format that Epitome reads.")
    private Path records = Path.of("");

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long each contestant is asked before it is measured. Default: ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(
            names = "--turn",
            paramLabel = "MILLIS",
            defaultValue = "500",
            description = "How long a turn of a contestant takes for one kind of query. Default: ${DEFAULT-VALUE}.")
    private int turn;

    @Option(
            names = "--threads",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,2",
            description = "How many threads ask. Default: ${DEFAULT-VALUE}.")
    private List<Integer> threads = List.of();

    @Option(
            names = "--queries",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many different ones of each kind. Default: ${DEFAULT-VALUE}.")
    private int queries;

    @Override
    List<Claim> measure(Surroundings surroundings, Measurements into) throws IOException {
        Records all = Records.of(records);
        note("records", all.articles().size() + " of " + records.getFileName());
        List<DrawnQuery> drawn = QueryDrawing.draw(all.articles(), queries, seed());
        try (EngineRun run = EngineRun.start(
                surroundings,
                records.getFileName().toString(),
                all.articles()::stream,
                drawn,
                List.of(Entrant.values()))) {
            run.warmUp(warmUp);
            for (int round = 0; round < rounds; round++) {
                for (int some : threads) {
                    run.round(round, some, turn, into);
                }
                print("round " + (round + 1) + " of " + rounds);
            }
        }
        return claims(into);
    }

    /** By CPU time on one thread, which other load on the machine changes least. */
    private static List<Claim> claims(Measurements measured) {
        String raw = Entrant.RAW.label();
        String marks = Entrant.HIGHLIGHTS.label();
        List<Claim> claims = new ArrayList<>();
        for (QueryKind kind : List.of(QueryKind.RARE_WORD, QueryKind.COMMON_WORD, QueryKind.TWO_WORDS)) {
            claims.add(Claim.atLeast(
                    0.9,
                    kind.label() + ", titles, to Lucene's rate",
                    1 / measured.ratio(EngineRun.CPU, kind.label(), Entrant.TITLES.label(), raw)));
        }
        for (QueryKind kind : QueryKind.values()) {
            boolean many = kind == QueryKind.QUESTION || kind == QueryKind.FOUR_WORDS;
            if (kind != QueryKind.NOTHING_FOUND && kind != QueryKind.TYPO) {
                claims.add(Claim.atLeast(
                        many ? 2 : 4,
                        kind.label() + ", whole answer, to the rate of Lucene with marks",
                        1 / measured.ratio(EngineRun.CPU, kind.label(), Entrant.WHOLE.label(), marks)));
            }
        }
        claims.add(Claim.atMost(
                300,
                "nothing found, whole answer, CPU µs",
                measured.median(EngineRun.CPU, QueryKind.NOTHING_FOUND.label(), Entrant.WHOLE.label())));
        claims.add(Claim.atMost(
                2,
                "facets, to the time of the same search without",
                measured.rowRatio(
                        EngineRun.CPU,
                        Entrant.WHOLE.label(),
                        QueryKind.FACETS.label(),
                        QueryKind.COMMON_WORD.label())));
        return claims;
    }
}
