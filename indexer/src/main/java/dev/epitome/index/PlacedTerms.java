package dev.epitome.index;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.analysis.TextWord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** The terms of one text, or of several, each at its position: for phrases, and for searches in one field only. */
final class PlacedTerms extends TokenStream {

    private record Placed(String term, int position) {}

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final List<Placed> terms = new ArrayList<>();
    private int end;
    private int next;

    void add(List<TextWord> words) {
        int first = terms.size();
        int position = end == 0 ? 0 : end + TextAnalysis.GAP_BETWEEN_VALUES;
        for (TextWord word : words) {
            terms.add(new Placed(word.loose(), position));
            if (!word.exact().equals(word.loose())) {
                terms.add(new Placed(word.exact(), position));
            }
            for (TextWord.Part part : word.parts()) {
                terms.add(new Placed(part.term(), position + part.position()));
            }
            position += word.positions();
        }
        end = position;
        // Parts may lie side by side with those before them, never in front of another word.
        terms.subList(first, terms.size()).sort(Comparator.comparingInt(Placed::position));
    }

    @Override
    public void reset() {
        next = 0;
    }

    @Override
    public boolean incrementToken() {
        if (next == terms.size()) {
            return false;
        }
        clearAttributes();
        Placed placed = terms.get(next);
        term.append(placed.term());
        increment.setPositionIncrement(
                placed.position() - (next == 0 ? -1 : terms.get(next - 1).position()));
        next++;
        return true;
    }
}
