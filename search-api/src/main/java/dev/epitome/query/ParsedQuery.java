package dev.epitome.query;

import java.util.List;
import java.util.Objects;

/**
 * A query as typed and as understood.
 *
 * @param text what the user typed
 * @param warnings what of it could not be understood, a sentence each
 */
public record ParsedQuery(String text, QueryExpression expression, List<String> warnings) {
    public ParsedQuery {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(expression, "expression");
        Objects.requireNonNull(warnings, "warnings");
        warnings = List.copyOf(warnings);
    }
}
