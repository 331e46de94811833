package dev.epitome.lucene;

import dev.epitome.article.Article;
import dev.epitome.search.ArticleWriter;
import dev.epitome.search.ArticleWriterContract;
import dev.epitome.search.SearchEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class ArticleStoreTest extends ArticleWriterContract {

    @TempDir
    private Path folder;

    private Optional<ArticleStore> opened = Optional.empty();

    private ArticleStore store() {
        return opened.orElseThrow();
    }

    @Override
    protected ArticleWriter open() {
        opened = Optional.of(ArticleStore.open(folder.resolve("index")));
        return store();
    }

    @Override
    protected SearchEngine engine() {
        return store().engine();
    }

    @Override
    protected void settle() {
        store().settle();
    }

    @Override
    protected SearchEngine madeOf(List<Article> articles) {
        return LuceneSearch.inMemory(articles);
    }
}
