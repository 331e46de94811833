package dev.epitome.query;

import dev.epitome.query.Token.Operator;
import dev.epitome.query.Typing.Negation;
import dev.epitome.query.Typing.Place;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/** Walks through a query as {@link Lexer} does, but as it was typed, to where it ends. For one text. */
final class TypingReader {

    private static final Place ANYWHERE = new Place.Anywhere();

    /** An open parenthesis. */
    private record Group(Place place, int start, boolean negated) {}

    private final String text;
    private final Deque<Group> groups = new ArrayDeque<>();
    private int at;

    /** Where the clause begins that is being read, and where the first of its alternatives does. */
    private int clause;

    private int alternatives;
    private Optional<Operator> operator = Optional.empty();
    private boolean negated;
    private Place place = ANYWHERE;

    TypingReader(String text) {
        this.text = text;
    }

    Optional<Typing> read() {
        if (text.isEmpty() || isGap(text.charAt(text.length() - 1))) {
            return Optional.empty();
        }
        Optional<Typing> typing = Optional.empty();
        while (at < text.length() && typing.isEmpty()) {
            if (isGap(text.charAt(at))) {
                at++;
            } else {
                typing = clause();
            }
        }
        return typing;
    }

    private Optional<Typing> clause() {
        clause = at;
        int before = alternatives;
        alternatives = operator.filter(Operator.OR::equals).isPresent() ? before : at;
        negated = operator.filter(Operator.NOT::equals).isPresent();
        place = groups.isEmpty() ? ANYWHERE : groups.peek().place();
        if (text.charAt(at) == '-' && at + 1 < text.length() && Lexer.canBeNegated(text.codePointAt(at + 1))) {
            negated = true;
            at++;
        }
        Optional<FieldName> name = place.equals(ANYWHERE) ? FieldName.at(text, at) : Optional.empty();
        if (name.isPresent()) {
            at += name.get().length() + 1;
            place = switch (name.get()) {
                case FieldName.Known known -> new Place.Within(known.field());
                case FieldName.Date date -> new Place.Dates();
            };
        }
        return at == text.length() ? typing(at, at) : value(before);
    }

    private Optional<Typing> value(int before) {
        char first = text.charAt(at);
        if (QueryLanguage.isQuote(first)) {
            return quote();
        }
        if (first == '(') {
            groups.push(new Group(place, clause, negation() != Negation.NONE));
            operator = Optional.empty();
            at++;
            return Optional.empty();
        }
        if (first == ')') {
            alternatives = groups.isEmpty() ? alternatives : groups.pop().start();
            operator = Optional.empty();
            at++;
            return Optional.empty();
        }
        return word(before);
    }

    /** Of a value in quotes all words are one; of a phrase, only the last is being typed. */
    private Optional<Typing> quote() {
        int start = at + 1;
        at = start;
        while (at < text.length() && !QueryLanguage.isQuote(text.charAt(at))) {
            at++;
        }
        if (at < text.length()) {
            at++;
            operator = Optional.empty();
            return Optional.empty();
        }
        int word = start;
        if (!isOfValues()) {
            word = text.length();
            while (word > start && !isGap(text.charAt(word - 1))) {
                word--;
            }
        }
        return typing(word, start);
    }

    private boolean isOfValues() {
        return place instanceof Place.Within(Field field) && field.hasValues();
    }

    /** @param before where the clause before this one begins, which an operator is no part of */
    private Optional<Typing> word(int before) {
        int end = at;
        while (end < text.length() && !isGap(text.charAt(end)) && !QueryLanguage.isQuote(text.charAt(end))) {
            end++;
        }
        end = WordText.closing(text, at, end, WordText.lastSearchable(text, at, end));
        if (end == text.length()) {
            return typing(at, at);
        }
        String run = text.substring(at, end);
        operator = Arrays.stream(Operator.values())
                .filter(some -> some.name().equals(run) || (some == Operator.OR && run.matches("[|]{1,2}")))
                .findFirst();
        alternatives = operator.isPresent() ? before : alternatives;
        at = QueryLanguage.isQuote(text.charAt(end)) ? end + 1 : end;
        return Optional.empty();
    }

    /**
     * @param word where it begins
     * @param phrase where the phrase begins that the word is in
     */
    private Optional<Typing> typing(int word, int phrase) {
        boolean quoted = phrase > clause && QueryLanguage.isQuote(text.charAt(phrase - 1));
        String typed = text.substring(word);
        if (typed.isEmpty() && place.equals(ANYWHERE)) {
            return Optional.empty();
        }
        int end = operator.filter(Operator.OR::equals).isPresent() ? alternatives : clause;
        String others = text.substring(0, end) + (phrase < word ? text.substring(phrase, word) : "");
        return Optional.of(new Typing(text.substring(0, word), others, place, quoted, negation(), typed));
    }

    private Negation negation() {
        if (negated) {
            return Negation.ITSELF;
        }
        return !groups.isEmpty() && groups.peek().negated() ? Negation.GROUP : Negation.NONE;
    }

    private static boolean isGap(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || character == '\uFEFF';
    }
}
