package dev.epitome.analysis;

import java.lang.Character.UnicodeScript;

/** What a character does in a text, as far as finding words goes. */
enum CharacterKind {
    /** A letter of a script whose words stand apart. */
    LETTER,
    DIGIT,
    /** Belongs to the letter before it. */
    MARK,
    /** A word of its own: Chinese characters and Hiragana, whose words do not stand apart. */
    IDEOGRAPH,
    KATAKANA,
    HANGUL,
    /** Thai, Lao, Khmer and Burmese: words do not stand apart, and what lies between two spaces is kept together. */
    SOUTHEAST_ASIAN,
    EMOJI,
    /** Half of a flag. */
    REGIONAL_INDICATOR,
    /** Everything else: space, punctuation, control characters. */
    BREAK;

    private static final int FIRST_WITH_OTHER_SCRIPTS = 0xE00;
    private static final int PROLONGED_SOUND = 0x30FC;

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
        if (character == PROLONGED_SOUND) {
            return KATAKANA;
        }
        UnicodeScript script = UnicodeScript.of(character);
        if (script == UnicodeScript.HAN || script == UnicodeScript.HIRAGANA) {
            return IDEOGRAPH;
        }
        if (script == UnicodeScript.KATAKANA) {
            return KATAKANA;
        }
        if (script == UnicodeScript.HANGUL) {
            return HANGUL;
        }
        boolean southeast = script == UnicodeScript.THAI
                || script == UnicodeScript.LAO
                || script == UnicodeScript.KHMER
                || script == UnicodeScript.MYANMAR;
        return southeast ? SOUTHEAST_ASIAN : LETTER;
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
