package dev.epitome.cli;

import dev.epitome.corpus.CorpusReader;
import dev.epitome.index.IndexSettings;
import dev.epitome.index.ReindexReport;
import dev.epitome.lucene.SearchSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The index that is made where there is none yet: of the shipped corpus, and behind the gate like any other. */
final class FirstIndex {

    private final Surroundings surroundings;
    private final PrintWriter err;

    FirstIndex(Surroundings surroundings, PrintWriter err) {
        this.surroundings = surroundings;
        this.err = err;
    }

    /**
     * Makes it, and says so.
     *
     * @return whether the gate let it pass; where not, nothing was published, and the reasons were told
     */
    boolean build(Path directory, SearchSettings settings) {
        err.println("No index in " + directory + " yet: indexing the shipped corpus.");
        CorpusReader corpus = CorpusReader.of(List.of(ReindexCommand.shippedCorpus(surroundings)));
        GatedReindex reindex = new GatedReindex(
                surroundings,
                err,
                false,
                ReindexProgress.Mode.KINDS,
                directory,
                settings,
                Optional.of(new GateOptions()));
        ReindexReport report = reindex.run(corpus, IndexSettings.DEFAULT, false);
        new ReportPrinter(report, directory, false, false, reindex.verdict()).print(err);
        reindex.printGate(report);
        if (report.refused().isEmpty()) {
            return true;
        }
        err.println("epitome: there is no index to serve: fix what is named above, "
                + "or publish it as it is by epitome reindex --no-gate");
        return false;
    }
}
