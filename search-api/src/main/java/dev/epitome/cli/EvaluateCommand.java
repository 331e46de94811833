package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.quality.Coverage;
import dev.epitome.quality.Evaluation;
import dev.epitome.quality.GoldenSet;
import dev.epitome.quality.QualityReport;
import dev.epitome.quality.ResultFiles;
import dev.epitome.search.SearchEngine;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code epitome evaluate}. */
@Command(
        name = "evaluate",
        description = {
            "Measures how well the index answers the golden queries, as trec_eval does.",
            "Exits with 4 if a measure is below its floor."
        })
final class EvaluateCommand extends Subcommand {

    @Mixin
    private final GoldenOptions goldenOptions = new GoldenOptions();

    @Option(
            names = "--worst",
            paramLabel = "N",
            defaultValue = "10",
            description = "The number of worst queries to show. Default: ${DEFAULT-VALUE}.")
    private int worst;

    @Option(
            names = "--write",
            paramLabel = "DIR",
            description = "Write the top hits of every query to this directory, one file each, for version control.")
    private @Nullable Path results;

    @Option(names = "--run", paramLabel = "FILE", description = "Write all hits as a run file for trec_eval.")
    private @Nullable Path run;

    @Mixin
    private final EngineOptions engineOptions = new EngineOptions();

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    EvaluateCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        if (worst < 0) {
            throw new EpitomeException(Kind.INVALID_REQUEST, "--worst is " + worst + ": give 0 or more");
        }
        GoldenSet golden = goldenOptions.read(surroundings);
        try (SearchEngine engine = engineOptions.open(surroundings, err())) {
            Coverage coverage = Coverage.of(engine, golden);
            QualityPrinter printer = new QualityPrinter(golden, worst);
            if (!coverage.applies()) {
                printNotApplicable(printer, coverage);
                return ExitCode.OK.number();
            }
            QualityReport report = Evaluation.of(engine, golden);
            write(report);
            print(printer, report);
            return (golden.floor().shortfalls(report).isEmpty() ? ExitCode.OK : ExitCode.QUALITY).number();
        }
    }

    private void write(QualityReport report) {
        if (results != null) {
            ResultFiles.write(report, results);
        }
        if (run != null) {
            report.run().write(run, "epitome");
        }
    }

    private void printNotApplicable(QualityPrinter printer, Coverage coverage) {
        PrintWriter out = out();
        if (json) {
            printer.printJson(coverage, out);
        } else {
            out.println("The golden queries do not apply to this index: only " + coverage + ".");
        }
        out.flush();
    }

    private void print(QualityPrinter printer, QualityReport report) {
        PrintWriter out = out();
        if (json) {
            printer.printJson(report, out);
        } else {
            printer.print(report, out);
        }
        out.flush();
        if (!json) {
            printer.printRemarks(report, err());
        }
    }
}
