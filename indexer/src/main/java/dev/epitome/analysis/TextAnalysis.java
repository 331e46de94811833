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

    /** Whether it is a name or an acronym of the field, or the plural of one. */
    public static boolean isListedName(TextWord word) {
        return Names.contain(word.loose());
    }

    static List<TextWord> words(String text, Stems stems) {
        return new WordScanner(FoldedText.of(text), stems).words();
    }
}
