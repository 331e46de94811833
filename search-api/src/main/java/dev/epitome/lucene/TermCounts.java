package dev.epitome.lucene;

import dev.epitome.index.IndexFields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TermsEnum.SeekStatus;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * In how many articles terms stand, among those that match a query. Those are found once; the walk through terms is
 * bounded: of an index with more terms that begin so, or more places of them, only the first in the order of the
 * alphabet are counted. For one request.
 */
final class TermCounts {

    /** Of one walk, over all segments. A million a second or more are walked where there is nothing to count among. */
    static final int MOST_TERMS = 100_000;

    /** Articles that are looked at in one walk, to tell whether they match. */
    private static final int MOST_STEPS = 2_000_000;

    /** Of more terms nobody asks how many articles have them at all. */
    private static final int RANKED = 200;

    private final BudgetedSearcher searcher;
    private final Optional<Weight> among;
    private final Map<LeafReaderContext, Optional<BitSet>> matching = new HashMap<>();

    /**
     * In how many articles a term stands.
     *
     * @param articles of those that count
     * @param everywhere of all
     */
    record Counted(String term, int articles, int everywhere) {

        /** Among equals, those that more articles have at all; then in the order of the alphabet. */
        static final Comparator<Counted> MOST_FIRST = Comparator.comparingInt((Counted term) -> -term.articles())
                .thenComparingInt(term -> -term.everywhere())
                .thenComparing(Counted::term);
    }

    /** @param among which articles count; empty for all */
    TermCounts(BudgetedSearcher searcher, Optional<Query> among) throws IOException {
        this.searcher = searcher;
        this.among = among.isEmpty()
                ? Optional.empty()
                : Optional.of(searcher.createWeight(searcher.rewrite(among.get()), ScoreMode.COMPLETE_NO_SCORES, 1));
    }

    /** Whether only some articles count. */
    boolean areOfSome() {
        return among.isPresent();
    }

    /** The terms that begin so, as far as any article has them: those of most articles first. */
    List<Counted> beginning(String field, String beginning, int most) throws IOException {
        return counted(field, beginning, term -> true).limit(most).toList();
    }

    /** Of these terms, those that are words of articles as well, and not only what words have in common. */
    List<Counted> wordsBeginning(String field, String beginning, int most) throws IOException {
        return counted(field, beginning, term -> true)
                .filter(term -> isWord(term.term()))
                .limit(most)
                .toList();
    }

    /** The terms of a kind. */
    List<Counted> all(String field, Predicate<String> kind, int most) throws IOException {
        return counted(field, "", kind).limit(most).toList();
    }

    private boolean isWord(String term) {
        return articles(IndexFields.EXACT, term) > 0;
    }

    private int articles(String field, Entry<String, Integer> counted) {
        return among.isEmpty() ? counted.getValue() : articles(field, counted.getKey());
    }

    private int articles(String field, String term) {
        try {
            return searcher.getIndexReader().docFreq(new Term(field, term));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<Counted> counted(String field, String beginning, Predicate<String> kind) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
        for (LeafReaderContext segment : segments) {
            Terms terms = segment.reader().terms(field);
            if (terms == null) {
                continue;
            }
            Optional<BitSet> matching = matching(segment);
            if (among.isEmpty() || matching.isPresent()) {
                new Walk(terms.iterator(), new BytesRef(beginning), kind, matching, counts, searcher.budget())
                        .run(MOST_TERMS / segments.size(), MOST_STEPS / segments.size());
            }
        }
        return counts.entrySet().stream()
                .sorted(Comparator.comparingInt((Entry<String, Integer> term) -> -term.getValue())
                        .thenComparing(Entry::getKey))
                .limit(RANKED)
                .map(term -> new Counted(term.getKey(), term.getValue(), articles(field, term)))
                .sorted(Counted.MOST_FIRST);
    }

    private Optional<BitSet> matching(LeafReaderContext segment) throws IOException {
        Optional<BitSet> known = matching.get(segment);
        if (known == null) {
            known = match(segment);
            matching.put(segment, known);
        }
        return known;
    }

    private Optional<BitSet> match(LeafReaderContext segment) throws IOException {
        Scorer scorer = among.isEmpty() ? null : among.get().scorer(segment);
        return scorer == null
                ? Optional.empty()
                : Optional.of(BitSet.of(scorer.iterator(), segment.reader().maxDoc()));
    }

    /** Through the terms of one segment. */
    private static final class Walk {

        private final TermsEnum terms;
        private final BytesRef beginning;
        private final Predicate<String> kind;
        private final Optional<BitSet> matching;
        private final Map<String, Integer> counts;
        private final Budget budget;
        private int steps;

        Walk(
                TermsEnum terms,
                BytesRef beginning,
                Predicate<String> kind,
                Optional<BitSet> matching,
                Map<String, Integer> counts,
                Budget budget) {
            this.terms = terms;
            this.beginning = beginning;
            this.kind = kind;
            this.matching = matching;
            this.counts = counts;
            this.budget = budget;
        }

        void run(int mostTerms, int mostSteps) throws IOException {
            if (terms.seekCeil(beginning) == SeekStatus.END) {
                return;
            }
            BytesRef term = terms.term();
            for (int walked = 0; term != null && walked < mostTerms && steps < mostSteps; walked++) {
                if (!StringHelper.startsWith(term, beginning)) {
                    return;
                }
                budget.take(1);
                String text = term.utf8ToString();
                if (kind.test(text)) {
                    int with = articles();
                    if (with > 0) {
                        counts.merge(text, with, Integer::sum);
                    }
                }
                term = terms.next();
            }
        }

        private int articles() throws IOException {
            if (matching.isEmpty()) {
                return terms.docFreq();
            }
            BitSet among = matching.get();
            PostingsEnum articles = terms.postings(null, PostingsEnum.NONE);
            int with = 0;
            int article = articles.nextDoc();
            while (article != DocIdSetIterator.NO_MORE_DOCS) {
                steps++;
                budget.take(1);
                int next = among.nextSetBit(article);
                if (next == article) {
                    with++;
                }
                if (next == DocIdSetIterator.NO_MORE_DOCS) {
                    return with;
                }
                article = next == article ? articles.nextDoc() : articles.advance(next);
            }
            return with;
        }
    }
}
