package dev.epitome.cli;

import dev.epitome.index.LearnedAcronym;
import dev.epitome.index.ReindexReport;
import dev.epitome.quality.QualityGate.Verdict;
import dev.epitome.quality.QualityReport;
import dev.epitome.wire.AnswerJson;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** The report of a rebuild, for people and for programs. */
final class ReportPrinter {

    /** Learned acronyms beyond these are told by JSON only. */
    private static final int LEARNED_TOLD = 20;

    private final ReindexReport report;
    private final Path directory;
    private final boolean dryRun;
    private final Optional<Verdict> gate;

    ReportPrinter(ReindexReport report, Path directory, boolean dryRun, Optional<Verdict> gate) {
        this.report = report;
        this.directory = directory;
        this.dryRun = dryRun;
        this.gate = gate;
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
        if (gate.orElse(null) instanceof Verdict.Passed(QualityReport quality)) {
            out.printf(
                    Locale.ROOT,
                    "golden queries: nDCG@10 %.4f, MRR %.4f, recall@10 %.4f, nothing found for %d of %d that must find nothing%n",
                    quality.means().ndcg(),
                    quality.means().reciprocalRank(),
                    quality.means().recall(),
                    quality.emptyPassed(),
                    quality.empty().size());
        }
        printLearned(out);
        report.published()
                .ifPresent(
                        info -> out.printf(Locale.ROOT, "%,d articles published in %s%n", info.articles(), directory));
        if (dryRun) {
            out.println("dry run: nothing was written");
        }
        out.flush();
    }

    private void printLearned(PrintWriter out) {
        List<LearnedAcronym> learned = report.learned();
        if (!learned.isEmpty()) {
            out.printf(Locale.ROOT, "%,d acronyms learned from the articles that define them%n", learned.size());
            learned.stream()
                    .limit(LEARNED_TOLD)
                    .forEach(some -> out.printf(
                            Locale.ROOT,
                            "    %s: %s (article %s)%n",
                            some.definition().acronym(),
                            some.definition().expansion(),
                            some.articleId()));
            if (learned.size() > LEARNED_TOLD) {
                out.printf(Locale.ROOT, "    and %,d more: --json names all%n", learned.size() - LEARNED_TOLD);
            }
        }
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
            writer.writeArrayPropertyStart("learned");
            report.learned().forEach(some -> writeLearned(writer, some));
            writer.writeEndArray();
            gate.ifPresent(verdict -> {
                writer.writeObjectPropertyStart("gate");
                writeGate(writer, verdict);
                writer.writeEndObject();
            });
        });
        out.println(new String(json, StandardCharsets.UTF_8));
        out.flush();
    }

    private static void writeLearned(JsonGenerator json, LearnedAcronym learned) {
        json.writeStartObject();
        json.writeStringProperty("acronym", learned.definition().acronym());
        json.writeStringProperty("expansion", learned.definition().expansion());
        json.writeStringProperty("article", learned.articleId());
        json.writeNumberProperty("articles", learned.articles());
        json.writeEndObject();
    }

    private static void writeGate(JsonGenerator json, Verdict verdict) {
        switch (verdict) {
            case Verdict.NotApplicable none -> json.writeStringProperty("verdict", "not applicable");
            case Verdict.Passed passed -> {
                json.writeStringProperty("verdict", "passed");
                QualityPrinter.writeFigures(json, passed.report());
            }
            case Verdict.Refused refused -> {
                json.writeStringProperty("verdict", "refused");
                QualityPrinter.writeFigures(json, refused.report());
                json.writeArrayPropertyStart("reasons");
                refused.reasons().forEach(json::writeString);
                json.writeEndArray();
            }
        }
    }
}
