package dev.epitome.analysis;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Folds one text: accents are joined with their letters and then dropped from Latin ones, wide and narrow forms become
 * the usual ones, typographic apostrophes and hyphens those of the keyboard, and what cannot be seen vanishes.
 */
final class Folding {

    /** The marks of one letter beyond which the rest is passed over: ordering them takes more than linear time. */
    private static final int MAX_MARKS = 30;

    static final int JOINER = 0x200D;
    static final int KEYCAP = 0x20E3;

    private final String text;
    private char[] chars;
    private int[] starts;
    private int[] ends;
    private int length;

    private final char[] one = new char[1];
    private final char[] plain = new char[4];

    Folding(String text) {
        this.text = text;
        this.chars = new char[text.length() + 16];
        this.starts = new int[chars.length];
        this.ends = new int[chars.length];
    }

    FoldedText fold() {
        for (int i = 0; i < text.length(); ) {
            char character = text.charAt(i);
            if (character < 0x80 && (i + 1 == text.length() || text.charAt(i + 1) < 0x80)) {
                put(character, i, ++i);
            } else {
                i = foldLetter(i);
            }
        }
        return new FoldedText(chars, length, starts, ends);
    }

    /** Folds a letter with the marks that follow it; gives where the next begins. */
    private int foldLetter(int start) {
        int first = text.codePointAt(start);
        int next = start + Character.charCount(first);
        if (isInvisible(first)) {
            if (first == JOINER && joinsEmoji(next)) {
                put((char) JOINER, start, next);
            }
            return next;
        }
        if (isHyphen(first, next)) {
            put('-', start, next);
            return next;
        }
        int end = next;
        StringBuilder marks = new StringBuilder();
        for (int count = 0; next < text.length(); ) {
            int mark = text.codePointAt(next);
            boolean joins = !isVariation(mark) && joins(mark, first);
            if (!joins && !(isInvisible(mark) && mark != JOINER)) {
                break;
            }
            next += Character.charCount(mark);
            end = joins || isVariation(mark) ? next : end;
            if (joins && count++ < MAX_MARKS) {
                marks.appendCodePoint(mark);
            }
        }
        putFolded(first, marks, start, end);
        return next;
    }

    private void putFolded(int first, StringBuilder marks, int start, int end) {
        String joined = Character.toString(first);
        if (!marks.isEmpty() || mayHaveOtherForm(first)) {
            joined = Normalizer.normalize(joined + marks, form(first));
        }
        boolean keycap = isOnKeycaps(usual(joined.charAt(0)));
        for (int i = 0; i < joined.length(); i++) {
            char character = joined.charAt(i);
            if (!isAccent(character) || (keycap && character == KEYCAP)) {
                putPlain(character, start, end);
            }
        }
    }

    private void putPlain(char character, int start, int end) {
        char usual = usual(character);
        boolean ofNoLetter = usual >= 0x2000 && usual < 0x2070;
        if (usual < 0x80 || ofNoLetter || Character.isSurrogate(usual)) {
            put(usual, start, end);
            return;
        }
        one[0] = usual;
        int count = ASCIIFoldingFilter.foldToASCII(one, 0, plain, 0, 1);
        for (int i = 0; i < count; i++) {
            put(plain[i], start, end);
        }
    }

    private void put(char character, int start, int end) {
        if (length == chars.length) {
            chars = Arrays.copyOf(chars, 2 * length);
            starts = Arrays.copyOf(starts, 2 * length);
            ends = Arrays.copyOf(ends, 2 * length);
        }
        chars[length] = character;
        starts[length] = start;
        ends[length++] = end;
    }

    private static char usual(char character) {
        return switch (character) {
            case '\u2018', '\u2019', '\u201B', '\u02BC', '\uFF07' -> '\'';
            case '\u2010', '\u2011', '\u2212', '\uFE63', '\uFF0D' -> '-';
            case '\u266F' -> '#';
            // Russian is typed without the dots, and Arabic without what tells one alef or final letter from another.
            case '\u0450', '\u0451' -> '\u0435';
            case '\u0400', '\u0401' -> '\u0415';
            case '\u03C2' -> '\u03C3';
            case '\u0622', '\u0623', '\u0625', '\u0671' -> '\u0627';
            case '\u0629' -> '\u0647';
            case '\u0649', '\u06CC' -> '\u064A';
            case '\u06A9' -> '\u0643';
            default -> character;
        };
    }

    /**
     * Whether a dash stands for a hyphen: short ones within a word, long ones next to a digit. Between words of a
     * sentence they part them.
     */
    private boolean isHyphen(int dash, int next) {
        if (dash < 0x2012 || dash > 0x2015 || length == 0 || next >= text.length()) {
            return false;
        }
        char before = chars[length - 1];
        int after = text.codePointAt(next);
        boolean within = Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
        return within && (dash < 0x2014 || Character.isDigit(before) || Character.isDigit(after));
    }

    /** Whether the emoji before and the one that follows are one, such as a family. */
    private boolean joinsEmoji(int next) {
        if (length == 0 || next >= text.length()) {
            return false;
        }
        int before = Character.codePointBefore(chars, length);
        return CharacterKind.of(before) == CharacterKind.EMOJI
                && CharacterKind.of(text.codePointAt(next)) == CharacterKind.EMOJI;
    }

    private static boolean isInvisible(int character) {
        return switch (character) {
            case 0xAD, 0x640, 0x180E, 0xFEFF -> true; // The second is the line that stretches Arabic words.
            default ->
                (character >= 0x200B && character <= 0x200F)
                        || (character >= 0x202A && character <= 0x202E)
                        || (character >= 0x2060 && character <= 0x2069)
                        || isVariation(character);
        };
    }

    /** Says how the character before it looks, and is part of it. */
    private static boolean isVariation(int character) {
        return (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF);
    }

    /** Marks, the voice marks of narrow Katakana, and the vowels and finals of Hangul written in pieces. */
    private static boolean joins(int character, int letter) {
        return character >= 0x300
                && (CharacterKind.of(character) == CharacterKind.MARK
                        || ((character == 0xFF9E || character == 0xFF9F) && isNarrowKatakana(letter))
                        || (character >= 0x1160 && character <= 0x11FF && isHangul(letter)));
    }

    /** After other letters a voice mark would be a word of its own, in the place of theirs. */
    private static boolean isNarrowKatakana(int letter) {
        return letter >= 0xFF66 && letter <= 0xFF9D;
    }

    /** Pieces of Hangul begin a syllable or follow one; those of other kinds are letters of their own. */
    private static boolean isHangul(int letter) {
        return (letter >= 0x1100 && letter < 0x1160) || (letter >= 0xAC00 && letter <= 0xD7A3);
    }

    private static boolean isOnKeycaps(char character) {
        return (character >= '0' && character <= '9') || character == '#' || character == '*';
    }

    /**
     * Whether the letter alone may have another spelling. Most letters of most texts do not, and are spared the work.
     */
    private static boolean mayHaveOtherForm(int character) {
        return (character >= 0x340 && character < 0x400)
                || (character >= 0x530 && character < 0x3040)
                || character > 0xD7A3;
    }

    /** Wide, narrow and mathematical forms of plain characters. */
    private static boolean isCompatible(int character) {
        return (character >= 0xFF00 && character <= 0xFFEF) || (character >= 0x1D400 && character <= 0x1D7FF);
    }

    /** Greek letters give up their accents; those of other scripts first make letters of their own, such as й. */
    private static Form form(int letter) {
        boolean greek = (letter >= 0x370 && letter < 0x400) || (letter >= 0x1F00 && letter < 0x2000);
        return greek ? Form.NFD : isCompatible(letter) ? Form.NFKC : Form.NFC;
    }

    /** Marks of letters that are no part of a letter of its own; the vowels of Hebrew and Arabic. */
    private static boolean isAccent(char character) {
        return (character >= 0x300 && character <= 0x36F)
                || (character >= 0x591 && character <= 0x5C7 && character != 0x5BE)
                || (character >= 0x610 && character <= 0x61A)
                || (character >= 0x64B && character <= 0x65F)
                || character == 0x670
                || (character >= 0x6D6 && character <= 0x6ED)
                || (character >= 0x1AB0 && character <= 0x1AFF)
                || (character >= 0x1DC0 && character <= 0x1DFF)
                || (character >= 0x20D0 && character <= 0x20FF)
                || (character >= 0xFE20 && character <= 0xFE2F);
    }
}
