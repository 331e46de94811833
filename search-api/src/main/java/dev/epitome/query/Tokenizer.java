package dev.epitome.query;

import dev.epitome.query.Lexer.Kind;
import dev.epitome.query.Lexer.Lexeme;
import dev.epitome.query.QueryExpression.Phrase;
import dev.epitome.query.QueryExpression.Published;
import dev.epitome.query.Token.In;
import dev.epitome.query.Token.Mark;
import dev.epitome.query.Token.Operand;
import dev.epitome.query.Token.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes tokens of what the {@link Lexer} finds in a clean text: words, phrases and dates get their value. */
final class Tokenizer {

    private final String text;
    private final Lexer lexer;
    private final Warnings warnings;
    private final List<Token> tokens = new ArrayList<>();

    private Tokenizer(String text, Warnings warnings) {
        this.text = text;
        this.lexer = new Lexer(text);
        this.warnings = warnings;
    }

    static List<Token> tokens(String text, Warnings warnings) {
        Tokenizer tokenizer = new Tokenizer(text, warnings);
        while (tokenizer.lexer.hasNext()) {
            tokenizer.clause();
        }
        return tokenizer.tokens;
    }

    private void clause() {
        lexer.skipPlus();
        if (!lexer.takeMinus()) {
            operand(true);
            return;
        }
        tokens.add(Mark.MINUS);
        int before = tokens.size();
        operand(false);
        if (tokens.size() == before) {
            tokens.removeLast();
        }
    }

    /** @param operators whether a word may be an operator: not behind a minus */
    private void operand(boolean operators) {
        Optional<FieldName> name = lexer.takeName();
        if (name.isPresent()) {
            field(name.get());
            return;
        }
        Lexeme lexeme = lexer.next();
        Optional<Operator> operator = operators ? operator(lexeme) : Optional.empty();
        if (operator.isPresent()) {
            tokens.add(operator.get());
            return;
        }
        if (lexeme.kind() == Kind.WORD) {
            warnOfUnknownName(lexeme.start());
        }
        add(lexeme);
    }

    private Optional<Operator> operator(Lexeme lexeme) {
        return lexeme.kind() == Kind.WORD ? Operator.written(written(lexeme)) : Optional.empty();
    }

    private void warnOfUnknownName(int start) {
        FieldName.meant(text, start)
                .ifPresent(meant -> warnings.add("Did you mean " + meant + ":? No field has the name "
                        + text.substring(start, text.indexOf(':', start)) + ", so it was searched for."));
    }

    private void add(Lexeme lexeme) {
        switch (lexeme.kind()) {
            case WORD -> WordText.read(written(lexeme), warnings).ifPresent(word -> tokens.add(new Operand(word)));
            case PHRASE ->
                phrase(lexeme)
                        .ifPresentOrElse(
                                phrase -> tokens.add(new Operand(new Phrase(phrase))),
                                () -> warnings.add(
                                        "Quotation marks with nothing to search for between them were left out."));
            case OPEN_PHRASE -> warnings.add("A quotation mark without its partner was left out.");
            case OPEN -> tokens.add(Mark.OPEN);
            case CLOSE -> tokens.add(Mark.CLOSE);
        }
    }

    private void field(FieldName name) {
        switch (name) {
            case FieldName.Known known -> {
                int before = tokens.size();
                tokens.add(new In(known.field()));
                fieldValue();
                if (tokens.size() == before + 1) {
                    tokens.removeLast();
                    warnings.add(known.field().typed() + ": has nothing to search for behind it and was left out.");
                }
            }
            case FieldName.Date date ->
                DateReader.read(withoutPunctuation(dateValue()), warnings)
                        .ifPresent(range -> tokens.add(new Operand(new Published(range))));
        }
    }

    /** Whatever stands right behind the colon; signs that have a meaning elsewhere are a part of the word here. */
    private void fieldValue() {
        if (lexer.isAtQuote()) {
            add(lexer.next());
        }
        if (tokens.getLast() instanceof In && !lexer.isAtQuote() && !lexer.isAt(')')) {
            add(lexer.next());
        }
    }

    private String dateValue() {
        if (lexer.isAt('(')) {
            return "";
        }
        Lexeme value = lexer.isAtQuote() ? lexer.next() : lexer.word();
        return switch (value.kind()) {
            case PHRASE -> phrase(value).orElse("");
            case WORD -> written(value);
            case OPEN_PHRASE, OPEN, CLOSE -> "";
        };
    }

    /** The dots of an open range stay. */
    private static String withoutPunctuation(String value) {
        int end = value.length();
        while (end > 0 && ",;:!?".indexOf(value.charAt(end - 1)) >= 0) {
            end--;
        }
        boolean fullStop = end > 1 && value.charAt(end - 1) == '.' && value.charAt(end - 2) != '.';
        return value.substring(0, fullStop ? end - 1 : end);
    }

    private Optional<String> phrase(Lexeme lexeme) {
        String phrase = Lexer.unescaped(written(lexeme)).strip();
        return Optional.of(wholeWords(phrase, WordText.shortEnough(phrase, warnings)))
                .filter(WordText::isSearchable);
    }

    /** A phrase that ends within a word would be found nowhere. */
    private static String wholeWords(String phrase, String start) {
        boolean within = start.length() < phrase.length() && phrase.charAt(start.length()) != ' ';
        int space = within ? start.lastIndexOf(' ') : -1;
        return (space < 0 ? start : start.substring(0, space)).strip();
    }

    private String written(Lexeme lexeme) {
        return text.substring(lexeme.start(), lexeme.end());
    }
}
