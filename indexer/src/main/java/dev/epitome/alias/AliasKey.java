package dev.epitome.alias;

import java.text.Normalizer;
import java.util.Optional;

/**
 * The form in which spellings of one word are equal: {@code role based access control} and {@code Role‑Based Access
 * Control}. Case, accents, width, the kind of quotes, and hyphens against spaces vanish; other symbols stay, since
 * {@code C#} is not {@code C}.
 */
final class AliasKey {

    private static final String OPENING = "\"'([{";
    private static final String CLOSING = "\"')]},;:!?.";

    private static final int ASCII_END = 128;

    private AliasKey() {}

    /** The key of one or more words; empty where the text has no letter, digit or symbol that counts. */
    static String of(String text) {
        String folded = fold(text);
        StringBuilder key = new StringBuilder(folded.length());
        for (int from = 0; from < folded.length(); ) {
            int to = folded.indexOf(' ', from);
            to = to < 0 ? folded.length() : to;
            appendWord(key, folded, from, to);
            from = to + 1;
        }
        return key.toString();
    }

    /** How many words a key has. */
    static int words(String key) {
        int words = key.isEmpty() ? 0 : 1;
        for (int i = 0; i < key.length(); i++) {
            words += key.charAt(i) == ' ' ? 1 : 0;
        }
        return words;
    }

    static boolean hasLetterOrDigit(String key) {
        for (int i = 0; i < key.length(); i += Character.charCount(key.codePointAt(i))) {
            if (Character.isLetterOrDigit(key.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The key without the plural of its last word; empty where it has none. A two-letter word with a vowel, {@code UI},
     * has a plural only where the typed text shows it by its case, {@code UIs}: {@code has} is not several {@code HA}.
     */
    static Optional<String> singular(String key, String typed) {
        int end = key.length();
        int length = end - (key.lastIndexOf(' ') + 1);
        if (length < 3 || key.charAt(end - 1) != 's' || !Character.isLetter(key.charAt(end - 2))) {
            return Optional.empty();
        }
        boolean looksLikeAWord = length == 3 && hasVowel(key.substring(end - 3, end - 1)) && !showsPlural(typed);
        if (looksLikeAWord || key.endsWith("ss")) {
            return Optional.empty();
        }
        return Optional.of(
                length > 4 && key.endsWith("ies") ? key.substring(0, end - 3) + "y" : key.substring(0, end - 1));
    }

    private static boolean hasVowel(String letters) {
        return letters.chars().anyMatch(c -> "aeiou".indexOf(c) >= 0);
    }

    private static boolean showsPlural(String typed) {
        int s = typed.lastIndexOf('s');
        return s > 0 && Character.isUpperCase(typed.charAt(s - 1));
    }

    private static void appendWord(StringBuilder key, String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && OPENING.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && CLOSING.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (start < end) {
            key.append(key.isEmpty() ? "" : " ").append(text, start, end);
        }
    }

    // A dictionary is thousands of keys, read before the first answer: nothing here is done by streams.
    private static String fold(String text) {
        String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); ) {
            int character = plain.codePointAt(i);
            i += Character.charCount(character);
            if (!isIgnored(character)) {
                folded.appendCodePoint(foldOne(character));
            }
        }
        for (int i = 1; i + 1 < folded.length(); i++) {
            if (folded.charAt(i) == '-' && isInner(folded, i - 1) && isInner(folded, i + 1)) {
                folded.setCharAt(i, ' ');
            }
        }
        return folded.toString();
    }

    // Half of a surrogate pair counts as a letter: no hyphen is a flag or a minus beside it.
    private static boolean isInner(CharSequence text, int at) {
        return Character.isLetterOrDigit(text.charAt(at)) || Character.isSurrogate(text.charAt(at));
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= ASCII_END) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIgnored(int character) {
        if (character < ASCII_END) {
            return false;
        }
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.FORMAT;
    }

    private static int foldOne(int character) {
        if (character >= 'a' && character <= 'z') {
            return character;
        }
        if (Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)) {
            return ' ';
        }
        return switch (character) {
            case '‐', '‑', '‒', '–', '—', '−' -> '-';
            case '‘', '’', '‚', '‛', 'ʼ', '`', '´' -> '\'';
            case '“', '”', '„', '«', '»' -> '"';
            case '♯' -> '#';
            case 'ø', 'Ø' -> 'o';
            case 'ł', 'Ł' -> 'l';
            case 'đ', 'Đ' -> 'd';
            // By way of upper case, so that both kinds of the Greek sigma meet.
            default -> Character.toLowerCase(Character.toUpperCase(character));
        };
    }
}
