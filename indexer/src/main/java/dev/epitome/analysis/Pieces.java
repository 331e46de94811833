package dev.epitome.analysis;

import java.util.Arrays;

/** Where the pieces of one compound are in a folded text: {@code CI/CD} has two. */
final class Pieces {

    private final FoldedText text;
    private int[] bounds = new int[16];
    private int count;

    Pieces(FoldedText text) {
        this.text = text;
    }

    void clear() {
        count = 0;
    }

    void add(int from, int to) {
        if (2 * count == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        bounds[2 * count] = from;
        bounds[2 * count + 1] = to;
        count++;
    }

    void removeLast() {
        count--;
    }

    int count() {
        return count;
    }

    int from(int piece) {
        return bounds[2 * piece];
    }

    int to(int piece) {
        return bounds[2 * piece + 1];
    }

    int length(int piece) {
        return to(piece) - from(piece);
    }

    String lower(int piece) {
        return text.lower(from(piece), to(piece));
    }

    /** Whether this separator, and no more, stands before the piece. */
    boolean joinedBy(char separator, int piece) {
        return piece > 0 && piece < count && from(piece) - to(piece - 1) == 1 && text.at(to(piece - 1)) == separator;
    }

    /** The first separator before a piece that is not the first. */
    char signBefore(int piece) {
        return text.at(to(piece - 1));
    }

    boolean hasLetter(int piece) {
        return text.hasLetter(from(piece), to(piece));
    }

    boolean lettersOnly(int piece) {
        return text.lettersOnly(from(piece), to(piece));
    }

    /** Digits meet here, which must not become one number. */
    boolean digitsMeetAt(int piece) {
        return Character.isDigit(text.at(to(piece - 1) - 1)) && Character.isDigit(text.at(from(piece)));
    }
}
