package dev.epitome.benchmarks.speed;

import dev.epitome.article.Article;
import dev.epitome.article.ArticleChange;
import dev.epitome.article.ArticleChange.Outcome;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** How many articles a second are put in batches, where they are new and where they are all there already. */
final class BatchRates {

    static final int BATCH = 100;

    private static final String RATE = "articles put a second, in batches of " + BATCH;
    private static final String CPU = "CPU ms an article, without merges beside it";
    private static final String ROW = "one batch after the other";
    private static final String NEW = "new";
    private static final String UNCHANGED = "unchanged";

    private final ChangedIndex index;
    private final int each;
    private final Iterator<Article> known;

    /** @param each how many batches a turn puts */
    BatchRates(ChangedIndex index, int each) {
        this.index = index;
        this.each = each;
        this.known = Stream.generate(index::known).flatMap(List::stream).iterator();
    }

    /** New ones and unchanged ones, in another order from round to round. */
    void round(int number, Measurements into) {
        List<String> order = List.of(NEW, UNCHANGED);
        for (String column : number % 2 == 0 ? order : order.reversed()) {
            if (column.equals(NEW)) {
                turn(column, ChangedIndex.batches(each, BATCH, index::newArticle), Outcome.CREATED, into);
            } else {
                turn(column, ChangedIndex.batches(each, BATCH, known::next), Outcome.UNCHANGED, into);
            }
        }
    }

    private void turn(String column, List<List<ArticleChange>> batches, Outcome expected, Measurements into) {
        long cpu = Load.threadNanos();
        long start = System.nanoTime();
        for (List<ArticleChange> batch : batches) {
            List<Outcome> outcomes = index.store().apply(batch);
            if (!outcomes.equals(Collections.nCopies(batch.size(), expected))) {
                throw new IllegalStateException("some are not " + expected + ": " + outcomes);
            }
        }
        into.add(RATE, ROW, column, each * BATCH / ((System.nanoTime() - start) / 1e9));
        into.add(CPU, ROW, column, (Load.threadNanos() - cpu) / 1e6 / (each * BATCH));
    }

    List<Claim> claims(Measurements measured) {
        return List.of(Claim.atLeast(
                10, "unchanged articles a second, to new ones", measured.ratio(RATE, ROW, UNCHANGED, NEW)));
    }
}
