package dev.epitome.lucene;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.search.Cursor;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult.Relation;
import dev.epitome.search.SearchResult.Total;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;

/**
 * Which hits of a whole answer are asked for.
 *
 * @param request as it was asked, but on the day of its cursor
 * @param place that its cursor holds
 */
record Page(SearchRequest request, Optional<PagePlace> place) {

    /**
     * Reads the cursor, if there is one.
     *
     * @throws EpitomeException of kind {@link Kind#INVALID_CURSOR} when it is none
     */
    static Page of(SearchRequest request) {
        Optional<PagePlace> place = request.cursor().map(PagePlace::of);
        return new Page(place.map(known -> request.withToday(known.today())).orElse(request), place);
    }

    /** The commit that must answer; empty for the newest. */
    Optional<String> commit() {
        return place.map(PagePlace::commit);
    }

    /**
     * Refuses a cursor of another request.
     *
     * @param print of this request
     */
    void require(long print) {
        if (place.isPresent() && place.get().print() != print) {
            throw new EpitomeException(
                    Kind.INVALID_CURSOR,
                    "the cursor belongs to another search: ask for a next page with the query, filters, sort, match,"
                            + " fuzzy and freshness of the page before, or leave the cursor out to get the first page");
        }
    }

    /** One hit more than are shown, which tells whether there is a next page. */
    Stretch stretch() {
        return new Stretch(
                place.map(known -> SortTranslator.after(request.sort(), known.last())),
                request.offset() + request.limit() + 1);
    }

    List<ScoreDoc> shown(Found found) {
        return Arrays.stream(found.best().scoreDocs)
                .skip(request.offset())
                .limit(request.limit())
                .toList();
    }

    /** How many hits of the whole answer come before the first of this page. */
    int before() {
        return place.map(PagePlace::before).orElse(request.offset());
    }

    /**
     * The same for all pages that follow each other, but where this one counted what the first did not.
     *
     * @param here as this page would have it alone
     */
    Total total(Total here) {
        return place.map(PagePlace::total)
                .filter(first -> first.relation() == here.relation() || first.relation() == Relation.EQ)
                .orElse(here);
    }

    /** The page after this one. The commit is then kept for it. */
    Optional<Cursor> next(Found found, Total total, Snapshot snapshot, long print) {
        int end = request.offset() + request.limit();
        if (request.limit() == 0 || found.best().scoreDocs.length <= end) {
            return Optional.empty();
        }
        snapshot.keepForPaging();
        FieldDoc last = (FieldDoc) found.best().scoreDocs[end - 1];
        PagePlace next = new PagePlace(
                snapshot.commit(),
                request.today(),
                print,
                total,
                before() + request.limit(),
                SortTranslator.last(request.sort(), last));
        return Optional.of(next.cursor());
    }
}
