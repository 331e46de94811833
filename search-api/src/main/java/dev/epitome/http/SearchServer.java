package dev.epitome.http;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.http.FinishedRequest.FinishedRequests;
import dev.epitome.http.Routes.FailureLog;
import dev.epitome.search.HealthCheck;
import dev.epitome.search.SearchEngine;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;

/** A running search service. Does not own its engine: close the server first, then the engine. */
public final class SearchServer implements AutoCloseable {

    /** Enough for a query of several thousand characters, percent-encoded. */
    private static final int MAX_HEAD_BYTES = 64 << 10;

    private final Javalin javalin;
    private final Door door;
    private final Draining draining;
    private final ServerSettings settings;
    private final URI address;
    private final Metrics metrics;
    private boolean closed;

    private SearchServer(Javalin javalin, Door door, Draining draining, ServerSettings settings, Metrics metrics) {
        this.javalin = javalin;
        this.door = door;
        this.draining = draining;
        this.settings = settings;
        this.address = address(settings.host(), door.getLocalPort());
        this.metrics = metrics;
    }

    /**
     * Starts to serve; returns once requests are answered.
     *
     * @param host the address to bind to
     * @param port 0 for any free one
     * @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} when that address cannot be had, or is one that
     *     other machines reach
     */
    public static SearchServer start(SearchEngine engine, String host, int port) {
        return start(engine, ServerSettings.at(host, port));
    }

    /**
     * Starts to serve as the settings say; returns once requests are answered.
     *
     * @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} when their address cannot be had, or they are
     *     {@linkplain ServerSettings#isOpenUnasked open unasked}
     */
    public static SearchServer start(SearchEngine engine, ServerSettings settings) {
        Objects.requireNonNull(settings, "settings");
        return start(engine, settings, Optional.empty());
    }

    /**
     * As {@link #start(SearchEngine, ServerSettings)}, with a log of all requests.
     *
     * @param log stays the caller's, to be closed after the server
     */
    public static SearchServer start(SearchEngine engine, ServerSettings settings, Optional<AccessLog> log) {
        return start(engine, settings, log, Writing.NONE);
    }

    /** As above, with an index that is changed through the service by those who have keys for that. */
    public static SearchServer start(
            SearchEngine engine, ServerSettings settings, Optional<AccessLog> log, Writing writing) {
        return start(engine, settings, log, writing, WatchHandlers.NONE);
    }

    /**
     * As above, saying also what is watched for the index.
     *
     * @param watched asked each time; JSON for all who may read, as {@code /v1/watch} has it, or nothing where that
     *     cannot be told now
     */
    public static SearchServer start(
            SearchEngine engine,
            ServerSettings settings,
            Optional<AccessLog> log,
            Writing writing,
            Supplier<Optional<byte[]>> watched) {
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(log, "log");
        Objects.requireNonNull(writing, "writing");
        Objects.requireNonNull(watched, "watched");
        requireAsked(settings);
        OwnName name = OwnName.of(settings.host(), settings.naming());
        Gate gate = Gate.of(settings, name);
        AnswerCache answers = AnswerCache.of(engine, settings.work());
        Supplier<List<HealthCheck>> others =
                () -> log.stream().map(AccessLog::health).toList();
        Metrics metrics = new Metrics(engine, answers, log, others);
        try {
            return start(settings, log, metrics, config -> {
                SearchRoutes.of(engine)
                        .withHealth()
                        .besidePage()
                        .knownAs(name)
                        .writtenBy(writing)
                        .mount(config, answers, others, gate);
                Pages.mount(config, gate);
                Routes own = new Routes(config, "", gate);
                own.get("/v1/watch", Access.INSIGHT, new WatchHandlers(watched)::watched);
                own.get("/metrics", Access.MONITOR, context -> answer(context, metrics));
            });
        } catch (RuntimeException e) {
            metrics.close();
            throw e;
        }
    }

    private static void requireAsked(ServerSettings settings) {
        if (settings.isOpenUnasked()) {
            throw new EpitomeException(
                    Kind.INVALID_REQUEST,
                    "other machines could read at " + settings.host()
                            + ": say that reading is public, give keys, or listen at 127.0.0.1");
        }
    }

    private static SearchServer start(
            ServerSettings settings, Optional<AccessLog> log, Metrics metrics, Consumer<JavalinConfig> routes) {
        Draining draining = new Draining();
        List<Consumer<FinishedRequest>> listeners = new ArrayList<>(List.of(metrics::count));
        log.ifPresent(lines -> listeners.add(lines::add));
        Javalin javalin = Javalin.create(config -> {
            configure(config, settings, draining, routes);
            config.jetty.addConnector((server, http) -> door(server, http, settings, draining));
            config.jetty.modifyServer(server -> server.setRequestLog(new FinishedRequests(listeners)));
        });
        try {
            javalin.start(settings.host(), settings.port());
        } catch (RuntimeException e) {
            javalin.stop();
            throw e instanceof JavalinBindException taken ? cannotBind(settings, taken) : e;
        }
        Door door = (Door) javalin.jettyServer().server().getConnectors()[0];
        return new SearchServer(javalin, door, draining, settings, metrics);
    }

    private static Door door(Server server, HttpConfiguration http, ServerSettings settings, Draining draining) {
        TrustedProxies proxies = new TrustedProxies(settings.naming().trustedProxies());
        http.addCustomizer(new ProxiedRequest(proxies));
        Door door = new Door(server, http, settings.connections(), proxies, draining::hasBegun);
        door.setHost(settings.host());
        door.setPort(settings.port());
        return door;
    }

    private static EpitomeException cannotBind(ServerSettings settings, JavalinBindException e) {
        return new EpitomeException(
                Kind.INVALID_REQUEST,
                "cannot listen on %s port %d, %s: choose another port or host, port 0 for any free port"
                        .formatted(settings.host(), settings.port(), reason(rootCause(e))),
                e);
    }

    private static String reason(Throwable e) {
        if (e instanceof UnresolvedAddressException || e instanceof UnknownHostException) {
            return "the host is not known";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** Where it answers. */
    public URI address() {
        return address;
    }

    private static URI address(String host, int port) {
        String literal = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + literal + ":" + port + "/");
    }

    /** Every route, for those who compare them with what is said of them. */
    List<Endpoint> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(route -> route.method.isHttpMethod())
                .toList();
    }

    /** How many are open now. */
    int connections() {
        return door.visits().size();
    }

    /**
     * Says that it stops, then takes no more connections, answers the requests that have begun, and stops, all within
     * the {@link StopTimes} of its settings. A second call waits for the first.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        draining.drain(door, settings.stopTimes());
        javalin.stop();
        metrics.close();
    }

    private static void answer(Context context, Metrics metrics) {
        context.header("Cache-Control", "no-store");
        Answers.send(context, Metrics.MEDIA_TYPE, metrics.scrape().getBytes(StandardCharsets.UTF_8));
    }

    private static void configure(
            JavalinConfig config, ServerSettings settings, Draining draining, Consumer<JavalinConfig> routes) {
        Cors cors = new Cors(settings.corsOrigins(), !settings.keys().isEmpty());
        OwnName name = OwnName.of(settings.host(), settings.naming());
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        // A client that sends or reads slowly holds a thread for as long: there must be more than a few hundred of
        // them.
        config.concurrency.useVirtualThreads = true;
        config.jetty.modifyHttpConfiguration(SearchServer::configure);
        config.jetty.modifyServer(server -> server.setErrorHandler(new ProblemErrorHandler(cors)));
        config.jetty.modifyServletContextHandler(context -> {
            context.setErrorHandler(new ProblemErrorHandler(cors));
            context.getServletHandler().setDecodeAmbiguousURIs(true);
        });
        // Answers come compressed already where that helps.
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.routes
                .before(Answers::beginOurs)
                .before(cors::before)
                .before(name::before)
                .before(Visit::before)
                .before(draining::before);
        if (settings.rateLimit() > 0) {
            config.routes.before(new RateLimit(settings.rateLimit(), System::nanoTime)::before);
        }
        routes.accept(config);
        // Javalin has a handler of its own for its refusals, nearer than that for all exceptions.
        FailureLog failures = new FailureLog();
        config.routes
                .exception(HttpResponseException.class, (e, context) -> failed(e, context, failures))
                .exception(Exception.class, (e, context) -> failed(e, context, failures));
    }

    /** A path or a method that no route is for. */
    private static void failed(Exception e, Context context, FailureLog failures) {
        Answers.begin(context);
        Answers.failed(e, context, failures);
    }

    private static void configure(HttpConfiguration http) {
        http.setRequestHeaderSize(MAX_HEAD_BYTES);
        http.setSendServerVersion(false);
        http.addCustomizer(Visit::follow);
        http.addCustomizer(new PlainRequest());
        // Ids may be anything, also with slashes of both kinds in them, which stand in the path as %2F and %5C.
        http.setUriCompliance(UriCompliance.from(
                "RFC3986,AMBIGUOUS_PATH_SEPARATOR,AMBIGUOUS_PATH_ENCODING,SUSPICIOUS_PATH_CHARACTERS"));
    }

    private static Throwable rootCause(Throwable e) {
        return e.getCause() == null ? e : rootCause(e.getCause());
    }
}
