package dev.epitome.http;

import dev.epitome.search.SearchResult;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.jetty.server.Request;

/** What the routes tell of a request to those who count and log it once it is over. */
final class RequestFacts {

    private static final String ROUTE = RequestFacts.class.getName() + ".route";
    private static final String HITS = RequestFacts.class.getName() + ".hits";
    private static final String CUT_SHORT = RequestFacts.class.getName() + ".cutShort";
    private static final String PROBLEM_BYTES = RequestFacts.class.getName() + ".problemBytes";

    private RequestFacts() {}

    /**
     * Which route answers.
     *
     * @param template its path with the names of its parameters, never their values: there are few of those
     */
    static void setRoute(Context context, String template) {
        context.attribute(ROUTE, template);
    }

    /** What a search found: how many articles on all its pages, and whether there was not time enough for all. */
    static void setResult(Context context, SearchResult result) {
        context.attribute(HITS, result.total().value());
        context.attribute(CUT_SHORT, result.timedOut());
    }

    /** Whether the same will be answered otherwise where there is more time. */
    static boolean isCutShort(Context context) {
        return Boolean.TRUE.equals(context.attribute(CUT_SHORT));
    }

    /** How long the problem is by which the web server refuses the request: it does not count those itself. */
    static void setProblemBytes(Request request, int bytes) {
        request.setAttribute(PROBLEM_BYTES, bytes);
    }

    /** 0 where the web server did not refuse the request by itself. */
    static int problemBytes(Request request) {
        Integer bytes = (Integer) request.getAttribute(PROBLEM_BYTES);
        return bytes == null ? 0 : bytes;
    }

    /** Empty where no route took the request. */
    static Optional<String> route(Request request) {
        return Optional.ofNullable((String) request.getAttribute(ROUTE));
    }

    /** Empty where no search was answered. */
    static OptionalLong hits(Request request) {
        Long hits = (Long) request.getAttribute(HITS);
        return hits == null ? OptionalLong.empty() : OptionalLong.of(hits);
    }
}
