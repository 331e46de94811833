package dev.epitome.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * The one analyzer, for all text of an article and for queries: words by the rules of Unicode (UAX #29), in lower case,
 * without accents, however those are written. Thread-safe, as every Lucene analyzer is.
 */
public final class ArticleAnalyzer extends Analyzer {

    /** Names the rules. An index made under one name cannot be searched under another: change it with the rules. */
    public static final String FINGERPRINT = "unicode-words-1";

    /** Keeps phrases from matching across two authors or two tags. */
    private static final int GAP_BETWEEN_VALUES = 100;

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        StandardTokenizer words = new StandardTokenizer();
        return new TokenStreamComponents(words, normalize(fieldName, words));
    }

    @Override
    protected TokenStream normalize(String fieldName, TokenStream in) {
        return new ASCIIFoldingFilter(new LowerCaseFilter(new ComposingFilter(in)));
    }

    @Override
    public int getPositionIncrementGap(String fieldName) {
        return GAP_BETWEEN_VALUES;
    }
}
