package dev.epitome.cli;

import dev.epitome.cli.ReindexProgress.Mode;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.index.IndexSettings;
import dev.epitome.index.InputReport.Example;
import dev.epitome.index.PublishCheck;
import dev.epitome.index.Reindex;
import dev.epitome.index.ReindexListener;
import dev.epitome.index.ReindexReport;
import dev.epitome.lucene.SearchSettings;
import dev.epitome.quality.QualityGate.Verdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A rebuild as a command runs it: it shows its progress, passes the gate, and says what the gate found. */
final class GatedReindex {

    private final Surroundings surroundings;
    private final PrintWriter err;
    private final boolean quiet;
    private final Mode mode;
    private Map<String, List<Example>> warnings = Map.of();
    private final Path directory;
    private final Optional<GoldenOptions> wanted;
    private final Optional<ReindexGate> gate;

    /**
     * Prepares a rebuild. Golden queries that cannot be read end it before it begins.
     *
     * @param mode what becomes of warnings
     * @param settings by which the new index is measured
     * @param wanted by what the new index is measured; empty to publish it as it is
     */
    GatedReindex(
            Surroundings surroundings,
            PrintWriter err,
            boolean quiet,
            Mode mode,
            Path directory,
            SearchSettings settings,
            Optional<GoldenOptions> wanted) {
        this.surroundings = surroundings;
        this.err = err;
        this.quiet = quiet;
        this.mode = mode;
        this.directory = directory;
        this.wanted = wanted;
        this.gate = wanted.flatMap(options -> options.readIfThere(surroundings))
                .map(golden -> new ReindexGate(golden, directory, settings));
    }

    ReindexReport run(CorpusReader corpus, IndexSettings settings) {
        PublishCheck check = gate.map(ReindexGate::check).orElse(PublishCheck.NONE);
        return shown(progress -> Reindex.into(directory, corpus, progress, settings, check));
    }

    /** Reads and checks everything, and writes nothing. */
    ReindexReport dryRun(CorpusReader corpus) {
        return shown(progress -> Reindex.dryRun(directory, corpus, progress));
    }

    private ReindexReport shown(Function<ReindexListener, ReindexReport> run) {
        ReindexProgress progress = new ReindexProgress(err, surroundings, quiet, mode);
        ReindexReport report;
        try (progress) {
            report = run.apply(progress);
        }
        progress.printKinds(report.input().warnings());
        warnings = progress.all();
        return report;
    }

    /** All that was warned of, by kind, where that was asked for. */
    Map<String, List<Example>> warnings() {
        return warnings;
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
