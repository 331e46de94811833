package dev.epitome.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;

/**
 * What describes the service: the OpenAPI document, for programs, and a page that shows it to people. The page is drawn
 * by Swagger UI, of whose jar only the two files it needs are served.
 */
final class Documentation {

    private static final String LIBRARY = "/META-INF/resources/webjars/swagger-ui/";
    private static final String LIBRARY_VERSION = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

    /** In which folder each file is: ours beside this class, the library's in its jar. */
    private final Map<String, String> folders = Map.of(
            "index.html", "docs/",
            "docs.css", "docs/",
            "docs.js", "docs/",
            "swagger-ui.css", LIBRARY,
            "swagger-ui-bundle.js", LIBRARY);

    private final StaticFiles files = new StaticFiles();

    private Documentation() {}

    static void mount(JavalinConfig config) {
        Routes routes = new Routes(config, "");
        Documentation documentation = new Documentation();
        routes.get("/openapi.json", documentation::document);
        routes.get("/docs", context -> documentation.page(context, "index.html"));
        routes.get("/docs/{file}", context -> documentation.page(context, context.pathParam("file")));
    }

    /** With the policy of every page: the library does all its styling by script, which that lets pass. */
    private void page(Context context, String name) throws IOException {
        String folder = folders.get(name);
        if (folder == null) {
            throw new Refused(Problem.ofStatus(404));
        }
        StaticFile file = files.at((folder.equals(LIBRARY) ? LIBRARY + libraryVersion() + "/" : folder) + name);
        Pages.protect(context);
        file.send(context);
    }

    private void document(Context context) throws IOException {
        files.at("openapi.json").send(context);
    }

    /** The version is a part of the paths within the jar; empty where the jar is not there. */
    private static String libraryVersion() throws IOException {
        Properties properties = new Properties();
        try (InputStream file = Documentation.class.getResourceAsStream(LIBRARY_VERSION)) {
            if (file != null) {
                properties.load(file);
            }
        }
        return properties.getProperty("version", "");
    }
}
