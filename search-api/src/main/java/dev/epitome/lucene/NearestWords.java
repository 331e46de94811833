package dev.epitome.lucene;

import dev.epitome.index.IndexFields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * Words of the index that are spelled nearly like others. What was looked for once is known from then on, so that
 * queries which share words may share one of these. For one request.
 */
final class NearestWords {

    private static final int SHORTEST_FOR_TWO_EDITS = 9;

    private final BudgetedSearcher searcher;
    private final Map<String, Optional<String>> known = new HashMap<>();

    NearestWords(BudgetedSearcher searcher) {
        this.searcher = searcher;
    }

    /** One edit away, or two where the word is long; empty where there is none. */
    Optional<String> to(String word) {
        return known.computeIfAbsent(
                word,
                none -> nearest(word, 1)
                        .or(() -> word.length() >= SHORTEST_FOR_TWO_EDITS ? nearest(word, 2) : Optional.empty()));
    }

    /** How many words have been looked for. */
    int looked() {
        return known.size();
    }

    /** Of the words so many edits away, the one in most articles. */
    private Optional<String> nearest(String word, int edits) {
        searcher.budget().require();
        try {
            Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), IndexFields.EXACT);
            if (terms == null) {
                return Optional.empty();
            }
            FuzzyTermsEnum near = new FuzzyTermsEnum(terms, new Term(IndexFields.EXACT, word), edits, 1, true);
            String best = null;
            int most = 0;
            for (BytesRef term = near.next(); term != null; term = near.next()) {
                String text = term.utf8ToString();
                if (near.docFreq() > most && text.chars().allMatch(Character::isLetter)) {
                    most = near.docFreq();
                    best = text;
                }
            }
            return Optional.ofNullable(best);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
