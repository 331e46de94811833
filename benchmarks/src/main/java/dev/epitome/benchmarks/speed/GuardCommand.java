package dev.epitome.benchmarks.speed;

import dev.epitome.article.Article;
import dev.epitome.benchmarks.SyntheticCorpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code guard}: the few ratios that matter, in under three minutes, for every build. */
@Command(
        name = "guard",
        description = "Fails where the few ratios that matter are clearly worse than they were: on generated articles, "
                + "for which no file is needed.")
final class GuardCommand extends Question {

    private static final List<QueryKind> KINDS = List.of(
            QueryKind.RARE_WORD,
            QueryKind.COMMON_WORD,
            QueryKind.TWO_WORDS,
            QueryKind.FOUR_WORDS,
            QueryKind.QUESTION,
            QueryKind.NOTHING_FOUND);

    /**
     * What an answer may cost at most, in multiples of what Lucene pays for the same: well above what was measured when
     * it was last set, so that a busy machine fails no build. The articles are much alike, so that these are no figures
     * to be proud of.
     */
    private enum Limit {
        RARE_TITLES(QueryKind.RARE_WORD, Entrant.TITLES, Entrant.RAW, 4, 2.2),
        COMMON_TITLES(QueryKind.COMMON_WORD, Entrant.TITLES, Entrant.RAW, 6, 2.4),
        TWO_WORDS_TITLES(QueryKind.TWO_WORDS, Entrant.TITLES, Entrant.RAW, 12, 4),
        COMMON_WHOLE(QueryKind.COMMON_WORD, Entrant.WHOLE, Entrant.HIGHLIGHTS, 3, .25),
        TWO_WORDS_WHOLE(QueryKind.TWO_WORDS, Entrant.WHOLE, Entrant.HIGHLIGHTS, 5, .5),
        FOUR_WORDS_WHOLE(QueryKind.FOUR_WORDS, Entrant.WHOLE, Entrant.HIGHLIGHTS, 9, 1),
        QUESTION_WHOLE(QueryKind.QUESTION, Entrant.WHOLE, Entrant.HIGHLIGHTS, 8, .9);

        private final QueryKind kind;
        private final Entrant ours;
        private final Entrant theirs;
        private final double cpu;
        private final double bytes;

        Limit(QueryKind kind, Entrant ours, Entrant theirs, double cpu, double bytes) {
            this.kind = kind;
            this.ours = ours;
            this.theirs = theirs;
            this.cpu = cpu;
            this.bytes = bytes;
        }

        List<Claim> of(Measurements measured) {
            String who = kind.label() + ", " + ours.label() + " to " + theirs.label();
            return List.of(
                    Claim.atMost(
                            cpu,
                            who + ", CPU",
                            measured.ratio(EngineRun.CPU, kind.label(), ours.label(), theirs.label())),
                    Claim.atMost(
                            bytes,
                            who + ", bytes allocated",
                            measured.ratio(EngineRun.BYTES, kind.label(), ours.label(), theirs.label())));
        }
    }

    @Option(
            names = "--corpus",
            paramLabel = "PATH",
            defaultValue = "corpus/articles",
            description = "What the articles are made from. Default: ${DEFAULT-VALUE}.")
    private Path corpus = Path.of("corpus", "articles");

    @Option(names = "--records", paramLabel = "N", defaultValue = "20000", description = "Default: ${DEFAULT-VALUE}.")
    private int records;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "12",
            description = "How long each contestant is asked before it is measured. Default: ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(names = "--turn", paramLabel = "MILLIS", defaultValue = "250", description = "Default: ${DEFAULT-VALUE}.")
    private int turn;

    @Override
    List<Claim> measure(Surroundings surroundings, Measurements into) throws IOException {
        SyntheticCorpus generated = SyntheticCorpus.from(corpus, seed());
        List<Article> articles = Stream.generate(generated::next).limit(records).toList();
        List<DrawnQuery> drawn = QueryDrawing.draw(articles, 50, seed()).stream()
                .filter(query -> KINDS.contains(query.kind()))
                .toList();
        // Made anew each time: what the build writes is measured as well.
        Surroundings fresh =
                new Surroundings(surroundings.home(), surroundings.work().resolve("guard"));
        Surroundings.delete(fresh.work());
        Files.createDirectories(fresh.work());
        List<Entrant> entrants = List.of(Entrant.RAW, Entrant.HIGHLIGHTS, Entrant.TITLES, Entrant.WHOLE);
        try (EngineRun run = EngineRun.start(fresh, "generated", articles::stream, drawn, entrants)) {
            run.warmUp(warmUp);
            for (int round = 0; round < rounds; round++) {
                run.round(round, 1, turn, into);
            }
        }
        List<Claim> claims = new ArrayList<>();
        for (Limit limit : Limit.values()) {
            claims.addAll(limit.of(into));
        }
        String nothing = QueryKind.NOTHING_FOUND.label();
        String whole = Entrant.WHOLE.label();
        claims.add(Claim.atMost(5_000, nothing + ", CPU µs", into.median(EngineRun.CPU, nothing, whole)));
        claims.add(
                Claim.atMost(1_000_000, nothing + ", bytes allocated", into.median(EngineRun.BYTES, nothing, whole)));
        return claims;
    }

    @Override
    boolean failsWhereWorse() {
        return true;
    }
}
