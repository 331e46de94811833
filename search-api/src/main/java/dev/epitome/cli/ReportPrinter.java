package dev.epitome.cli;

import dev.epitome.article.Article;
import dev.epitome.article.CleanText;
import dev.epitome.corpus.Entry;
import dev.epitome.index.InputReport;
import dev.epitome.index.InputReport.Example;
import dev.epitome.index.LearnedAcronym;
import dev.epitome.index.ReindexReport;
import dev.epitome.quality.QualityGate.Verdict;
import dev.epitome.quality.QualityReport;
import dev.epitome.wire.AnswerJson;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** The report of a rebuild, for people and for programs. */
final class ReportPrinter {

    private static final int FILES_TOLD = 10;
    private static final int NAMES_TOLD = 12;
    private static final int SUMMARY_TOLD = 200;

    private final ReindexReport report;
    private final Path directory;
    private final boolean dryRun;
    private final boolean verbose;
    private final Optional<Verdict> gate;

    ReportPrinter(ReindexReport report, Path directory, boolean dryRun, boolean verbose, Optional<Verdict> gate) {
        this.report = report;
        this.directory = directory;
        this.dryRun = dryRun;
        this.verbose = verbose;
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
        printInput(out);
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
        if (report.replaces() > 0 && (dryRun || report.published().isPresent())) {
            out.printf(Locale.ROOT, "%s %,d articles%n", dryRun ? "would replace" : "replaces", report.replaces());
        }
        if (dryRun) {
            report.input().first().forEach(article -> printArticle(out, article));
            out.println("dry run: nothing was written");
        }
        out.flush();
    }

    /** What the records have, what they lack, and what of them is not read. */
    private void printInput(PrintWriter out) {
        InputReport input = report.input();
        if (report.accepted() > 0) {
            out.println("of " + coverage(input.all()));
            if (input.all().dated() == 0) {
                out.printf(Locale.ROOT, "none of the %,d records has a date%n", report.accepted());
            }
            if (input.all().summarized() == 0) {
                out.printf(Locale.ROOT, "none of the %,d records has a summary%n", report.accepted());
            }
        }
        if (input.files().size() > 1) {
            input.files().stream()
                    .limit(verbose ? Integer.MAX_VALUE : FILES_TOLD)
                    .forEach(file -> out.println("    " + file.path() + ": " + coverage(file.coverage())
                            + (file.rejected() == 0 ? "" : ", " + file.rejected() + " rejected")));
            if (!verbose && input.files().size() > FILES_TOLD) {
                out.println("    and more files: --verbose names " + InputReport.MAX_FILES + " at most");
            }
        }
        input.unread().stream()
                .limit(verbose ? Integer.MAX_VALUE : NAMES_TOLD)
                .forEach(name -> out.println(unread(name, input.all())));
        if (!verbose && input.unread().size() > NAMES_TOLD) {
            out.printf(
                    Locale.ROOT,
                    "and %,d more names, unread: --verbose%n",
                    input.unread().size() - NAMES_TOLD);
        }
    }

    private static String coverage(InputReport.Coverage has) {
        return String.format(
                Locale.ROOT,
                "%,d records %,d have a date, %,d a summary, %,d an address, %,d tags",
                has.records(),
                has.dated(),
                has.summarized(),
                has.addressed(),
                has.tagged());
    }

    private static String unread(Entry.Unread name, InputReport.Coverage has) {
        String remedy = name.couldBe()
                .filter(member -> lacks(has, member))
                .map(member -> "; --map " + member + "=\"" + name.name() + "\" would read "
                        + (name.values() == 1 ? "it" : "them"))
                .orElse("");
        return String.format(
                Locale.ROOT,
                "`%s`: %,d %s, unread%s",
                name.name(),
                name.values(),
                name.values() == 1 ? "value" : "values",
                remedy);
    }

    /** Nothing need be suggested for what all records have. */
    private static boolean lacks(InputReport.Coverage has, String member) {
        long some = switch (member) {
            case "published" -> has.dated();
            case "summary" -> has.summarized();
            case "url" -> has.addressed();
            default -> 0;
        };
        return some < has.records();
    }

    private static void printArticle(PrintWriter out, Article article) {
        out.println("    " + article.title());
        List<String> facts = Stream.of(
                        article.published().map(date -> "published " + date),
                        article.source(),
                        Optional.of(String.join(", ", article.authors())),
                        article.type(),
                        article.url())
                .flatMap(Optional::stream)
                .filter(fact -> !fact.isEmpty())
                .toList();
        Stream.of(
                        String.join(" · ", facts),
                        String.join(", ", article.tags()),
                        CleanText.shortened(article.summary(), SUMMARY_TOLD))
                .filter(line -> !line.isEmpty())
                .forEach(line -> out.println("        " + line));
    }

    private void printLearned(PrintWriter out) {
        List<LearnedAcronym> learned = report.learned();
        if (!learned.isEmpty()) {
            out.printf(Locale.ROOT, "%,d acronyms learned from the articles that define them%n", learned.size());
        }
        if (verbose) {
            learned.forEach(some -> out.printf(
                    Locale.ROOT,
                    "    %s: %s (article %s)%n",
                    some.definition().acronym(),
                    some.definition().expansion(),
                    some.articleId()));
        }
    }

    void printJson(PrintWriter out, Map<String, List<Example>> warnings) {
        byte[] json = AnswerJson.object(writer -> {
            writer.writeNumberProperty("accepted", report.accepted());
            writer.writeNumberProperty("warned", report.warned());
            writer.writeNumberProperty("rejected", report.rejected());
            writer.writeNumberProperty("replaced", report.replaced());
            writer.writeNumberProperty("skipped", report.skipped());
            writer.writeNumberProperty("replaces", report.replaces());
            writeInput(writer, report.input(), warnings);
            writer.writeNumberProperty("bytesRead", report.bytesRead());
            writer.writeNumberProperty("tookMs", report.took().toMillis());
            writer.writeNumberProperty("recordsPerSecond", Math.round(report.recordsPerSecond()));
            writer.writeBooleanProperty("published", report.published().isPresent());
            report.published().ifPresent(info -> {
                writer.writeNumberProperty("articles", info.articles());
                writer.writeStringProperty("corpus", info.corpus());
            });
            report.refused().ifPresent(refused -> AnswerJson.writeStrings(writer, "refused", refused.reasons()));
            AnswerJson.writeStrings(writer, "remarks", report.remarks());
            AnswerJson.writeObjects(writer, "learned", report.learned(), some -> writeLearned(writer, some));
            gate.ifPresent(verdict -> {
                writer.writeObjectPropertyStart("gate");
                writeGate(writer, verdict);
                writer.writeEndObject();
            });
        });
        out.println(TerminalText.json(json));
        out.flush();
    }

    private static void writeLearned(JsonGenerator json, LearnedAcronym learned) {
        json.writeStringProperty("acronym", learned.definition().acronym());
        json.writeStringProperty("expansion", learned.definition().expansion());
        json.writeStringProperty("article", learned.articleId());
        json.writeNumberProperty("articles", learned.articles());
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
                AnswerJson.writeStrings(json, "reasons", refused.reasons());
            }
        }
    }

    /** What the corpus holds and lacks. */
    private static void writeInput(JsonGenerator json, InputReport input, Map<String, List<Example>> warnings) {
        json.writeObjectPropertyStart("has");
        writeCoverage(json, input.all());
        json.writeEndObject();
        AnswerJson.writeObjects(json, "files", input.files(), file -> {
            json.writeStringProperty("file", file.path());
            writeCoverage(json, file.coverage());
            json.writeNumberProperty("rejected", file.rejected());
        });
        AnswerJson.writeObjects(json, "unread", input.unread(), name -> {
            json.writeStringProperty("name", name.name());
            json.writeNumberProperty("values", name.values());
            name.couldBe().ifPresent(member -> json.writeStringProperty("couldBe", member));
        });
        AnswerJson.writeObjects(json, "warnings", input.warnings(), kind -> {
            json.writeStringProperty("kind", kind.kind());
            json.writeNumberProperty("count", kind.count());
            AnswerJson.writeObjects(json, "all", warnings.getOrDefault(kind.kind(), kind.examples()), example -> {
                json.writeStringProperty("place", example.place().toString());
                json.writeStringProperty("detail", example.warning().detail());
                example.warning()
                        .remedy()
                        .ifPresent(remedy -> json.writeStringProperty("remedy", Remedies.option(remedy)));
            });
        });
    }

    private static void writeCoverage(JsonGenerator json, InputReport.Coverage has) {
        json.writeNumberProperty("records", has.records());
        json.writeNumberProperty("dated", has.dated());
        json.writeNumberProperty("summarized", has.summarized());
        json.writeNumberProperty("addressed", has.addressed());
        json.writeNumberProperty("tagged", has.tagged());
    }
}
