package dev.epitome.analysis;

import java.util.List;

/** Text to words. */
public final class TextAnalysis {

    private TextAnalysis() {}

    /**
     * The words of any text, in order; a query's word is read as an article's. Takes time in proportion to the text and
     * never fails.
     */
    public static List<TextWord> words(String text) {
        return words(text, new Stems());
    }

    static List<TextWord> words(String text, Stems stems) {
        return new WordScanner(FoldedText.of(text), stems).words();
    }
}
