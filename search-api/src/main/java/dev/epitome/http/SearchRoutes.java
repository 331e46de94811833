package dev.epitome.http;

import dev.epitome.EpitomeException;
import dev.epitome.search.SearchEngine;
import dev.epitome.wire.AnswerJson;
import dev.epitome.wire.ExplanationJson;
import dev.epitome.wire.ParameterException;
import dev.epitome.wire.QueryString;
import dev.epitome.wire.SearchCall;
import dev.epitome.wire.SearchParameters;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
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

    /**
     * Adds the routes to an application. Errors on them are answered as problems (RFC 9457); other routes of the
     * application, and its own handling of errors, are left alone.
     */
    public static void mount(JavalinConfig config, SearchEngine engine) {
        SearchRoutes routes = new SearchRoutes(engine);
        add(config, "/v1/search", routes::search);
        add(config, "/v1/articles/{id}", routes::article);
        add(config, "/v1/articles/{id}/explain", routes::explain);
        add(config, "/health/live", SearchRoutes::live);
        add(config, "/health/ready", routes::ready);
    }

    /** For HEAD as for GET: Javalin by itself would answer HEAD with the headers of an empty text. */
    private static void add(JavalinConfig config, String path, Handler handler) {
        Handler guarded = context -> {
            begin(context);
            try {
                handler.handle(context);
            } catch (Exception e) {
                failed(e, context);
            }
        };
        config.routes.get(path, guarded).head(path, guarded);
    }

    private void search(Context context) {
        SearchCall call = SearchParameters.parse(QueryString.parse(context.queryString()));
        json(context, AnswerJson.of(engine.search(call.request()), call));
    }

    private void article(Context context) {
        String id = context.pathParam("id");
        engine.find(id)
                .ifPresentOrElse(
                        found -> json(context, AnswerJson.of(found)),
                        () -> answer(context, Problem.articleNotFound(id)));
    }

    private void explain(Context context) {
        String id = context.pathParam("id");
        SearchCall call = SearchParameters.parse(QueryString.parse(context.queryString()));
        engine.explain(call.request(), id)
                .ifPresentOrElse(
                        found -> json(
                                context,
                                ExplanationJson.of(found, call.request().query().text())),
                        () -> answer(context, Problem.articleNotFound(id)));
    }

    private static void live(Context context) {
        json(context, AnswerJson.object(json -> json.writeStringProperty("status", "live")));
    }

    private void ready(Context context) {
        json(context, AnswerJson.of(engine.index()));
    }

    /** Takes the finished answer: a type set before a failure would leave its charset to the problem. */
    private static void json(Context context, byte[] answer) {
        context.contentType(JSON).result(answer);
    }

    /** What every answer of ours bears. */
    static void begin(Context context) {
        context.header(RequestId.HEADER, RequestId.echoedOrMade(context.header(RequestId.HEADER)));
        context.header("X-Content-Type-Options", "nosniff");
    }

    /** Answers with the problem that the failure is; call {@link #begin} before. */
    static void failed(Exception e, Context context) {
        Problem problem = switch (e) {
            case ParameterException wrong -> Problem.of(wrong);
            case EpitomeException ours -> Problem.of(ours);
            case HttpResponseException refused -> Problem.ofStatus(refused.getStatus());
            default -> Problem.internalError();
        };
        if (problem.status() >= 500) {
            LOG.log(Level.ERROR, context.path() + " failed, request " + requestId(context), e);
        }
        if (e instanceof MethodNotAllowedResponse other) {
            context.header("Allow", String.join(", ", other.getDetails().values()));
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
