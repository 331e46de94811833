package dev.epitome.http;

import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchResult;
import dev.epitome.search.SuggestRequest;
import dev.epitome.wire.AnswerJson;
import dev.epitome.wire.GivenParameters;
import dev.epitome.wire.JsonBody;
import dev.epitome.wire.Parameter;
import dev.epitome.wire.SearchCall;
import dev.epitome.wire.SearchParameters;
import dev.epitome.wire.StatisticsJson;
import dev.epitome.wire.SuggestionsJson;
import io.javalin.http.Context;
import java.time.LocalDate;

/** What is asked of all articles. */
final class SearchHandlers {

    private final SearchEngine engine;
    private final Conditional conditional;

    SearchHandlers(SearchEngine engine, Conditional conditional) {
        this.engine = engine;
        this.conditional = conditional;
    }

    void search(Context context) {
        GivenParameters given = Given.in(context, Parameter.ofSearch());
        LocalDate today = conditional.today();
        SearchCall call = SearchParameters.search(given).on(today);
        conditional.json(context, given, today, () -> answer(context, call));
    }

    void posted(Context context) {
        Given.in(context, Parameter.none());
        Answers.unkept(context, answer(context, SearchParameters.parse(JsonBody.parse(Body.json(context)))));
    }

    private byte[] answer(Context context, SearchCall call) {
        SearchResult result = engine.search(call.request());
        RequestFacts.setHits(context, result.total().value());
        return AnswerJson.of(result, call);
    }

    void suggest(Context context) {
        GivenParameters given = Given.in(context, Parameter.ofSuggestions());
        SuggestRequest request = SearchParameters.suggestions(given);
        conditional.json(context, given, () -> SuggestionsJson.of(request.typed(), engine.suggest(request)));
    }

    void statistics(Context context) {
        conditional.json(context, Given.in(context, Parameter.none()), () -> StatisticsJson.of(engine.statistics()));
    }
}
