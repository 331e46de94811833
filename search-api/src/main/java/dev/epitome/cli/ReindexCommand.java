package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.index.Reindex;
import dev.epitome.index.ReindexReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
            "Builds the whole index anew and publishes it at once.",
            "Reads JSON Lines, roundup text, RSS, Atom, JSON Feed and CSV, plain or gzipped.",
            "Running services go on with the old index until the new one is complete,",
            "and keep it when this fails."
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
            description = "Files, folders (with all below them) or - for standard input. Default: the shipped corpus.")
    private final List<String> paths = new ArrayList<>();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day on which roundups were exported (2026-04-30), to count the ages in them back from.")
    private @Nullable LocalDate asOf;

    @Option(names = "--dry-run", description = "Read and check everything, write nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress and no warnings; what is rejected is still named.")
    private boolean quiet;

    ReindexCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        CorpusReader corpus = CorpusReader.of(input(), System.in, Optional.ofNullable(asOf));
        Path directory = index.directory(surroundings);
        ReindexReport report;
        try (ReindexProgress progress = new ReindexProgress(command.getErr(), surroundings, quiet)) {
            report = dryRun ? Reindex.dryRun(corpus, progress) : Reindex.into(directory, corpus, progress);
        }
        ReportPrinter printer = new ReportPrinter(report, directory, dryRun);
        if (json) {
            printer.printJson(command.getOut());
        } else if (!quiet) {
            printer.print(command.getOut());
        }
        if (report.accepted() == 0) {
            command.getErr()
                    .println("epitome: no article could be read" + (dryRun ? "" : ": the index stays as it was"));
            return (report.rejected() > 0 ? ExitCode.SOME_REJECTED : ExitCode.USAGE).number();
        }
        return (report.rejected() > 0 ? ExitCode.SOME_REJECTED : ExitCode.OK).number();
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
