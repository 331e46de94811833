package dev.epitome.engine;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.engine.Budget.OutOfTime;
import dev.epitome.engine.QueryParts.Strictness;
import dev.epitome.ranking.RankingProfile;
import dev.epitome.search.Bounds;
import dev.epitome.search.Explanation;
import dev.epitome.search.Facet;
import dev.epitome.search.HealthCheck;
import dev.epitome.search.IndexStatistics;
import dev.epitome.search.IndexStatus;
import dev.epitome.search.RelatedArticle;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import dev.epitome.search.StoredArticle;
import dev.epitome.search.SuggestRequest;
import dev.epitome.search.Suggestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Answers from the newest state of one index, whoever keeps it. */
public final class PlanningEngine implements SearchEngine {

    private final IndexStates index;
    private final RankingProfile profile;
    private final LongSupplier nanos;
    private final Duration time;

    /** Takes over the index, and closes it in the end. */
    public PlanningEngine(IndexStates index, RankingProfile profile) {
        this(index, profile, DEFAULT_TIME, System::nanoTime);
    }

    /**
     * With a clock of the caller's.
     *
     * @param time that one answer may take
     * @param nanos a clock that only runs forward
     */
    public PlanningEngine(IndexStates index, RankingProfile profile, Duration time, LongSupplier nanos) {
        this.index = index;
        this.profile = profile;
        this.time = time;
        this.nanos = nanos;
    }

    @Override
    public SearchEngine within(Duration other) {
        Objects.requireNonNull(other, "time");
        Bounds.requireSome("time", other);
        return new PlanningEngine(index, profile, other, nanos);
    }

    @Override
    public SearchResult search(SearchRequest asked) {
        Objects.requireNonNull(asked, "request");
        Page page = Page.of(asked);
        return answered(page.state(), state -> new SearchExecution(page, state, profile).result());
    }

    /**
     * The answer of this very state, on its budget.
     *
     * @throws OutOfTime when there was no time for any part of it
     * @throws UncheckedIOException when the state cannot be read
     */
    public static SearchResult search(SearchRequest asked, IndexState state, RankingProfile profile) {
        return new SearchExecution(Page.of(asked), state, profile).result();
    }

    /** Asks the newest state, or the one that is named, for an answer within the time. */
    private <T> T answered(Optional<String> id, Function<IndexState, T> answering) {
        Budget budget = Budget.of(time, nanos);
        try (IndexState state = index.borrow(id, budget)) {
            try {
                return answering.apply(state);
            } catch (UncheckedIOException | InternalError e) {
                // The last is how the machine tells that a file has become shorter than it was when it was opened.
                throw index.unreadable(state, e);
            } catch (EpitomeException | OutOfTime e) {
                throw e;
            } catch (RuntimeException e) {
                index.suspect(); // Bytes that have changed are decoded to anything.
                throw e;
            }
        } catch (OutOfTime e) {
            throw new EpitomeException(
                    Kind.TIMED_OUT,
                    "no answer within %d ms: ask for less, or give more time".formatted(time.toMillis()),
                    e);
        }
    }

    /** As above, where a part of the answer would be none. */
    private <T> T whole(Optional<String> id, Function<IndexState, T> answering) {
        return answered(id, state -> {
            T answer = answering.apply(state);
            if (state.budget().isSpent()) {
                state.budget().require();
            }
            return answer;
        });
    }

    @Override
    public Optional<Explanation> explain(SearchRequest asked, String id) {
        Objects.requireNonNull(asked, "request");
        Objects.requireNonNull(id, "id");
        Page page = Page.of(asked);
        return whole(page.state(), state -> {
            SearchRequest request = page.request();
            page.require(() -> Fingerprint.of(request, state, profile));
            OptionalInt article = state.articles().find(id);
            if (article.isEmpty()) {
                return Optional.empty();
            }
            int number = article.getAsInt();
            QueryRewriter query = new QueryRewriter(request, state, profile);
            Retrieval found = Retrieval.by(state.retriever(), query, request, Explanation.RANKED);
            AnalysedArticle analysed = new AnalysedArticle(state.articles().article(number), state.budget());
            return Optional.of(new Explainer(state.retriever(), number, analysed)
                    .explanation(found, FilterPlans.of(request.filter()), found.rank(number)));
        });
    }

    @Override
    public Optional<StoredArticle> find(String id) {
        Objects.requireNonNull(id, "id");
        return whole(Optional.empty(), state -> {
            OptionalInt article = state.articles().find(id);
            return article.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new StoredArticle(
                            state.articles().article(article.getAsInt()),
                            state.articles()
                                    .origins(List.of(article.getAsInt()))
                                    .getFirst()));
        });
    }

    @Override
    public List<Suggestion> suggest(SuggestRequest request) {
        Objects.requireNonNull(request, "request");
        return whole(
                Optional.empty(), state -> new Suggester(state, profile, LocalDate.now(ZoneOffset.UTC)).of(request));
    }

    @Override
    public Optional<List<RelatedArticle>> related(String id, int limit) {
        Objects.requireNonNull(id, "id");
        Bounds.require("limit", limit, 1, MAX_RELATED);
        return whole(Optional.empty(), state -> {
            OptionalInt article = state.articles().find(id);
            return article.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new RelatedArticles(state, profile).to(article.getAsInt(), limit));
        });
    }

    @Override
    public IndexStatus index() {
        try (IndexState state = index.borrow(Optional.empty(), Budget.unlimited())) {
            return state.status();
        }
    }

    @Override
    public List<HealthCheck> health() {
        return index.health();
    }

    @Override
    public IndexStatistics statistics() {
        SearchRequest everything = SearchRequest.of("").withFacets(EnumSet.allOf(Facet.class));
        return whole(Optional.empty(), state -> {
            Plan plan = new QueryRewriter(everything, state, profile).plan(Strictness.ALL_WORDS);
            return new IndexStatistics(
                    state.status(), FacetCounter.count(state, plan, everything).facets());
        });
    }

    @Override
    public void close() {
        try {
            index.close();
        } catch (IOException e) {
            throw new EpitomeException(Kind.IO, "cannot close the index: " + e, e);
        }
    }
}
