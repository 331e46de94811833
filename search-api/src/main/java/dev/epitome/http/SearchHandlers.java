package dev.epitome.http;

import dev.epitome.search.Cost;
import dev.epitome.search.SearchResult;
import dev.epitome.search.SuggestRequest;
import dev.epitome.wire.AnswerJson;
import dev.epitome.wire.GivenParameters;
import dev.epitome.wire.JsonBody;
import dev.epitome.wire.Resource;
import dev.epitome.wire.SearchCall;
import dev.epitome.wire.SearchParameters;
import dev.epitome.wire.StatisticsJson;
import dev.epitome.wire.SuggestionsJson;
import io.javalin.http.Context;
import java.time.LocalDate;

/** What is asked of all articles. */
final class SearchHandlers {

    private final Admission admission;
    private final Conditional conditional;

    SearchHandlers(Admission admission, Conditional conditional) {
        this.admission = admission;
        this.conditional = conditional;
    }

    void search(Context context) {
        GivenParameters given = GivenParameters.of(context.queryString(), Resource.SEARCH);
        LocalDate today = conditional.today();
        SearchCall call = SearchParameters.search(given).on(today);
        conditional.json(
                context,
                given,
                today,
                Cost.of(call.request()),
                engine -> answer(context, engine.search(call.request()), call));
    }

    void posted(Context context) {
        GivenParameters.of(context.queryString(), Resource.CONSTANT);
        SearchCall call = SearchParameters.parse(JsonBody.parse(Body.json(context)));
        Answers.Content body = admission.work(
                context,
                Cost.of(call.request()),
                engine -> Answers.Content.of(
                        context, Answers.JSON, answer(context, engine.search(call.request()), call)));
        context.header("Cache-Control", "no-store");
        Answers.send(context, body);
    }

    private static byte[] answer(Context context, SearchResult result, SearchCall call) {
        RequestFacts.setResult(context, result);
        return AnswerJson.of(result, call);
    }

    void suggest(Context context) {
        GivenParameters given = GivenParameters.of(context.queryString(), Resource.SUGGESTIONS);
        SuggestRequest request = SearchParameters.suggestions(given);
        conditional.json(
                context,
                given,
                Cost.of(request),
                engine -> SuggestionsJson.of(request.typed(), engine.suggest(request)));
    }

    void statistics(Context context) {
        conditional.json(
                context,
                GivenParameters.of(context.queryString(), Resource.CONSTANT),
                Cost.STATISTICS,
                engine -> StatisticsJson.of(engine.statistics()));
    }
}
