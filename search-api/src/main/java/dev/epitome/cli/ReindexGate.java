package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.index.Measurement;
import dev.epitome.index.PublishCheck;
import dev.epitome.index.PublishCheck.Decision;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.lucene.SearchSettings;
import dev.epitome.quality.Coverage;
import dev.epitome.quality.Evaluation;
import dev.epitome.quality.Figure;
import dev.epitome.quality.GoldenSet;
import dev.epitome.quality.QualityGate;
import dev.epitome.quality.QualityGate.Verdict;
import dev.epitome.quality.QualityReport;
import dev.epitome.search.SearchEngine;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Measures the new index of a rebuild before it is published, and keeps what was found for the report. */
final class ReindexGate {

    private static final int MISSING_TOLD = 10;

    private final GoldenSet golden;
    private final Path index;
    private final SearchSettings settings;
    private @Nullable Verdict verdict;

    ReindexGate(GoldenSet golden, Path index, SearchSettings settings) {
        this.golden = golden;
        this.index = index;
        this.settings = settings;
    }

    PublishCheck check() {
        return LuceneSearch.beforePublishing(settings, candidate -> {
            Verdict found = QualityGate.judge(candidate, golden, this::published);
            verdict = found;
            return switch (found) {
                case Verdict.NotApplicable none -> Decision.UNMEASURED;
                case Verdict.Passed passed -> new Decision.Publish(Optional.of(measured(passed.report())));
                case Verdict.Refused refused -> new Decision.Refuse(refused.reasons());
            };
        });
    }

    private static Measurement measured(QualityReport report) {
        return new Measurement(
                report.judged().size(), Figure.NDCG.of(report), Figure.MRR.of(report), Figure.RECALL.of(report));
    }

    /** Empty until there was an index to check. */
    Optional<Verdict> verdict() {
        return Optional.ofNullable(verdict);
    }

    /** Says what is not in the report: why nothing was published, or what the measure leaves out. */
    void print(PrintWriter err, boolean quiet) {
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
            case Verdict.Refused refused -> {
                err.println("epitome: below the quality floor, nothing was published: the index stays as it was");
                refused.reasons().forEach(err::println);
            }
        }
    }

    /** What the index that is to be replaced reaches; empty where it cannot be told. */
    private Optional<QualityReport> published() {
        try (SearchEngine engine = LuceneSearch.open(index, settings)) {
            return Coverage.of(engine, golden).applies()
                    ? Optional.of(Evaluation.of(engine, golden))
                    : Optional.empty();
        } catch (EpitomeException e) {
            return Optional
                    .empty(); // There is none, or none that this version reads: a rebuild is the remedy for both.
        }
    }
}
