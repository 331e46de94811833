package dev.epitome.query;

import dev.epitome.article.PublicationDate;
import dev.epitome.query.DateRange.Between;
import dev.epitome.query.DateRange.LastDays;
import dev.epitome.query.QueryExpression.Aliased;
import dev.epitome.query.QueryExpression.AllOf;
import dev.epitome.query.QueryExpression.AnyOf;
import dev.epitome.query.QueryExpression.Corrected;
import dev.epitome.query.QueryExpression.Everything;
import dev.epitome.query.QueryExpression.InField;
import dev.epitome.query.QueryExpression.Not;
import dev.epitome.query.QueryExpression.Phrase;
import dev.epitome.query.QueryExpression.Prefix;
import dev.epitome.query.QueryExpression.Published;
import dev.epitome.query.QueryExpression.Word;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes expressions as queries that {@link QueryLanguage} reads as the same expressions. */
public final class QueryPrinter {

    private QueryPrinter() {}

    /** The shortest form, with as few parentheses as its meaning needs; aliases are not shown. */
    public static String print(QueryExpression expression) {
        Objects.requireNonNull(expression, "expression");
        return switch (expression) {
            case Everything everything -> "*";
            case Word word -> word.text();
            case Prefix prefix -> prefix.text() + "*";
            case Phrase phrase -> '"' + phrase.text().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            case InField in -> in.field().typed() + ":" + alone(in.of());
            case Published published -> FieldName.PUBLISHED + ":" + print(published.range());
            case AllOf all -> joined(all.parts(), " ");
            case AnyOf any ->
                any.parts().stream().map(QueryPrinter::alternative).collect(Collectors.joining(" OR "));
            case Not not -> not(alone(not.part()));
            case Aliased aliased -> print(aliased.typed());
            case Corrected corrected -> print(corrected.as());
        };
    }

    /** A date as it is typed after {@code published:}. */
    public static String print(DateRange range) {
        Objects.requireNonNull(range, "range");
        return switch (range) {
            case LastDays last -> "last-" + last.days() + "d";
            case Between between -> {
                String from = between.from().map(PublicationDate::toString).orElse("");
                String to = between.to().map(PublicationDate::toString).orElse("");
                if (from.equals(to)) {
                    yield from;
                }
                if (to.isEmpty()) {
                    yield ">=" + from;
                }
                yield from.isEmpty() ? "<=" + to : from + ".." + to;
            }
        };
    }

    private static String joined(List<QueryExpression> parts, String between) {
        return parts.stream().map(QueryPrinter::print).collect(Collectors.joining(between));
    }

    /** OR binds tighter than a space: next to it, only what has spaces of its own needs parentheses. */
    private static String alternative(QueryExpression part) {
        return operand(part, false);
    }

    /** Behind a minus or a field, whatever is of more than one piece needs them. */
    private static String alone(QueryExpression part) {
        return operand(part, true);
    }

    private static String operand(QueryExpression part, boolean alone) {
        return switch (part) {
            case AllOf all -> parenthesized(all);
            case AnyOf any -> alone ? parenthesized(any) : print(any);
            case Not not -> alone ? parenthesized(not) : print(not);
            case Aliased aliased -> operand(aliased.typed(), alone);
            case Corrected corrected -> operand(corrected.as(), alone);
            case Everything other -> print(other);
            case Word other -> print(other);
            case Prefix other -> print(other);
            case Phrase other -> print(other);
            case InField other -> print(other);
            case Published other -> print(other);
        };
    }

    /** A minus before a sign, as in --flag, would be a part of the word. */
    private static String not(String part) {
        return Lexer.canBeNegated(part.codePointAt(0)) ? "-" + part : "NOT " + part;
    }

    /** A space parts the closing parenthesis from a word that may have an opening one of its own. */
    private static String parenthesized(QueryExpression group) {
        String inner = print(group);
        boolean ownParenthesis = inner.lastIndexOf('(') > inner.lastIndexOf(' ');
        return "(" + inner + (ownParenthesis ? " )" : ")");
    }
}
