package dev.epitome.quality;

import dev.epitome.search.SearchEngine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Decides whether a new index may be published: not when a figure is below its floor. */
public final class QualityGate {

    /** So many queries are told; whoever wants all of them runs an evaluation. */
    private static final int TOLD = 20;

    private QualityGate() {}

    /** What the gate found. */
    public sealed interface Verdict {

        /** The golden queries are not about this index: it may be published, unmeasured. */
        record NotApplicable(Coverage coverage) implements Verdict {}

        /** Good enough. */
        record Passed(QualityReport report) implements Verdict {}

        /**
         * Not good enough.
         *
         * @param reasons for a person to read, a line each: the figures, then the queries and what is wrong with them
         */
        record Refused(QualityReport report, List<String> reasons) implements Verdict {
            public Refused {
                reasons = List.copyOf(reasons);
            }
        }
    }

    /**
     * Judges a new index.
     *
     * @param published asked only when the new index is not good enough: what the published one reaches, where there is
     *     one that the queries are about
     */
    public static Verdict judge(SearchEngine candidate, GoldenSet golden, Supplier<Optional<QualityReport>> published) {
        Coverage coverage = Coverage.of(candidate, golden);
        if (!coverage.applies()) {
            return new Verdict.NotApplicable(coverage);
        }
        QualityReport report = Evaluation.of(candidate, golden);
        List<Floor.Shortfall> shortfalls = golden.floor().shortfalls(report);
        if (shortfalls.isEmpty()) {
            return new Verdict.Passed(report);
        }
        List<String> reasons = new ArrayList<>();
        shortfalls.forEach(shortfall -> reasons.add(shortfall.toString()));
        Optional<QualityReport> before = published.get();
        before.ifPresentOrElse(old -> addFalls(reasons, report, old), () -> addWorst(reasons, report));
        addFound(reasons, report, before);
        addMissing(reasons, coverage);
        return new Verdict.Refused(report, reasons);
    }

    private static void addWorst(List<String> reasons, QualityReport report) {
        reasons.add("there is no published index to compare with; the worst queries:");
        report.worst(TOLD).forEach(topic -> reasons.addAll(new Why(topic, Optional.empty()).lines()));
    }

    private static void addFalls(List<String> reasons, QualityReport report, QualityReport old) {
        Map<String, JudgedTopic> before = old.judged().stream()
                .collect(Collectors.toMap(topic -> topic.topic().id(), Function.identity()));
        List<Topic> gone = report.setAside().stream()
                .filter(topic -> before.containsKey(topic.id()))
                .toList();
        List<Why> falls = report.judged().stream()
                .map(topic -> new Why(
                        topic, Optional.ofNullable(before.get(topic.topic().id()))))
                .filter(QualityGate::fell)
                .sorted(Comparator.comparingDouble(QualityGate::loss).reversed())
                .toList();
        String means =
                "the published index, of nDCG@10 " + Figures.of(old.means().ndcg());
        if (gone.isEmpty() && falls.isEmpty()) {
            reasons.add("no query fell against " + means + "; the worst queries:");
            report.worst(TOLD).forEach(topic -> reasons.addAll(new Why(topic, Optional.empty()).lines()));
            return;
        }
        reasons.add("queries that fell against " + means + ": " + (gone.size() + falls.size()));
        gone.stream()
                .limit(TOLD)
                .forEach(topic -> reasons.add(
                        topic.id() + "  " + topic.query() + ": all that it should find is gone from the index"));
        addMore(reasons, gone.size());
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
