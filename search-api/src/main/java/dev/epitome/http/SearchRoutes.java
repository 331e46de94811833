package dev.epitome.http;

import dev.epitome.search.SearchEngine;
import io.javalin.config.JavalinConfig;
import java.time.InstantSource;

/** The routes of the search service. Does not own the engine. */
public final class SearchRoutes {

    private SearchRoutes() {}

    /**
     * Adds the routes to an application. Errors on them are answered as problems (RFC 9457); other routes of the
     * application, and its own handling of errors, are left alone.
     */
    public static void mount(JavalinConfig config, SearchEngine engine) {
        Conditional conditional = new Conditional(engine, InstantSource.system());
        SearchHandlers searches = new SearchHandlers(engine, conditional);
        Routes.get(config, "/v1/search", searches::search);
        Routes.post(config, "/v1/search", searches::posted);
        Routes.get(config, "/v1/suggest", searches::suggest);
        Routes.get(config, "/v1/stats", searches::statistics);
        FeedHandlers feeds = new FeedHandlers(engine, conditional);
        Routes.get(config, "/v1/search.atom", feeds::atom);
        Routes.get(config, "/v1/search.json-feed", feeds::json);
        ArticleHandlers articles = new ArticleHandlers(engine, conditional);
        Routes.get(config, "/v1/articles/{id}", articles::article);
        Routes.get(config, "/v1/articles/{id}/explain", articles::explain);
        Routes.get(config, "/v1/articles/{id}/related", articles::related);
        HealthHandlers health = new HealthHandlers(engine);
        Routes.get(config, "/health/live", health::live);
        Routes.get(config, "/health/ready", health::ready);
    }
}
