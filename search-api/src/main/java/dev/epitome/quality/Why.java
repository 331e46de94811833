package dev.epitome.quality;

import dev.epitome.quality.Expected.Standing.AtRank;
import dev.epitome.quality.Expected.Standing.NotFound;
import dev.epitome.quality.Expected.Standing.NotIndexed;
import dev.epitome.quality.QualityReport.JudgedTopic;
import dev.epitome.quality.QualityReport.RankedHit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says of a topic in words what is wrong with its answer, and what was better before.
 *
 * @param before the answer of the index that is published, where there is one to compare with
 */
record Why(JudgedTopic now, Optional<JudgedTopic> before) {

    private static final int TOLD = 3;

    /** One line for the figures, then one for each article that is not where it should be. */
    List<String> lines() {
        String head = now.topic().id() + "  " + now.topic().query() + ": " + figures();
        return Stream.concat(Stream.of(head), misplaced()).toList();
    }

    private String figures() {
        String ndcg = change("nDCG@10", Measures::ndcg);
        return before.isEmpty()
                ? ndcg
                : Stream.of(ndcg, change("RR", Measures::reciprocalRank), change("recall@10", Measures::recall))
                        .filter(change -> change.contains("->"))
                        .collect(Collectors.joining(", "));
    }

    private String change(String label, Function<Measures, Double> measure) {
        String value = Figure.told(measure.apply(now.measures()));
        return before.map(JudgedTopic::measures)
                .map(measure)
                .map(Figure::told)
                .filter(old -> !old.equals(value))
                .map(old -> label + " " + old + " -> " + value)
                .orElse(label + " " + value);
    }

    private Stream<String> misplaced() {
        Map<String, Expected> old = before.stream()
                .flatMap(topic -> topic.expected().stream())
                .collect(Collectors.toMap(Expected::id, Function.identity()));
        return now.expected().stream()
                .filter(expected -> isMisplaced(expected, Optional.ofNullable(old.get(expected.id()))))
                .limit(TOLD)
                .map(expected -> "    " + expected.id() + " (grade " + expected.grade() + ") is "
                        + expected.standing()
                        + Optional.ofNullable(old.get(expected.id()))
                                .map(then -> ", was " + then.standing())
                                .orElse("")
                        + instead(expected, Optional.ofNullable(old.get(expected.id()))));
    }

    private boolean isMisplaced(Expected expected, Optional<Expected> old) {
        int place = expected.standing().place();
        return old.map(then -> then.standing().place() < place)
                .orElse(place > Math.min(Measures.CUTOFF, now.expected().size())
                        || !ahead(expected, old).isEmpty());
    }

    /** What a reader sees in its place. */
    private String instead(Expected expected, Optional<Expected> old) {
        String ids = ahead(expected, old).stream().limit(TOLD).collect(Collectors.joining(", "));
        return switch (expected.standing()) {
            case AtRank hit -> ids.isEmpty() ? "" : ", after " + ids;
            case NotFound none -> now.hits().isEmpty() ? ", nor is anything else" : ", the first hits are " + first();
            case NotIndexed none -> "";
        };
    }

    private String first() {
        return now.hits().stream().limit(TOLD).map(RankedHit::id).collect(Collectors.joining(", "));
    }

    /** The hits that are less relevant and come before it, but did not always. */
    private List<String> ahead(Expected expected, Optional<Expected> old) {
        Map<String, Integer> ranksBefore = before.stream()
                .flatMap(topic -> topic.hits().stream())
                .collect(Collectors.toMap(RankedHit::id, RankedHit::rank));
        int placeBefore = old.map(then -> then.standing().place()).orElse(0);
        return now.hits().stream()
                .filter(hit -> hit.rank() < expected.standing().place())
                .filter(hit -> hit.grade().orElse(0) < expected.grade())
                .map(RankedHit::id)
                .filter(id -> ranksBefore.getOrDefault(id, Integer.MAX_VALUE) > placeBefore)
                .toList();
    }
}
