package dev.epitome.http;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.search.SearchEngine;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.net.URI;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;

/** A running search service. Does not own its engine: close the server first, then the engine. */
public final class SearchServer implements AutoCloseable {

    /** Enough for a query of several thousand characters, percent-encoded. */
    private static final int MAX_HEAD_BYTES = 64 << 10;

    private final Javalin javalin;
    private final String host;

    private SearchServer(Javalin javalin, String host) {
        this.javalin = javalin;
        this.host = host;
    }

    /**
     * Starts to serve; returns once requests are answered.
     *
     * @param host the address to bind to
     * @param port 0 for any free one
     * @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} when that address cannot be had
     */
    public static SearchServer start(SearchEngine engine, String host, int port) {
        return start(engine, ServerSettings.at(host, port));
    }

    /**
     * Starts to serve as the settings say; returns once requests are answered.
     *
     * @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} when their address cannot be had
     */
    public static SearchServer start(SearchEngine engine, ServerSettings settings) {
        Javalin javalin = Javalin.create(config -> configure(config, engine));
        try {
            javalin.start(settings.host(), settings.port());
        } catch (RuntimeException e) {
            throw new EpitomeException(
                    Kind.INVALID_REQUEST,
                    "cannot serve at %s port %d, %s: give another --port or --host, 0 for any free port"
                            .formatted(
                                    settings.host(),
                                    settings.port(),
                                    rootCause(e).getMessage()),
                    e);
        }
        return new SearchServer(javalin, settings.host());
    }

    /** Where it answers. */
    public URI address() {
        String literal = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + literal + ":" + javalin.port() + "/");
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private static void configure(JavalinConfig config, SearchEngine engine) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.jetty.modifyHttpConfiguration(SearchServer::configure);
        config.jetty.modifyServer(server -> server.setErrorHandler(new ProblemErrorHandler()));
        config.jetty.modifyServletContextHandler(context -> {
            context.setErrorHandler(new ProblemErrorHandler());
            context.getServletHandler().setDecodeAmbiguousURIs(true);
        });
        // Answers come compressed already where that helps.
        config.http.compressionStrategy = CompressionStrategy.NONE;
        SearchRoutes.mount(config, engine);
        Pages.mount(config);
        // Javalin has a handler of its own for its refusals, nearer than that for all exceptions.
        config.routes
                .exception(HttpResponseException.class, SearchServer::failed)
                .exception(Exception.class, SearchServer::failed);
    }

    /** A path or a method that no route is for. */
    private static void failed(Exception e, Context context) {
        Answers.begin(context);
        Answers.failed(e, context);
    }

    private static void configure(HttpConfiguration http) {
        http.setRequestHeaderSize(MAX_HEAD_BYTES);
        http.setSendServerVersion(false);
        // Ids may be anything, also with slashes of both kinds in them, which stand in the path as %2F and %5C.
        http.setUriCompliance(UriCompliance.from(
                "RFC3986,AMBIGUOUS_PATH_SEPARATOR,AMBIGUOUS_PATH_ENCODING,SUSPICIOUS_PATH_CHARACTERS"));
    }

    private static Throwable rootCause(Throwable e) {
        return e.getCause() == null ? e : rootCause(e.getCause());
    }
}
