package dev.epitome.http;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;

/** Tells of every request that the web server has done with, those included that it refused by itself. */
final class FinishedRequests implements RequestLog {

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
