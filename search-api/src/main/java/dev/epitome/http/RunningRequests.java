package dev.epitome.http;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;

/**
 * Lets a server end what it has begun.
 *
 * <p>Jetty's own way would wait for idle connections, too, which clients keep open for long, or cut off slow requests
 * together with them. Here only requests are waited for.
 */
final class RunningRequests {

    private static final Logger LOG = System.getLogger(RunningRequests.class.getName());
    private static final long LEAVE_AS_IT_IS = -1;

    private final GracefulHandler requests = new GracefulHandler();

    /** To be called before the server starts, and before it has a handler. */
    void follow(Server server) {
        server.insertHandler(requests);
    }

    /**
     * Refuses new connections, and new requests on those that are open; returns when all others are answered, or when
     * the time is up.
     */
    void finish(Server server, Duration atMost) {
        server.getContainedBeans(AbstractConnector.class).forEach(connector -> {
            connector.setShutdownIdleTimeout(LEAVE_AS_IT_IS);
            var unused = connector.shutdown(); // It would be done when the last idle client has gone.
        });
        try {
            requests.shutdown().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.log(Level.WARNING, "some requests were still running after " + atMost.toSeconds() + " s: cut off");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.log(Level.WARNING, "the wait for running requests failed", e);
        }
    }
}
