package dev.epitome.alias;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * A word of a phrase, as one that may give letters to an acronym. It has an initial at its start, after each hyphen or
 * slash, and at each capital in camel case: {@code OpenTelemetry} gives O and T.
 *
 * @param text as written, between two blanks
 * @param bare the same without the punctuation around it
 */
record PhraseWord(String text, String bare, String lowerCase) {

    static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private static final String AROUND = "\"'“”‘’«»*_`,;:.!?([{}])";

    static List<PhraseWord> of(String phrase) {
        List<PhraseWord> words = new ArrayList<>();
        for (String text : BLANKS.split(phrase, -1)) {
            String bare = strip(text, c -> AROUND.indexOf(c) >= 0);
            if (!bare.isEmpty()) {
                words.add(new PhraseWord(text, bare, lowerCase(bare)));
            }
        }
        return words;
    }

    /** The word as it stands among others: with the comma after it, but without quotes. */
    String withComma() {
        return text.endsWith(",") ? bare + "," : bare;
    }

    /** How many of the letters from that one on the word can give. */
    int letters(String letters, int from) {
        return prices(letters, from).length - 1;
    }

    /** The cost of each number of letters from this word, the first of them its initial: one for each inner letter. */
    int[] prices(String letters, int from) {
        int[] prices = new int[letters.length() - from + 1];
        if (from == letters.length() || lowerCase.charAt(0) != letters.charAt(from)) {
            return new int[1];
        }
        int at = 0;
        int taken = 1;
        while (from + taken < letters.length()) {
            int next = nextInitial(letters.charAt(from + taken), at + 1);
            boolean inner = next < 0;
            if (inner) {
                next = lowerCase.indexOf(letters.charAt(from + taken), at + 1);
            }
            if (next < 0) {
                break;
            }
            prices[taken + 1] = prices[taken] + (inner ? 1 : 0);
            at = next;
            taken++;
        }
        return Arrays.copyOf(prices, taken + 1);
    }

    private int nextInitial(char letter, int from) {
        for (int i = from; i < bare.length(); i++) {
            if (lowerCase.charAt(i) == letter && isInitial(i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isInitial(int at) {
        char c = bare.charAt(at);
        char before = bare.charAt(at - 1);
        return Character.isLetterOrDigit(c)
                && (!Character.isLetterOrDigit(before)
                        || (Character.isUpperCase(c) && !Character.isUpperCase(before))
                        || (Character.isDigit(c) && !Character.isDigit(before)));
    }

    // Letter by letter, so that the result has the length of the word.
    private static String lowerCase(String word) {
        StringBuilder lower = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            lower.append(Character.toLowerCase(word.charAt(i)));
        }
        return lower.toString();
    }

    static String strip(String text, IntPredicate edge) {
        int start = 0;
        int end = text.length();
        while (start < end && edge.test(text.charAt(start))) {
            start++;
        }
        while (end > start && edge.test(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }
}
