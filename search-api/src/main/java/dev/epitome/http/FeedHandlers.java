package dev.epitome.http;

import dev.epitome.http.AnswerCache.Question;
import dev.epitome.http.AnswerCache.Work;
import dev.epitome.http.RequestFacts.Found;
import dev.epitome.search.Cost;
import dev.epitome.search.Hit;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import dev.epitome.wire.AtomFeed;
import dev.epitome.wire.Feed;
import dev.epitome.wire.GivenParameters;
import dev.epitome.wire.JsonFeed;
import dev.epitome.wire.Resource;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** Searches as feeds, for programs that come back to see what is new. */
final class FeedHandlers {

    static final String ATOM = "/v1/search.atom";
    static final String JSON = "/v1/search.json-feed";

    private final Conditional conditional;
    private final OwnName name;
    private final boolean page;

    /** @param page whether the page for people is there as well */
    FeedHandlers(Conditional conditional, OwnName name, boolean page) {
        this.name = name;
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
        GivenParameters given = GivenParameters.of(context.queryString(), Resource.FEED);
        LocalDate today = conditional.today();
        String base = name.base(context);
        String parameters = context.queryString() == null ? "" : "?" + context.queryString();
        String self = base + context.path() + parameters;
        conditional.send(context, new Question(given, today, self), type, base, () -> {
            SearchRequest request = given.feed().withToday(today);
            return new Work(Cost.of(request), engine -> {
                SearchResult result = engine.search(request);
                RequestFacts.setFound(context, Found.of(result));
                String root = context.path().substring(0, context.path().length() - route.length());
                return form.apply(new Feed(
                        request.query().text(),
                        EntityTag.digest(given.canonical()),
                        self,
                        page ? Optional.of(base + root + "/" + parameters) : Optional.empty(),
                        base + root,
                        result.index().changedAt(),
                        result.hits().stream().map(FeedHandlers::entry).toList()));
            });
        });
    }

    private static Feed.Entry entry(Hit hit) {
        return new Feed.Entry(hit.article(), hit.origin().orElseThrow().readAt());
    }
}
