package dev.epitome.lucene;

import dev.epitome.lucene.Budget.OutOfTime;
import dev.epitome.search.Hit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/** Which words of a relaxed query its hits have. Each word is looked up once, for all hits of a page. */
final class WordsOfHits {

    /**
     * Words that stand side by side in a query, and may stand as one in an article.
     *
     * @param typed each of them
     * @param all what an article has that has them all, be it as one
     * @param each what an article has that has the one of that place
     */
    record Run(List<String> typed, Plan all, List<Plan> each) {
        Run {
            typed = List.copyOf(typed);
            each = List.copyOf(each);
        }
    }

    private final BudgetedSearcher searcher;
    private final List<ScoreDoc> hits;

    private WordsOfHits(BudgetedSearcher searcher, List<ScoreDoc> hits) {
        this.searcher = searcher;
        this.hits = hits;
    }

    /**
     * For each of the hits, in their order; of no use, and empty, where all hits have all words. Empty as well where
     * there is no time left.
     *
     * @param before how many hits come before the first of them
     */
    static List<Optional<Hit.Words>> of(
            BudgetedSearcher searcher, Understanding query, Found found, List<ScoreDoc> hits, int before)
            throws IOException {
        List<Optional<Hit.Words>> none = Collections.nCopies(hits.size(), Optional.empty());
        if (found.allWords().isEmpty() || hits.isEmpty()) {
            return none;
        }
        try {
            return new WordsOfHits(searcher, hits).of(query, found.allWords().getAsLong(), before);
        } catch (OutOfTime e) {
            return none;
        }
    }

    private List<Optional<Hit.Words>> of(Understanding query, long allWords, int before) throws IOException {
        List<List<String>> has = new ArrayList<>();
        List<List<String>> lacks = new ArrayList<>();
        hits.forEach(hit -> {
            has.add(new ArrayList<>());
            lacks.add(new ArrayList<>());
        });
        for (Run run : query.runs()) {
            BitSet all = having(run.all());
            for (int i = 0; i < run.typed().size(); i++) {
                BitSet one = run.each().size() == 1 ? all : having(run.each().get(i));
                for (int hit = 0; hit < hits.size(); hit++) {
                    boolean there = before + hit < allWords || all.get(hit) || one.get(hit);
                    (there ? has : lacks).get(hit).add(run.typed().get(i));
                }
            }
        }
        List<Optional<Hit.Words>> words = new ArrayList<>();
        for (int hit = 0; hit < hits.size(); hit++) {
            words.add(Optional.of(new Hit.Words(has.get(hit), lacks.get(hit))));
        }
        return words;
    }

    /** The places, among the hits, of those that match. */
    private BitSet having(Plan plan) throws IOException {
        searcher.budget().require();
        BitSet having = new BitSet();
        Weight weight = searcher.createWeight(searcher.rewrite(plan.query()), ScoreMode.COMPLETE_NO_SCORES, 1);
        int[] ascending = IntStream.range(0, hits.size())
                .boxed()
                .sorted(Comparator.comparingInt(place -> hits.get(place).doc))
                .mapToInt(Integer::intValue)
                .toArray();
        int next = 0;
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            int end = segment.docBase + segment.reader().maxDoc();
            Scorer scorer =
                    next < ascending.length && hits.get(ascending[next]).doc < end ? weight.scorer(segment) : null;
            DocIdSetIterator matches = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
            for (; next < ascending.length && hits.get(ascending[next]).doc < end; next++) {
                int document = hits.get(ascending[next]).doc - segment.docBase;
                if (matches.docID() < document) {
                    matches.advance(document);
                }
                having.set(ascending[next], matches.docID() == document);
            }
        }
        return having;
    }
}
