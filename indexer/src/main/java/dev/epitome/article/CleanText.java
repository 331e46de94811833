package dev.epitome.article;

import java.util.Objects;

/** Text as an article holds it: one line of words with single spaces between them, safe to print anywhere. */
public final class CleanText {

    /** A small letter among so many is an exception: the pH of a text in capitals. */
    private static final int FEW_SMALL = 10;

    /** Fewer letters may be a list of acronyms. */
    private static final int FEWEST_OF_PROSE = 12;

    private static final int LONGEST_ACRONYM = 5;

    private CleanText() {}

    /**
     * Turns every run of white space and control characters into one space, drops it at both ends, and puts the
     * replacement character where half of a surrogate pair stands alone or a code that is never a character. They would
     * otherwise reach terminals and feeds, where they are commands or errors. What turns the direction of the text
     * around it is left out, since it also turns what is shown beside the text; the marks that Arabic and Hebrew need
     * within a line (U+200E, U+200F, U+061C) reach no further than their neighbours, and stay.
     */
    public static String of(String text) {
        Objects.requireNonNull(text, "text");
        if (isClearlyClean(text)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            if (turns(character)) {
                continue;
            }
            if (isGap(character)) {
                gap = !clean.isEmpty();
                continue;
            }
            if (gap) {
                clean.append(' ');
                gap = false;
            }
            clean.appendCodePoint(isNone(character) ? 0xFFFD : character);
        }
        return clean.toString();
    }

    /** Embeddings, overrides and isolates, and what ends them. */
    private static boolean turns(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }

    /** Whether there is surely nothing to do, as for most texts, which are cleaned more than once on their way. */
    private static boolean isClearlyClean(String text) {
        boolean gap = true;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean space = character == ' ';
            boolean word = character > ' ' && (character < 0x7F || Character.isLetterOrDigit(character));
            if (!word && (!space || gap)) {
                return false;
            }
            gap = space;
        }
        return text.isEmpty() || !gap;
    }

    /**
     * A text in capitals as if it were in small letters, character by character; any other text as it is. Where nearly
     * no letter is small, capitals tell nothing of names and acronyms, except in what is too short for prose: EKS.
     */
    public static String quiet(String text) {
        Objects.requireNonNull(text, "text");
        if (!isShouted(text)) {
            return text;
        }
        char[] small = text.toCharArray();
        for (int i = 0; i < small.length; i++) {
            small[i] = Character.toLowerCase(small[i]);
        }
        return new String(small);
    }

    private static boolean isShouted(String text) {
        int letters = 0;
        int small = 0;
        int word = 0;
        int longest = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean lower = Character.isLowerCase(character);
            boolean letter = lower || Character.isUpperCase(character);
            small += lower ? 1 : 0;
            letters += letter ? 1 : 0;
            word = letter ? word + 1 : 0;
            longest = Math.max(longest, word);
            if (small * FEW_SMALL > text.length()) {
                return false;
            }
        }
        boolean isProse = letters >= FEWEST_OF_PROSE || (longest > LONGEST_ACRONYM && longest < letters);
        return isProse && small * FEW_SMALL <= letters;
    }

    /** Up to that many characters from the start of a text, and never half of one. */
    public static String start(String text, int most) {
        Objects.requireNonNull(text, "text");
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** The text, or its start and an ellipsis where it has more characters than {@code most}: for messages. */
    public static String shortened(String text, int most) {
        Objects.requireNonNull(text, "text");
        return text.length() <= most ? text : start(text, most) + "…";
    }

    private static boolean isNone(int character) {
        boolean loneSurrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return loneSurrogate || character == 0xFFFE || character == 0xFFFF;
    }

    private static boolean isGap(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || character == 0xFEFF;
    }
}
