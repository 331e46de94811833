package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.cli.SafeWriter.LogLine;
import dev.epitome.wire.ParameterException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code epitome} command. */
@Command(
        name = "epitome",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Full-text search over summaries of tech articles.",
        footer = {
            "",
            "Every option can also be set in the environment (EPITOME_INDEX for --index) or in a file named by"
                    + " EPITOME_CONFIG, with lines such as index=DIR.",
            "",
            "Exit codes: 0 ok, 1 no hits, 2 wrong usage, 3 some records rejected, 4 below the quality floor or too few"
                    + " articles, 5 index missing, locked, damaged or of another version, 6 index not written and"
                    + " nothing changed, 70 internal, 130 interrupted."
        })
public final class Main implements Callable<Integer> {

    /** Kept here because the logging system itself would forget their levels. */
    private static final Map<Logger, Level> LEVELS = Map.of(
            // It warns of what clients send, where the access log says as much.
            Logger.getLogger("org.eclipse.jetty"), Level.SEVERE,
            // What fails within it is told by those who called it.
            Logger.getLogger("io.javalin"), Level.OFF,
            // Lucene recommends a JDK module that is still an incubator, and made no difference when measured.
            Logger.getLogger("org.apache.lucene.internal.vectorization"), Level.OFF);

    private static final Set<Class<?>> WITHOUT_FILE =
            Set.of(Main.class, DoctorCommand.class, CompletionCommand.class, CommandLine.HelpCommand.class);

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--no-color",
            scope = ScopeType.INHERIT,
            description = "Print plain text, even on a terminal; NO_COLOR and TERM=dumb do the same.")
    private boolean noColor;

    private @Nullable Defaults defaults;

    boolean noColor() {
        return noColor;
    }

    /** What sets options that were not typed. */
    Defaults defaults() {
        return Objects.requireNonNull(defaults);
    }

    /** Runs where no command was typed. */
    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        command.usage(command.getErr(), Ansi.OFF);
        return ExitCode.USAGE.number();
    }

    /** Runs a command and ends the process with its exit code. */
    public static void main(String... arguments) {
        LEVELS.forEach(Logger::setLevel);
        LogLine.install();
        StandardOutput standardOutput = new StandardOutput();
        PrintWriter out = new PrintWriter(standardOutput, false, StandardCharsets.UTF_8);
        SafeWriter err = SafeWriter.prompt(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> unexpected(e, err));
        int exitCode;
        try {
            exitCode = run(Surroundings.ofProcess(), out, err, arguments);
        } catch (Error e) {
            err.println("epitome: " + e);
            exitCode = ExitCode.INTERNAL.number();
        }
        out.flush();
        Optional<IOException> failure = standardOutput.failure();
        if (failure.isPresent()) {
            err.println("epitome: not all could be written to standard output: "
                    + failure.get().getMessage());
            exitCode = ExitCode.INTERNAL.number();
        }
        System.exit(exitCode);
    }

    /** Runs a command within this process. */
    static int run(Surroundings surroundings, PrintWriter rawOut, PrintWriter rawErr, String... arguments) {
        SafeWriter out = SafeWriter.unhurried(rawOut);
        // In this form a wait for it can be interrupted.
        System.setIn(Channels.newInputStream(new FileInputStream(FileDescriptor.in).getChannel()));
        SafeWriter err = SafeWriter.prompt(rawErr);
        Main main = new Main();
        CommandLine commandLine = new CommandLine(main);
        commands(surroundings, arguments.length == 0 ? "" : arguments[0]).forEach(commandLine::addSubcommand);
        commandLine
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(helpColor(surroundings, arguments)))
                .setUsageHelpWidth(surroundings.helpColumns())
                .setParameterExceptionHandler((e, typed) -> WrongUsage.print(e))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(e, err));
        Defaults defaults = new Defaults(surroundings, () -> options(surroundings));
        main.defaults = defaults;
        return commandLine
                .setDefaultValueProvider(defaults::value)
                .setExecutionStrategy(parsed -> execute(parsed, defaults, err))
                .execute(QueryWords.behindOptions(commandLine, arguments));
    }

    /** A file of options that is wrong stops only what would have used it. */
    private static int execute(CommandLine.ParseResult parsed, Defaults defaults, PrintWriter err) {
        Integer helped = help(parsed, defaults);
        if (helped != null) {
            return helped;
        }
        Object command = parsed.asCommandLineList().getLast().getCommandSpec().userObject();
        Optional<EpitomeException> failure =
                defaults.file().failure().filter(e -> !WITHOUT_FILE.contains(command.getClass()));
        return failure.isPresent() ? failed(failure.get(), err) : new CommandLine.RunLast().execute(parsed);
    }

    /** Prints help where that was asked for. It shows the defaults, and its own styles pass whatever is printed to. */
    private static @Nullable Integer help(CommandLine.ParseResult parsed, Defaults defaults) {
        List<CommandLine> typed = parsed.asCommandLineList();
        boolean asked = typed.stream()
                .anyMatch(command -> command.isUsageHelpRequested()
                        || command.getCommandSpec().helpCommand());
        if (asked) {
            typed.getFirst()
                    .setDefaultValueProvider(argument -> Optional.ofNullable(defaults.value(argument))
                            .map(TerminalText::safe)
                            .orElse(null));
        }
        return CommandLine.executeHelpRequest(parsed);
    }

    /**
     * The command that was typed, or all where that is none. To learn all options of all commands takes longer than
     * many a search.
     */
    private static List<Object> commands(Surroundings surroundings, String typed) {
        return switch (typed) {
            case "search" -> List.of(new SearchCommand(surroundings));
            case "explain" -> List.of(new ExplainCommand(surroundings));
            case "stats" -> List.of(new StatsCommand(surroundings));
            case "serve" -> List.of(new ServeCommand(surroundings));
            default ->
                List.of(
                        new ReindexCommand(surroundings),
                        new AddCommand(surroundings),
                        new DeleteCommand(surroundings),
                        new WatchCommand(surroundings),
                        new SearchCommand(surroundings),
                        new ServeCommand(surroundings),
                        new EvaluateCommand(surroundings),
                        new ExplainCommand(surroundings),
                        new StatsCommand(surroundings),
                        new VerifyCommand(surroundings),
                        new ExportCommand(surroundings),
                        new BackupCommand(surroundings),
                        new RestoreCommand(surroundings),
                        new DoctorCommand(surroundings),
                        new KeyCommand(surroundings),
                        new CompletionCommand(),
                        new CommandLine.HelpCommand());
        };
    }

    /** The long names of the options of all commands, without dashes. */
    private static Set<String> options(Surroundings surroundings) {
        CommandLine commandLine = new CommandLine(new Main());
        commands(surroundings, "").forEach(commandLine::addSubcommand);
        return withSubcommands(commandLine)
                .flatMap(command -> command.getCommandSpec().options().stream())
                .map(option -> Defaults.withoutDashes(option.longestName()))
                .collect(Collectors.toSet());
    }

    private static Stream<CommandLine> withSubcommands(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(Main::withSubcommands));
    }

    /** Help is printed while options are still being read, so the option is looked for as it was typed. */
    private static Ansi helpColor(Surroundings surroundings, String... arguments) {
        boolean wanted = surroundings.colorOut() && !List.of(arguments).contains("--no-color");
        return wanted ? Ansi.ON : Ansi.OFF;
    }

    private static int failed(Exception e, PrintWriter err) {
        return switch (e) {
            case EpitomeException ours -> {
                err.println("epitome: " + Remedies.line(ours));
                yield ExitCode.of(ours.kind()).number();
            }
            case ParameterException wrong -> {
                err.println("epitome: " + SearchOptions.message(wrong));
                yield ExitCode.USAGE.number();
            }
            default -> {
                unexpected(e, err);
                yield ExitCode.INTERNAL.number();
            }
        };
    }

    private static void unexpected(Throwable e, PrintWriter err) {
        err.println("epitome: this should not have happened, please report it:");
        e.printStackTrace(err);
    }
}
