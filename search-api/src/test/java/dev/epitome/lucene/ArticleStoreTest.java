package dev.epitome.lucene;

import dev.epitome.article.Article;
import dev.epitome.search.ArticleWriter;
import dev.epitome.search.ArticleWriterContract;
import dev.epitome.search.SearchEngine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class ArticleStoreTest extends ArticleWriterContract {

    @TempDir
    private Path folder;

    private ArticleStore store;

    @Override
    protected ArticleWriter open() {
        store = ArticleStore.open(folder.resolve("index"));
        return store;
    }

    @Override
    protected SearchEngine engine() {
        return store.engine();
    }

    @Override
    protected void settle() {
        store.settle();
    }

    @Override
    protected SearchEngine madeOf(List<Article> articles) {
        return LuceneSearch.inMemory(articles);
    }
}
