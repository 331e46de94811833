package dev.epitome.http;

import dev.epitome.wire.IndexJson;
import dev.epitome.search.Cost;
import dev.epitome.search.SearchResult;
import dev.epitome.search.SuggestRequest;
import dev.epitome.wire.AnswerJson;
import dev.epitome.wire.GivenParameters;
import dev.epitome.wire.JsonBody;
import dev.epitome.wire.Resource;
import dev.epitome.wire.SearchCall;
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
        SearchCall call = given.search().on(today);
        conditional.json(
                context,
                given,
                today,
                Cost.of(call.request()),
                engine -> answer(context, engine.search(call.request()), call));
    }

    void posted(Context context) {
        GivenParameters.of(context.queryString(), Resource.CONSTANT);
        SearchCall call = GivenParameters.of(JsonBody.parse(Body.json(context)), Resource.SEARCH).search();
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
        SuggestRequest request = given.suggestions();
        conditional.json(
                context,
                given,
                Cost.of(request),
                engine -> AnswerJson.suggestions(request.typed(), engine.suggest(request)));
    }

    void statistics(Context context) {
        conditional.json(
                context,
                GivenParameters.of(context.queryString(), Resource.CONSTANT),
                Cost.STATISTICS,
                engine -> IndexJson.of(engine.statistics()));
    }
}
