package com.example.reader;

import dev.epitome.http.SearchRoutes;
import dev.epitome.search.SearchEngine;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.UnauthorizedResponse;
import io.javalin.json.JavalinJackson;

/** An application that had handlers for everything before search came to it. */
final class ReaderApplication {

    record Note(String title, int stars) {}

    private ReaderApplication() {}

    static Javalin over(SearchEngine engine) {
        return Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.jsonMapper(new JavalinJackson());
            config.routes.before(ReaderApplication::signedIn);
            config.routes.error(400, context -> context.contentType("text/plain").result("our 400"));
            config.routes.error(404, context -> context.contentType("text/plain").result("our 404"));
            config.routes.exception(
                    UnauthorizedResponse.class, (e, context) -> context.status(401).result("our 401: " + e.getMessage()));
            config.routes.exception(
                    Exception.class, (e, context) -> context.status(500).result("our 500: " + e.getMessage()));
            config.routes.get("/health", context -> context.result("our health"));
            config.routes.get("/wrong", context -> {
                throw new IllegalStateException("of ours");
            });
            config.routes.post("/notes", context -> context.json(context.bodyAsClass(Note.class)));
            SearchRoutes.of(engine).under("/reading").mount(config);
        });
    }

    /** Refuses in both ways that there are. */
    private static void signedIn(Context context) {
        String who = context.header("Authorization");
        if (who == null) {
            context.status(401).result("our 401: sign in").skipRemainingHandlers();
        } else if (!who.equals("Bearer me")) {
            throw new UnauthorizedResponse("unknown");
        }
    }
}
