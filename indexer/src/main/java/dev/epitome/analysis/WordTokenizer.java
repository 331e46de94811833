package dev.epitome.analysis;

import dev.epitome.analysis.TextWord.Part;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/** The words of a text as Lucene reads them: the loose form, then the exact one where it differs, then the parts. */
final class WordTokenizer extends Tokenizer {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);

    private final Stems stems = new Stems();
    private List<TextWord> words = List.of();
    private int length;

    /** The next word, and which of its terms comes next: 0 is the loose one, 1 the exact one, then the parts. */
    private int word;

    private int place;

    /** Where the last term stood and where the next word stands, counted from the beginning of the text. */
    private int position;

    private int nextPosition;

    @Override
    public void reset() throws IOException {
        super.reset();
        StringWriter text = new StringWriter();
        input.transferTo(text);
        length = text.getBuffer().length();
        words = TextAnalysis.words(text.toString(), stems);
        word = 0;
        place = 0;
        position = -1;
        nextPosition = 0;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        while (word < words.size()) {
            TextWord current = words.get(word);
            int term = place++;
            if (term == 0) {
                return emit(current.loose(), ArticleAnalyzer.LOOSE, current.start(), current.end(), 0);
            }
            if (term == 1 && !current.exact().equals(current.loose())) {
                return emit(current.exact(), ArticleAnalyzer.EXACT, current.start(), current.end(), 0);
            }
            if (term > 1 && term - 2 < current.parts().size()) {
                Part part = current.parts().get(term - 2);
                return emit(part.term(), ArticleAnalyzer.PART, part.start(), part.end(), part.position());
            }
            if (term > 1) {
                nextPosition += current.positions();
                place = 0;
                word++;
            }
        }
        return false;
    }

    private boolean emit(String text, String kind, int start, int end, int positionInWord) {
        term.append(text);
        type.setType(kind);
        offset.setOffset(correctOffset(start), correctOffset(end));
        increment.setPositionIncrement(nextPosition + positionInWord - position);
        position = nextPosition + positionInWord;
        return true;
    }

    @Override
    public void end() throws IOException {
        super.end();
        offset.setOffset(correctOffset(length), correctOffset(length));
        increment.setPositionIncrement(nextPosition - position - 1);
    }
}
