package dev.epitome.analysis;

import dev.epitome.article.CleanText;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** Text to words. */
public final class TextAnalysis {

    /** So many positions lie between two values of a field, that no phrase matches across two authors or two tags. */
    public static final int GAP_BETWEEN_VALUES = 100;

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

    /** What the exact form of a word begins with that begins so: folded as words are, and not taken apart. */
    public static String exactBeginning(String text) {
        Objects.requireNonNull(text, "text");
        try (ArticleAnalyzer analyzer = new ArticleAnalyzer()) {
            return analyzer.normalize("", text).utf8ToString();
        }
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

    static List<TextWord> words(String text, Stems stems) {
        return new WordScanner(FoldedText.of(text), stems).words();
    }
}
