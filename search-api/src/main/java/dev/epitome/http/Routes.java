package dev.epitome.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Adds routes to an application, each for those who may use it. What fails on them is answered as a problem, whatever
 * else the application does.
 *
 * @param prefix before the path of each
 */
record Routes(JavalinConfig config, String prefix, Gate gate, FailureLog failures) {

    Routes(JavalinConfig config, String prefix, Gate gate) {
        this(config, prefix, gate, new FailureLog());
    }

    /** For HEAD as for GET: Javalin by itself would answer HEAD with the headers of an empty text. */
    void get(String path, Access access, Handler handler) {
        Handler guarded = guarded(access, handler);
        config.routes.get(prefix + path, guarded).head(prefix + path, guarded);
    }

    void post(String path, Access access, Handler handler) {
        config.routes.post(prefix + path, guarded(access, handler));
    }

    void put(String path, Access access, Handler handler) {
        config.routes.put(prefix + path, guarded(access, handler));
    }

    void delete(String path, Access access, Handler handler) {
        config.routes.delete(prefix + path, guarded(access, handler));
    }

    private Handler guarded(Access access, Handler handler) {
        return Answers.guarded(
                context -> {
                    gate.check(context, access);
                    handler.handle(context);
                },
                failures);
    }

    /** An application's handler for a status such as 400 runs after ours, and would write over the problem. */
    void keepProblems(String path) {
        config.routes.after(prefix + path, Answers::keepProblem);
    }

    /** Logs failures that are ours: the first of its kind with all that is known, those that follow by a line each. */
    static final class FailureLog {

        private static final Logger LOG = System.getLogger(FailureLog.class.getName());

        private final AtomicReference<String> last = new AtomicReference<>("");

        void add(String path, String requestId, Throwable e) {
            StackTraceElement[] trace = e.getStackTrace();
            String kind = e.getClass().getName() + (trace.length == 0 ? "" : trace[0]);
            String what = path + " failed, request " + requestId;
            if (kind.equals(last.getAndSet(kind))) {
                LOG.log(Level.ERROR, "{0}, as the one before: {1}", what, e);
            } else {
                LOG.log(Level.ERROR, what, e);
            }
        }
    }
}
