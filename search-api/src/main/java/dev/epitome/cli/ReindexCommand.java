package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
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
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code epitome reindex}. */
@Command(
        name = "reindex",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Rebuilds the index and publishes it in one step.",
            "Reads JSON of any shape, tables (CSV), RSS, Atom, JSON Feed, browser bookmarks, Markdown and HTML with links,"
                    + " mail and roundup text; also packed (gzip, bzip2, xz, zstd, zip, tar).",
            "Running services use the old index until the new one is complete, and keep it if the rebuild fails.",
            "Exits with 6 if the new index cannot be written.",
            "Exits with 4 if the new index answers the golden queries below their quality floor or no longer covers them, if it"
                    + " has less than four fifths of the articles, if more records were rejected than accepted, or if a"
                    + " named input was not read to its end."
        })
final class ReindexCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final IndexOption index = new IndexOption();

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Files, folders (read recursively) or - for standard input. Default: the shipped corpus.")
    private final List<String> paths = new ArrayList<>();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day on which roundups were exported (2026-04-30); the ages in them are counted from it.")
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
            description =
                    "The order in dates such as 03/04/2024: day-first or month-first. Default: as the other dates of"
                            + " the column show; if they do not show it, such dates are left out.")
    private @Nullable String dates;

    @Mixin
    private final GateOptions gateOptions = new GateOptions();

    @Option(
            names = "--no-gate",
            description = "Publish without any check: of the golden queries, the number of articles or the input.")
    private boolean noGate;

    @Option(
            names = "--replace-damaged",
            description = "Replace an index that cannot be opened because it is damaged or of another version of"
                    + " Lucene. Without this option it is left alone, and the exit code is 5.")
    private boolean replaceDamaged;

    @Mixin
    private final AliasesOption aliases = new AliasesOption();

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
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        CorpusReader corpus = CorpusReader.of(input(), System.in, corpusOptions());
        Path directory = index.directory(surroundings);
        Optional<GateOptions> gate = noGate || dryRun ? Optional.empty() : Optional.of(gateOptions);
        GatedReindex reindex = new GatedReindex(
                surroundings, command.getErr(), quiet, mode(), directory, aliases.settings(command.getErr()), gate);
        Interruption interruption = new Interruption(command.getErr(), directory);
        ReindexReport report = interruption.during(
                () -> dryRun ? reindex.dryRun(corpus) : reindex.run(corpus, settings(), replaceDamaged));
        ReportPrinter printer = new ReportPrinter(report, directory, dryRun, verbose, reindex.verdict());
        if (json) {
            printer.printJson(command.getOut(), reindex.warnings());
        } else if (!quiet) {
            printer.print(command.getOut());
        }
        reindex.printGate(report);
        return exitCode(report, command).number();
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

    private ExitCode exitCode(ReindexReport report, CommandLine command) {
        if (report.refused().isPresent()) {
            return ExitCode.QUALITY;
        }
        if (report.accepted() == 0) {
            command.getErr()
                    .println("epitome: no article could be read" + (dryRun ? "" : ": the index stays as it was"));
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
