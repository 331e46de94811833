package dev.epitome.http;

import dev.epitome.EpitomeException;
import dev.epitome.search.SearchEngine;
import dev.epitome.wire.AnswerJson;
import dev.epitome.wire.ParameterException;
import dev.epitome.wire.SearchCall;
import dev.epitome.wire.SearchParameters;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** The routes of the search service. Does not own the engine. */
public final class SearchRoutes {

    private static final Logger LOG = System.getLogger(SearchRoutes.class.getName());
    private static final String JSON = "application/json";

    private final SearchEngine engine;

    private SearchRoutes(SearchEngine engine) {
        this.engine = engine;
    }

    /** Adds the routes to an application, and has its errors on them answered as problems (RFC 9457). */
    public static void mount(JavalinConfig config, SearchEngine engine) {
        SearchRoutes routes = new SearchRoutes(engine);
        config.routes
                .before(SearchRoutes::begin)
                .get("/v1/search", routes::search)
                .get("/v1/articles/{id}", routes::article)
                .get("/health/live", SearchRoutes::live)
                .get("/health/ready", routes::ready)
                .exception(ParameterException.class, (e, context) -> answer(context, Problem.of(e)))
                .exception(EpitomeException.class, SearchRoutes::failed)
                .exception(
                        HttpResponseException.class, (e, context) -> answer(context, Problem.ofStatus(e.getStatus())))
                .exception(Exception.class, SearchRoutes::failed);
    }

    private void search(Context context) {
        SearchCall call = SearchParameters.parse(context.queryParamMap());
        context.contentType(JSON).result(AnswerJson.of(engine.search(call.request()), call));
    }

    private void article(Context context) {
        String id = context.pathParam("id");
        engine.find(id)
                .ifPresentOrElse(
                        found -> context.contentType(JSON).result(AnswerJson.of(found)),
                        () -> answer(context, Problem.articleNotFound(id)));
    }

    private static void live(Context context) {
        context.contentType(JSON).result(AnswerJson.object(json -> json.writeStringProperty("status", "live")));
    }

    private void ready(Context context) {
        context.contentType(JSON).result(AnswerJson.of(engine.index()));
    }

    private static void begin(Context context) {
        context.header(RequestId.HEADER, RequestId.echoedOrMade(context.header(RequestId.HEADER)));
        context.header("X-Content-Type-Options", "nosniff");
    }

    private static void failed(Exception e, Context context) {
        Problem problem = e instanceof EpitomeException ours ? Problem.of(ours) : Problem.internalError();
        if (problem.status() >= 500) {
            LOG.log(Level.ERROR, context.path() + " failed, request " + requestId(context), e);
        }
        answer(context, problem);
    }

    private static void answer(Context context, Problem problem) {
        context.status(problem.status())
                .contentType(Problem.MEDIA_TYPE)
                .result(problem.json(context.path(), requestId(context)));
    }

    private static String requestId(Context context) {
        return String.valueOf(context.res().getHeader(RequestId.HEADER));
    }
}
