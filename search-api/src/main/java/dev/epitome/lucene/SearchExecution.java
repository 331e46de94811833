package dev.epitome.lucene;

import dev.epitome.query.Interpretation;
import dev.epitome.query.QueryPrinter;
import dev.epitome.ranking.RankingProfile;
import dev.epitome.search.Cursor;
import dev.epitome.search.DidYouMean;
import dev.epitome.search.FuzzyMode;
import dev.epitome.search.Hit;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import dev.epitome.search.SearchResult.Total;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A search of one commit, from the request to the answer. For one request. */
final class SearchExecution {

    private static final String TOO_LATE = "There was not time enough to look at everything: these are the best of the"
            + " articles that were looked at, and some of what was asked for is missing.";

    private final Page page;
    private final SearchRequest request;
    private final Snapshot snapshot;
    private final RankingProfile profile;

    /** @param snapshot with the budget of the request */
    SearchExecution(Page page, Snapshot snapshot, RankingProfile profile) {
        this.page = page;
        this.request = page.request();
        this.snapshot = snapshot;
        this.profile = profile;
    }

    /**
     * The answer, or as much of it as there was time for.
     *
     * @throws Budget.OutOfTime when that is nothing
     */
    SearchResult result() throws IOException {
        Budget budget = snapshot.searcher().budget();
        long print = RequestPrint.of(request, snapshot, profile);
        page.require(print);
        Understanding query = new Understanding(request, snapshot, profile);
        Found found = Found.by(snapshot.searcher(), query, request, page.stretch());
        if (budget.isSpent() && found.best().scoreDocs.length == 0) {
            budget.require(); // That nothing was found would not be true.
        }
        FacetCounter.Counts counts = FacetCounter.count(snapshot, found.plan(), request);
        Total total = page.total(Totals.of(snapshot.searcher(), found, request, counts.hits()));
        Optional<DidYouMean> didYouMean = didYouMean(query);
        List<Hit> hits = Hits.of(snapshot.searcher(), query, found, page);
        // After what may not be the best articles no page can go on.
        Optional<Cursor> next = budget.isSpent() ? Optional.empty() : page.next(found, total, snapshot, print);
        return new SearchResult(
                request.query(),
                Interpretation.of(query.expression()),
                query.corrections(),
                warnings(query),
                didYouMean,
                found.allWords(),
                total,
                budget.taken(), // All else is done.
                budget.isSpent(),
                snapshot.status(),
                hits,
                counts.facets(),
                next);
    }

    private List<String> warnings(Understanding query) {
        List<String> late = snapshot.searcher().budget().isSpent() ? List.of(TOO_LATE) : List.of();
        List<String> unknown = late.isEmpty() ? query.unknownValues() : List.of();
        return Stream.of(request.query().warnings(), query.warnings(), unknown, late)
                .flatMap(List::stream)
                .toList();
    }

    /** What the corrected query finds, where corrections were not wanted. */
    private Optional<DidYouMean> didYouMean(Understanding query) throws IOException {
        if (query.proposed().isEmpty() || snapshot.searcher().budget().shouldExit()) {
            return Optional.empty();
        }
        String proposed = QueryPrinter.print(query.proposed().get());
        SearchRequest other = SearchRequest.of(proposed)
                .withFilter(request.filter())
                .withSort(request.sort())
                .withMatch(request.match())
                .withToday(request.today())
                .withFuzzy(FuzzyMode.OFF);
        Found found = Found.by(snapshot.searcher(), new Understanding(other, snapshot, profile), other, 1);
        long hits = Totals.of(snapshot.searcher(), found, other, OptionalLong.empty())
                .value();
        return hits == 0 || snapshot.searcher().budget().isSpent()
                ? Optional.empty()
                : Optional.of(new DidYouMean(proposed, hits));
    }
}
