package dev.epitome.engine;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.engine.QueryParts.Strictness;
import dev.epitome.query.Field;
import dev.epitome.query.QueryExpression;
import dev.epitome.query.QueryExpression.AllOf;
import dev.epitome.query.QueryExpression.Everything;
import dev.epitome.query.QueryLanguage;
import dev.epitome.query.Typing;
import dev.epitome.query.Typing.Place;
import dev.epitome.ranking.RankingProfile;
import dev.epitome.search.SuggestRequest;
import dev.epitome.search.Suggestion;
import dev.epitome.search.Suggestion.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How queries that are being typed may go on. Each suggestion has been tried: asked as a query, it finds an article.
 * For one request.
 */
final class Suggester {

    /** Nobody types more; what is longer was pasted, and is complete. In characters. */
    private static final int LONGEST = 200;

    private static final int MOST_WORDS = 20;

    private final IndexState state;
    private final Trial trial;
    private final LocalDate today;

    /** @param today what dates are counted from */
    Suggester(IndexState state, RankingProfile profile, LocalDate today) {
        this.state = state;
        this.trial = new Trial(state, profile, today);
        this.today = today;
    }

    /**
     * Suggestions of each kind, as many as there are however few are asked for.
     *
     * @param completions words, or values of a field
     */
    private record Offers(List<Suggestion> completions, List<Suggestion> titles, List<Suggestion> operators) {

        static Offers of(List<Suggestion> completions) {
            return new Offers(completions, List.of(), List.of());
        }

        /** A suggestion that changes nothing is none. */
        Offers without(String query) {
            return new Offers(without(completions, query), without(titles, query), without(operators, query));
        }

        private static List<Suggestion> without(List<Suggestion> suggestions, String query) {
            return suggestions.stream()
                    .filter(suggestion -> !suggestion.query().equals(query))
                    .toList();
        }

        /** Whether there is nothing but this query, in whatever case. */
        boolean isOnly(String query) {
            List<Suggestion> all = Stream.of(completions, titles, operators)
                    .flatMap(List::stream)
                    .toList();
            return all.size() == 1 && all.getFirst().query().equalsIgnoreCase(query);
        }

        /** Words have half of the room at least, and whatever the others leave; of each kind the first are taken. */
        List<Suggestion> first(int limit) {
            int forOperators = Math.min(operators.size(), limit / 2);
            int forTitles = Math.min(titles.size(), limit / 4);
            List<Suggestion> first = new ArrayList<>();
            completions.stream().limit(limit - forOperators - forTitles).forEach(first::add);
            titles.stream().limit(limit - forOperators - first.size()).forEach(first::add);
            operators.stream().limit(limit - first.size()).forEach(first::add);
            return first;
        }
    }

    /** The likeliest first; none where nothing is being typed. */
    List<Suggestion> of(SuggestRequest request) {
        Optional<Typing> typing = isTooLong(request.typed()) ? Optional.empty() : Typing.atEndOf(request.typed());
        if (typing.isEmpty()) {
            return List.of();
        }
        String typedSoFar = typing.get().with(typing.get().typed());
        Offers offers = of(typing.get()).without(typedSoFar);
        return offers.isOnly(request.typed().strip()) ? List.of() : offers.first(request.limit());
    }

    private static boolean isTooLong(String typed) {
        return typed.length() > LONGEST || TextAnalysis.words(typed).size() > MOST_WORDS;
    }

    private Offers of(Typing typing) {
        return switch (typing.place()) {
            case Place.Anywhere anywhere -> anywhere(typing);
            case Place.Dates dates -> Offers.of(dates(typing));
            case Place.Within(Field field) ->
                Offers.of(
                        field.hasValues()
                                ? new ValueCompletions(state.lexicon(), trial, among(typing)).of(typing, field)
                                : words(typing));
        };
    }

    private Offers anywhere(Typing typing) {
        List<Suggestion> operators = operators(typing);
        List<Suggestion> titles = new TitleCompletions(state.articles(), trial).of(typing);
        return new Offers(words(typing), titles, operators);
    }

    private List<Suggestion> words(Typing typing) {
        if (isQuestionSoFar(typing)) {
            return List.of();
        }
        return new WordCompletions(state, trial, among(typing)).of(typing);
    }

    private List<Suggestion> operators(Typing typing) {
        List<Suggestion> operators = new ArrayList<>();
        for (String operator : typing.operators()) {
            String query = typing.with(operator.endsWith(":") ? operator : operator + " ");
            if (trial.finds(query)) {
                operators.add(new Suggestion(Kind.OPERATOR, operator, query, 0));
            }
        }
        return operators;
    }

    private List<Suggestion> dates(Typing typing) {
        List<Suggestion> dates = new ArrayList<>();
        for (String date : typing.dates(today)) {
            String query = typing.with(typing.quoted() ? date + '"' : date);
            long articles = trial.articles(query);
            if (articles > 0) {
                dates.add(new Suggestion(Kind.VALUE, date, query, articles));
            }
        }
        return dates;
    }

    /** Which articles count: those that have the rest of the query; empty for all, as where none has all of it. */
    private Optional<Plan> among(Typing typing) {
        QueryExpression others = QueryLanguage.parse(typing.others()).expression();
        if (others instanceof Everything || asksNothing(others)) {
            return Optional.empty();
        }
        Plan among = trial.rewritten(trial.request(typing.others())).plan(Strictness.ALL_WORDS);
        return state.retriever().matchesAny(among) ? Optional.of(among) : Optional.empty();
    }

    /** Such as "what is": its last word is complete, and what is asked for is yet to come. */
    private static boolean isQuestionSoFar(Typing typing) {
        return !typing.quoted()
                && StopWords.has(typing.typed())
                && asksNothing(QueryLanguage.parse(typing.others()).expression());
    }

    /** Of a question's beginning, such as "what is", no article needs to have the words. */
    private static boolean asksNothing(QueryExpression others) {
        return others instanceof AllOf all ? all.parts().stream().allMatch(StopWords::has) : StopWords.has(others);
    }
}
