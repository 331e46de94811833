package dev.epitome.http;

import dev.epitome.search.HealthCheck;
import dev.epitome.search.HealthCheck.Failure;
import dev.epitome.search.IndexStatus;
import dev.epitome.search.SearchEngine;
import dev.epitome.wire.AnswerJson;
import dev.epitome.wire.IndexJson;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What whoever watches over the service asks. Parameters are passed over: probes come with all kinds. */
final class HealthHandlers {

    private final SearchEngine engine;
    private final Supplier<List<HealthCheck>> others;

    /** @param others what is looked after beside the index */
    HealthHandlers(SearchEngine engine, Supplier<List<HealthCheck>> others) {
        this.engine = engine;
        this.others = others;
    }

    void live(Context context) {
        Answers.unkept(context, AnswerJson.object(json -> json.writeStringProperty("status", "live")));
    }

    void ready(Context context) {
        IndexStatus index = engine.index();
        List<HealthCheck> checks =
                Stream.concat(engine.health().stream(), others.get().stream()).toList();
        checks.stream().filter(HealthCheck::preventsAnswers).findFirst().ifPresent(check -> {
            throw new Refused(Problem.notReady(failing(check)));
        });
        Answers.unkept(context, IndexJson.of(index, checks));
    }

    private static String failing(HealthCheck check) {
        Failure failure = check.failure().orElseThrow();
        return "The check " + check.name() + " has failed since " + failure.since() + ": " + failure.message() + ".";
    }
}
