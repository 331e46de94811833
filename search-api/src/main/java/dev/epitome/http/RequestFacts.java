package dev.epitome.http;

import dev.epitome.search.SearchResult;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** What is known of a request beside its headers: its id, what it asked for, and what the routes tell of it. */
final class RequestFacts {

    static final String ID_HEADER = "X-Request-Id";

    private static final Pattern ACCEPTABLE_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    /** Of what Jetty could not read. */
    private static final String UNREADABLE_METHOD = "BAD";

    private static final String UNREADABLE_PATH = "/badMessage";

    private static final String ROUTE = RequestFacts.class.getName() + ".route";
    private static final String FOUND = RequestFacts.class.getName() + ".found";
    private static final String KEPT = RequestFacts.class.getName() + ".kept";
    private static final String KEY = RequestFacts.class.getName() + ".key";
    private static final String PROBLEM_BYTES = RequestFacts.class.getName() + ".problemBytes";

    /**
     * What a search found.
     *
     * @param hits how many articles, on all its pages
     * @param cutShort whether the same will be answered otherwise where there is more time
     * @param index that answered, by its version
     */
    record Found(long hits, boolean cutShort, String index) {

        static Found of(SearchResult result) {
            return new Found(
                    result.total().value(), result.timedOut(), result.index().version());
        }
    }

    private RequestFacts() {}

    /**
     * Which route answers.
     *
     * @param template its path with the names of its parameters, never their values: there are few of those
     */
    static void setRoute(Context context, String template) {
        context.attribute(ROUTE, template);
    }

    static void setFound(Context context, Found found) {
        context.attribute(FOUND, found);
    }

    /** Null where no search was answered. */
    static @Nullable Found found(Context context) {
        return context.attribute(FOUND);
    }

    /** Whether the same will be answered otherwise where there is more time. */
    static boolean isCutShort(Context context) {
        Found found = found(context);
        return found != null && found.cutShort();
    }

    /** Says that the answer is one that was made before. */
    static void setKept(Context context) {
        context.attribute(KEPT, true);
    }

    static boolean isKept(Request request) {
        return request.getAttribute(KEPT) != null;
    }

    /** Whose key allowed the request, by its id. */
    static void setKey(Context context, String id) {
        context.attribute(KEY, id);
    }

    /** Empty where no key was looked at, or none was right. */
    static Optional<String> key(Request request) {
        return Optional.ofNullable((String) request.getAttribute(KEY));
    }

    /** The same of a request that is being handled; an empty text where there is none. */
    static String holder(Context context) {
        String id = context.attribute(KEY);
        return id == null ? "" : id;
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
        Found found = (Found) request.getAttribute(FOUND);
        return found == null ? OptionalLong.empty() : OptionalLong.of(found.hits());
    }

    /** The path as it was asked for, without the query; the root where it could not be read. */
    static String path(Request request) {
        HttpURI uri = request.getHttpURI();
        String path = uri == null ? null : uri.getPath();
        return path == null || !path.startsWith("/") || isUnreadable(request.getMethod(), path) ? "/" : path;
    }

    /** Empty where it could not be read. */
    static String method(Request request) {
        HttpURI uri = request.getHttpURI();
        String method = request.getMethod();
        return method == null || isUnreadable(method, uri == null ? null : uri.getPath()) ? "" : method;
    }

    private static boolean isUnreadable(@Nullable String method, @Nullable String path) {
        return UNREADABLE_METHOD.equals(method) && UNREADABLE_PATH.equals(path);
    }

    /**
     * The id that ties an answer to a line of the log: the caller's own where it is harmless in a log, otherwise a new
     * one.
     */
    static String idEchoedOrMade(@Nullable String given) {
        return given != null && ACCEPTABLE_ID.matcher(given).matches()
                ? given
                : new UUID(
                                ThreadLocalRandom.current().nextLong(),
                                ThreadLocalRandom.current().nextLong())
                        .toString();
    }
}
