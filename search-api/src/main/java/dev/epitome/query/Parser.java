package dev.epitome.query;

import dev.epitome.query.QueryExpression.Everything;
import dev.epitome.query.QueryExpression.Published;
import dev.epitome.query.QueryExpression.Word;
import dev.epitome.query.Token.In;
import dev.epitome.query.Token.Mark;
import dev.epitome.query.Token.Operand;
import dev.epitome.query.Token.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A recursive descent through tokens whose parentheses and operators are in order. A method for each level: a group has
 * clauses, a clause has alternatives, each may be negated, and at the bottom is a value. For one query.
 */
final class Parser {

    private final List<Token> tokens;
    private final Warnings warnings;
    private int at;

    /** The field whose group is being read. */
    private Optional<Field> within = Optional.empty();

    private Parser(List<Token> tokens, Warnings warnings) {
        this.tokens = tokens;
        this.warnings = warnings;
    }

    static QueryExpression parse(List<Token> tokens, Warnings warnings) {
        return new Parser(tokens, warnings).group().orElseGet(Everything::new);
    }

    private Optional<QueryExpression> group() {
        List<QueryExpression> clauses = new ArrayList<>();
        while (at < tokens.size() && tokens.get(at) != Mark.CLOSE) {
            clause().ifPresent(clauses::add);
        }
        return clauses.isEmpty() ? Optional.empty() : Optional.of(QueryExpression.allOf(clauses));
    }

    private Optional<QueryExpression> clause() {
        List<QueryExpression> alternatives = new ArrayList<>();
        negatable().ifPresent(alternatives::add);
        while (take(Operator.OR)) {
            negatable().ifPresent(alternatives::add);
        }
        return alternatives.isEmpty() ? Optional.empty() : Optional.of(QueryExpression.anyOf(alternatives));
    }

    private Optional<QueryExpression> negatable() {
        boolean negated = false;
        while (take(Mark.MINUS)) {
            negated = !negated;
        }
        Optional<QueryExpression> value = value();
        return negated ? value.map(QueryExpression::not) : value;
    }

    private Optional<QueryExpression> value() {
        if (at == tokens.size()) {
            return Optional.empty();
        }
        return switch (tokens.get(at)) {
            case Operand operand -> {
                at++;
                yield Optional.of(within.isPresent() ? withoutDate(operand.expression()) : operand.expression());
            }
            case In in -> {
                at++;
                yield within.isPresent() ? fieldWithin(in.field()) : field(in.field());
            }
            case Mark mark -> mark == Mark.OPEN ? parenthesized() : Optional.empty();
            case Operator operator -> Optional.empty();
        };
    }

    private Optional<QueryExpression> parenthesized() {
        at++;
        Optional<QueryExpression> group = group();
        at++;
        return group;
    }

    private Optional<QueryExpression> field(Field field) {
        within = Optional.of(field);
        Optional<QueryExpression> of = fieldValue();
        within = Optional.empty();
        if (of.isEmpty()) {
            warnings.add(field.typed() + ": has nothing to search for behind it and was left out.");
        }
        return of.map(value -> QueryExpression.inField(field, value));
    }

    /** Its group may be gone, for standing too deep: then what comes next is not the field's own. */
    private Optional<QueryExpression> fieldValue() {
        boolean own = at < tokens.size() && (tokens.get(at) instanceof Operand || tokens.get(at) == Mark.OPEN);
        return own ? value() : Optional.empty();
    }

    /** Within title:(…) the name of a field is a part of the word behind it, as any other name would be. */
    private Optional<QueryExpression> fieldWithin(Field field) {
        if (at < tokens.size()
                && tokens.get(at) instanceof Operand operand
                && operand.expression() instanceof Word word) {
            at++;
            return Optional.of(new Word(field.typed() + ":" + word.text()));
        }
        warnings.add(field.typed() + ": cannot stand within another field and was left out.");
        return fieldValue();
    }

    private static QueryExpression withoutDate(QueryExpression expression) {
        return expression instanceof Published ? new Word(QueryPrinter.print(expression)) : expression;
    }

    private boolean take(Token expected) {
        if (at < tokens.size() && tokens.get(at).equals(expected)) {
            at++;
            return true;
        }
        return false;
    }
}
