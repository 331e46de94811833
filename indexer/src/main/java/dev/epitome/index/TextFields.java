package dev.epitome.index;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.analysis.TextWord;
import dev.epitome.article.Article;
import dev.epitome.ranking.RankingProfile.FieldWeights;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/** The searched fields of one article. Each text is analysed once, for all of them. */
final class TextFields {

    /** With norms, which hold the weighted length of the article. */
    private static final FieldType SCORED = type(IndexOptions.DOCS_AND_FREQS, false);

    private static final FieldType PLACED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);

    private final FieldWeights weights;
    private final WeightedTerms exact = new WeightedTerms();
    private final WeightedTerms loose = new WeightedTerms();
    private final List<Field> fields = new ArrayList<>();

    TextFields(FieldWeights weights) {
        this.weights = weights;
    }

    List<Field> of(Article article) {
        addText(IndexFields.TITLE, List.of(article.title()), weights.title());
        addText(IndexFields.TAGS, article.tags(), weights.tags());
        addText(IndexFields.SUMMARY, List.of(article.summary()), weights.summary());
        addNames(IndexFields.AUTHORS, article.authors());
        addNames(IndexFields.SOURCE, article.source().stream().toList());
        fields.add(new Field(IndexFields.EXACT, exact, SCORED));
        fields.add(new Field(IndexFields.LOOSE, loose, SCORED));
        return fields;
    }

    private void addText(String field, List<String> texts, int weight) {
        for (TextWord word : place(field, texts)) {
            count(word, weight);
            // What hyphens join are words of their own; other compounds only have parts.
            int ofParts = word.positions() > 1 ? weight : weight / 2;
            word.parts().forEach(part -> loose.add(part.term(), ofParts));
        }
    }

    /** Names count whole: the parts of ByteByteGo say nothing about what it publishes. */
    private void addNames(String field, List<String> names) {
        place(field, names).forEach(word -> count(word, weights.names()));
    }

    private void count(TextWord word, int weight) {
        exact.add(word.exact(), weight);
        loose.add(word.loose(), weight);
    }

    private List<TextWord> place(String field, List<String> texts) {
        PlacedTerms placed = new PlacedTerms();
        List<TextWord> all = new ArrayList<>();
        for (String text : texts) {
            List<TextWord> words = TextAnalysis.words(text);
            placed.add(words);
            all.addAll(words);
        }
        fields.add(new Field(field, placed, PLACED));
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
}
