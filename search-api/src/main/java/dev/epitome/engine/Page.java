package dev.epitome.engine;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.engine.Retriever.Selection;
import dev.epitome.engine.Retriever.TopArticle;
import dev.epitome.search.Cursor;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult.Relation;
import dev.epitome.search.SearchResult.Total;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Which hits of a whole answer are asked for.
 *
 * @param request as it was asked, but on the day of its cursor
 * @param position that its cursor holds
 */
record Page(SearchRequest request, Optional<PagePosition> position) {

    /**
     * Reads the cursor, if there is one.
     *
     * @throws EpitomeException of kind {@link Kind#INVALID_CURSOR} when it is none
     */
    static Page of(SearchRequest request) {
        Optional<PagePosition> position = request.cursor().map(PagePosition::of);
        return new Page(position.map(known -> request.withToday(known.today())).orElse(request), position);
    }

    /** The state that must answer; empty for the newest. */
    Optional<String> state() {
        return position.map(PagePosition::state);
    }

    /**
     * Refuses a cursor of another request.
     *
     * @param fingerprint of this request; asked for only where there is a cursor
     */
    void require(LongSupplier fingerprint) {
        if (position.isPresent() && position.get().fingerprint() != fingerprint.getAsLong()) {
            throw new EpitomeException(
                    Kind.INVALID_CURSOR,
                    "the cursor belongs to another search: ask for a next page with the query, filters, sort, match,"
                            + " fuzzy and freshness of the page before, or leave the cursor out to get the first page");
        }
    }

    /** One hit more than are shown, which tells whether there is a next page. */
    Selection selection() {
        return Retrieval.selection(request, position.map(PagePosition::last), request.offset() + request.limit() + 1);
    }

    List<TopArticle> shown(Retrieval found) {
        return found.top().articles().stream()
                .skip(request.offset())
                .limit(request.limit())
                .toList();
    }

    /** How many hits of the whole answer come before the first of this page. */
    int before() {
        return position.map(PagePosition::before).orElse(request.offset());
    }

    /**
     * The same for all pages that follow each other, but where this one counted what the first did not.
     *
     * @param here as this page would have it alone
     */
    Total total(Total here) {
        return position.map(PagePosition::total)
                .filter(first -> first.relation() == here.relation() || first.relation() == Relation.EQ)
                .orElse(here);
    }

    /** The page after this one. The state is then retained for it. */
    Optional<Cursor> next(Retrieval found, Total total, IndexState state, LongSupplier fingerprint) {
        int end = request.offset() + request.limit();
        if (request.limit() == 0 || found.top().articles().size() <= end) {
            return Optional.empty();
        }
        state.retain();
        PagePosition next = new PagePosition(
                state.id(),
                request.today(),
                fingerprint.getAsLong(),
                total,
                before() + request.limit(),
                state.retriever()
                        .sortedBy(request.sort(), found.top().articles().get(end - 1)));
        return Optional.of(next.cursor());
    }
}
