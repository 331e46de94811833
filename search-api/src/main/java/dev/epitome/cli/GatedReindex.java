package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.cli.ReindexProgress.Mode;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.index.IndexSettings;
import dev.epitome.index.InputReport.Example;
import dev.epitome.index.LossGuard;
import dev.epitome.index.PublishCheck;
import dev.epitome.index.Reindex;
import dev.epitome.index.ReindexListener;
import dev.epitome.index.ReindexReport;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.lucene.SearchSettings;
import dev.epitome.quality.Coverage;
import dev.epitome.quality.GoldenSet;
import dev.epitome.quality.QualityGate;
import dev.epitome.quality.QualityGate.Verdict;
import dev.epitome.search.RebuildChecks;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A rebuild as a command runs it: it shows its progress, passes the gate, and says what the gate found. */
final class GatedReindex {

    private static final int MISSING_TOLD = 10;

    private final Surroundings surroundings;
    private final PrintWriter err;
    private final boolean quiet;
    private final Mode mode;
    private Map<String, List<Example>> warnings = Map.of();
    private final Path directory;
    private final Optional<GateOptions> wanted;
    private final Optional<PublishCheck> gate;
    private @Nullable Verdict verdict;

    /**
     * Prepares a rebuild. Golden queries that cannot be read end it before it begins.
     *
     * @param mode what becomes of warnings
     * @param settings by which the new index is measured
     * @param wanted by what the new index is judged; empty to publish it as it is
     */
    GatedReindex(
            Surroundings surroundings,
            PrintWriter err,
            boolean quiet,
            Mode mode,
            Path directory,
            SearchSettings settings,
            Optional<GateOptions> wanted) {
        this.surroundings = surroundings;
        this.err = err;
        this.quiet = quiet;
        this.mode = mode;
        this.directory = directory;
        this.wanted = wanted;
        this.gate = wanted.flatMap(options -> options.golden().readIfThere(surroundings))
                .map(golden -> gate(golden, settings));
    }

    /** Measures the new index before it is published, and keeps what was found for the report. */
    private PublishCheck gate(GoldenSet golden, SearchSettings settings) {
        return LuceneSearch.beforePublishing(settings, (candidate, published) -> {
            Verdict found = QualityGate.judge(candidate, published, golden);
            verdict = found;
            return found.decision();
        });
    }

    /**
     * The same check where nobody reports what was found. The golden queries are read when there is an index to judge.
     */
    static PublishCheck gate(Surroundings surroundings, SearchSettings settings) {
        return candidate -> new GateOptions()
                .golden()
                .readIfThere(surroundings)
                .map(golden -> LuceneSearch.beforePublishing(
                        settings,
                        (made, published) ->
                                QualityGate.judge(made, published, golden).decision()))
                .orElse(PublishCheck.NONE)
                .check(candidate);
    }

    /** @param replacesDamaged whether an index that cannot be opened may be replaced */
    ReindexReport run(CorpusReader corpus, IndexSettings settings, boolean replacesDamaged) {
        PublishCheck guard = wanted.<PublishCheck>map(GateOptions::guard).orElse(PublishCheck.NONE);
        PublishCheck check = gate.map(guard::and).orElse(guard);
        return shown(corpus, progress -> {
            Reindex reindex =
                    Reindex.of(corpus).heardBy(progress).withSettings(settings).checkedBy(check);
            try {
                return (replacesDamaged ? reindex.replacingDamaged() : reindex).into(directory);
            } catch (EpitomeException e) {
                return byService(reindex, settings, e);
            }
        });
    }

    /**
     * Where a service writes the index, it is asked to rebuild it. It judges the new index by golden queries of its
     * own.
     */
    private ReindexReport byService(Reindex reindex, IndexSettings settings, EpitomeException locked) {
        if (locked.kind() != Kind.INDEX_LOCKED || !settings.equals(IndexSettings.DEFAULT)) {
            throw locked;
        }
        try (RunningWriter service = RunningWriter.of(directory).orElseThrow(() -> locked)) {
            LossGuard guard = wanted.map(GateOptions::guard).orElse(LossGuard.ALLOWING_SHRINKING);
            RebuildChecks checks = wanted.isPresent()
                    ? new RebuildChecks(true, guard.equals(LossGuard.DEFAULT))
                    : RemoteRebuild.UNCHECKED;
            return new RemoteRebuild(service, directory).of(reindex, checks, guard);
        }
    }

    /** Reads and checks everything, and writes nothing. */
    ReindexReport dryRun(CorpusReader corpus) {
        return shown(corpus, progress -> Reindex.of(corpus).heardBy(progress).dryRun(directory));
    }

    private ReindexReport shown(CorpusReader corpus, Function<ReindexListener, ReindexReport> run) {
        ReindexProgress progress = new ReindexProgress(err, surroundings, quiet, mode, corpus);
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
        return Optional.ofNullable(verdict);
    }

    /** Says what is not in the report. */
    void printGate(ReindexReport report) {
        report.remarks().forEach(remark -> err.println("epitome: " + TerminalText.safe(remark)));
        report.refused().ifPresent(refused -> {
            err.println("epitome: nothing was published, the index stays as it was:");
            refused.reasons().forEach(err::println);
            err.println("To publish it all the same, give --no-gate"
                    + (refused.reasons().size() == 1
                                    && LossGuard.DEFAULT.hasTooFew(
                                            report.accepted() - report.replaced(), report.replaces())
                            ? ", or --allow-shrink where it is only to become smaller."
                            : "."));
        });
        printVerdict();
        if (gate.isEmpty() && !quiet && report.published().isPresent()) {
            wanted.ifPresent(options -> err.println("The gate was left open: no golden queries in "
                    + options.golden().folder(surroundings)));
        }
    }

    /** Says what the measure leaves out. */
    private void printVerdict() {
        switch (verdict) {
            case null -> {}
            case Verdict.NotApplicable none
            when !quiet ->
                err.println(
                        "The golden queries do not apply, so the gate was left open: only " + none.coverage() + ".");
            case Verdict.NotApplicable none -> {}
            case Verdict.Passed passed -> {
                Coverage coverage = passed.report().coverage();
                if (!quiet && !coverage.missing().isEmpty()) {
                    err.println("Only " + coverage + "; missing: " + coverage.firstMissing(MISSING_TOLD));
                }
            }
            case Verdict.Refused refused -> {} // The reasons are told together with all others.
        }
    }

    /** By what a new index is judged before it is published. */
    static final class GateOptions {

        @Mixin
        private final GoldenOptions golden = new GoldenOptions();

        @Option(
                names = "--allow-shrink",
                description = "Publish even if the new index has far fewer articles than the published one.")
        private boolean allowShrink;

        GoldenOptions golden() {
            return golden;
        }

        LossGuard guard() {
            return allowShrink ? LossGuard.ALLOWING_SHRINKING : LossGuard.DEFAULT;
        }
    }
}
