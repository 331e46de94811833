package dev.epitome.query;

import dev.epitome.query.QueryExpression.Alias;
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
import dev.epitome.query.QueryExpression.Reading;
import dev.epitome.query.QueryExpression.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a query was understood to mean, for people to read: in lower case, as case does not matter.
 *
 * @param text what an article should say, as a query; empty where nothing of the kind is asked for
 * @param not what it must not say, a query each
 * @param filters what else must be true of it, such as {@code source = bytebytego} or {@code published 2025-11}
 * @param aliases what was searched for in addition, in the order of the query
 * @param fallbacks words that no article has, and what of them was searched for instead; corrected spelling aside
 */
public record Interpretation(
        String text, List<String> not, List<String> filters, List<AliasUse> aliases, List<Fallback> fallbacks) {

    public Interpretation {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(not, "not");
        Objects.requireNonNull(filters, "filters");
        Objects.requireNonNull(aliases, "aliases");
        not = List.copyOf(not);
        filters = List.copyOf(filters);
        Objects.requireNonNull(fallbacks, "fallbacks");
        aliases = List.copyOf(aliases);
        fallbacks = List.copyOf(fallbacks);
    }

    /**
     * A word that no article has.
     *
     * @param to what was searched for instead, as a query
     * @param reading how that comes of the word
     */
    public record Fallback(String word, String to, Reading reading) {
        public Fallback {
            Objects.requireNonNull(word, "word");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(reading, "reading");
        }
    }

    /**
     * What else was searched for in place of a word.
     *
     * @param word what was typed
     * @param learned whether articles say so, and not a dictionary; a word may have both kinds, one use each
     */
    public record AliasUse(String word, List<String> also, boolean learned) {
        public AliasUse {
            Objects.requireNonNull(word, "word");
            Objects.requireNonNull(also, "also");
            also = List.copyOf(also);
        }
    }

    /** Reads an expression after its aliases were looked up. */
    public static Interpretation of(QueryExpression expression) {
        Objects.requireNonNull(expression, "expression");
        QueryExpression lower = lowerCase(expression);
        List<QueryExpression> said = new ArrayList<>();
        List<String> not = new ArrayList<>();
        List<String> filters = new ArrayList<>();
        for (QueryExpression part : lower instanceof AllOf all ? all.parts() : List.of(lower)) {
            if (part instanceof Not without) {
                not.add(QueryPrinter.print(without.part()));
            } else if (isFilter(part)) {
                filters.add(filter(part));
            } else {
                said.add(part);
            }
        }
        QueryExpression text = QueryExpression.allOf(said);
        List<AliasUse> aliases = new ArrayList<>();
        collectAliases(lower, aliases);
        List<Fallback> fallbacks = new ArrayList<>();
        collectFallbacks(expression, fallbacks);
        return new Interpretation(
                text instanceof Everything ? "" : QueryPrinter.print(text),
                not,
                filters,
                aliases.stream().distinct().toList(),
                fallbacks.stream().distinct().toList());
    }

    private static boolean isFilter(QueryExpression part) {
        return part instanceof InField
                || part instanceof Published
                || (part instanceof AnyOf any && any.parts().stream().allMatch(Interpretation::isFilter));
    }

    private static String filter(QueryExpression part) {
        return switch (part) {
            case InField in -> filter(in);
            case Published published -> "published " + QueryPrinter.print(published.range());
            case AnyOf any -> any.parts().stream().map(Interpretation::filter).collect(Collectors.joining(" or "));
            case Everything other -> QueryPrinter.print(other);
            case Word other -> QueryPrinter.print(other);
            case Prefix other -> QueryPrinter.print(other);
            case Phrase other -> QueryPrinter.print(other);
            case AllOf other -> QueryPrinter.print(other);
            case Not other -> QueryPrinter.print(other);
            case Aliased other -> QueryPrinter.print(other);
            case Corrected other -> QueryPrinter.print(other);
        };
    }

    /** Prose is searched as the text is; of the other fields the whole value counts, and quotes would only distract. */
    private static String filter(InField in) {
        return in.field().hasValues()
                ? in.field().typed() + " = " + unquoted(in.of())
                : in.field().typed() + ": " + QueryPrinter.print(in.of());
    }

    private static String unquoted(QueryExpression expression) {
        return expression instanceof Phrase phrase ? phrase.text() : QueryPrinter.print(expression);
    }

    private static void collectAliases(QueryExpression expression, List<AliasUse> found) {
        switch (expression) {
            case Aliased aliased -> {
                collectAliases(aliased.typed(), found);
                addAlias(aliased, false, found);
                addAlias(aliased, true, found);
            }
            case AllOf all -> all.parts().forEach(part -> collectAliases(part, found));
            case AnyOf any -> any.parts().forEach(part -> collectAliases(part, found));
            case Not not -> collectAliases(not.part(), found);
            case InField in -> collectAliases(in.of(), found);
            case Corrected corrected -> collectAliases(corrected.as(), found);
            case Everything none -> {}
            case Word none -> {}
            case Prefix none -> {}
            case Phrase none -> {}
            case Published none -> {}
        }
    }

    private static void collectFallbacks(QueryExpression expression, List<Fallback> found) {
        switch (expression) {
            case Corrected corrected -> {
                if (corrected.reading() != Reading.SPELLING) {
                    found.add(new Fallback(corrected.typed(), QueryPrinter.print(corrected.as()), corrected.reading()));
                }
            }
            case Aliased aliased -> collectFallbacks(aliased.typed(), found);
            case AllOf all -> all.parts().forEach(part -> collectFallbacks(part, found));
            case AnyOf any -> any.parts().forEach(part -> collectFallbacks(part, found));
            case InField in -> collectFallbacks(in.of(), found);
            case Not none -> {}
            case Everything none -> {}
            case Word none -> {}
            case Prefix none -> {}
            case Phrase none -> {}
            case Published none -> {}
        }
    }

    private static void addAlias(Aliased aliased, boolean learned, List<AliasUse> found) {
        List<String> also = aliased.also().stream()
                .filter(alias -> isLearned(alias) == learned)
                .map(alias -> unquoted(alias.meaning()))
                .distinct()
                .toList();
        if (!also.isEmpty()) {
            found.add(new AliasUse(unquoted(aliased.typed()), also, learned));
        }
    }

    private static boolean isLearned(Alias alias) {
        return switch (alias.origin()) {
            case LEARNED -> true;
            case SHIPPED, USER -> false;
        };
    }

    private static QueryExpression lowerCase(QueryExpression expression) {
        return switch (expression) {
            case Word word -> new Word(lowerCase(word.text()));
            case Prefix prefix -> new Prefix(lowerCase(prefix.text()));
            case Phrase phrase -> new Phrase(lowerCase(phrase.text()));
            case InField in -> new InField(in.field(), lowerCase(in.of()));
            case AllOf all -> new AllOf(lowerCase(all.parts()));
            case AnyOf any -> new AnyOf(lowerCase(any.parts()));
            case Not not -> new Not(lowerCase(not.part()));
            case Aliased aliased ->
                new Aliased(
                        lowerCase(aliased.typed()),
                        aliased.also().stream()
                                .map(alias -> new Alias(lowerCase(alias.meaning()), alias.origin()))
                                .toList());
            case Corrected corrected ->
                new Corrected(lowerCase(corrected.typed()), lowerCase(corrected.as()), corrected.reading());
            case Everything everything -> everything;
            case Published published -> published;
        };
    }

    private static List<QueryExpression> lowerCase(List<QueryExpression> parts) {
        return parts.stream().map(Interpretation::lowerCase).toList();
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
