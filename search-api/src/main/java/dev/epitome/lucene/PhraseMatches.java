package dev.epitome.lucene;

import dev.epitome.engine.Budget.OutOfTime;
import dev.epitome.engine.Plan.Lookup;
import dev.epitome.engine.TermField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.ArrayUtil;

/**
 * Which articles have a phrase, where that costs little to find out: told once for all who ask any commit with the same
 * segment. For one request.
 */
final class PhraseMatches {

    /** A phrase whose rarest word is in more articles is not gone through for that. */
    private static final int MOST_CANDIDATES = 20_000;

    private final BudgetedSearcher searcher;
    private final CommitTerms terms;
    private final Map<Lookup.Phrase, Weight> weights = new HashMap<>();

    PhraseMatches(BudgetedSearcher searcher, CommitTerms terms) {
        this.searcher = searcher;
        this.terms = terms;
    }

    /** The documents of a segment, in their order; empty where many articles may have it, or there is no time. */
    Optional<int[]> of(Lookup.Phrase phrase, Query query, LeafReaderContext segment) {
        long candidates = candidates(phrase);
        if (candidates == 0 || candidates > MOST_CANDIDATES) {
            return candidates == 0 ? Optional.of(new int[0]) : Optional.empty();
        }
        try {
            return Optional.of(terms.matching(phrase, segment, any -> all(phrase, query, segment)));
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

    private int[] all(Lookup.Phrase phrase, Query query, LeafReaderContext segment) {
        int[] documents = new int[16];
        int count = 0;
        try {
            Scorer scorer = weight(phrase, query).scorer(segment);
            DocIdSetIterator matches = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
            for (int document = matches.nextDoc();
                    document != DocIdSetIterator.NO_MORE_DOCS;
                    document = matches.nextDoc()) {
                searcher.budget().take(1);
                documents = ArrayUtil.grow(documents, count + 1);
                documents[count++] = document;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Arrays.copyOf(documents, count);
    }

    private Weight weight(Lookup.Phrase phrase, Query query) throws IOException {
        Weight weight = weights.get(phrase);
        if (weight == null) {
            weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
            weights.put(phrase, weight);
        }
        return weight;
    }
}
