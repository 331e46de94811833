package dev.epitome.benchmarks.speed;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code changes}: what it costs to change an index while it is searched. */
@Command(
        name = "changes",
        description = {
            "What it costs to change an index on the disk while it is searched: one put, as the articles become more; "
                    + "searches beside puts; new and unchanged articles in batches.",
            "On generated articles, for which no file is needed."
        })
final class ChangesCommand extends Question {

    @Option(
            names = "--corpus",
            paramLabel = "PATH",
            defaultValue = "corpus/articles",
            description = "What the articles are made from. Default: ${DEFAULT-VALUE}.")
    private Path corpus = Path.of("corpus", "articles");

    @Option(
            names = "--sizes",
            paramLabel = "N",
            split = ",",
            defaultValue = "10000,100000,1000000",
            description = "How many articles the indexes have in which one put is measured, ascending. Default: "
                    + "${DEFAULT-VALUE}.")
    private List<Long> sizes = List.of();

    @Option(
            names = "--searched",
            paramLabel = "N",
            defaultValue = "100000",
            description = "How many the index has that takes batches and searches. Default: ${DEFAULT-VALUE}.")
    private long searched;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long each of the three is done before it is measured. Default: ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(
            names = "--puts",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many single puts of each kind a turn of an index has. Default: ${DEFAULT-VALUE}.")
    private int puts;

    @Option(
            names = "--turn",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long searches are measured at a time. Default: ${DEFAULT-VALUE}.")
    private int turn;

    @Option(
            names = "--pace",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many articles are put a second beside searches, in ten batches. Default: "
                    + "${DEFAULT-VALUE}.")
    private int pace;

    @Option(
            names = "--batches",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many batches of " + BatchRates.BATCH
                    + " a turn has of new articles, and of unchanged ones. Default: ${DEFAULT-VALUE}.")
    private int batches;

    @Option(
            names = "--queries",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many different ones of each kind. Default: ${DEFAULT-VALUE}.")
    private int queries;

    @Override
    List<Claim> measure(Surroundings surroundings, Measurements into) throws IOException, InterruptedException {
        List<Claim> claims = new ArrayList<>(putTimes(surroundings, into));
        try (ChangedIndex index = ChangedIndex.copy(surroundings, corpus, searched, seed())) {
            note("searches and batches", "of and in " + index.label());
            claims.addAll(batchRates(index, into));
            claims.addAll(searches(index, into));
        }
        return claims;
    }

    private interface Round {
        void measure(int number, Measurements into) throws IOException, InterruptedException;
    }

    private void rounds(String what, Round round, Measurements into) throws IOException, InterruptedException {
        long start = System.nanoTime();
        for (int i = 0; System.nanoTime() - start < Duration.ofSeconds(warmUp).toNanos(); i++) {
            round.measure(i, new Measurements());
        }
        print("warmed up: " + what);
        for (int i = 0; i < rounds; i++) {
            round.measure(i, into);
            print("%s, round %d of %d".formatted(what, i + 1, rounds));
        }
    }

    private List<Claim> putTimes(Surroundings surroundings, Measurements into)
            throws IOException, InterruptedException {
        List<ChangedIndex> indexes = new ArrayList<>();
        try {
            for (long size : sizes) {
                indexes.add(ChangedIndex.copy(surroundings, corpus, size, seed()));
            }
            PutTimes times = new PutTimes(indexes, puts);
            rounds("one put", times::round, into);
            return times.claims(into);
        } finally {
            for (ChangedIndex index : indexes) {
                index.close();
            }
        }
    }

    private List<Claim> batchRates(ChangedIndex index, Measurements into) throws IOException, InterruptedException {
        BatchRates rates = new BatchRates(index, batches);
        rounds("batches", rates::round, into);
        return rates.claims(into);
    }

    private List<Claim> searches(ChangedIndex index, Measurements into) throws IOException, InterruptedException {
        List<DrawnQuery> drawn = new ArrayList<>(QueryDrawing.draw(index.known(), queries, seed()));
        Collections.shuffle(drawn, new Random(seed()));
        int threads = Runtime.getRuntime().availableProcessors();
        SearchesBesidePuts searches = new SearchesBesidePuts(index, drawn, threads, pace, Duration.ofSeconds(turn));
        rounds("searches beside puts", (number, measured) -> searches.round(measured), into);
        return searches.claims(into);
    }
}
