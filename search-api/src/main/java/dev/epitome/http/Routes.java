package dev.epitome.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;

/** Adds routes to an application. What fails on them is answered as a problem, whatever else the application does. */
final class Routes {

    private Routes() {}

    /** For HEAD as for GET: Javalin by itself would answer HEAD with the headers of an empty text. */
    static void get(JavalinConfig config, String path, Handler handler) {
        Handler guarded = Answers.guarded(handler);
        config.routes.get(path, guarded).head(path, guarded);
    }

    static void post(JavalinConfig config, String path, Handler handler) {
        config.routes.post(path, Answers.guarded(handler));
    }
}
