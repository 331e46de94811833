package dev.epitome.analysis;

import java.io.IOException;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Joins a letter and the accents that follow it into one character (Unicode's form NFC). Text may come either way, and
 * looks the same; the filters after this one know the joined characters only.
 */
final class ComposingFilter extends TokenFilter {

    private static final char FIRST_ACCENT = '\u0300';

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    ComposingFilter(TokenStream in) {
        super(in);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (mayBeApart()) {
            String composed = Normalizer.normalize(term, Form.NFC);
            term.setEmpty().append(composed);
        }
        return true;
    }

    /** All below the first accent is in that form as it is, which spares most words the work. */
    private boolean mayBeApart() {
        for (int i = 0; i < term.length(); i++) {
            if (term.charAt(i) >= FIRST_ACCENT) {
                return true;
            }
        }
        return false;
    }
}
