package dev.epitome.quality;

import dev.epitome.index.Measurement;
import dev.epitome.index.PublishCheck.Decision;
import dev.epitome.quality.QualityReport.EmptyTopic;
import dev.epitome.quality.QualityReport.JudgedTopic;
import dev.epitome.search.SearchEngine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides whether a new index may be published: not when a figure is below its floor, and not when the queries are no
 * more about it.
 */
public final class QualityGate {

    /** So many queries are told; whoever wants all of them runs an evaluation. */
    private static final int TOLD = 20;

    private QualityGate() {}

    /** What the gate found. */
    public sealed interface Verdict {

        /** What becomes of the new index by it; what was measured is kept in its commit. */
        default Decision decision() {
            return switch (this) {
                case NotApplicable none -> Decision.Publish.UNMEASURED;
                case Passed passed -> new Decision.Publish(Optional.of(measured(passed.report())));
                case Refused refused -> new Decision.Refuse(refused.reasons());
            };
        }

        private static Measurement measured(QualityReport report) {
            return new Measurement(
                    report.judged().size(), Figure.NDCG.of(report), Figure.MRR.of(report), Figure.RECALL.of(report));
        }

        /** The golden queries are not about this index: it may be published, unmeasured. */
        record NotApplicable(Coverage coverage) implements Verdict {
            public NotApplicable {
                Objects.requireNonNull(coverage, "coverage");
            }
        }

        /** Good enough. */
        record Passed(QualityReport report) implements Verdict {
            public Passed {
                Objects.requireNonNull(report, "report");
            }
        }

        /**
         * Not good enough.
         *
         * @param reasons for a person to read, a line each: the figures, then the queries and what is wrong with them
         */
        record Refused(QualityReport report, List<String> reasons) implements Verdict {
            public Refused {
                Objects.requireNonNull(report, "report");
                Objects.requireNonNull(reasons, "reasons");
                reasons = List.copyOf(reasons);
            }
        }
    }

    /**
     * Judges a new index against the one that it is to take the place of.
     *
     * <p>What readers could find until now is owed to them: an article that is gone counts as not found, so that less
     * coverage never makes a better figure. Where the queries are about the published index they must be about the new
     * one. Where they are not, readers have nothing that could be lost by them, and only an index with all judged
     * articles is measured: of a part of them the figures say nothing.
     *
     * @param published what readers have; empty where there is nothing that can be searched
     */
    public static Verdict judge(SearchEngine candidate, Optional<SearchEngine> published, GoldenSet golden) {
        Objects.requireNonNull(candidate, "candidate");
        Objects.requireNonNull(published, "published");
        Objects.requireNonNull(golden, "golden");
        Coverage coverage = Coverage.of(candidate, golden);
        Optional<SearchEngine> covered =
                published.filter(engine -> Coverage.of(engine, golden).applies());
        if (covered.isEmpty() && !coverage.isWhole()) {
            return new Verdict.NotApplicable(coverage);
        }
        Set<String> owed = owed(golden, candidate, covered);
        QualityReport report = Evaluation.of(candidate, golden, owed);
        List<String> reasons = new ArrayList<>();
        if (!coverage.applies()) {
            // Which queries fell is no news then: nearly all.
            reasons.add("the golden queries cover the published index, but no longer the new one");
            addMissing(reasons, coverage);
            return new Verdict.Refused(report, reasons);
        }
        Optional<QualityReport> before = golden.floor().shortfalls(report).isEmpty()
                ? Optional.empty()
                : covered.map(engine -> Evaluation.of(engine, golden, owed));
        List<Floor.Shortfall> shortfalls = shortfalls(golden.floor(), report, before);
        if (shortfalls.isEmpty()) {
            return new Verdict.Passed(report);
        }
        shortfalls.forEach(shortfall -> reasons.add(shortfall.toString()));
        before.ifPresentOrElse(old -> addFalls(reasons, report, old), () -> addWorst(reasons, report));
        addFound(reasons, report, before);
        addMissing(reasons, coverage);
        return new Verdict.Refused(report, reasons);
    }

    /**
     * An index that has only a part of the judged articles cannot reach the floor, but it can stay as good as it was.
     */
    private static List<Floor.Shortfall> shortfalls(Floor floor, QualityReport report, Optional<QualityReport> before) {
        Optional<QualityReport> part = before.filter(old -> !old.coverage().isWhole());
        return floor.shortfalls(report).stream()
                .filter(some -> part.isEmpty() || some.value() < some.figure().of(part.get()))
                .toList();
    }

    /** The judged articles that readers have or will have. */
    private static Set<String> owed(GoldenSet golden, SearchEngine candidate, Optional<SearchEngine> published) {
        return golden.judgedArticles().stream()
                .filter(id -> candidate.find(id).isPresent()
                        || published.flatMap(engine -> engine.find(id)).isPresent())
                .collect(Collectors.toSet());
    }

    private static void addWorst(List<String> reasons, QualityReport report) {
        reasons.add("there is no published index to compare with; the worst queries:");
        report.worst(TOLD).forEach(topic -> reasons.addAll(new Why(topic, Optional.empty()).lines()));
    }

    private static void addFalls(List<String> reasons, QualityReport report, QualityReport old) {
        Map<String, JudgedTopic> before = old.judged().stream()
                .collect(Collectors.toMap(topic -> topic.topic().id(), Function.identity()));
        List<Why> falls = report.judged().stream()
                .map(topic -> new Why(
                        topic, Optional.ofNullable(before.get(topic.topic().id()))))
                .filter(QualityGate::fell)
                .sorted(Comparator.comparingDouble(QualityGate::loss).reversed())
                .toList();
        String means =
                "the published index, of nDCG@10 " + Figure.told(old.means().ndcg());
        if (falls.isEmpty()) {
            reasons.add("no query fell against " + means + "; the worst queries:");
            report.worst(TOLD).forEach(topic -> reasons.addAll(new Why(topic, Optional.empty()).lines()));
            return;
        }
        reasons.add("queries that fell against " + means + ": " + falls.size());
        falls.stream().limit(TOLD).forEach(fall -> reasons.addAll(fall.lines()));
        addMore(reasons, falls.size());
    }

    private static boolean fell(Why topic) {
        Measures now = topic.now().measures();
        return topic.before()
                .map(JudgedTopic::measures)
                .filter(before -> now.ndcg() < before.ndcg()
                        || now.reciprocalRank() < before.reciprocalRank()
                        || now.recall() < before.recall())
                .isPresent();
    }

    private static double loss(Why topic) {
        double now = topic.now().measures().ndcg();
        return topic.before().map(before -> before.measures().ndcg() - now).orElse(0.0);
    }

    /** Of the queries that must find nothing, those that do; where it can be told, only those that did not before. */
    private static void addFound(List<String> reasons, QualityReport report, Optional<QualityReport> old) {
        Set<String> foundBefore = old.stream()
                .flatMap(before -> before.empty().stream())
                .filter(topic -> !topic.passed())
                .map(topic -> topic.topic().id())
                .collect(Collectors.toSet());
        List<EmptyTopic> found = report.empty().stream()
                .filter(topic -> !topic.passed())
                .filter(topic -> !foundBefore.contains(topic.topic().id()))
                .toList();
        found.stream()
                .limit(TOLD)
                .map(topic -> topic.topic().id() + "  " + topic.topic().query() + ": must find nothing, and finds "
                        + topic.hits().getFirst().id())
                .forEach(reasons::add);
        addMore(reasons, found.size());
    }

    private static void addMissing(List<String> reasons, Coverage coverage) {
        if (!coverage.missing().isEmpty()) {
            reasons.add(coverage + "; missing: " + coverage.firstMissing(TOLD));
        }
    }

    private static void addMore(List<String> reasons, int all) {
        if (all > TOLD) {
            reasons.add("and " + (all - TOLD) + " more");
        }
    }
}
