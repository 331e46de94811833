package dev.epitome.analysis;

import java.util.Arrays;

/** What a character is to a word of prose, as bits. */
final class Sign {
    static final int SMALL = 1;
    static final int CAPITAL = 2;
    static final int DIGIT = 4;

    /** May stand before a word without belonging to it. */
    static final int BEFORE = 8;

    /** May stand after one. */
    static final int AFTER = 16;

    /** Every other sign of ASCII. */
    static final int OTHER = 64;

    /** Not ASCII. */
    static final int BEYOND = 32;

    static final int LETTER = SMALL | CAPITAL;
    static final int OF_WORD = LETTER | DIGIT;
    private static final byte[] SIGNS = new byte[0x80];

    static {
        Arrays.fill(SIGNS, (byte) OTHER);
        Arrays.fill(SIGNS, '0', '9' + 1, (byte) DIGIT);
        Arrays.fill(SIGNS, 'A', 'Z' + 1, (byte) CAPITAL);
        Arrays.fill(SIGNS, 'a', 'z' + 1, (byte) SMALL);
        "([{\"".chars().forEach(c -> SIGNS[c] |= BEFORE);
        ".,;:!?)]}\"".chars().forEach(c -> SIGNS[c] |= AFTER);
    }

    private Sign() {}

    static int of(char character) {
        return character < 0x80 ? SIGNS[character] : BEYOND;
    }
}
