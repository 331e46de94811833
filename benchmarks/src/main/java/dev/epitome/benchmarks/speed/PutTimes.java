package dev.epitome.benchmarks.speed;

import dev.epitome.article.Article;
import dev.epitome.article.ArticleChange.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** How long one put takes until a search sees it, in indexes of different sizes. */
final class PutTimes {

    private static final String P50 = "ms of a put, p50";
    private static final String P90 = "ms of a put, p90";
    private static final String CPU = "CPU ms of a put, without merges beside it";
    private static final String NEW = "a new article";
    private static final String REPLACED = "another in the place of one";
    private static final double FLAT = 2;

    private final List<ChangedIndex> indexes;
    private final int each;

    /**
     * Measures these indexes.
     *
     * @param indexes the smallest first
     * @param each how many articles a turn puts of each kind
     */
    PutTimes(List<ChangedIndex> indexes, int each) {
        this.indexes = indexes;
        this.each = each;
    }

    /** A turn of every index; each round begins with another. */
    void round(int number, Measurements into) {
        List<ChangedIndex> order = new ArrayList<>(indexes);
        Collections.rotate(order, -number);
        Measurements turns = new Measurements();
        for (ChangedIndex index : order) {
            turn(index, NEW, index::newArticle, Outcome.CREATED, turns);
            turn(index, REPLACED, index::replacement, Outcome.REPLACED, turns);
        }
        indexes.forEach(index -> turns.copy(index.label(), into));
    }

    private void turn(ChangedIndex index, String row, Supplier<Article> articles, Outcome expected, Measurements into) {
        List<Double> millis = new ArrayList<>();
        long cpu = 0;
        for (int i = 0; i < each; i++) {
            Article article = articles.get();
            long before = Load.threadNanos();
            long start = System.nanoTime();
            Outcome outcome = index.store().put(article);
            millis.add((System.nanoTime() - start) / 1e6);
            cpu += Load.threadNanos() - before;
            if (outcome != expected || !isSeen(article, index)) {
                throw new IllegalStateException(article.id() + " is " + outcome + ", or no search sees it");
            }
        }
        into.add(P50, row, index.label(), Measurements.quantile(millis, 0.5));
        into.add(P90, row, index.label(), Measurements.quantile(millis, 0.9));
        into.add(CPU, row, index.label(), cpu / 1e6 / each);
    }

    private static boolean isSeen(Article article, ChangedIndex index) {
        return index.store()
                .engine()
                .find(article.id())
                .filter(found -> found.article().equals(article))
                .isPresent();
    }

    List<Claim> claims(Measurements measured) {
        String smallest = indexes.getFirst().label();
        String largest = indexes.getLast().label();
        List<Claim> claims = new ArrayList<>();
        for (String row : List.of(NEW, REPLACED)) {
            for (String metric : List.of(P50, P90)) {
                claims.add(Claim.atMost(
                        FLAT,
                        "%s, %s, %s to %s".formatted(row, metric, largest, smallest),
                        measured.ratio(metric, row, largest, smallest)));
            }
        }
        return claims;
    }
}
