package dev.epitome.http;

import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** What is known of requests even where Jetty could not read them: it gives those a method and a path of its own. */
final class UnreadableRequest {

    private static final String METHOD = "BAD";
    private static final String PATH = "/badMessage";

    private UnreadableRequest() {}

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
        return METHOD.equals(method) && PATH.equals(path);
    }
}
