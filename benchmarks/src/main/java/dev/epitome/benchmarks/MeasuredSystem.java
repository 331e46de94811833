package dev.epitome.benchmarks;

import dev.epitome.quality.Measures;
import dev.epitome.quality.Run;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;

/**
 * What a system answered to a collection, and how good that is.
 *
 * @param run the first {@value #RECALL_DEPTH} articles for each query that has a relevant one
 */
record MeasuredSystem(String key, String label, Run run, Scores ndcg, Scores recall) {

    static final int NDCG_DEPTH = Measures.CUTOFF;
    static final int RECALL_DEPTH = 100;

    static MeasuredSystem of(RankingSystem system, JudgedCollection collection) {
        SortedMap<String, List<String>> rankings = new TreeMap<>();
        collection
                .answerable()
                .keySet()
                .forEach(topic -> rankings.put(topic, system.rank(collection.query(topic), RECALL_DEPTH)));
        Run run = new Run(rankings);
        return new MeasuredSystem(
                system.key(),
                system.label(),
                run,
                scores(run, collection, (ranking, grades) -> Measures.ndcg(ranking, grades, NDCG_DEPTH)),
                scores(run, collection, (ranking, grades) -> Measures.recall(ranking, grades, RECALL_DEPTH)));
    }

    private static Scores scores(
            Run run,
            JudgedCollection collection,
            ToDoubleBiFunction<List<String>, SortedMap<String, Integer>> measure) {
        SortedMap<String, Double> byTopic = new TreeMap<>();
        collection
                .answerable()
                .forEach((topic, grades) -> byTopic.put(topic, measure.applyAsDouble(run.ranking(topic), grades)));
        return new Scores(byTopic);
    }
}
