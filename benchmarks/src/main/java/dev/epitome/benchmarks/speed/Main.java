package dev.epitome.benchmarks.speed;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Measures how fast Epitome is: one command a question. */
@Command(
        name = "measure",
        mixinStandardHelpOptions = true,
        description = "Measures how fast Epitome is, beside what could be run instead.",
        subcommands = {
            EngineCommand.class,
            ServiceCommand.class,
            BuildCommand.class,
            StartCommand.class,
            GrowthCommand.class,
            GuardCommand.class,
            ChangesCommand.class,
            MakeRecords.class
        })
public final class Main {

    /** Kept here because the logging system itself would forget the setting. */
    private static final Logger VECTORS = Logger.getLogger("org.apache.lucene.internal.vectorization");

    private Main() {}

    /** Runs the command. */
    public static void main(String... arguments) {
        VECTORS.setLevel(Level.OFF);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(out, new PrintWriter(System.err, true, StandardCharsets.UTF_8), arguments));
    }

    /** Runs the command within this process. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    if (e instanceof RuntimeException unexpected && !(e instanceof dev.epitome.EpitomeException)) {
                        throw unexpected;
                    }
                    err.println("measure: " + Question.message(e));
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments);
    }
}
