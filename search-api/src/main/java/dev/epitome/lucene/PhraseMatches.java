package dev.epitome.lucene;

import dev.epitome.engine.Budget.OutOfTime;
import dev.epitome.engine.Plan.Lookup;
import dev.epitome.engine.TermField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.ArrayUtil;

/** Which articles have a phrase, where that costs little to find out: told once for all who ask the same commit. */
final class PhraseMatches {

    /** A phrase whose rarest word is in more articles is not gone through for that. */
    private static final int MOST_CANDIDATES = 20_000;

    private final BudgetedSearcher searcher;
    private final CommitTerms terms;

    PhraseMatches(BudgetedSearcher searcher, CommitTerms terms) {
        this.searcher = searcher;
        this.terms = terms;
    }

    /** The documents, in their order; empty where many may have it, or there is no time. */
    Optional<int[]> of(Lookup.Phrase phrase, Query query) {
        long candidates = candidates(phrase);
        if (candidates == 0 || candidates > MOST_CANDIDATES) {
            return candidates == 0 ? Optional.of(new int[0]) : Optional.empty();
        }
        try {
            return Optional.of(terms.matching(phrase, any -> all(query)));
        } catch (OutOfTime e) {
            return Optional.empty();
        }
    }

    /** No more articles have it. */
    private long candidates(Lookup.Phrase phrase) {
        TermField field = new TermField.Words(phrase.field());
        return phrase.slots().stream()
                .mapToLong(slot -> slot.terms().stream()
                        .mapToLong(
                                term -> terms.of(PlanCompiler.term(field, term)).docFreq())
                        .sum())
                .min()
                .orElse(0);
    }

    private int[] all(Query query) {
        int[] documents = new int[16];
        int count = 0;
        try {
            Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
            for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
                Scorer scorer = weight.scorer(segment);
                DocIdSetIterator matches = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
                for (int document = matches.nextDoc();
                        document != DocIdSetIterator.NO_MORE_DOCS;
                        document = matches.nextDoc()) {
                    searcher.budget().take(1);
                    documents = ArrayUtil.grow(documents, count + 1);
                    documents[count++] = segment.docBase + document;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Arrays.copyOf(documents, count);
    }
}
