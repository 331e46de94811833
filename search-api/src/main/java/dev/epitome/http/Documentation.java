package dev.epitome.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What describes the service: the OpenAPI document, for programs, and a page that shows it to people. The page is drawn
 * by Swagger UI, of whose jar only the two files it needs are served.
 */
final class Documentation {

    private static final String DOCUMENT = "openapi.json";
    private static final String LIBRARY = "/META-INF/resources/webjars/swagger-ui/";
    private static final String LIBRARY_VERSION = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

    /** Where each file is: ours beside this class, the library's in its jar. */
    private final Map<String, Source> sources = Map.of(
            "index.html",
            new Source("text/html;charset=utf-8", "docs/"),
            "docs.css",
            new Source("text/css;charset=utf-8", "docs/"),
            "docs.js",
            new Source("text/javascript;charset=utf-8", "docs/"),
            "swagger-ui.css",
            new Source("text/css;charset=utf-8", LIBRARY),
            "swagger-ui-bundle.js",
            new Source("text/javascript;charset=utf-8", LIBRARY),
            DOCUMENT,
            new Source(Answers.JSON, ""));

    private final Map<String, StaticFile> files = new ConcurrentHashMap<>();

    private Documentation() {}

    private record Source(String type, String folder) {}

    static void mount(JavalinConfig config) {
        Documentation documentation = new Documentation();
        Routes.get(config, "/openapi.json", documentation::document);
        Routes.get(config, "/docs", context -> documentation.page(context, "index.html"));
        Routes.get(config, "/docs/{file}", context -> documentation.page(context, context.pathParam("file")));
    }

    /** With the policy of every page: the library does all its styling by script, which that lets pass. */
    private void page(Context context, String name) throws IOException {
        if (name.equals(DOCUMENT)) {
            throw new Refused(Problem.ofStatus(404));
        }
        StaticFile file = known(name);
        Pages.protect(context);
        file.send(context);
    }

    private void document(Context context) throws IOException {
        known(DOCUMENT).send(context);
    }

    private StaticFile known(String name) throws IOException {
        return file(name).orElseThrow(() -> new Refused(Problem.ofStatus(404)));
    }

    private Optional<StaticFile> file(String name) throws IOException {
        StaticFile known = files.get(name);
        Source source = sources.get(name);
        if (known != null || source == null) {
            return Optional.ofNullable(known);
        }
        String folder = source.folder().equals(LIBRARY) ? LIBRARY + libraryVersion() + "/" : source.folder();
        try (InputStream content = Documentation.class.getResourceAsStream(folder + name)) {
            if (content == null) {
                return Optional.empty();
            }
            StaticFile read = new StaticFile(source.type(), content.readAllBytes());
            files.put(name, read);
            return Optional.of(read);
        }
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
