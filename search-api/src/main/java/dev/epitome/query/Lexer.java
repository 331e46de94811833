package dev.epitome.query;

import java.util.Optional;

/**
 * Takes a text apart in one walk from its start to its end, for the parser and for completions: each method takes what
 * stands next. The text may be clean or as it was typed; places are those in it. For one text.
 */
final class Lexer {

    /** What kind of lexeme it is. */
    enum Kind {
        /** Up to the next space or quote; empty where there is one. */
        WORD,
        PHRASE,
        /** What follows a quotation mark without its partner; the next lexeme starts with it, too. */
        OPEN_PHRASE,
        OPEN,
        CLOSE
    }

    /**
     * What has been taken.
     *
     * @param start where it starts; of a phrase, behind the quotation mark
     * @param end where it ends; of a phrase, before the quotation mark
     */
    record Lexeme(Kind kind, int start, int end) {}

    private final String text;
    private int at;

    /** Where the characters around {@code at} end that neither space nor quote parts. */
    private int runEnd;

    private int lastSearchableOfRun;

    /** From where on no quotation mark is left but behind backslashes, which then say nothing. */
    private int onlyEscapedFrom = Integer.MAX_VALUE;

    Lexer(String text) {
        this.text = text;
    }

    /** Whether it opens or closes a phrase, in whatever language. */
    static boolean isQuote(char sign) {
        return "\"\u201C\u201D\u201E\u201F\u00AB\u00BB\uFF02".indexOf(sign) >= 0;
    }

    static boolean isSpace(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || character == '\uFEFF';
    }

    /** Whether a minus before this character leaves something out, and is not a part of a word such as --flag. */
    static boolean canBeNegated(int character) {
        return WordText.isSearchable(character) || "\"(.@#".indexOf(character) >= 0;
    }

    /** Where in the text the next lexeme starts. */
    int at() {
        return at;
    }

    /** Whether anything follows; the spaces before it are skipped. */
    boolean hasNext() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    boolean isAt(char sign) {
        return at < text.length() && text.charAt(at) == sign;
    }

    boolean isAtQuote() {
        return at < text.length() && isQuote(text.charAt(at));
    }

    /** Passes over a plus that asks for a word, as every word does; not over that of +1. */
    void skipPlus() {
        boolean asks = isAt('+')
                && at + 1 < text.length()
                && (Character.isLetter(text.codePointAt(at + 1)) || isQuote(text.charAt(at + 1)));
        if (asks) {
            at++;
        }
    }

    /** Takes a minus that leaves something out. */
    boolean takeMinus() {
        boolean minus = isAt('-') && at + 1 < text.length() && canBeNegated(text.codePointAt(at + 1));
        if (minus) {
            at++;
        }
        return minus;
    }

    /** Takes the name of a field and its colon. */
    Optional<FieldName> takeName() {
        Optional<FieldName> name = FieldName.at(text, at);
        name.ifPresent(taken -> at += taken.length() + 1);
        return name;
    }

    /** Takes a phrase, a parenthesis or a word. */
    Lexeme next() {
        if (isAtQuote()) {
            return phrase();
        }
        if (isAt('(')) {
            return parenthesis(Kind.OPEN);
        }
        if (isAt(')')) {
            return parenthesis(Kind.CLOSE);
        }
        return word();
    }

    private Lexeme parenthesis(Kind kind) {
        at++;
        return new Lexeme(kind, at - 1, at);
    }

    private Lexeme phrase() {
        int start = at + 1;
        int end = start < onlyEscapedFrom ? phraseEnd(start, true) : text.length();
        if (end == text.length()) {
            onlyEscapedFrom = Math.min(onlyEscapedFrom, start);
            end = phraseEnd(start, false);
        }
        boolean open = end == text.length();
        at = open ? start : end + 1;
        return new Lexeme(open ? Kind.OPEN_PHRASE : Kind.PHRASE, start, end);
    }

    /** @param escapes whether a quotation mark behind a backslash is a part of the phrase */
    private int phraseEnd(int start, boolean escapes) {
        int end = start;
        while (end < text.length() && !isQuote(text.charAt(end))) {
            end += escapes && isEscape(text, end) ? 2 : 1;
        }
        return Math.min(end, text.length());
    }

    /** Whether it is a backslash that says of the sign behind it that it is a part of the phrase. */
    private static boolean isEscape(String text, int at) {
        return text.charAt(at) == '\\'
                && at + 1 < text.length()
                && (isQuote(text.charAt(at + 1)) || text.charAt(at + 1) == '\\');
    }

    /** What stands in a phrase, without the backslashes that only say that a quotation mark does not end it. */
    static String unescaped(String phrase) {
        if (phrase.indexOf('\\') < 0) {
            return phrase;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < phrase.length(); i++) {
            plain.append(phrase.charAt(isEscape(phrase, i) ? ++i : i));
        }
        return plain.toString();
    }

    /** Takes a word, even one that starts with a parenthesis. A quote that follows it, as in 5", begins no phrase. */
    Lexeme word() {
        int start = at;
        at = wordEnd();
        Lexeme word = new Lexeme(Kind.WORD, start, at);
        if (isAtQuote()) {
            at++;
        }
        return word;
    }

    /** Before the next space or quote, or before the parenthesis that closes a group around the word. */
    private int wordEnd() {
        if (at >= runEnd) {
            runEnd = at;
            while (runEnd < text.length() && !isSpace(text.charAt(runEnd)) && !isQuote(text.charAt(runEnd))) {
                runEnd++;
            }
            lastSearchableOfRun = WordText.lastSearchable(text, at, runEnd);
        }
        return WordText.closing(text, at, runEnd, lastSearchableOfRun);
    }
}
