package dev.epitome.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.regex.Pattern;

/** The pages for people and what they are made of: files beside this class, in the folder {@code page}. */
final class Pages {

    /** Everything from here, nothing from another host, and no script or style within a page. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Names with one dot or more, none of them first: nothing that climbs. */
    private static final Pattern ASSET = Pattern.compile("(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)+");

    private final StaticFiles files = new StaticFiles();

    private Pages() {}

    static void mount(JavalinConfig config) {
        Routes routes = new Routes(config, "");
        Pages pages = new Pages();
        routes.get("/", context -> pages.send(context, "index.html"));
        routes.get("/stats", context -> pages.send(context, "stats.html"));
        routes.get("/assets/<file>", pages::asset);
    }

    private void asset(Context context) throws IOException {
        String name = context.pathParam("file");
        if (!ASSET.matcher(name).matches() || name.endsWith(".html")) {
            throw new Refused(Problem.ofStatus(404));
        }
        send(context, name);
    }

    private void send(Context context, String name) throws IOException {
        StaticFile file = files.at("page/" + name);
        protect(context);
        file.send(context);
    }

    /** Sets what every page bears. */
    static void protect(Context context) {
        context.header("Content-Security-Policy", POLICY);
        context.header("Referrer-Policy", "no-referrer");
    }
}
