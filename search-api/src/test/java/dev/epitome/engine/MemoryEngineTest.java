package dev.epitome.engine;

import dev.epitome.article.Article;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchEngineContract;
import java.util.List;

/** The contract of engines on ports that know no Lucene. */
final class MemoryEngineTest extends SearchEngineContract {

    @Override
    protected SearchEngine engineOver(List<Article> articles) {
        return MemoryIndex.of(articles).engine();
    }
}
