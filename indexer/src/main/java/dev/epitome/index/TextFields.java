package dev.epitome.index;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.analysis.TextWord;
import dev.epitome.analysis.WordReader;
import dev.epitome.article.Article;
import dev.epitome.index.SearchedField.Words;
import dev.epitome.ranking.RankingProfile.FieldWeights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.jspecify.annotations.Nullable;

/** The fields of one article that are searched word by word. Each text is analysed once, for all of them. */
final class TextFields {

    /** With norms, which hold the weighted length of the article. */
    private static final FieldType SCORED = type(IndexOptions.DOCS_AND_FREQS, false);

    private static final FieldType POSITIONED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);

    private final FieldWeights weights;
    private final WordReader reader;
    private final WeightedTerms exact = new WeightedTerms();
    private final WeightedTerms loose = new WeightedTerms();
    private final List<Field> fields = new ArrayList<>();

    TextFields(FieldWeights weights, WordReader reader) {
        this.weights = weights;
        this.reader = reader;
    }

    List<Field> of(Article article) {
        for (SearchedField field : SearchedField.values()) {
            field.asWords().ifPresent(words -> add(words, field.of(article)));
        }
        fields.add(new Field(IndexFields.EXACT, exact, SCORED));
        fields.add(new Field(IndexFields.LOOSE, loose, SCORED));
        return fields;
    }

    private void add(Words field, List<String> texts) {
        int weight = field.weight().applyAsInt(weights);
        for (TextWord word : addPositions(field.name(), texts)) {
            exact.add(word.exact(), weight);
            loose.add(word.loose(), weight);
            if (field.withParts()) {
                // What hyphens join are words of their own; other compounds only have parts.
                int ofParts = word.positions() > 1 ? weight : weight / 2;
                word.parts().forEach(part -> loose.add(part.term(), ofParts));
            }
        }
    }

    private List<TextWord> addPositions(String field, List<String> texts) {
        PositionedTerms positioned = new PositionedTerms();
        List<TextWord> all = new ArrayList<>();
        for (String text : texts) {
            List<TextWord> words = reader.words(text);
            positioned.add(words);
            all.addAll(words);
        }
        fields.add(new Field(field, positioned, POSITIONED));
        return all;
    }

    private static FieldType type(IndexOptions options, boolean omitNorms) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(true);
        type.setOmitNorms(omitNorms);
        type.freeze();
        return type;
    }

    /** The terms of the texts of one field, each at its position: for phrases, and for searches in that field only. */
    private static final class PositionedTerms extends TokenStream {

        private record Positioned(String term, int position) {}

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private final List<Positioned> terms = new ArrayList<>();
        private int end;
        private int next;

        void add(List<TextWord> words) {
            int first = terms.size();
            int position = end == 0 ? 0 : end + TextAnalysis.GAP_BETWEEN_VALUES;
            for (TextWord word : words) {
                terms.add(new Positioned(word.loose(), position));
                if (!word.exact().equals(word.loose())) {
                    terms.add(new Positioned(word.exact(), position));
                }
                for (TextWord.Part part : word.parts()) {
                    terms.add(new Positioned(part.term(), position + part.position()));
                }
                position += word.positions();
            }
            end = position;
            // Parts may lie side by side with those before them, never in front of another word.
            terms.subList(first, terms.size()).sort(Comparator.comparingInt(Positioned::position));
        }

        @Override
        public void reset() {
            next = 0;
        }

        @Override
        public boolean incrementToken() {
            if (next == terms.size()) {
                return false;
            }
            clearAttributes();
            Positioned current = terms.get(next);
            term.append(current.term());
            increment.setPositionIncrement(
                    current.position() - (next == 0 ? -1 : terms.get(next - 1).position()));
            next++;
            return true;
        }
    }

    /**
     * The terms of a whole article, each with the sum of the weights of its occurrences as its frequency. One field so
     * made gives the scores of BM25F at the cost of a search in one field, and Lucene can pass over what cannot win.
     */
    private static final class WeightedTerms extends TokenStream {

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
}
