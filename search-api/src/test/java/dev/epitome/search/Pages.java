package dev.epitome.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Follows cursors. */
public final class Pages {

    private static final int MOST = 1_000;

    private Pages() {}

    /** All pages from this one to the last. */
    public static List<SearchResult> from(SearchEngine engine, SearchRequest first) {
        return from(engine, first, request -> request);
    }

    /**
     * All pages from this one to the last.
     *
     * @param change how each next request differs from the one before
     */
    public static List<SearchResult> from(
            SearchEngine engine, SearchRequest first, UnaryOperator<SearchRequest> change) {
        List<SearchResult> pages = new ArrayList<>();
        SearchRequest request = first;
        SearchResult page = engine.search(request);
        pages.add(page);
        while (page.next().isPresent()) {
            assertThat(pages.size()).as("pages of %s", first).isLessThan(MOST);
            request = change.apply(after(request, page.next()));
            page = engine.search(request);
            pages.add(page);
        }
        return pages;
    }

    /** The same request for the page of that cursor. */
    public static SearchRequest after(SearchRequest request, Optional<Cursor> next) {
        return request.withOffset(0).withCursor(next.orElseThrow());
    }

    public static List<String> ids(List<SearchResult> pages) {
        return pages.stream()
                .flatMap(page -> page.hits().stream())
                .map(hit -> hit.article().id())
                .toList();
    }
}
