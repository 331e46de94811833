package dev.epitome.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;

/**
 * The one analyzer, for all text of an article and for queries: the words of {@link TextAnalysis} as a stream of terms.
 * The type of each tells how it came from its word. Thread-safe, as every Lucene analyzer is.
 */
public final class ArticleAnalyzer extends Analyzer {

    /** Names the rules. An index made under one name cannot be searched under another: change it with the rules. */
    public static final String FINGERPRINT = "technical-2-" + Names.FINGERPRINT + "-" + KnownStems.FINGERPRINT;

    /** The type of {@link TextWord#loose()}, which stands for the exact form as well where both are the same. */
    public static final String LOOSE = "loose";

    /** The type of {@link TextWord#exact()} where it differs from the loose form. */
    public static final String EXACT = "exact";

    /** The type of {@link TextWord#parts()}. */
    public static final String PART = "part";

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        return new TokenStreamComponents(new WordTokenizer());
    }

    @Override
    protected TokenStream normalize(String fieldName, TokenStream in) {
        return new FoldingFilter(in);
    }

    @Override
    public int getPositionIncrementGap(String fieldName) {
        return TextAnalysis.GAP_BETWEEN_VALUES;
    }
}
