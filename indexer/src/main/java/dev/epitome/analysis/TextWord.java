package dev.epitome.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * One word of a text as written.
 *
 * @param start where it begins in the text, in UTF-16 units; punctuation that does not belong to it is left out
 * @param end where it ends, exclusive
 * @param exact the word itself, folded: without regard to case, accents and width, with the punctuation that belongs to
 *     it
 * @param loose the term under which looser spellings meet: the stem of prose, the singular of an acronym, a compound
 *     without its separators. Equals {@code exact} for names
 * @param positions how many positions it takes, at least one: the next word begins that many after this one
 * @param parts the pieces by which it is found as well, in order; empty for simple words
 */
public record TextWord(int start, int end, String exact, String loose, int positions, List<Part> parts) {

    /** No term is longer, in UTF-16 units. */
    public static final int MAX_TERM = 255;

    /** No word has more parts. */
    public static final int MAX_PARTS = 32;

    public TextWord {
        parts = List.copyOf(parts);
    }

    static TextWord simple(int start, int end, String exact, String loose) {
        return new TextWord(start, end, exact, loose, 1, List.of());
    }

    /** The same word, so many UTF-16 units further on. */
    TextWord movedBy(int units) {
        List<Part> moved = new ArrayList<>(parts.size());
        for (Part part : parts) {
            moved.add(new Part(part.term, part.start + units, part.end + units, part.position));
        }
        return new TextWord(start + units, end + units, exact, loose, positions, moved);
    }

    /**
     * A piece of a word.
     *
     * @param term of the same kind as {@link TextWord#loose()}
     * @param start where the piece begins in the text, in UTF-16 units
     * @param end where it ends, exclusive
     * @param position counted from that of the word
     */
    public record Part(String term, int start, int end, int position) {
        Part at(int other) {
            return new Part(term, start, end, other);
        }
    }
}
