package dev.epitome.cli;

import dev.epitome.corpus.CorpusReader;
import dev.epitome.index.IndexSettings;
import dev.epitome.index.PublishCheck;
import dev.epitome.index.Reindex;
import dev.epitome.index.ReindexReport;
import dev.epitome.lucene.SearchSettings;
import dev.epitome.quality.QualityGate.Verdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/** A rebuild as a command runs it: it shows its progress, passes the gate, and says what the gate found. */
final class GatedReindex {

    private final Surroundings surroundings;
    private final PrintWriter err;
    private final boolean quiet;
    private final Path directory;
    private final Optional<GoldenOptions> wanted;
    private final Optional<ReindexGate> gate;

    /**
     * Prepares a rebuild. Golden queries that cannot be read end it before it begins.
     *
     * @param settings by which the new index is measured
     * @param wanted by what the new index is measured; empty to publish it as it is
     */
    GatedReindex(
            Surroundings surroundings,
            PrintWriter err,
            boolean quiet,
            Path directory,
            SearchSettings settings,
            Optional<GoldenOptions> wanted) {
        this.surroundings = surroundings;
        this.err = err;
        this.quiet = quiet;
        this.directory = directory;
        this.wanted = wanted;
        this.gate = wanted.flatMap(options -> options.readIfThere(surroundings))
                .map(golden -> new ReindexGate(golden, directory, settings));
    }

    ReindexReport run(CorpusReader corpus, IndexSettings settings) {
        PublishCheck check = gate.map(ReindexGate::check).orElse(PublishCheck.NONE);
        try (ReindexProgress progress = new ReindexProgress(err, surroundings, quiet)) {
            return Reindex.into(directory, corpus, progress, settings, check);
        }
    }

    /** Reads and checks everything, and writes nothing. */
    ReindexReport dryRun(CorpusReader corpus) {
        try (ReindexProgress progress = new ReindexProgress(err, surroundings, quiet)) {
            return Reindex.dryRun(corpus, progress);
        }
    }

    /** Empty until there was an index to check. */
    Optional<Verdict> verdict() {
        return gate.flatMap(ReindexGate::verdict);
    }

    /** Says what is not in the report. */
    void printGate(ReindexReport report) {
        gate.ifPresent(some -> some.print(err, quiet));
        if (gate.isEmpty() && !quiet && report.published().isPresent()) {
            wanted.ifPresent(options ->
                    err.println("The gate was left open: no golden queries in " + options.folder(surroundings)));
        }
    }
}
