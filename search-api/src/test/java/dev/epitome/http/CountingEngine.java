package dev.epitome.http;

import dev.epitome.search.Explanation;
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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A real engine that counts what costs time, and can be given another one behind it. */
final class CountingEngine implements SearchEngine {

    private volatile SearchEngine real;
    private final AtomicInteger asked = new AtomicInteger();

    CountingEngine(SearchEngine real) {
        this.real = real;
    }

    /** How often it was asked for what costs time. */
    int asked() {
        return asked.get();
    }

    void goOnWith(SearchEngine other) {
        real.close();
        real = other;
    }

    /** What has less time is counted as well. */
    @Override
    public SearchEngine within(Duration time) {
        return this;
    }

    private SearchEngine counted() {
        asked.incrementAndGet();
        return real;
    }

    @Override
    public SearchResult search(SearchRequest request) {
        return counted().search(request);
    }

    @Override
    public Optional<Explanation> explain(SearchRequest request, String id) {
        return counted().explain(request, id);
    }

    @Override
    public Optional<StoredArticle> find(String id) {
        return real.find(id);
    }

    @Override
    public List<Suggestion> suggest(SuggestRequest request) {
        return counted().suggest(request);
    }

    @Override
    public Optional<List<RelatedArticle>> related(String id, int limit) {
        return counted().related(id, limit);
    }

    @Override
    public IndexStatistics statistics() {
        return counted().statistics();
    }

    @Override
    public IndexStatus index() {
        return real.index();
    }

    @Override
    public void close() {
        real.close();
    }
}
