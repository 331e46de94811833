package dev.epitome.cli;

import dev.epitome.EpitomeException.Kind;
import dev.epitome.index.IndexVerification;
import dev.epitome.index.IndexVerification.Ending;
import dev.epitome.index.IndexVerification.Pace;
import dev.epitome.index.IndexVerification.Result;
import dev.epitome.index.LastVerification;
import dev.epitome.wire.AnswerJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code epitome verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Reads the whole index and checks that it is as it was written: the checksum of every file, every article"
                    + " with its id and origin, their number and their fingerprint.",
            "Exits with 0 if the index is intact, and with 5 if something is damaged or missing. The time of the last pass"
                    + " is kept beside the index; epitome doctor shows it."
        })
final class VerifyCommand implements Callable<Integer> {

    /** A rebuild may take the place of what is being read; twice in a row it hardly does. */
    private static final int TRIES = 3;

    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final IndexOption index = new IndexOption();

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing if the index is intact.")
    private boolean quiet;

    VerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        Path path = index.directory(surroundings);
        Result result = verified(path);
        if (result.isSound()) {
            keep(new LastVerification(result.commit(), Instant.now().truncatedTo(ChronoUnit.SECONDS)), path, command);
        }
        if (json) {
            printJson(result, command.getOut());
        } else {
            print(result, path, command);
        }
        return (result.isSound() ? ExitCode.OK : ExitCode.INDEX).number();
    }

    private static Result verified(Path path) {
        Result result = IndexVerification.ofNewest(path, Pace.UNBOUNDED);
        for (int i = 1; i < TRIES && result.ending() == Ending.SUPERSEDED; i++) {
            result = IndexVerification.ofNewest(path, Pace.UNBOUNDED);
        }
        return result;
    }

    private static void keep(LastVerification passed, Path path, CommandLine command) {
        try {
            passed.write(path);
        } catch (IOException e) {
            command.getErr()
                    .println("That it passed cannot be kept beside the index: " + TerminalText.safe(e.toString()));
        }
    }

    private void print(Result result, Path path, CommandLine command) {
        if (!quiet) {
            command.getOut()
                    .printf(
                            Locale.ROOT,
                            "%,d files (%s) and %,d articles were read in %s%s%n",
                            result.files(),
                            StatsPrinter.size(result.bytes()),
                            result.articles(),
                            path,
                            result.isSound() ? ": all is as it was written" : "");
        }
        PrintWriter err = command.getErr();
        if (result.ending() == Ending.SUPERSEDED) {
            err.println("epitome: the index is being rebuilt faster than it can be read: try again later");
        } else if (!result.isSound()) {
            result.findings().forEach(finding -> err.println(TerminalText.safe(finding.toString())));
            String remedy = Remedies.command(Kind.INDEX_DAMAGED).orElseThrow();
            err.println("epitome: the index in " + path + " is damaged (" + remedy + ")");
        }
    }

    private static void printJson(Result result, PrintWriter out) {
        byte[] answer = AnswerJson.object(writer -> {
            writer.writeBooleanProperty("ok", result.isSound());
            writer.writeStringProperty("ending", result.ending().name().toLowerCase(Locale.ROOT));
            writer.writeStringProperty("commit", result.commit());
            writer.writeNumberProperty("files", result.files());
            writer.writeNumberProperty("bytes", result.bytes());
            writer.writeNumberProperty("articles", result.articles());
            writer.writeArrayPropertyStart("findings");
            result.findings().forEach(finding -> {
                writer.writeStartObject();
                writer.writeStringProperty("file", finding.file());
                writer.writeStringProperty("message", finding.message());
                writer.writeEndObject();
            });
            writer.writeEndArray();
        });
        out.println(new String(answer, StandardCharsets.UTF_8));
    }
}
