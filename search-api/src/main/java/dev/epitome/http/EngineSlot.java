package dev.epitome.http;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.search.Explanation;
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
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The place of an engine that is still being opened, so that a service can say meanwhile that it lives.
 *
 * <p>Lifecycle: until {@link #fill}, every question is answered by an {@link EpitomeException} of kind
 * {@link Kind#INDEX_MISSING}; from then on by the engine.
 *
 * <p>Ownership: it owns what it was filled with, and closes that when it is closed, or at once where it is closed
 * already.
 */
public final class EngineSlot implements SearchEngine {

    private sealed interface State {
        record Empty() implements State {}

        record Filled(SearchEngine engine) implements State {}

        record Closed() implements State {}
    }

    private volatile State state = new State.Empty();

    /**
     * Puts the engine in.
     *
     * @throws IllegalStateException when there is one; the new one stays the caller's
     */
    public synchronized void fill(SearchEngine engine) {
        Objects.requireNonNull(engine, "engine");
        switch (state) {
            case State.Empty() -> state = new State.Filled(engine);
            case State.Filled(SearchEngine other) -> throw new IllegalStateException("filled already, with " + other);
            case State.Closed() -> engine.close();
        }
    }

    @Override
    public SearchEngine within(Duration time) {
        Objects.requireNonNull(time, "time");
        return engine().within(time);
    }

    @Override
    public SearchResult search(SearchRequest request) {
        Objects.requireNonNull(request, "request");
        return engine().search(request);
    }

    @Override
    public Optional<Explanation> explain(SearchRequest request, String id) {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(id, "id");
        return engine().explain(request, id);
    }

    @Override
    public Optional<StoredArticle> find(String id) {
        Objects.requireNonNull(id, "id");
        return engine().find(id);
    }

    @Override
    public List<Suggestion> suggest(SuggestRequest request) {
        Objects.requireNonNull(request, "request");
        return engine().suggest(request);
    }

    @Override
    public Optional<List<RelatedArticle>> related(String id, int limit) {
        Objects.requireNonNull(id, "id");
        return engine().related(id, limit);
    }

    @Override
    public IndexStatus index() {
        return engine().index();
    }

    @Override
    public List<HealthCheck> health() {
        return engine().health();
    }

    @Override
    public IndexStatistics statistics() {
        return engine().statistics();
    }

    @Override
    public synchronized void close() {
        State last = state;
        state = new State.Closed();
        if (last instanceof State.Filled(SearchEngine engine)) {
            engine.close();
        }
    }

    private SearchEngine engine() {
        return switch (state) {
            case State.Empty() ->
                throw new EpitomeException(
                        Kind.INDEX_MISSING, "the index is not open yet: it is being opened or built, try again soon");
            case State.Filled(SearchEngine engine) -> engine;
            case State.Closed() -> throw new IllegalStateException("the engine is closed");
        };
    }
}
