package dev.epitome.query;

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
import java.util.stream.Collectors;

/**
 * Expressions in a notation that shows all of their structure, for tables of examples: {@code {a & !title[b | "c d"]}}.
 */
final class Meaning {

    private Meaning() {}

    static String of(String query) {
        return of(QueryLanguage.parse(query).expression());
    }

    static String of(QueryExpression expression) {
        return switch (expression) {
            case Everything everything -> "everything";
            case Word word -> word.text();
            case Prefix prefix -> "begins(" + prefix.text() + ")";
            case Phrase phrase -> '"' + phrase.text() + '"';
            case InField in -> in.field().typed() + "[" + of(in.of()) + "]";
            case Published published -> "published[" + of(published.range()) + "]";
            case AllOf all -> joined(all.parts(), " & ");
            case AnyOf any -> joined(any.parts(), " | ");
            case Not not -> "!" + of(not.part());
            case Aliased aliased -> "aliased(" + of(aliased.typed()) + ")";
            case Corrected corrected -> "corrected(" + corrected.typed() + ", " + of(corrected.as()) + ")";
        };
    }

    private static String of(DateRange range) {
        return switch (range) {
            case LastDays last -> "last " + last.days();
            case Between between ->
                between.from().map(Object::toString).orElse("") + " to "
                        + between.to().map(Object::toString).orElse("");
        };
    }

    private static String joined(List<QueryExpression> parts, String sign) {
        return parts.stream().map(Meaning::of).collect(Collectors.joining(sign, "{", "}"));
    }
}
