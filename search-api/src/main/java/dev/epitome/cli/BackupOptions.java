package dev.epitome.cli;

import dev.epitome.index.BackupResult;
import dev.epitome.index.BackupResult.Copied;
import dev.epitome.index.BackupResult.Damaged;
import dev.epitome.index.BackupResult.Refused;
import dev.epitome.index.LossGuard;
import dev.epitome.wire.AnswerJson;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine.Option;

/** What {@code backup} and {@code restore} have in common: what is asked of them, and how they say what they did. */
final class BackupOptions {

    @Option(
            names = "--force",
            description = "Copy even if what is replaced has many more articles. Without this option four fifths of "
                    + "them must remain, and the exit code is 4.")
    private boolean force;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing if all went well.")
    private boolean quiet;

    LossGuard guard() {
        return force ? LossGuard.ALLOWING_SHRINKING : LossGuard.DEFAULT;
    }

    /**
     * Prints what became of it.
     *
     * @param done such as {@code backed up in copies}
     * @param source what was copied, for the case that it is damaged
     */
    ExitCode print(BackupResult result, String done, String source, PrintWriter out, PrintWriter err) {
        if (json) {
            out.println(new String(json(result), StandardCharsets.UTF_8));
        }
        return switch (result) {
            case Copied copied -> {
                if (!json && !quiet) {
                    out.println(sentence(copied, done));
                }
                copied.remarks().forEach(err::println);
                yield ExitCode.OK;
            }
            case Refused(String reason) -> {
                err.println("epitome: nothing was changed: " + reason + " (--force does it all the same)");
                yield ExitCode.QUALITY;
            }
            case Damaged damaged -> {
                damaged.findings().forEach(finding -> err.println(finding.toString()));
                err.println("epitome: nothing was changed: " + source + " is damaged");
                yield ExitCode.INDEX;
            }
        };
    }

    private static String sentence(Copied copied, String done) {
        return String.format(
                Locale.ROOT,
                "%,d %s %s: %,d of %,d files (%s) were copied",
                copied.articles(),
                copied.articles() == 1 ? "article" : "articles",
                done,
                copied.filesCopied(),
                copied.files(),
                StatsPrinter.size(copied.bytesCopied()));
    }

    private static byte[] json(BackupResult result) {
        return AnswerJson.object(writer -> {
            writer.writeBooleanProperty("ok", result instanceof Copied);
            switch (result) {
                case Copied copied -> {
                    writer.writeNumberProperty("articles", copied.articles());
                    writer.writeNumberProperty("files", copied.files());
                    writer.writeNumberProperty("bytes", copied.bytes());
                    writer.writeNumberProperty("filesCopied", copied.filesCopied());
                    writer.writeNumberProperty("bytesCopied", copied.bytesCopied());
                }
                case Refused(String reason) -> writer.writeStringProperty("refused", reason);
                case Damaged(var findings) ->
                    AnswerJson.writeObjects(writer, "findings", findings, finding -> {
                        writer.writeStringProperty("file", finding.file());
                        writer.writeStringProperty("message", finding.message());
                    });
            }
        });
    }
}
