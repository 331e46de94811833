package dev.epitome.analysis;

import dev.epitome.article.CleanText;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** Text to words, the one analysis for all text of articles and for queries. */
public final class TextAnalysis {

    /** So many positions lie between two values of a field, that no phrase matches across two authors or two tags. */
    public static final int GAP_BETWEEN_VALUES = 100;

    /** Names the rules. An index made under one name cannot be searched under another: change it with the rules. */
    public static final String FINGERPRINT = "technical-3-" + KnownWords.FINGERPRINT;

    private TextAnalysis() {}

    /** The words of any text, in order. Takes time in proportion to the text and never fails. */
    public static List<TextWord> words(String text) {
        return new WordScanner(FoldedText.of(CleanText.quiet(text)), new Stems()).words();
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

    /** Whether it is one sign of a script whose words do not stand apart, or are written with their particles. */
    public static boolean isSign(TextWord word) {
        return CharacterKind.of(word.exact().codePointAt(0)) == CharacterKind.SIGN;
    }

    /** How filters see a value: clean, in lower case, without accents, so that {@code bytebytego} is ByteByteGo. */
    public static String filterKey(String value) {
        Objects.requireNonNull(value, "value");
        // Accents go first: some letters have no lower case but one with yet another accent, such as the Turkish İ.
        char[] composed = Normalizer.normalize(CleanText.of(value), Form.NFC).toCharArray();
        char[] folded = new char[4 * composed.length];
        int length = ASCIIFoldingFilter.foldToASCII(composed, 0, folded, 0, composed.length);
        return new String(folded, 0, length).toLowerCase(Locale.ROOT);
    }
}
