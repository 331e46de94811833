package dev.epitome.http;

import io.javalin.http.Context;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * How a server ends without leaving anybody unanswered.
 *
 * <p>First it says that it stops, and goes on as before, so that whoever hands out the requests can send them
 * elsewhere. Then it takes no more connections. From the beginning every answer says that it is the last of its
 * connection. It has ended once all requests that had begun are answered, or the time is up.
 *
 * <p>Jetty's own way refuses requests that came by connections it had taken, waits for idle ones, which clients keep
 * open for long, or cuts off slow requests together with those.
 */
final class Draining {

    static final String READY = "/health/ready";

    private static final Logger LOG = System.getLogger(Draining.class.getName());

    private static final Duration PAUSE = Duration.ofMillis(5);

    private volatile boolean begun;

    boolean hasBegun() {
        return begun;
    }

    /** To be called before a request is handled. */
    void before(Context context) {
        if (begun && context.path().equals(READY)) {
            RequestFacts.setRoute(context, READY);
            throw new Refused(Problem.stopping());
        }
    }

    /** Returns when all that had begun is answered, or when the time is up. */
    void drain(Door door, StopTimes times) {
        long start = System.nanoTime();
        begun = true;
        try {
            Thread.sleep(times.grace());
            door.shut();
            while (!door.isQuiet()) {
                if (System.nanoTime() - start >= times.within().toNanos()) {
                    LOG.log(
                            Level.WARNING,
                            "{0} connections had requests running after {1}: cut off",
                            door.visits().stream()
                                    .filter(visit -> !visit.isQuiet())
                                    .count(),
                            times.within());
                    return;
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
