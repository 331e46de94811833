package dev.epitome.cli;

import dev.epitome.cli.DoctorCommand.Finding.Level;
import dev.epitome.cli.DoctorCommand.Finding.Subject;
import dev.epitome.wire.AnswerJson;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code epitome doctor}. */
@Command(
        name = "doctor",
        description = {
            "Checks this installation and says how to fix what is wrong.",
            "Exits with 0 if no command would fail, with 5 if the index cannot be searched, and with 2 if something else"
                    + " is wrong. Warnings do not count. Nothing is changed."
        })
final class DoctorCommand extends Subcommand {

    @Mixin
    private final IndexOption index = new IndexOption();

    @Option(names = "--aliases", paramLabel = "FILE", description = "Also check this alias file.")
    private @Nullable Path aliases;

    @Mixin
    private final AddressOptions address = new AddressOptions();

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean json;

    DoctorCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        Path directory = index.directory(surroundings);
        List<Finding> findings = Stream.of(
                        new MachineDiagnosis(surroundings).findings(address, directory).stream(),
                        epitome().defaults().file().finding().stream(),
                        new DataDiagnosis(surroundings).findings(directory, Optional.ofNullable(aliases)).stream())
                .flatMap(found -> found)
                .toList();
        PrintWriter out = out();
        if (json) {
            printJson(findings, out);
        } else {
            Paper paper = paper();
            findings.forEach(finding -> print(finding, paper));
        }
        return exitCode(findings).number();
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
            AnswerJson.writeObjects(writer, "findings", findings, finding -> {
                writer.writeStringProperty("level", name(finding.level()));
                writer.writeStringProperty("subject", name(finding.subject()));
                writer.writeStringProperty("message", finding.message());
                finding.remedy().ifPresent(remedy -> writer.writeStringProperty("remedy", remedy));
            });
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

    /**
     * What {@code epitome doctor} found of one thing.
     *
     * @param subject what was looked at, in a word
     * @param message what there is
     * @param remedy what to do; of all that is not well
     */
    record Finding(Level level, Subject subject, String message, Optional<String> remedy) {

        /** How bad it is. */
        enum Level {
            OK,
            /** Works, but not as it might. */
            WARNING,
            /** Some command will fail. */
            PROBLEM
        }

        /** What is looked at. */
        enum Subject {
            EPITOME,
            JAVA,
            MEMORY,
            MAVEN,
            CORPUS,
            GOLDEN,
            INDEX,
            PORT,
            TERMINAL,
            ALIASES,
            DISK,
            CONFIG
        }

        static Finding ok(Subject subject, String message) {
            return new Finding(Level.OK, subject, message, Optional.empty());
        }

        static Finding warning(Subject subject, String message, String remedy) {
            return new Finding(Level.WARNING, subject, message, Optional.of(remedy));
        }

        static Finding problem(Subject subject, String message, String remedy) {
            return new Finding(Level.PROBLEM, subject, message, Optional.of(remedy));
        }
    }
}
