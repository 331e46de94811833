package dev.epitome.cli;

import dev.epitome.index.ReindexReport;
import dev.epitome.wire.AnswerJson;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** The report of a rebuild, for people and for programs. */
final class ReportPrinter {

    private final ReindexReport report;
    private final Path directory;
    private final boolean dryRun;

    ReportPrinter(ReindexReport report, Path directory, boolean dryRun) {
        this.report = report;
        this.directory = directory;
        this.dryRun = dryRun;
    }

    void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%,d records accepted (%,d with warnings, %,d replaced by a later one), %,d rejected, %,d files skipped%n",
                report.accepted(),
                report.warned(),
                report.replaced(),
                report.rejected(),
                report.skipped());
        out.printf(
                Locale.ROOT,
                "%,d bytes read in %.1f s, %,.0f records/s%n",
                report.bytesRead(),
                report.took().toMillis() / 1e3,
                report.recordsPerSecond());
        report.published()
                .ifPresent(
                        info -> out.printf(Locale.ROOT, "%,d articles published in %s%n", info.articles(), directory));
        if (dryRun) {
            out.println("dry run: nothing was written");
        }
        out.flush();
    }

    void printJson(PrintWriter out) {
        byte[] json = AnswerJson.object(writer -> {
            writer.writeNumberProperty("accepted", report.accepted());
            writer.writeNumberProperty("warned", report.warned());
            writer.writeNumberProperty("rejected", report.rejected());
            writer.writeNumberProperty("replaced", report.replaced());
            writer.writeNumberProperty("skipped", report.skipped());
            writer.writeNumberProperty("bytesRead", report.bytesRead());
            writer.writeNumberProperty("tookMs", report.took().toMillis());
            writer.writeNumberProperty("recordsPerSecond", Math.round(report.recordsPerSecond()));
            writer.writeBooleanProperty("published", report.published().isPresent());
            report.published().ifPresent(info -> {
                writer.writeNumberProperty("articles", info.articles());
                writer.writeStringProperty("corpus", info.corpus());
            });
        });
        out.println(new String(json, StandardCharsets.UTF_8));
        out.flush();
    }
}
