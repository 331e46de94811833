package dev.epitome.query;

import java.util.Optional;

/** A piece of a query that has a meaning. */
sealed interface Token {

    /** A word, prefix, phrase or date. */
    record Operand(QueryExpression expression) implements Token {}

    /** A field's name and colon. The tokenizer puts its value, an operand or {@link Mark#OPEN}, right behind it. */
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
        NOT;

        /** The operator that is written so. */
        static Optional<Operator> written(String word) {
            return switch (word) {
                case "OR", "|", "||" -> Optional.of(OR);
                case "AND", "&&" -> Optional.of(AND);
                case "NOT" -> Optional.of(NOT);
                default -> Optional.empty();
            };
        }
    }
}
