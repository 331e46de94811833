package dev.epitome.quality;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How good one ranking is, or the mean over several, each from 0 to 1. The definitions are those of trec_eval; an
 * article is relevant from grade 1 on, one that was not judged is not.
 *
 * @param ndcg normalized discounted cumulative gain of the first {@value #CUTOFF}
 * @param reciprocalRank one divided by the rank of the first relevant article; 0 where there is none
 * @param recall how many of the relevant articles are among the first {@value #CUTOFF}
 */
public record Measures(double ndcg, double reciprocalRank, double recall) {

    /** How many hits of a ranking a reader is taken to look at. */
    public static final int CUTOFF = 10;

    static final Measures ZERO = new Measures(0, 0, 0);

    /**
     * Measures one ranking.
     *
     * @param ranking articles, best first, each once
     * @param grades of the articles that were judged
     */
    public static Measures of(List<String> ranking, Map<String, Integer> grades) {
        Objects.requireNonNull(ranking, "ranking");
        Objects.requireNonNull(grades, "grades");
        return new Measures(
                ndcg(ranking, grades, CUTOFF), reciprocalRank(ranking, grades), recall(ranking, grades, CUTOFF));
    }

    /** The mean of each measure; 0 over nothing. */
    public static Measures mean(Collection<Measures> all) {
        Objects.requireNonNull(all, "all");
        int count = Math.max(1, all.size());
        return new Measures(
                all.stream().mapToDouble(Measures::ndcg).sum() / count,
                all.stream().mapToDouble(Measures::reciprocalRank).sum() / count,
                all.stream().mapToDouble(Measures::recall).sum() / count);
    }

    /**
     * The gain of an article is its grade, divided by log2(rank + 1). The sum over the first {@code cutoff} is divided
     * by what the best of all rankings has there. As trec_eval's {@code ndcg_cut}.
     */
    public static double ndcg(List<String> ranking, Map<String, Integer> grades, int cutoff) {
        Objects.requireNonNull(ranking, "ranking");
        Objects.requireNonNull(grades, "grades");
        double ideal = discounted(
                grades.values().stream().sorted((a, b) -> Integer.compare(b, a)).toList(), cutoff);
        List<Integer> gains =
                ranking.stream().map(article -> grades.getOrDefault(article, 0)).toList();
        return ideal == 0 ? 0 : discounted(gains, cutoff) / ideal;
    }

    private static double discounted(List<Integer> gains, int cutoff) {
        double sum = 0;
        for (int i = 0; i < Math.min(cutoff, gains.size()); i++) {
            sum += Math.max(0, gains.get(i)) * Math.log(2) / Math.log(i + 2);
        }
        return sum;
    }

    /** As trec_eval's {@code recip_rank}. */
    public static double reciprocalRank(List<String> ranking, Map<String, Integer> grades) {
        Objects.requireNonNull(ranking, "ranking");
        Objects.requireNonNull(grades, "grades");
        for (int i = 0; i < ranking.size(); i++) {
            if (Judgments.isRelevant(grades.getOrDefault(ranking.get(i), 0))) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    /** As trec_eval's {@code recall}; 0 where nothing is relevant. */
    public static double recall(List<String> ranking, Map<String, Integer> grades, int cutoff) {
        Objects.requireNonNull(ranking, "ranking");
        Objects.requireNonNull(grades, "grades");
        long relevant = grades.values().stream().filter(Judgments::isRelevant).count();
        long found = ranking.stream()
                .limit(cutoff)
                .filter(article -> Judgments.isRelevant(grades.getOrDefault(article, 0)))
                .count();
        return relevant == 0 ? 0 : (double) found / relevant;
    }
}
