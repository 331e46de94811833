package dev.epitome.article;

import java.util.Objects;

/** Text as an article holds it: one line of words with single spaces between them, safe to print anywhere. */
public final class CleanText {

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
