package dev.epitome.quality;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How good an engine answers a {@link GoldenSet}. All lists are in the order of the topics' ids.
 *
 * @param means over the judged topics
 * @param judged topics that should find something
 * @param empty topics that must find nothing; they count in no mean
 * @param setAside topics of which no relevant article is in the index: they say nothing of how it is searched
 */
public record QualityReport(
        Coverage coverage, Measures means, List<JudgedTopic> judged, List<EmptyTopic> empty, List<Topic> setAside) {

    public QualityReport {
        Objects.requireNonNull(coverage, "coverage");
        Objects.requireNonNull(means, "means");
        Objects.requireNonNull(judged, "judged");
        Objects.requireNonNull(empty, "empty");
        Objects.requireNonNull(setAside, "setAside");
        judged = List.copyOf(judged);
        empty = List.copyOf(empty);
        setAside = List.copyOf(setAside);
    }

    /** How many of the topics that must find nothing do. */
    public int emptyPassed() {
        return (int) empty.stream().filter(EmptyTopic::passed).count();
    }

    /** The topics that are less than perfect, worst first. */
    public List<JudgedTopic> worst(int most) {
        return judged.stream()
                .filter(topic -> topic.measures().ndcg() < 1)
                .sorted(Comparator.comparingDouble(
                                (JudgedTopic topic) -> topic.measures().ndcg())
                        .thenComparingDouble(topic -> topic.measures().reciprocalRank())
                        .thenComparing(topic -> topic.topic().id()))
                .limit(most)
                .toList();
    }

    /** The answers as a run, for other tools that measure. */
    public Run run() {
        SortedMap<String, List<String>> rankings = new TreeMap<>();
        judged.forEach(topic -> rankings.put(topic.topic().id(), ids(topic.hits())));
        empty.forEach(topic -> rankings.put(topic.topic().id(), ids(topic.hits())));
        return new Run(rankings);
    }

    private static List<String> ids(List<RankedHit> hits) {
        return hits.stream().map(RankedHit::id).toList();
    }

    /**
     * A hit of a topic.
     *
     * @param rank from 1
     * @param id of the article
     * @param grade what it was judged, where it was
     */
    public record RankedHit(int rank, String id, String title, OptionalInt grade) {
        public RankedHit {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(grade, "grade");
        }
    }

    /**
     * A topic that must find nothing, and the answer to it.
     *
     * @param hits the first {@link Evaluation#DEPTH} at most
     */
    public record EmptyTopic(Topic topic, List<RankedHit> hits) {

        public EmptyTopic {
            Objects.requireNonNull(topic, "topic");
            Objects.requireNonNull(hits, "hits");
            hits = List.copyOf(hits);
        }

        public boolean passed() {
            return hits.isEmpty();
        }
    }

    /**
     * A topic that should find something, and the answer to it.
     *
     * @param expected the relevant articles, the best first
     * @param hits the first {@link Evaluation#DEPTH} at most
     */
    public record JudgedTopic(Topic topic, List<Expected> expected, Measures measures, List<RankedHit> hits) {

        public JudgedTopic {
            Objects.requireNonNull(topic, "topic");
            Objects.requireNonNull(expected, "expected");
            Objects.requireNonNull(measures, "measures");
            Objects.requireNonNull(hits, "hits");
            expected = List.copyOf(expected);
            hits = List.copyOf(hits);
        }
    }
}
