package dev.epitome.alias;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A short form as a text writes it.
 *
 * @param text may be a plural, such as {@code LLMs}, or end in an s of its own, such as {@code APNs}
 */
record Acronym(String text) {

    private static final int MIN_LENGTH = 2;
    private static final int MAX_LENGTH = 10;
    private static final int MAX_WORDS = 2;
    /** Acronyms or not: who types one of these means the word. */
    private static final Set<String> EVERYDAY = Set.of(
            "all", "am", "an", "and", "any", "are", "as", "at", "be", "but", "by", "can", "did", "do", "for", "get",
            "go", "had", "has", "he", "her", "his", "how", "if", "in", "is", "it", "its", "may", "me", "my", "new",
            "no", "not", "now", "of", "off", "on", "one", "or", "our", "out", "own", "see", "set", "she", "so", "the",
            "to", "too", "two", "up", "us", "use", "was", "way", "we", "who", "why", "yes", "you");

    private static final String QUOTES = "\"'“”‘’«»*_`";

    /** The acronym that a text consists of, quotes apart; empty where it looks like none, or is a word. */
    static Optional<Acronym> in(String text) {
        String stripped = PhraseWord.strip(text, Acronym::isEdge);
        if (stripped.length() < MIN_LENGTH
                || stripped.length() > MAX_LENGTH
                || PhraseWord.BLANKS.split(stripped, -1).length > MAX_WORDS) {
            return Optional.empty();
        }
        int capitals = 0;
        int digits = 0;
        for (int i = 0; i < stripped.length(); i++) {
            char c = stripped.charAt(i);
            if (!Character.isLetterOrDigit(c) && " -/&.".indexOf(c) < 0) {
                return Optional.empty();
            }
            capitals += Character.isUpperCase(c) ? 1 : 0;
            digits += Character.isDigit(c) ? 1 : 0;
        }
        boolean looksRight = capitals >= 2 || (capitals == 1 && digits >= 1);
        boolean meansItself = EVERYDAY.contains(stripped.toLowerCase(Locale.ROOT));
        return looksRight && !meansItself && Character.isLetterOrDigit(stripped.charAt(0))
                ? Optional.of(new Acronym(stripped))
                : Optional.empty();
    }

    /** What {@code LLMs} is a plural of; empty where the text does not look like a plural. */
    Optional<Acronym> singular() {
        int last = text.length() - 1;
        return last >= 2 && text.charAt(last) == 's' && Character.isUpperCase(text.charAt(last - 1))
                ? Optional.of(new Acronym(text.substring(0, last)))
                : Optional.empty();
    }

    /**
     * The letters that a long form must give, in lower case. A digit may count its letter, as in S3 and W3C, and 2 may
     * be read as "to".
     */
    List<String> readings() {
        String letters = lettersOf(text);
        List<String> readings = new ArrayList<>(List.of(letters));
        for (int i = 1; i < letters.length(); i++) {
            char digit = letters.charAt(i);
            if (digit >= '2' && digit <= '5') {
                String letter = letters.substring(i - 1, i);
                String before = letters.substring(0, i);
                String after = letters.substring(i + 1);
                readings.add(before + letter.repeat(digit - '1') + after);
                if (digit == '2') {
                    readings.add(before + "t" + after);
                }
                break;
            }
        }
        return readings;
    }

    private static String lettersOf(String acronym) {
        StringBuilder letters = new StringBuilder();
        acronym.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static boolean isEdge(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || QUOTES.indexOf(c) >= 0;
    }
}
