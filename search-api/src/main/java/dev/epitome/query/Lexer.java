package dev.epitome.query;

import dev.epitome.query.QueryExpression.Phrase;
import dev.epitome.query.QueryExpression.Published;
import dev.epitome.query.Token.In;
import dev.epitome.query.Token.Mark;
import dev.epitome.query.Token.Operand;
import dev.epitome.query.Token.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes clean text apart, in one walk from its start to its end. For one query. */
final class Lexer {

    private static final char QUOTE = '"';
    private static final String FIRST_OF_OPERATORS = "OAN|&";

    private final String text;
    private final Warnings warnings;
    private final int lastQuote;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    /** Where the characters around {@code at} end that neither space nor quote parts. */
    private int runEnd;

    private int lastSearchableOfRun;

    private Lexer(String text, Warnings warnings) {
        this.text = text;
        this.warnings = warnings;
        this.lastQuote = text.lastIndexOf(QUOTE);
    }

    static List<Token> tokens(String text, Warnings warnings) {
        Lexer lexer = new Lexer(text, warnings);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    /** Whether a minus before this character leaves something out, and is not a part of a word such as --flag. */
    static boolean canBeNegated(int character) {
        return WordText.isSearchable(character) || "\"(.@#".indexOf(character) >= 0;
    }

    private void next() {
        switch (text.charAt(at)) {
            case ' ' -> at++;
            case ')' -> mark(Mark.CLOSE);
            case '-' -> minus();
            default -> {
                if (!operator()) {
                    value();
                }
            }
        }
    }

    private void mark(Mark mark) {
        tokens.add(mark);
        at++;
    }

    private void minus() {
        if (at + 1 == text.length() || !canBeNegated(text.codePointAt(at + 1))) {
            word();
            return;
        }
        mark(Mark.MINUS);
        int before = tokens.size();
        value();
        if (tokens.size() == before) {
            tokens.removeLast();
        }
    }

    private boolean operator() {
        if (FIRST_OF_OPERATORS.indexOf(text.charAt(at)) < 0) {
            return false;
        }
        int end = wordEnd();
        Operator operator = switch (text.substring(at, Math.min(end, at + 4))) {
            case "OR", "|", "||" -> Operator.OR;
            case "AND", "&&" -> Operator.AND;
            case "NOT" -> Operator.NOT;
            default -> null;
        };
        if (operator == null) {
            return false;
        }
        tokens.add(operator);
        at = end;
        leaveQuote();
        return true;
    }

    /** A phrase, a group's start, a field and its value, or a word. */
    private void value() {
        switch (text.charAt(at)) {
            case QUOTE -> quote();
            case '(' -> mark(Mark.OPEN);
            default -> {
                Optional<FieldName> name = FieldName.at(text, at);
                if (name.isPresent()) {
                    field(name.get());
                } else {
                    FieldName.meant(text, at)
                            .ifPresent(meant -> warnings.add("Did you mean " + meant + ":? No field has the name "
                                    + text.substring(at, text.indexOf(':', at)) + ", so it was searched for."));
                    word();
                }
            }
        }
    }

    private void quote() {
        if (at >= lastQuote) {
            warnings.add("A quotation mark without its partner was left out.");
            at++;
            return;
        }
        phrase().ifPresentOrElse(
                        phrase -> tokens.add(new Operand(new Phrase(phrase))),
                        () -> warnings.add("Quotation marks with nothing to search for between them were left out."));
    }

    private Optional<String> phrase() {
        int end = text.indexOf(QUOTE, at + 1);
        String phrase = text.substring(at + 1, end).strip();
        at = end + 1;
        return Optional.of(wholeWords(phrase, WordText.shortEnough(phrase, warnings)))
                .filter(WordText::isSearchable);
    }

    /** A phrase that ends within a word would be found nowhere. */
    private static String wholeWords(String phrase, String start) {
        boolean within = start.length() < phrase.length() && phrase.charAt(start.length()) != ' ';
        int space = within ? start.lastIndexOf(' ') : -1;
        return (space < 0 ? start : start.substring(0, space)).strip();
    }

    private void field(FieldName name) {
        at += name.length() + 1;
        int before = tokens.size();
        switch (name) {
            case FieldName.Known known -> {
                tokens.add(new In(known.field()));
                fieldValue();
                if (tokens.size() == before + 1) {
                    tokens.removeLast();
                    warnings.add(known.field().typed() + ": has nothing to search for behind it and was left out.");
                }
            }
            case FieldName.Date date -> published();
        }
    }

    /** Whatever stands right behind the colon; signs that have a meaning elsewhere are a part of the word here. */
    private void fieldValue() {
        if (at < text.length() && text.charAt(at) == QUOTE) {
            quote();
        }
        if (tokens.getLast() instanceof In && at < text.length()) {
            switch (text.charAt(at)) {
                case ' ', ')', QUOTE -> {}
                case '(' -> mark(Mark.OPEN);
                default -> word();
            }
        }
    }

    private void published() {
        String value;
        if (at < lastQuote && text.charAt(at) == QUOTE) {
            value = phrase().orElse("");
        } else {
            int end = at < text.length() && text.charAt(at) == '(' ? at : wordEnd();
            value = text.substring(at, end);
            at = end;
            leaveQuote();
        }
        DateReader.read(trimmed(value), warnings).ifPresent(range -> tokens.add(new Operand(new Published(range))));
    }

    /** Without the punctuation around it, but with the dots of an open range. */
    private static String trimmed(String value) {
        int end = value.length();
        while (end > 0 && ",;:!?".indexOf(value.charAt(end - 1)) >= 0) {
            end--;
        }
        boolean fullStop = end > 1 && value.charAt(end - 1) == '.' && value.charAt(end - 2) != '.';
        return value.substring(0, fullStop ? end - 1 : end);
    }

    private void word() {
        int end = wordEnd();
        String run = text.substring(at, end);
        at = end;
        leaveQuote();
        WordText.read(run, warnings).ifPresent(word -> tokens.add(new Operand(word)));
    }

    /** A quote that follows a word, as in 5", begins no phrase. */
    private void leaveQuote() {
        if (at < text.length() && text.charAt(at) == QUOTE) {
            at++;
        }
    }

    /** Before the next space or quote, or before the parenthesis that closes a group around the word. */
    private int wordEnd() {
        if (at >= runEnd) {
            runEnd = at;
            while (runEnd < text.length() && text.charAt(runEnd) != ' ' && text.charAt(runEnd) != QUOTE) {
                runEnd++;
            }
            lastSearchableOfRun = WordText.lastSearchable(text, at, runEnd);
        }
        return WordText.closing(text, at, runEnd, lastSearchableOfRun);
    }
}
