package dev.epitome.analysis;

import org.jspecify.annotations.Nullable;

/**
 * A text in its plainest spelling, as far as that can be said character by character, with the way back to the text as
 * written. Capitals are kept, since they distinguish names from prose; {@link #lower} does without them.
 */
final class FoldedText {

    /** Stands before the first and after the last character. */
    static final char NONE = 0;

    private final char[] chars;
    private final int length;

    /** Where the written form of each character begins and ends. None for ASCII, where both texts are the same. */
    private final int @Nullable [] starts;

    private final int @Nullable [] ends;

    FoldedText(char[] chars, int length, int @Nullable [] starts, int @Nullable [] ends) {
        this.chars = chars;
        this.length = length;
        this.starts = starts;
        this.ends = ends;
    }

    static FoldedText of(String text) {
        return isAscii(text) ? new FoldedText(text.toCharArray(), text.length(), null, null) : new Folding(text).fold();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    int length() {
        return length;
    }

    char at(int index) {
        return index >= 0 && index < length ? chars[index] : NONE;
    }

    int codePointAt(int index) {
        return index >= 0 && index < length ? Character.codePointAt(chars, index, length) : NONE;
    }

    CharacterKind kindAt(int index) {
        return CharacterKind.of(codePointAt(index));
    }

    /** Where the character begins in the text as written. */
    int start(int index) {
        return starts == null ? index : starts[index];
    }

    /** Where a range that ends before this index ends in the text as written. */
    int end(int index) {
        return ends == null ? index : ends[index - 1];
    }

    /** A range without capitals. */
    String lower(int from, int to) {
        char[] lower = new char[to - from];
        for (int i = from; i < to; i++) {
            lower[i - from] = lower(chars[i]);
        }
        return new String(lower);
    }

    private static char lower(char character) {
        if (character < 0x80) {
            return character >= 'A' && character <= 'Z' ? (char) (character + 32) : character;
        }
        return Character.toLowerCase(Character.toUpperCase(character));
    }

    boolean lettersOnly(int from, int to) {
        for (int i = from; i < to; i++) {
            if (chars[i] < 0x80 ? !isAsciiLetter(chars[i]) : CharacterKind.of(codePointAt(i)) == CharacterKind.DIGIT) {
                return false;
            }
        }
        return to > from;
    }

    boolean asciiLettersOnly(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isAsciiLetter(chars[i])) {
                return false;
            }
        }
        return to > from;
    }

    boolean hasLetter(int from, int to) {
        for (int i = from; i < to; i++) {
            if (CharacterKind.of(codePointAt(i)) == CharacterKind.LETTER) {
                return true;
            }
        }
        return false;
    }

    boolean isUpper(int index) {
        return at(index) >= 'A' && at(index) <= 'Z';
    }

    static boolean isAsciiLetter(char character) {
        char lower = (char) (character | 0x20);
        return lower >= 'a' && lower <= 'z';
    }
}
