package dev.epitome.http;

import dev.epitome.search.SearchEngine;
import dev.epitome.wire.AnswerJson;
import dev.epitome.wire.ExplanationJson;
import dev.epitome.wire.Parameter;
import dev.epitome.wire.RelatedJson;
import dev.epitome.wire.SearchCall;
import dev.epitome.wire.SearchParameters;
import io.javalin.http.Context;
import java.util.Optional;

/** What is asked of one article. */
final class ArticleHandlers {

    private final SearchEngine engine;

    ArticleHandlers(SearchEngine engine) {
        this.engine = engine;
    }

    void article(Context context) {
        Given.in(context, Parameter.none());
        Answers.json(context, AnswerJson.of(known(engine.find(id(context)), context)));
    }

    void explain(Context context) {
        SearchCall call = SearchParameters.search(Given.in(context, Parameter.ofExplanation()));
        Answers.json(
                context,
                ExplanationJson.of(
                        known(engine.explain(call.request(), id(context)), context),
                        call.request().query().text()));
    }

    void related(Context context) {
        int limit = SearchParameters.related(Given.in(context, Parameter.ofRelated()));
        Answers.json(context, RelatedJson.of(id(context), known(engine.related(id(context), limit), context)));
    }

    private static String id(Context context) {
        return context.pathParam("id");
    }

    private static <T> T known(Optional<T> found, Context context) {
        return found.orElseThrow(() -> new Refused(Problem.articleNotFound(id(context))));
    }
}
