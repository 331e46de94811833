package dev.epitome.analysis;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** What a character does in a text, as far as finding words goes. */
enum CharacterKind {
    /** A letter of a script whose words stand apart. */
    LETTER,
    DIGIT,
    /** Belongs to the letter before it. */
    MARK,
    /**
     * A word of its own: Chinese and Japanese characters, and those of Thai, Lao, Khmer and Burmese, whose words do not
     * stand apart; and the syllables of Hangul, whose particles are written together with their nouns. A word of such a
     * script is found as signs side by side, wherever it begins and ends.
     */
    SIGN,
    EMOJI,
    /** Half of a flag. */
    REGIONAL_INDICATOR,
    /** Everything else: space, punctuation, control characters. */
    BREAK;

    private static final int FIRST_WITH_OTHER_SCRIPTS = 0xE00;
    private static final int PROLONGED_SOUND = 0x30FC;

    private static final Set<UnicodeScript> OF_SIGNS = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /** Below it are symbols that may be shown as emoji and mostly are not: (c), (tm), arrows. */
    private static final int FIRST_EMOJI = 0x2600;

    static CharacterKind of(int character) {
        if (character < 0x80) {
            if (FoldedText.isAsciiLetter((char) character)) {
                return LETTER;
            }
            return character >= '0' && character <= '9' ? DIGIT : BREAK;
        }
        return switch (Character.getType(character)) {
            case Character.LOWERCASE_LETTER,
                    Character.UPPERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.LETTER_NUMBER -> letter(character);
            case Character.DECIMAL_DIGIT_NUMBER -> DIGIT;
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> MARK;
            default -> symbol(character);
        };
    }

    private static CharacterKind letter(int character) {
        if (character < FIRST_WITH_OTHER_SCRIPTS) {
            return LETTER;
        }
        boolean endsSyllable =
                (character >= 0x1160 && character < 0x1200) || (character >= 0xD7B0 && character < 0xD800);
        if (endsSyllable) {
            return MARK; // The vowels and finals of Hangul written in pieces.
        }
        return character == PROLONGED_SOUND || OF_SIGNS.contains(UnicodeScript.of(character)) ? SIGN : LETTER;
    }

    private static CharacterKind symbol(int character) {
        if (character >= 0x1F1E6 && character <= 0x1F1FF) {
            return REGIONAL_INDICATOR;
        }
        boolean emoji =
                Character.isEmojiPresentation(character) || (character >= FIRST_EMOJI && Character.isEmoji(character));
        return emoji ? EMOJI : BREAK;
    }

    /** Whether the character may stand in a word of letters and digits. */
    boolean inWord() {
        return this == LETTER || this == DIGIT || this == MARK;
    }

    /** Whether such a word may begin with the character. */
    boolean beginsWord() {
        return this == LETTER || this == DIGIT;
    }
}
