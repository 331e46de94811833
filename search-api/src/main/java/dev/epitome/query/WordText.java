package dev.epitome.query;

import dev.epitome.article.CleanText;
import dev.epitome.query.QueryExpression.Prefix;
import dev.epitome.query.QueryExpression.Word;
import dev.epitome.query.Token.Operator;
import java.util.Locale;
import java.util.Optional;

/** Which characters can be searched for, and what of them makes a word. */
final class WordText {

    /** Longer words and phrases are cut, in characters: no article has one, and an engine pays for each character. */
    static final int MAX_LENGTH = 400;

    /** Letters and digits that a prefix must have, so that it does not stand for half of the index. */
    private static final int MIN_PREFIX = 2;

    private static final char STAR = '*';
    private static final String END_OF_SENTENCE = ".,;:!?\u2026\u3001\u3002\uFF0C\uFF0E\uFF1A\uFF1B\uFF01\uFF1F";

    private WordText() {}

    /** Whether an article could be found by this character: a letter, a digit, or a symbol such as an emoji. */
    static boolean isSearchable(int character) {
        return Character.isLetter(character)
                || switch (Character.getType(character)) {
                    case Character.DECIMAL_DIGIT_NUMBER,
                            Character.LETTER_NUMBER,
                            Character.OTHER_NUMBER,
                            Character.OTHER_SYMBOL -> true;
                    default -> false;
                };
    }

    static boolean isSearchable(String text) {
        return lastSearchable(text, 0, text.length()) >= 0;
    }

    /**
     * A run of characters as a word, or as a prefix where it ends in a star; the punctuation that ends a sentence is
     * trimmed from its end. Empty where nothing in it can be searched for.
     */
    static Optional<QueryExpression> read(String run, Warnings warnings) {
        int end = trimmedEnd(run);
        String text = cut(run.substring(0, end), warnings);
        boolean star = run.indexOf(STAR, end) >= 0;
        if (text.indexOf(STAR) >= 0) {
            warnings.add("A star counts only at the end of a word, as in lang*: " + Warnings.shown(text));
        }
        if (!isSearchable(text)) {
            if (star) {
                warnings.add("A star needs letters before it, as in lang*, and was left out.");
            }
            return Optional.empty();
        }
        // A prefix that begins as a field does would be read as one where it is printed.
        if (!star || FieldName.at(text, 0).isPresent()) {
            return Optional.of(word(text));
        }
        if (text.codePoints()
                        .filter(Character::isLetterOrDigit)
                        .limit(MIN_PREFIX)
                        .count()
                == MIN_PREFIX) {
            return Optional.of(new Prefix(text));
        }
        warnings.add("A star needs " + MIN_PREFIX + " letters before it: searched for the word " + Warnings.shown(text)
                + " instead.");
        return Optional.of(word(text));
    }

    /** The text, or its start where it is too long. */
    static String shortEnough(String text, Warnings warnings) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        warnings.add("Of a word or phrase only the first " + MAX_LENGTH + " characters were searched for: "
                + Warnings.shown(text));
        return CleanText.start(text, MAX_LENGTH);
    }

    /**
     * Where in a part of a text a closing parenthesis stands that no opening one of this part belongs to, and that
     * nothing searchable follows: it ends the word.
     *
     * @param lastSearchable the place of the last searchable character of the part, or less than {@code start}
     * @return {@code end} where there is none
     */
    static int closing(String text, int start, int end, int lastSearchable) {
        int open = 0;
        for (int i = start; i < end; i++) {
            char sign = text.charAt(i);
            if (sign == '(') {
                open++;
            } else if (sign == ')' && open > 0) {
                open--;
            } else if (sign == ')' && i > lastSearchable) {
                return i;
            }
        }
        return end;
    }

    /** The place of the last searchable character of a part of a text, or one less than its start. */
    static int lastSearchable(String text, int start, int end) {
        for (int i = end; i > start; ) {
            int character = text.codePointBefore(i);
            i -= Character.charCount(character);
            if (isSearchable(character)) {
                return i;
            }
        }
        return start - 1;
    }

    /** What is left of a long word must be a word again, and not end in a sign that would be read on its own. */
    private static String cut(String text, Warnings warnings) {
        String cut = shortEnough(text, warnings);
        if (cut.length() == text.length()) {
            return text;
        }
        String word = cut.substring(0, closing(cut, 0, cut.length(), lastSearchable(cut, 0, cut.length())));
        return word.substring(0, trimmedEnd(word));
    }

    private static int trimmedEnd(String run) {
        int end = run.length();
        while (end > 0 && (run.charAt(end - 1) == STAR || END_OF_SENTENCE.indexOf(run.charAt(end - 1)) >= 0)) {
            end--;
        }
        return end;
    }

    /** Operators that are meant as words lose their capitals, by which they would be read as operators again. */
    private static Word word(String text) {
        for (Operator operator : Operator.values()) {
            if (operator.name().equals(text)) {
                return new Word(text.toLowerCase(Locale.ROOT));
            }
        }
        return new Word(text);
    }
}
