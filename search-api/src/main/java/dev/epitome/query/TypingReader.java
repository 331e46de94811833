package dev.epitome.query;

import dev.epitome.query.Lexer.Kind;
import dev.epitome.query.Lexer.Lexeme;
import dev.epitome.query.Token.Operator;
import dev.epitome.query.Typing.Negation;
import dev.epitome.query.Typing.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows what the {@link Lexer} finds in a text as it was typed, to what is being typed at its end. For one text. */
final class TypingReader {

    private static final Place ANYWHERE = new Place.Anywhere();

    /** An open parenthesis. */
    private record Group(Place place, int start, boolean negated) {}

    private final String text;
    private final Lexer lexer;
    private final Deque<Group> groups = new ArrayDeque<>();

    /** Where the clause begins that is being read, and where the first of its alternatives does. */
    private int clause;

    private int alternatives;
    private @Nullable Operator operator;
    private boolean negated;
    private Place place = ANYWHERE;

    TypingReader(String text) {
        this.text = text;
        this.lexer = new Lexer(text);
    }

    Optional<Typing> read() {
        if (text.isEmpty() || Lexer.isSpace(text.charAt(text.length() - 1))) {
            return Optional.empty();
        }
        Optional<Typing> typing = Optional.empty();
        while (typing.isEmpty() && lexer.hasNext()) {
            typing = clause();
        }
        return typing;
    }

    private Optional<Typing> clause() {
        clause = lexer.at();
        int before = alternatives;
        alternatives = operator == Operator.OR ? before : clause;
        negated = operator == Operator.NOT;
        place = groups.isEmpty() ? ANYWHERE : groups.peek().place();
        negated |= lexer.takeMinus();
        if (place.equals(ANYWHERE)) {
            place = lexer.takeName().map(TypingReader::place).orElse(ANYWHERE);
        }
        Lexeme lexeme = lexer.next();
        if (lexeme.kind() == Kind.OPEN_PHRASE) {
            return typing(isOfValues() ? lexeme.start() : lastWord(lexeme), lexeme);
        }
        if (lexeme.kind() == Kind.WORD && lexeme.end() == text.length()) {
            return typing(lexeme.start(), lexeme);
        }
        pass(lexeme, before);
        return Optional.empty();
    }

    /** @param before where the clause before this one starts, which an operator is no part of */
    private void pass(Lexeme lexeme, int before) {
        operator = null;
        switch (lexeme.kind()) {
            case WORD -> {
                String word = text.substring(lexeme.start(), lexeme.end());
                operator = Operator.written(word).orElse(null);
                // An OR behind AND has its other side before the AND; one behind && has none.
                alternatives = operator == null || word.equals("&&") ? alternatives : before;
            }
            case OPEN -> groups.push(new Group(place, clause, negation() != Negation.NONE));
            case CLOSE ->
                alternatives = groups.isEmpty() ? alternatives : groups.pop().start();
            case PHRASE, OPEN_PHRASE -> {}
        }
    }

    private static Place place(FieldName name) {
        return switch (name) {
            case FieldName.Known known -> new Place.Within(known.field());
            case FieldName.Date date -> new Place.Dates();
        };
    }

    /** Of a value in quotes all words are being typed; of a phrase, only the last. */
    private boolean isOfValues() {
        return place instanceof Place.Within(Field field) && field.hasValues();
    }

    private int lastWord(Lexeme phrase) {
        int word = phrase.end();
        while (word > phrase.start() && !Lexer.isSpace(text.charAt(word - 1))) {
            word--;
        }
        return word;
    }

    /** @param word where the word or value starts, in a phrase maybe behind other words */
    private Optional<Typing> typing(int word, Lexeme lexeme) {
        String typed = text.substring(word);
        if (typed.isEmpty() && place.equals(ANYWHERE)) {
            return Optional.empty();
        }
        int end = operator == Operator.OR ? alternatives : clause;
        String others = text.substring(0, end) + text.substring(lexeme.start(), word);
        boolean quoted = lexeme.kind() == Kind.OPEN_PHRASE;
        return Optional.of(new Typing(text.substring(0, word), others, place, quoted, negation(), typed));
    }

    private Negation negation() {
        if (negated) {
            return Negation.ITSELF;
        }
        return !groups.isEmpty() && groups.peek().negated() ? Negation.GROUP : Negation.NONE;
    }
}
