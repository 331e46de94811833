package dev.epitome.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;

/**
 * Adds routes to an application. What fails on them is answered as a problem, whatever else the application does.
 *
 * @param prefix before the path of each
 */
record Routes(JavalinConfig config, String prefix, FailureLog failures) {

    Routes(JavalinConfig config, String prefix) {
        this(config, prefix, new FailureLog());
    }

    /** For HEAD as for GET: Javalin by itself would answer HEAD with the headers of an empty text. */
    void get(String path, Handler handler) {
        Handler guarded = Answers.guarded(handler, failures);
        config.routes.get(prefix + path, guarded).head(prefix + path, guarded);
    }

    void post(String path, Handler handler) {
        config.routes.post(prefix + path, Answers.guarded(handler, failures));
    }

    /** An application's handler for a status such as 400 runs after ours, and would write over the problem. */
    void keepProblems(String path) {
        config.routes.after(prefix + path, Answers::keepProblem);
    }
}
