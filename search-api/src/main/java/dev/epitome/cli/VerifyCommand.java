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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code epitome verify}. */
@Command(
        name = "verify",
        description = {
            "Reads the whole index and checks that it is as it was written: the checksum of every file, every article"
                    + " with its id and origin, their number and their fingerprint.",
            "Exits with 0 if the index is intact, and with 5 if something is damaged or missing. The time of the last pass"
                    + " is kept beside the index; epitome doctor shows it."
        })
final class VerifyCommand extends Subcommand {

    /** A rebuild may take the place of what is being read; twice in a row it hardly does. */
    private static final int TRIES = 3;

    @Mixin
    private final IndexOption index = new IndexOption();

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing if the index is intact.")
    private boolean quiet;

    VerifyCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        Path path = index.directory(surroundings);
        Result result = verified(path);
        if (result.isSound()) {
            keep(new LastVerification(result.commit(), Instant.now().truncatedTo(ChronoUnit.SECONDS)), path);
        }
        if (json) {
            printJson(result, out());
        } else {
            print(result, path);
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

    private void keep(LastVerification passed, Path path) {
        try {
            passed.write(path);
        } catch (IOException e) {
            err().println("That it passed cannot be kept beside the index: " + TerminalText.safe(e.toString()));
        }
    }

    private void print(Result result, Path path) {
        if (!quiet) {
            out().printf(
                            Locale.ROOT,
                            "%,d files (%s) and %,d articles were read in %s%s%n",
                            result.files(),
                            StatsPrinter.size(result.bytes()),
                            result.articles(),
                            path,
                            result.isSound() ? ": all is as it was written" : "");
        }
        PrintWriter err = err();
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
            AnswerJson.writeObjects(writer, "findings", result.findings(), finding -> {
                writer.writeStringProperty("file", finding.file());
                writer.writeStringProperty("message", finding.message());
            });
        });
        out.println(new String(answer, StandardCharsets.UTF_8));
    }
}
