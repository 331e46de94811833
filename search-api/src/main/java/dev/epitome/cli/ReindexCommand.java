package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.cli.GatedReindex.GateOptions;
import dev.epitome.corpus.CorpusOptions;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.index.IndexSettings;
import dev.epitome.index.ReindexReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code epitome reindex}. */
@Command(
        name = "reindex",
        description = {
            "Rebuilds the index and publishes it in one step.",
            "Reads JSON of any shape, tables (CSV), RSS, Atom, JSON Feed, browser bookmarks, Markdown and HTML with links,"
                    + " mail and roundup text; also packed (gzip, bzip2, xz, zstd, zip, tar).",
            "Where a service writes the index, it is asked to do it. Running services answer from the old index until the new"
                    + " one is complete, and keep it when this fails: with"
                    + " exit code 6 when the new index cannot be written, and with 4 when it answers the golden queries"
                    + " below their floor or is no longer about them, has less than four fifths of the articles, when more"
                    + " was rejected than accepted, or a named input was not read to its end."
        })
final class ReindexCommand extends Subcommand {

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Files, folders (read recursively) or - for standard input. Default: the shipped corpus.")
    private final List<String> paths = new ArrayList<>();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "The day on which roundups were exported (2026-04-30); the ages in them are counted from " + "it.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--map",
            paramLabel = "MEMBER=NAME",
            split = ",",
            hideParamSyntax = true,
            description = {
                "The name that your files use for a field, if it is not recognized. For example:",
                "title=Name,published=Saved"
            })
    private final Map<String, String> names = new LinkedHashMap<>();

    @Option(
            names = "--dates",
            paramLabel = "ORDER",
            description = "The order in dates such as 03/04/2024: day-first or month-first. Default: as the other "
                    + "dates of the column show; if they do not show it, such dates are left out.")
    private @Nullable String dates;

    @Mixin
    private final GateOptions gateOptions = new GateOptions();

    @Option(
            names = "--no-gate",
            description = "Publish without any check: of the golden queries, the number of articles or the input.")
    private boolean noGate;

    @Option(
            names = "--replace-damaged",
            description = "Replace an index that cannot be opened because it is damaged or of another version of "
                    + "Lucene. Without this option it is left alone, and the exit code is 5.")
    private boolean replaceDamaged;

    @Mixin
    private final EngineOptions engineOptions = new EngineOptions();

    @Option(
            names = "--no-learned-aliases",
            description = "Do not learn aliases from the acronyms that the articles define.")
    private boolean noLearnedAliases;

    @Option(
            names = "--dry-run",
            description = "Read and check everything, show the first three articles, write nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Option(
            names = "--verbose",
            description = "Print every warning as it is found, and every acronym that was learned.")
    private boolean verbose;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print no progress and no warnings; rejected records are still named.")
    private boolean quiet;

    ReindexCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        CorpusReader corpus = CorpusReader.of(input(), System.in, corpusOptions());
        Path directory = engineOptions.directory(surroundings);
        Optional<GateOptions> gate = noGate || dryRun ? Optional.empty() : Optional.of(gateOptions);
        GatedReindex reindex =
                new GatedReindex(surroundings, err(), quiet, mode(), directory, engineOptions.settings(err()), gate);
        Interruption interruption = new Interruption(err(), directory);
        ReindexReport report = interruption.during(
                () -> dryRun ? reindex.dryRun(corpus) : reindex.run(corpus, settings(), replaceDamaged));
        ReportPrinter printer = new ReportPrinter(report, directory, dryRun, verbose, reindex.verdict());
        if (json) {
            printer.printJson(out(), reindex.warnings());
        } else if (!quiet) {
            printer.print(out());
        }
        reindex.printGate(report);
        return exitCode(report).number();
    }

    private ReindexProgress.Mode mode() {
        if (verbose) {
            return ReindexProgress.Mode.ALL_TOLD;
        }
        return json ? ReindexProgress.Mode.ALL_KEPT : ReindexProgress.Mode.KINDS;
    }

    private CorpusOptions corpusOptions() {
        return CorpusOptions.NONE
                .withAsOf(Optional.ofNullable(asOf))
                .withNames(names)
                .withDayFirst(Optional.ofNullable(dates).map(order -> switch (order) {
                    case "day-first" -> true;
                    case "month-first" -> false;
                    default ->
                        throw new EpitomeException(
                                Kind.INVALID_REQUEST, "--dates is " + order + ": give day-first or month-first");
                }));
    }

    private IndexSettings settings() {
        return noLearnedAliases ? IndexSettings.DEFAULT.withoutLearnedAcronyms() : IndexSettings.DEFAULT;
    }

    private ExitCode exitCode(ReindexReport report) {
        if (report.refused().isPresent()) {
            return ExitCode.QUALITY;
        }
        if (report.accepted() == 0) {
            err().println("epitome: no article could be read" + (dryRun ? "" : ": the index stays as it was"));
            return report.rejected() > 0 ? ExitCode.SOME_REJECTED : ExitCode.USAGE;
        }
        return report.rejected() > 0 ? ExitCode.SOME_REJECTED : ExitCode.OK;
    }

    private List<String> input() {
        return paths.isEmpty() ? List.of(shippedCorpus(surroundings)) : paths;
    }

    static String shippedCorpus(Surroundings surroundings) {
        Path corpus = surroundings.shippedCorpus();
        if (!Files.isDirectory(corpus)) {
            throw new EpitomeException(
                    Kind.NO_INPUT, "the shipped corpus is not in " + corpus + ": name a file or a folder to read");
        }
        return corpus.toString();
    }
}
