package dev.epitome.cli;

import dev.epitome.quality.Coverage;
import dev.epitome.quality.Expected;
import dev.epitome.quality.Expected.Standing;
import dev.epitome.quality.Figure;
import dev.epitome.quality.GoldenSet;
import dev.epitome.quality.QualityReport;
import dev.epitome.quality.QualityReport.EmptyTopic;
import dev.epitome.quality.QualityReport.JudgedTopic;
import dev.epitome.quality.QualityReport.RankedHit;
import dev.epitome.quality.Topic;
import dev.epitome.wire.AnswerJson;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** The report of an evaluation, for people and for programs. */
final class QualityPrinter {

    private static final int MISSING_TOLD = 10;

    /** Of the hits that came instead, so many are shown. */
    private static final int HITS_TOLD = 5;

    private static final int EXPECTED_TOLD = 10;

    private final GoldenSet golden;
    private final int worst;

    QualityPrinter(GoldenSet golden, int worst) {
        this.golden = golden;
        this.worst = worst;
    }

    void print(QualityReport report, PrintWriter out) {
        for (Figure figure : List.of(Figure.NDCG, Figure.MRR, Figure.RECALL)) {
            out.printf(Locale.ROOT, "%-14s %.4f%s%n", figure.label(), figure.of(report), floor(figure));
        }
        out.printf(
                Locale.ROOT,
                "%-14s %d of %d queries that must find nothing%s%n",
                Figure.NONE.label(),
                report.emptyPassed(),
                report.empty().size(),
                floor(Figure.NONE));
        out.printf(
                "over           %d queries that should find something%n",
                report.judged().size());
        report.empty().stream().filter(topic -> !topic.passed()).limit(worst).forEach(topic -> printFound(topic, out));
        List<JudgedTopic> topics = report.worst(worst);
        if (!topics.isEmpty()) {
            out.printf(Locale.ROOT, "%nThe worst %d:%n", topics.size());
            topics.forEach(topic -> print(topic, out));
        }
    }

    /** What the figures leave out. */
    void printRemarks(QualityReport report, PrintWriter err) {
        Coverage coverage = report.coverage();
        if (!coverage.missing().isEmpty()) {
            err.println("Only " + coverage + "; missing: " + coverage.firstMissing(MISSING_TOLD));
        }
        if (!report.setAside().isEmpty()) {
            err.println("Set aside, as nothing that they should find is in it: "
                    + report.setAside().stream().map(Topic::id).collect(Collectors.joining(", ")));
        }
        golden.floor().shortfalls(report).forEach(shortfall -> err.println("epitome: " + shortfall));
    }

    private String floor(Figure figure) {
        return Optional.ofNullable(golden.floor().least().get(figure))
                .map(least -> String.format(Locale.ROOT, "   (floor %.4f)", least))
                .orElse("");
    }

    private static void printFound(EmptyTopic topic, PrintWriter out) {
        out.printf(
                "%n%s  %s%n  must find nothing%n",
                topic.topic().id(), topic.topic().query());
        printHits(topic.hits(), out);
    }

    private static void print(JudgedTopic topic, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%n%s  %s%n  nDCG@10 %.4f, RR %.4f, recall@10 %.4f%n",
                topic.topic().id(),
                topic.topic().query(),
                topic.measures().ndcg(),
                topic.measures().reciprocalRank(),
                topic.measures().recall());
        List<Expected> all = topic.expected();
        for (Expected expected : all.subList(0, Math.min(EXPECTED_TOLD, all.size()))) {
            out.printf(
                    Locale.ROOT,
                    "  expected  grade %d  %s  %s%n",
                    expected.grade(),
                    expected.id(),
                    expected.standing());
        }
        if (all.size() > EXPECTED_TOLD) {
            out.printf(Locale.ROOT, "  and %d more%n", all.size() - EXPECTED_TOLD);
        }
        printHits(topic.hits(), out);
    }

    private static void printHits(List<RankedHit> hits, PrintWriter out) {
        if (hits.isEmpty()) {
            out.println("  came      nothing");
        }
        hits.stream().limit(HITS_TOLD).forEach(hit -> {
            String grade = hit.grade().isPresent() ? "grade " + hit.grade().getAsInt() : "unjudged";
            out.printf(Locale.ROOT, "  came %4d %s  %s  %s%n", hit.rank(), grade, hit.id(), hit.title());
        });
    }

    void printJson(Coverage coverage, PrintWriter out) {
        out.println(TerminalText.json(AnswerJson.object(json -> {
            json.writeBooleanProperty("applies", false);
            writeCoverage(json, coverage);
        })));
    }

    void printJson(QualityReport report, PrintWriter out) {
        out.println(TerminalText.json(AnswerJson.object(json -> {
            json.writeBooleanProperty("applies", true);
            writeCoverage(json, report.coverage());
            json.writeNumberProperty("topics", report.judged().size());
            writeFigures(json, report);
            writeFloor(json, report);
            AnswerJson.writeStrings(
                    json, "setAside", report.setAside().stream().map(Topic::id).toList());
            AnswerJson.writeStrings(
                    json,
                    "foundNotNothing",
                    report.empty().stream()
                            .filter(topic -> !topic.passed())
                            .map(topic -> topic.topic().id())
                            .toList());
            AnswerJson.writeObjects(json, "worst", report.worst(worst), topic -> write(json, topic));
        })));
    }

    static void writeFigures(JsonGenerator json, QualityReport report) {
        for (Figure figure : Figure.values()) {
            json.writeNumberProperty(figure.key(), figure.of(report));
        }
    }

    private static void writeCoverage(JsonGenerator json, Coverage coverage) {
        json.writeNumberProperty("judgedArticles", coverage.judged());
        AnswerJson.writeStrings(json, "missingArticles", coverage.missing());
    }

    private void writeFloor(JsonGenerator json, QualityReport report) {
        json.writeObjectPropertyStart("floor");
        golden.floor().least().forEach((figure, least) -> json.writeNumberProperty(figure.key(), least));
        json.writeEndObject();
        AnswerJson.writeStrings(
                json,
                "below",
                golden.floor().shortfalls(report).stream()
                        .map(shortfall -> shortfall.figure().key())
                        .toList());
    }

    private static void write(JsonGenerator json, JudgedTopic topic) {
        json.writeStringProperty("topic", topic.topic().id());
        json.writeStringProperty("query", topic.topic().query());
        json.writeNumberProperty(Figure.NDCG.key(), topic.measures().ndcg());
        json.writeNumberProperty("rr", topic.measures().reciprocalRank());
        json.writeNumberProperty(Figure.RECALL.key(), topic.measures().recall());
        AnswerJson.writeObjects(json, "expected", topic.expected(), expected -> {
            json.writeStringProperty("id", expected.id());
            json.writeNumberProperty("grade", expected.grade());
            if (expected.standing() instanceof Standing.AtRank(int rank)) {
                json.writeNumberProperty("rank", rank);
            }
        });
        AnswerJson.writeObjects(
                json, "hits", topic.hits().stream().limit(HITS_TOLD).toList(), hit -> {
                    json.writeStringProperty("id", hit.id());
                    hit.grade().ifPresent(grade -> json.writeNumberProperty("grade", grade));
                    json.writeStringProperty("title", hit.title());
                });
    }
}
