package dev.epitome.http;

import dev.epitome.http.AnswerCache.Question;
import dev.epitome.http.AnswerCache.Work;
import dev.epitome.http.Conditional.Reading;
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

/** What is asked of one article. */
final class ArticleHandlers {

    private final Admission admission;
    private final Conditional conditional;

    ArticleHandlers(Admission admission, Conditional conditional) {
        this.admission = admission;
        this.conditional = conditional;
    }

    void article(Context context) {
        GivenParameters.of(context.queryString(), Resource.CONSTANT);
        StoredArticle found = admission.work(context, Cost.ARTICLE, engine -> known(engine.find(id(context)), context));
        String tag = EntityTag.of(found.article());
        context.header("Cache-Control", "no-cache").header("ETag", tag);
        if (EntityTag.isKnown(context, tag)) {
            Answers.notModified(context);
        } else {
            Answers.send(context, Answers.JSON, AnswerJson.of(found));
        }
    }

    void explain(Context context) {
        GivenParameters given = GivenParameters.of(context.queryString(), Resource.EXPLANATION);
        LocalDate today = conditional.today();
        send(context, given, today, () -> {
            SearchRequest request = given.search().on(today).request();
            return new Work(
                    Cost.ofExplanation(request),
                    engine -> ExplanationJson.of(
                            known(engine.explain(request, id(context)), context),
                            request.query().text()));
        });
    }

    void related(Context context) {
        GivenParameters given = GivenParameters.of(context.queryString(), Resource.RELATED);
        send(context, given, conditional.today(), () -> {
            int limit = given.related();
            return new Work(
                    Cost.ofRelated(),
                    engine -> AnswerJson.related(id(context), known(engine.related(id(context), limit), context)));
        });
    }

    /** Whether there is such an article is seen first: no client has the answer of one that is not. */
    private void send(Context context, GivenParameters given, LocalDate today, Reading reading) {
        conditional.json(context, Question.asItCame(context, given, today), () -> find(context), reading);
    }

    private void find(Context context) {
        admission.work(context, Cost.ARTICLE, engine -> known(engine.find(id(context)), context));
    }

    private static String id(Context context) {
        return context.pathParam("id");
    }

    private static <T> T known(Optional<T> found, Context context) {
        return found.orElseThrow(() -> new Refused(Problem.articleNotFound(id(context))));
    }
}
