package dev.epitome.cli;

import dev.epitome.cli.Finding.Level;
import dev.epitome.cli.Finding.Subject;
import dev.epitome.wire.AnswerJson;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code epitome doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Checks this installation and says how to fix what is wrong.",
            "Exits with 0 if no command would fail, with 5 if the index cannot be searched, and with 2 if something else"
                    + " is wrong. Warnings do not count. Nothing is changed."
        })
final class DoctorCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @ParentCommand
    private @Nullable Main main;

    @Mixin
    private final IndexOption index = new IndexOption();

    @Option(names = "--aliases", paramLabel = "FILE", description = "Also check this alias file.")
    private @Nullable Path aliases;

    @Mixin
    private final AddressOptions address = new AddressOptions();

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean json;

    DoctorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Path directory = index.directory(surroundings);
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        List<Finding> findings = Stream.of(
                        new MachineDiagnosis(surroundings).findings(address, directory).stream(),
                        config(command).stream(),
                        new DataDiagnosis(surroundings).findings(directory, Optional.ofNullable(aliases)).stream())
                .flatMap(found -> found)
                .toList();
        PrintWriter out = command.getOut();
        if (json) {
            printJson(findings, out);
        } else {
            boolean color =
                    surroundings.colorOut() && !Objects.requireNonNull(main).noColor();
            Paper paper = new Paper(out, surroundings.columns(), color);
            findings.forEach(finding -> print(finding, paper));
        }
        return exitCode(findings).number();
    }

    private static Optional<Finding> config(CommandLine command) {
        return command.getDefaultValueProvider() instanceof Defaults defaults
                ? defaults.file().finding()
                : Optional.empty();
    }

    private static void print(Finding finding, Paper paper) {
        StyledText label = new StyledText()
                .add(style(finding.level()), String.format("%-8s", name(finding.level())))
                .add(StyledText.NONE, String.format("%-9s", name(finding.subject())));
        String indent = " ".repeat(label.width());
        paper.print(
                label,
                indent,
                new StyledText().add(StyledText.NONE, finding.message()).keepingPaths());
        finding.remedy()
                .ifPresent(remedy -> paper.print(
                        new StyledText().add(StyledText.NONE, indent),
                        indent,
                        new StyledText().add(StyledText.BOLD, remedy).keepingPaths()));
    }

    private static void printJson(List<Finding> findings, PrintWriter out) {
        byte[] answer = AnswerJson.object(writer -> {
            writer.writeBooleanProperty("ok", exitCode(findings) == ExitCode.OK);
            writer.writeArrayPropertyStart("findings");
            for (Finding finding : findings) {
                writer.writeStartObject();
                writer.writeStringProperty("level", name(finding.level()));
                writer.writeStringProperty("subject", name(finding.subject()));
                writer.writeStringProperty("message", finding.message());
                finding.remedy().ifPresent(remedy -> writer.writeStringProperty("remedy", remedy));
                writer.writeEndObject();
            }
            writer.writeEndArray();
        });
        out.println(TerminalText.json(answer));
    }

    private static ExitCode exitCode(List<Finding> findings) {
        List<Subject> wrong = findings.stream()
                .filter(finding -> finding.level() == Level.PROBLEM)
                .map(Finding::subject)
                .toList();
        if (wrong.contains(Subject.INDEX)) {
            return ExitCode.INDEX;
        }
        return wrong.isEmpty() ? ExitCode.OK : ExitCode.USAGE;
    }

    private static String style(Level level) {
        return switch (level) {
            case OK -> "\033[32m";
            case WARNING -> "\033[33m";
            case PROBLEM -> "\033[1;31m";
        };
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
