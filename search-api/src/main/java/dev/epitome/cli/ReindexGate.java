package dev.epitome.cli;

import dev.epitome.index.PublishCheck;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.lucene.SearchSettings;
import dev.epitome.quality.Coverage;
import dev.epitome.quality.GoldenSet;
import dev.epitome.quality.QualityGate;
import dev.epitome.quality.QualityGate.Verdict;
import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Measures the new index of a rebuild before it is published, and keeps what was found for the report. */
final class ReindexGate {

    private static final int MISSING_TOLD = 10;

    private final GoldenSet golden;
    private final SearchSettings settings;
    private @Nullable Verdict verdict;

    ReindexGate(GoldenSet golden, SearchSettings settings) {
        this.golden = golden;
        this.settings = settings;
    }

    PublishCheck check() {
        return LuceneSearch.beforePublishing(settings, (candidate, published) -> {
            Verdict found = QualityGate.judge(candidate, published, golden);
            verdict = found;
            return found.decision();
        });
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
            case Verdict.Refused refused -> {} // The reasons are told together with all others.
        }
    }
}
