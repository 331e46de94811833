package dev.epitome.http;

import dev.epitome.search.SearchEngine;
import dev.epitome.wire.AnswerJson;
import io.javalin.http.Context;

/** What whoever watches over the service asks. Parameters are passed over: probes come with all kinds. */
final class HealthHandlers {

    private final SearchEngine engine;

    HealthHandlers(SearchEngine engine) {
        this.engine = engine;
    }

    void live(Context context) {
        Answers.unkept(context, AnswerJson.object(json -> json.writeStringProperty("status", "live")));
    }

    void ready(Context context) {
        Answers.unkept(context, AnswerJson.of(engine.index()));
    }
}
