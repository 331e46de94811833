package dev.epitome.benchmarks;

import dev.epitome.article.Article;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import java.util.List;

/** Epitome as it is shipped, asked as a program asks it that embeds search: whole articles, with snippets. */
final class EpitomeSystem implements RankingSystem {

    private final SearchEngine engine;

    private EpitomeSystem(SearchEngine engine) {
        this.engine = engine;
    }

    static EpitomeSystem over(List<CollectionDocument> documents) {
        List<Article> articles =
                documents.stream().map(CollectionDocument::article).toList();
        return new EpitomeSystem(LuceneSearch.inMemory(articles));
    }

    @Override
    public String key() {
        return "epitome";
    }

    @Override
    public String label() {
        return "Epitome";
    }

    @Override
    public List<String> rank(String query, int depth) {
        return engine.search(SearchRequest.of(query).withLimit(depth)).hits().stream()
                .map(hit -> hit.article().id())
                .toList();
    }

    @Override
    public void close() {
        engine.close();
    }
}
