package dev.epitome.lucene;

import dev.epitome.article.Article;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchEngineContract;
import java.util.List;

final class InMemoryEngineTest extends SearchEngineContract {

    @Override
    protected SearchEngine engineOver(List<Article> articles) {
        return LuceneSearch.inMemory(articles);
    }
}
