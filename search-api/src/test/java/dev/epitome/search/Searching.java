package dev.epitome.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;

/** One search and what is expected of it. */
public final class Searching {

    private final SearchEngine engine;
    private final SearchRequest request;

    private Searching(SearchEngine engine, SearchRequest request) {
        this.engine = engine;
        this.request = request;
    }

    public static Searching in(SearchEngine engine, String query) {
        return new Searching(engine, SearchRequest.of(query));
    }

    /** The same search, asked otherwise. */
    public Searching with(UnaryOperator<SearchRequest> change) {
        return new Searching(engine, change.apply(request));
    }

    public Searching where(SearchFilter filter) {
        return with(request -> request.withFilter(filter));
    }

    public Searching sorted(SortOrder order) {
        return with(request -> request.withSort(order));
    }

    public Searching matching(MatchMode mode) {
        return with(request -> request.withMatch(mode));
    }

    public Searching page(int offset, int limit) {
        return with(request -> request.withOffset(offset).withLimit(limit));
    }

    public SearchResult result() {
        return engine.search(request);
    }

    public List<String> ids() {
        return result().hits().stream().map(hit -> hit.article().id()).toList();
    }

    /** Exactly these, in this order. */
    public void ranks(String... ids) {
        assertThat(ids()).as("hits for %s", request).containsExactly(ids);
    }

    /** Exactly these, in any order. */
    public void finds(String... ids) {
        assertThat(ids()).as("hits for %s", request).containsExactlyInAnyOrder(ids);
    }

    public void findsNothing() {
        finds();
    }
}
