package dev.epitome.http;

import dev.epitome.http.StaticFiles.StaticFile;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * The pages for people and what they are made of: files beside this class. What describes the service is drawn by
 * Swagger UI, of whose jar only the two files it needs are served.
 */
final class Pages {

    /** Everything from here, nothing from another host, and no script or style within a page. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Names with one dot or more, none of them first: nothing that climbs. */
    private static final Pattern ASSET = Pattern.compile("(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)+");

    private static final String LIBRARY = "/META-INF/resources/webjars/swagger-ui/";
    private static final String LIBRARY_VERSION = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

    /** In which folder each file of the documentation is: ours beside this class, the library's in its jar. */
    private static final Map<String, String> DOCUMENTATION = Map.of(
            "index.html", "docs/",
            "docs.css", "docs/",
            "docs.js", "docs/",
            "swagger-ui.css", LIBRARY,
            "swagger-ui-bundle.js", LIBRARY);

    private final StaticFiles files = new StaticFiles();

    private Pages() {}

    static void mount(JavalinConfig config, Gate gate) {
        Routes routes = new Routes(config, "", gate);
        Pages pages = new Pages();
        routes.get("/", Access.OPEN, context -> pages.send(context, "index.html"));
        routes.get("/stats", Access.OPEN, context -> pages.send(context, "stats.html"));
        routes.get("/assets/<file>", Access.OPEN, pages::asset);
        routes.get(
                "/openapi.json",
                Access.OPEN,
                context -> pages.files.at("openapi.json").send(context));
        routes.get("/docs", Access.OPEN, context -> pages.documentation(context, "index.html"));
        routes.get("/docs/{file}", Access.OPEN, context -> pages.documentation(context, context.pathParam("file")));
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
    private static void protect(Context context) {
        context.header("Content-Security-Policy", POLICY);
        context.header("Referrer-Policy", "no-referrer");
    }

    /** With the policy of every page: the library does all its styling by script, which that lets pass. */
    private void documentation(Context context, String name) throws IOException {
        String folder = DOCUMENTATION.get(name);
        if (folder == null) {
            throw new Refused(Problem.ofStatus(404));
        }
        StaticFile file = files.at((folder.equals(LIBRARY) ? LIBRARY + libraryVersion() + "/" : folder) + name);
        protect(context);
        file.send(context);
    }

    /** The version is a part of the paths within the jar; empty where the jar is not there. */
    private static String libraryVersion() throws IOException {
        Properties properties = new Properties();
        try (InputStream file = Pages.class.getResourceAsStream(LIBRARY_VERSION)) {
            if (file != null) {
                properties.load(file);
            }
        }
        return properties.getProperty("version", "");
    }
}
