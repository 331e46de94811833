package dev.epitome.query;

import java.util.List;

/** What a query means. Every form that a user can ask for is one record here; engines switch over them exhaustively. */
public sealed interface QueryExpression {

    /** Every article: what an empty query asks for. */
    record Everything() implements QueryExpression {}

    /** A word as it was typed; an engine analyses it as it analysed the articles. Never blank. */
    record Word(String text) implements QueryExpression {}

    /** Articles that answer all parts come first. At least two parts. */
    record AllOf(List<QueryExpression> parts) implements QueryExpression {
        public AllOf {
            parts = List.copyOf(parts);
        }
    }
}
