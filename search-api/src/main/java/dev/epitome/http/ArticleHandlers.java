package dev.epitome.http;

import dev.epitome.search.Cost;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.StoredArticle;
import dev.epitome.wire.AnswerJson;
import dev.epitome.wire.ExplanationJson;
import dev.epitome.wire.GivenParameters;
import dev.epitome.wire.Resource;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.Optional;

/** What is asked of one article. Whether there is one is seen first: no client has the answer of one that is not. */
final class ArticleHandlers {

    private final Admission admission;
    private final Conditional conditional;

    ArticleHandlers(Admission admission, Conditional conditional) {
        this.admission = admission;
        this.conditional = conditional;
    }

    void article(Context context) {
        GivenParameters given = GivenParameters.of(context.queryString(), Resource.CONSTANT);
        StoredArticle found = find(context);
        conditional.json(context, given, Cost.ARTICLE, engine -> AnswerJson.of(found));
    }

    void explain(Context context) {
        GivenParameters given = GivenParameters.of(context.queryString(), Resource.EXPLANATION);
        LocalDate today = conditional.today();
        SearchRequest request = given.search().on(today).request();
        find(context);
        conditional.json(
                context,
                given,
                today,
                Cost.ofExplanation(request),
                engine -> ExplanationJson.of(
                        known(engine.explain(request, id(context)), context),
                        request.query().text()));
    }

    void related(Context context) {
        GivenParameters given = GivenParameters.of(context.queryString(), Resource.RELATED);
        int limit = given.related();
        find(context);
        conditional.json(
                context,
                given,
                Cost.ofRelated(),
                engine -> AnswerJson.related(id(context), known(engine.related(id(context), limit), context)));
    }

    private StoredArticle find(Context context) {
        return admission.work(context, Cost.ARTICLE, engine -> known(engine.find(id(context)), context));
    }

    private static String id(Context context) {
        return context.pathParam("id");
    }

    private static <T> T known(Optional<T> found, Context context) {
        return found.orElseThrow(() -> new Refused(Problem.articleNotFound(id(context))));
    }
}
