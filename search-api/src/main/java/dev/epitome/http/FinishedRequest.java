package dev.epitome.http;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * A request that was answered, or refused.
 *
 * @param took from its first byte to the last of its answer
 * @param method empty where the request could not be read
 * @param path as it was asked for, without the query: what people search for is nobody's business. The root where it
 *     could not be read
 * @param route the template of the route that took it; empty where none did
 * @param bytes of the answer's body as sent
 * @param client the address that the connection came from
 * @param key the id of the key that it bore, where one was asked for and was right
 * @param hits how many articles a search found
 * @param revalidates whether the answer bears an entity tag, so that a client may ask whether it still holds
 * @param kept whether the answer is one that was made before
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
        Optional<String> key,
        OptionalLong hits,
        boolean revalidates,
        boolean kept) {

    static FinishedRequest of(Request request, Response response) {
        long nanos = Math.max(0, System.nanoTime() - request.getBeginNanoTime());
        return new FinishedRequest(
                Instant.ofEpochMilli(Request.getTimeStamp(request)),
                Duration.ofNanos(nanos),
                Optional.ofNullable(response.getHeaders().get(RequestFacts.ID_HEADER)),
                RequestFacts.method(request),
                RequestFacts.path(request),
                RequestFacts.route(request),
                response.getStatus(),
                bytes(request, response),
                orNothing(Request.getRemoteAddr(request)),
                Optional.ofNullable(request.getHeaders().get(HttpHeader.USER_AGENT)),
                RequestFacts.key(request),
                RequestFacts.hits(request),
                response.getHeaders().contains(HttpHeader.ETAG),
                RequestFacts.isKept(request));
    }

    /** Jetty counts for HEAD what GET would send, and nothing of what it refuses before it has read the request. */
    private static long bytes(Request request, Response response) {
        return HttpMethod.HEAD.is(request.getMethod())
                ? 0
                : Math.max(RequestFacts.problemBytes(request), Response.getContentBytesWritten(response));
    }

    private static String orNothing(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Tells of every request that the web server has done with, those included that it refused by itself. */
    static final class FinishedRequests implements RequestLog {

        private static final Logger LOG = System.getLogger(FinishedRequests.class.getName());

        private final List<Consumer<FinishedRequest>> listeners;

        FinishedRequests(List<Consumer<FinishedRequest>> listeners) {
            this.listeners = List.copyOf(listeners);
        }

        /** Runs after the answer was sent, and never fails the connection that the next request comes by. */
        @Override
        public void log(Request request, Response response) {
            try {
                FinishedRequest finished = FinishedRequest.of(request, response);
                listeners.forEach(listener -> listener.accept(finished));
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "a request could not be counted or logged", e);
            }
        }
    }
}
