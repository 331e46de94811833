package dev.epitome.lucene;

import dev.epitome.article.Article;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchEngineContract;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

final class OnDiskEngineTest extends SearchEngineContract {

    @TempDir
    private Path folder;

    private int engines;

    @Override
    protected SearchEngine engineOver(List<Article> articles) {
        Path index = folder.resolve("index-" + ++engines);
        Rebuild.of(index, articles);
        return LuceneSearch.open(index);
    }
}
