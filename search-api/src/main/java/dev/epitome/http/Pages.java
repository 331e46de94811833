package dev.epitome.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The pages for people and what they are made of: files beside this class, in the folder {@code page}. */
final class Pages {

    /** Everything from here, nothing from another host, and no script or style within a page. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Names with one dot or more, none of them first: nothing that climbs. */
    private static final Pattern ASSET = Pattern.compile("(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)+");

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=utf-8",
            "html", "text/html;charset=utf-8",
            "ico", "image/x-icon",
            "js", "text/javascript;charset=utf-8",
            "json", "application/json",
            "png", "image/png",
            "svg", "image/svg+xml;charset=utf-8",
            "txt", "text/plain;charset=utf-8",
            "woff2", "font/woff2");

    private final Map<String, StaticFile> files = new ConcurrentHashMap<>();

    private Pages() {}

    static void mount(JavalinConfig config) {
        Pages pages = new Pages();
        Routes.get(config, "/", context -> pages.page(context, "index.html"));
        Routes.get(config, "/stats", context -> pages.page(context, "stats.html"));
        Routes.get(config, "/assets/<file>", pages::asset);
    }

    private void page(Context context, String name) throws IOException {
        send(context, name);
    }

    private void asset(Context context) throws IOException {
        String name = context.pathParam("file");
        if (!ASSET.matcher(name).matches() || name.endsWith(".html")) {
            throw new Refused(Problem.ofStatus(404));
        }
        send(context, name);
    }

    private void send(Context context, String name) throws IOException {
        StaticFile file = file(name).orElseThrow(() -> new Refused(Problem.ofStatus(404)));
        protect(context);
        file.send(context);
    }

    /** Sets what every page bears. */
    static void protect(Context context) {
        context.header("Content-Security-Policy", POLICY);
        context.header("Referrer-Policy", "no-referrer");
    }

    /** Only what exists is kept, so that asking for names does not fill the memory. */
    private Optional<StaticFile> file(String name) throws IOException {
        StaticFile known = files.get(name);
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (known != null || type == null) {
            return Optional.ofNullable(known);
        }
        try (InputStream content = Pages.class.getResourceAsStream("page/" + name)) {
            if (content == null) {
                return Optional.empty();
            }
            files.putIfAbsent(name, new StaticFile(type, content.readAllBytes()));
        }
        return Optional.of(Objects.requireNonNull(files.get(name)));
    }
}
