package dev.epitome.analysis;

import java.util.List;

/** Text to words, the one analysis for all text of articles and for queries. */
public final class TextAnalysis {

    /** Names the rules. An index made under one name cannot be searched under another: change it with the rules. */
    public static final String FINGERPRINT = "technical-2-" + KnownWords.FINGERPRINT;

    private TextAnalysis() {}

    /** The words of any text, in order. Takes time in proportion to the text and never fails. */
    public static List<TextWord> words(String text) {
        return new WordScanner(FoldedText.of(text)).words();
    }

    /** A term that comes from elsewhere than a text, such as the prefix of a word, folded as words are. */
    public static String folded(String term) {
        FoldedText folded = FoldedText.of(term);
        return folded.lower(0, folded.length());
    }

    /** Whether it is a name or an acronym of the field, or the plural of one. */
    public static boolean isListedName(TextWord word) {
        return KnownWords.isName(word.loose());
    }
}
