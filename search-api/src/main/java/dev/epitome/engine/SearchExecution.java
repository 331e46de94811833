package dev.epitome.engine;

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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** A search of one state of an index, from the request to the answer. For one request. */
final class SearchExecution {

    private static final String TOO_LATE = "There was not time enough to look at everything: these are the best of the"
            + " articles that were looked at, and some of what was asked for is missing.";

    private final Page page;
    private final SearchRequest request;
    private final IndexState state;
    private final RankingProfile profile;

    SearchExecution(Page page, IndexState state, RankingProfile profile) {
        this.page = page;
        this.request = page.request();
        this.state = state;
        this.profile = profile;
    }

    /**
     * The answer, or as much of it as there was time for.
     *
     * @throws Budget.OutOfTime when that is nothing
     */
    SearchResult result() {
        Budget budget = state.budget();
        LongSupplier fingerprint = () -> Fingerprint.of(request, state, profile);
        page.require(fingerprint);
        QueryRewriter query = new QueryRewriter(request, state, profile);
        Retrieval found = Retrieval.by(state.retriever(), query, request, page.selection());
        if (budget.isSpent() && found.top().articles().isEmpty()) {
            budget.require(); // That nothing was found would not be true.
        }
        FacetCounter.Counts counts = FacetCounter.count(state, found.plan(), request);
        Total total = page.total(found.total(state, request.filter(), counts.hits()));
        Optional<DidYouMean> didYouMean = didYouMean(query);
        List<Hit> hits = Hits.of(state, query, found, page);
        // After what may not be the best articles no page can go on.
        Optional<Cursor> next = budget.isSpent() ? Optional.empty() : page.next(found, total, state, fingerprint);
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
                state.status(),
                hits,
                counts.facets(),
                next);
    }

    private List<String> warnings(QueryRewriter query) {
        List<String> late = state.budget().isSpent() ? List.of(TOO_LATE) : List.of();
        List<String> unknown = late.isEmpty() ? query.unknownValues() : List.of();
        return Stream.of(request.query().warnings(), query.warnings(), unknown, late)
                .flatMap(List::stream)
                .toList();
    }

    /** What the corrected query finds, where corrections were not wanted. */
    private Optional<DidYouMean> didYouMean(QueryRewriter query) {
        if (query.proposed().isEmpty() || state.budget().shouldExit()) {
            return Optional.empty();
        }
        String proposed = QueryPrinter.print(query.proposed().get());
        SearchRequest other = SearchRequest.of(proposed)
                .withFilter(request.filter())
                .withSort(request.sort())
                .withMatch(request.match())
                .withToday(request.today())
                .withFuzzy(FuzzyMode.OFF);
        long hits = Retrieval.by(state.retriever(), new QueryRewriter(other, state, profile), other, 1)
                .total(state, request.filter(), OptionalLong.empty())
                .value();
        return hits == 0 || state.budget().isSpent() ? Optional.empty() : Optional.of(new DidYouMean(proposed, hits));
    }
}
