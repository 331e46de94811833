package dev.epitome.index;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a whole article, each with the sum of the weights of its occurrences as its frequency. One field so made
 * gives the scores of BM25F at the cost of a search in one field, and Lucene can pass over what cannot win.
 */
final class WeightedTerms extends TokenStream {

    private static final class Count {
        private int sum;
    }

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final Map<String, Count> counts = new LinkedHashMap<>();
    private @Nullable Iterator<Map.Entry<String, Count>> next;

    void add(String word, int weight) {
        counts.computeIfAbsent(word, none -> new Count()).sum += weight;
    }

    @Override
    public void reset() {
        next = counts.entrySet().iterator();
    }

    @Override
    public boolean incrementToken() {
        if (next == null || !next.hasNext()) {
            return false;
        }
        clearAttributes();
        Map.Entry<String, Count> entry = next.next();
        term.append(entry.getKey());
        frequency.setTermFrequency(entry.getValue().sum);
        return true;
    }
}
