package dev.epitome.lucene;

import dev.epitome.query.Typing;
import dev.epitome.query.Typing.Place;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TermsEnum.SeekStatus;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
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

    private final IndexSearcher searcher;
    private final Optional<Weight> among;
    private final Map<LeafReaderContext, Optional<BitSet>> matching = new HashMap<>();

    /** @param among which articles count; empty for all */
    TermCounts(IndexSearcher searcher, Optional<Query> among) throws IOException {
        this.searcher = searcher;
        this.among = among.isEmpty()
                ? Optional.empty()
                : Optional.of(searcher.createWeight(searcher.rewrite(among.get()), ScoreMode.COMPLETE_NO_SCORES, 1));
    }

    /** Whether what is counted is what a query finds that asks for one more word. */
    boolean prove(Typing typing) {
        return among.isPresent() && typing.place() instanceof Place.Anywhere && !typing.quoted() && !typing.negated();
    }

    /** The terms that begin so, as far as any article has them: those of most articles first. */
    List<Entry<String, Integer>> beginning(String field, String beginning, int most) throws IOException {
        return counted(field, beginning, term -> true, most);
    }

    /** The terms of a kind. */
    List<Entry<String, Integer>> all(String field, Predicate<String> kind, int most) throws IOException {
        return counted(field, "", kind, most);
    }

    private List<Entry<String, Integer>> counted(String field, String beginning, Predicate<String> kind, int most)
            throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
        for (LeafReaderContext segment : segments) {
            Terms terms = segment.reader().terms(field);
            if (terms == null) {
                continue;
            }
            Optional<BitSet> matching = matching(segment);
            if (among.isEmpty() || matching.isPresent()) {
                new Walk(terms.iterator(), new BytesRef(beginning), kind, matching, counts)
                        .run(MOST_TERMS / segments.size(), MOST_STEPS / segments.size());
            }
        }
        return counts.entrySet().stream()
                .sorted(Comparator.comparingInt((Entry<String, Integer> term) -> -term.getValue())
                        .thenComparing(Entry::getKey))
                .limit(most)
                .toList();
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
        private int steps;

        Walk(
                TermsEnum terms,
                BytesRef beginning,
                Predicate<String> kind,
                Optional<BitSet> matching,
                Map<String, Integer> counts) {
            this.terms = terms;
            this.beginning = beginning;
            this.kind = kind;
            this.matching = matching;
            this.counts = counts;
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
