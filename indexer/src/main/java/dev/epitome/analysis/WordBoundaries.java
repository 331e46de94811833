package dev.epitome.analysis;

/** Where words and their pieces end, and which punctuation belongs to them. */
final class WordBoundaries {

    /** What an address may hold besides letters, digits and marks; brackets mostly stand around it. */
    private static final String URL_PUNCTUATION = "-._~:/?#@!$&'*+,;=%";

    /** The longest names that may end in punctuation before a number: {@code C#12}, but not {@code issue#12}. */
    private static final int SHORT_NAME = 2;

    private final FoldedText text;

    WordBoundaries(FoldedText text) {
        this.text = text;
    }

    boolean isKeycap(int at) {
        return text.at(at + 1) == Folding.KEYCAP;
    }

    /** Where the characters of this kind end, with their marks. */
    int runEnd(int at, CharacterKind kind) {
        int end = at;
        while (text.kindAt(end) == kind || text.kindAt(end) == CharacterKind.MARK) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    /** An emoji with its skin tone and tags, and those joined with it. */
    int emojiEnd(int at) {
        int end = at + Character.charCount(text.codePointAt(at));
        while (true) {
            int character = text.codePointAt(end);
            boolean joined = text.at(end - 1) == Folding.JOINER && text.kindAt(end) == CharacterKind.EMOJI;
            boolean tone = character >= 0x1F3FB && character <= 0x1F3FF;
            boolean tag = character >= 0xE0020 && character <= 0xE007F;
            if (!joined && !tone && !tag && character != Folding.JOINER) {
                return end;
            }
            end += Character.charCount(character);
        }
    }

    /** Where the letters and digits end that begin here. */
    int runOfWord(int from) {
        int end = from;
        while (!isKeycap(end) && text.kindAt(end).inWord()) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    /** Where a piece ends, with the punctuation that belongs to it: {@code C++}, {@code F#}, {@code C++20}. */
    int pieceEnd(int from) {
        int start = text.at(from) == '.' ? from + 1 : from;
        int end = runOfWord(start);
        return switch (text.at(end)) {
            case '+' -> text.lettersOnly(start, end) ? plusEnd(end) : end;
            case '#' -> text.lettersOnly(start, end) ? sharpEnd(start, end) : end;
            default -> end;
        };
    }

    private int plusEnd(int end) {
        boolean twice = text.at(end + 1) == '+';
        int after = twice ? end + 2 : end + 1;
        if (text.at(after) == '+' || isKeycap(after)) {
            return end;
        }
        return switch (text.kindAt(after)) {
            case LETTER -> end;
            case DIGIT -> twice ? runOfWord(after) : end;
            default -> after;
        };
    }

    private int sharpEnd(int start, int end) {
        int after = end + 1;
        if (text.at(after) == '#' || isKeycap(end) || isKeycap(after)) {
            return end;
        }
        return switch (text.kindAt(after)) {
            case LETTER -> end;
            case DIGIT -> end - start <= SHORT_NAME ? runOfWord(after) : end;
            default -> after;
        };
    }

    /** Where the next piece of the same compound begins, or -1 where the compound ends. */
    int nextPiece(int from, int end) {
        int next = switch (text.at(end)) {
            case '.', '-', '&', '\'', '@' -> end + 1;
            case '/' -> text.at(end + 1) == '.' && text.kindAt(end + 2) == CharacterKind.LETTER ? end + 2 : end + 1;
            case ':' -> text.at(end + 1) == ':' ? end + 2 : end + 1;
            case '_' -> underscoresEnd(end);
            case ',' -> isThousand(from, end) ? end + 1 : -1;
            default -> -1;
        };
        if (next < 0 || !text.kindAt(next).beginsWord() || isKeycap(next)) {
            return -1;
        }
        return text.at(next - 1) == '.' && text.at(end) == '/' ? next - 1 : next;
    }

    private int underscoresEnd(int at) {
        int end = at;
        while (text.at(end) == '_') {
            end++;
        }
        return end;
    }

    /** A comma between the thousands of one number: {@code 10,000}. */
    private boolean isThousand(int from, int comma) {
        if (comma - from > 3 || !isAsciiDigits(from, comma)) {
            return false;
        }
        return isAsciiDigits(comma + 1, comma + 4) && text.kindAt(comma + 4) != CharacterKind.DIGIT;
    }

    private boolean isAsciiDigits(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.at(i) < '0' || text.at(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Whether these letters are the scheme of an address. */
    boolean isUrl(int from, int end) {
        return text.at(end) == ':'
                && text.at(end + 1) == '/'
                && text.at(end + 2) == '/'
                && text.asciiLettersOnly(from, end)
                && text.kindAt(end + 3).beginsWord()
                && !isKeycap(end + 3);
    }

    boolean isOfUrl(int at) {
        char character = text.at(at);
        return character < 0x80
                ? character != FoldedText.NONE && isOfAsciiUrl(character)
                : text.kindAt(at).inWord();
    }

    private static boolean isOfAsciiUrl(char character) {
        return FoldedText.isAsciiLetter(character)
                || (character >= '0' && character <= '9')
                || URL_PUNCTUATION.indexOf(character) >= 0;
    }
}
