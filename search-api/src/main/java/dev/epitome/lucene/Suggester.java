package dev.epitome.lucene;

import dev.epitome.analysis.TextAnalysis;
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
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.Query;

/**
 * How queries that are being typed may go on. Each suggestion has been tried: asked as a query, it finds an article.
 * For one request.
 */
final class Suggester {

    /** Nobody types more; what is longer was pasted, and is complete. In characters. */
    private static final int LONGEST = 200;

    private static final int MOST_WORDS = 20;

    private final BudgetedSearcher searcher;
    private final CommitFacets facets;
    private final Trial trial;
    private final LocalDate today;

    /** @param today what dates are counted from */
    Suggester(Snapshot snapshot, RankingProfile profile, LocalDate today) {
        this.searcher = snapshot.searcher();
        this.facets = snapshot.facets();
        this.trial = new Trial(snapshot, profile, today);
        this.today = today;
    }

    /** The likeliest first; none where nothing is being typed. */
    List<Suggestion> of(SuggestRequest request) throws IOException {
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

    private Offers of(Typing typing) throws IOException {
        return switch (typing.place()) {
            case Place.Anywhere anywhere -> anywhere(typing);
            case Place.Dates dates -> Offers.of(dates(typing));
            case Place.Within(Field field) ->
                switch (field) {
                    case SOURCE, AUTHOR, TAG, TYPE ->
                        Offers.of(new ValueCompletions(facets, trial, counts(typing)).of(typing, field));
                    case TITLE, SUMMARY -> Offers.of(words(typing));
                };
        };
    }

    private Offers anywhere(Typing typing) throws IOException {
        List<Suggestion> operators = operators(typing);
        List<Suggestion> titles = new TitleCompletions(searcher, trial).of(typing);
        return new Offers(words(typing), titles, operators);
    }

    private List<Suggestion> words(Typing typing) throws IOException {
        if (isQuestionSoFar(typing)) {
            return List.of();
        }
        return new WordCompletions(searcher, trial, counts(typing)).of(typing);
    }

    private List<Suggestion> operators(Typing typing) throws IOException {
        List<Suggestion> operators = new ArrayList<>();
        for (String operator : typing.operators()) {
            String query = typing.with(operator.endsWith(":") ? operator : operator + " ");
            if (trial.finds(query)) {
                operators.add(new Suggestion(Kind.OPERATOR, operator, query, 0));
            }
        }
        return operators;
    }

    private List<Suggestion> dates(Typing typing) throws IOException {
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

    /** Among the articles that have the rest of the query; where none has all of it, among all. */
    private TermCounts counts(Typing typing) throws IOException {
        QueryExpression others = QueryLanguage.parse(typing.others()).expression();
        if (others instanceof Everything || asksNothing(others)) {
            return new TermCounts(searcher, Optional.empty());
        }
        Query among = trial.understood(trial.request(typing.others()))
                .plan(Strictness.ALL_WORDS)
                .query();
        return new TermCounts(searcher, searcher.count(among) == 0 ? Optional.empty() : Optional.of(among));
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
