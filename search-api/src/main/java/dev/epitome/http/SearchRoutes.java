package dev.epitome.http;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.search.ArticleWriter;
import dev.epitome.search.HealthCheck;
import dev.epitome.search.SearchEngine;
import io.javalin.config.JavalinConfig;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The routes of the search service, for an application that has others of its own. Immutable; does not own the engine.
 *
 * <pre>{@code
 * Javalin.create(config -> SearchRoutes.of(engine).under("/articles").mount(config));
 * }</pre>
 *
 * <p>Errors on these routes are answered as problems (RFC 9457), also where the application has handlers of its own for
 * such errors; on all other routes its own handling is left alone. Whatever it does before a request, such as to find
 * out who asks, it does before these, too.
 */
public final class SearchRoutes {

    private static final Pattern PREFIX = Pattern.compile("(?:/[A-Za-z0-9._~-]+)*");

    private final SearchEngine engine;
    private final String prefix;
    private final boolean health;
    private final boolean page;
    private final WorkLimits limits;
    private final OwnName name;
    private final Optional<Writing> writing;

    private SearchRoutes(
            SearchEngine engine,
            String prefix,
            boolean health,
            boolean page,
            WorkLimits limits,
            OwnName name,
            Optional<Writing> writing) {
        this.engine = engine;
        this.prefix = prefix;
        this.health = health;
        this.page = page;
        this.limits = limits;
        this.name = name;
        this.writing = writing;
    }

    /** The routes that answer: everything under {@code /v1}. */
    public static SearchRoutes of(SearchEngine engine) {
        return new SearchRoutes(
                Objects.requireNonNull(engine, "engine"),
                "",
                false,
                false,
                WorkLimits.DEFAULT,
                OwnName.ofRoutes(Optional.empty()),
                Optional.empty());
    }

    /**
     * The same below a path of the application's.
     *
     * @param path such as {@code /articles}; empty for none
     * @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} when it is no plain path
     */
    public SearchRoutes under(String path) {
        if (!PREFIX.matcher(Objects.requireNonNull(path, "path")).matches()) {
            throw new EpitomeException(
                    Kind.INVALID_REQUEST,
                    "path is \"" + path + "\": give one such as /articles, without a slash at its end");
        }
        return new SearchRoutes(engine, path, health, page, limits, name, writing);
    }

    /** With {@code /health/live} and {@code /health/ready}, which most applications have already. */
    public SearchRoutes withHealth() {
        return new SearchRoutes(engine, prefix, true, page, limits, name, writing);
    }

    /** With other bounds on the work that is done at once, on its time, and on the answers that are kept. */
    public SearchRoutes withLimits(WorkLimits other) {
        return new SearchRoutes(engine, prefix, health, page, Objects.requireNonNull(other, "limits"), name, writing);
    }

    /**
     * With links in feeds that lead to where clients reach the application. Without it they lead to the name that the
     * client asked for only where that is one of loopback, and to the address of the connection otherwise: a client
     * could name whatever it likes.
     *
     * @param address of the application's own root, such as {@code https://a.example}, with a path where a proxy adds
     *     one
     * @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} when it is no address of the web, or has a query or
     *     a fragment
     */
    public SearchRoutes publiclyAt(String address) {
        return knownAs(OwnName.ofRoutes(Optional.of(Objects.requireNonNull(address, "address"))));
    }

    /**
     * With routes that change articles, below {@code /v1/articles}, and those that put others in the place of all,
     * {@code /v1/rebuilds} and {@code /v1/tasks}. Who may use them is for the application to find out before.
     *
     * @param other of what the engine searches; stays the caller's
     */
    public SearchRoutes withWriter(ArticleWriter other) {
        Objects.requireNonNull(other, "other");
        return writtenBy(new Writing(() -> Optional.of(other), Optional.empty()));
    }

    /** For the server, whose writer is opened later, or not at all. */
    SearchRoutes writtenBy(Writing other) {
        return new SearchRoutes(engine, prefix, health, page, limits, name, Optional.of(other));
    }

    /** For the server, which knows more of its names. */
    SearchRoutes knownAs(OwnName other) {
        return new SearchRoutes(engine, prefix, health, page, limits, other, writing);
    }

    /** For the server that has the page for people as well: feeds then lead there. */
    SearchRoutes besidePage() {
        return new SearchRoutes(engine, prefix, health, true, limits, name, writing);
    }

    /** Adds the routes to an application. Their work is done on threads of their own, which end when there is none. */
    public void mount(JavalinConfig config) {
        mount(config, AnswerCache.of(engine, limits), List::of, Gate.OF_APPLICATION);
    }

    /** @param others what is looked after beside the index */
    void mount(JavalinConfig config, AnswerCache answers, Supplier<List<HealthCheck>> others, Gate gate) {
        Objects.requireNonNull(config, "config");
        Conditional conditional = new Conditional(answers, InstantSource.system());
        SearchHandlers searches = new SearchHandlers(conditional, gate);
        Routes routes = new Routes(config, prefix, gate);
        routes.get("/v1/search", Access.READ, searches::search);
        routes.post("/v1/search", Access.READ, searches::posted);
        routes.get("/v1/suggest", Access.READ, searches::suggest);
        routes.get("/v1/stats", Access.INSIGHT, searches::statistics);
        FeedHandlers feeds = new FeedHandlers(conditional, name, page);
        routes.get(FeedHandlers.ATOM, Access.READ, feeds::atom);
        routes.get(FeedHandlers.JSON, Access.READ, feeds::json);
        ArticleHandlers articles = new ArticleHandlers(answers.admission(), conditional);
        routes.get("/v1/articles/{id}", Access.READ, articles::article);
        routes.get("/v1/articles/{id}/explain", Access.INSIGHT, articles::explain);
        routes.get("/v1/articles/{id}/related", Access.READ, articles::related);
        writing.ifPresent(by -> mountWriting(config, routes, by));
        routes.keepProblems("/v1/*");
        if (health) {
            HealthHandlers handlers = new HealthHandlers(engine, others);
            routes.get("/health/live", Access.OPEN, handlers::live);
            routes.get("/health/ready", Access.OPEN, handlers::ready);
            routes.keepProblems("/health/*");
        }
    }

    private void mountWriting(JavalinConfig config, Routes routes, Writing by) {
        WriteHandlers writes = new WriteHandlers(by, engine, new KeptAnswers(by.answers(), InstantSource.system()));
        routes.put("/v1/articles/{id}", Access.WRITE, writes::put);
        routes.delete("/v1/articles/{id}", Access.WRITE, writes::delete);
        routes.post("/v1/articles", Access.WRITE, writes::post);
        routes.delete("/v1/articles", Access.WRITE, writes::deleteMany);
        Rebuilds rebuilds = new Rebuilds(by);
        routes.post("/v1/rebuilds", Access.ADMIN, rebuilds::post);
        routes.get("/v1/tasks", Access.MONITOR, rebuilds::list);
        routes.get("/v1/tasks/{id}", Access.MONITOR, rebuilds::get);
        routes.delete("/v1/tasks/{id}", Access.ADMIN, rebuilds::cancel);
        config.events.serverStopping(rebuilds::stop);
    }
}
