package dev.epitome.http;

import dev.epitome.search.Facet;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
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
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;

/** What is asked of all articles. */
final class SearchHandlers {

    private final SearchEngine engine;

    SearchHandlers(SearchEngine engine) {
        this.engine = engine;
    }

    void search(Context context) {
        answer(context, Given.in(context, Parameter.ofSearch()));
    }

    void posted(Context context) throws IOException {
        Given.in(context, Parameter.none());
        byte[] body = Body.json(context);
        answer(context, GivenParameters.of(JsonBody.parse(body), Parameter.ofSearch()));
    }

    private void answer(Context context, GivenParameters given) {
        SearchCall call = SearchParameters.search(given);
        SearchResult result = engine.search(call.request());
        RequestFacts.setHits(context, result.total().value());
        Answers.json(context, AnswerJson.of(result, call));
    }

    void suggest(Context context) {
        SuggestRequest request = SearchParameters.suggestions(Given.in(context, Parameter.ofSuggestions()));
        Answers.json(context, SuggestionsJson.of(request.typed(), engine.suggest(request)));
    }

    void statistics(Context context) {
        Given.in(context, Parameter.none());
        SearchRequest everything =
                SearchRequest.of("").withFacets(EnumSet.allOf(Facet.class)).withLimit(1);
        SearchResult result = engine.search(everything);
        Answers.json(context, StatisticsJson.of(engine.index(), result.facets(), Instant.now()));
    }
}
