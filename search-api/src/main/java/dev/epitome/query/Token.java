package dev.epitome.query;

/** A piece of a query that the lexer has recognized. */
sealed interface Token {

    /** A word, prefix, phrase or date. */
    record Operand(QueryExpression expression) implements Token {}

    /** A field's name and colon. The lexer puts its value, an operand or {@link Mark#OPEN}, right behind it. */
    record In(Field field) implements Token {}

    /** Signs that have a meaning. */
    enum Mark implements Token {
        /** Without what comes next. */
        MINUS,
        OPEN,
        CLOSE
    }

    /** Words that have a meaning between other words. */
    enum Operator implements Token {
        OR,
        AND,
        NOT
    }
}
