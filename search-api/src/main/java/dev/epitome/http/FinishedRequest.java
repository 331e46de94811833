package dev.epitome.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * A request that was answered, or refused.
 *
 * @param took from its first byte to the last of its answer
 * @param path as it was asked for, without the query: what people search for is nobody's business
 * @param route the template of the route that took it; empty where none did
 * @param bytes of the answer's body as sent
 * @param client the address that the connection came from
 * @param hits how many articles a search found
 * @param revalidates whether the answer bears an entity tag, so that a client may ask whether it still holds
 */
record FinishedRequest(
        Instant began,
        Duration took,
        Optional<String> requestId,
        String method,
        String path,
        Optional<String> route,
        int status,
        long bytes,
        String client,
        Optional<String> userAgent,
        OptionalLong hits,
        boolean revalidates) {

    static FinishedRequest of(Request request, Response response) {
        long nanos = Math.max(0, System.nanoTime() - request.getBeginNanoTime());
        return new FinishedRequest(
                Instant.ofEpochMilli(Request.getTimeStamp(request)),
                Duration.ofNanos(nanos),
                Optional.ofNullable(response.getHeaders().get(RequestId.HEADER)),
                orNothing(request.getMethod()),
                path(request.getHttpURI()),
                RequestFacts.route(request),
                response.getStatus(),
                Math.max(0, Response.getContentBytesWritten(response)),
                orNothing(Request.getRemoteAddr(request)),
                Optional.ofNullable(request.getHeaders().get(HttpHeader.USER_AGENT)),
                RequestFacts.hits(request),
                response.getHeaders().contains(HttpHeader.ETAG));
    }

    private static String path(@Nullable HttpURI uri) {
        return uri == null ? "" : orNothing(uri.getPath());
    }

    private static String orNothing(@Nullable String text) {
        return text == null ? "" : text;
    }
}
