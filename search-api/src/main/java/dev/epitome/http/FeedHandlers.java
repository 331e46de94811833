package dev.epitome.http;

import dev.epitome.http.Conditional.Answer;
import dev.epitome.search.Cost;
import dev.epitome.search.Hit;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import dev.epitome.wire.AtomFeed;
import dev.epitome.wire.Feed;
import dev.epitome.wire.GivenParameters;
import dev.epitome.wire.JsonFeed;
import dev.epitome.wire.Parameter;
import dev.epitome.wire.SearchParameters;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Searches as feeds, for programs that come back to see what is new. */
final class FeedHandlers {

    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::\\d{1,5})?");

    static final String ATOM = "/v1/search.atom";
    static final String JSON = "/v1/search.json-feed";

    private final Conditional conditional;
    private final boolean page;

    /** @param page whether the page for people is there as well */
    FeedHandlers(Conditional conditional, boolean page) {
        this.conditional = conditional;
        this.page = page;
    }

    void atom(Context context) {
        answer(context, ATOM, AtomFeed.MEDIA_TYPE, AtomFeed::of);
    }

    void json(Context context) {
        answer(context, JSON, JsonFeed.MEDIA_TYPE, JsonFeed::of);
    }

    private void answer(Context context, String route, String type, Function<Feed, byte[]> form) {
        GivenParameters given = Given.in(context, Parameter.ofFeed());
        LocalDate today = conditional.today();
        SearchRequest request = SearchParameters.feed(given).withToday(today);
        String base = base(context);
        String root = context.path().substring(0, context.path().length() - route.length());
        String parameters = context.queryString() == null ? "" : "?" + context.queryString();
        conditional.send(context, given, today, type, Cost.of(request), engine -> {
            SearchResult result = engine.search(request);
            RequestFacts.setHits(context, result.total().value());
            byte[] content = form.apply(new Feed(
                    request.query().text(),
                    EntityTag.digest(given.canonical()),
                    base + context.path() + parameters,
                    page ? Optional.of(base + root + "/" + parameters) : Optional.empty(),
                    base + root,
                    result.index().createdAt(),
                    result.hits().stream().map(FeedHandlers::entry).toList()));
            return new Answer(content, !result.timedOut());
        });
    }

    private static Feed.Entry entry(Hit hit) {
        return new Feed.Entry(hit.article(), hit.origin().orElseThrow().readAt());
    }

    /** Where the client thinks that we are. It says so itself, and it comes back in every link: only a name passes. */
    private static String base(Context context) {
        String host = context.header("Host");
        if (host == null || host.isEmpty()) {
            host = context.req().getServerName() + ":" + context.req().getServerPort();
        }
        if (!HOST.matcher(host).matches()) {
            throw new Refused(Problem.ofStatus(400));
        }
        return context.scheme() + "://" + host;
    }
}
