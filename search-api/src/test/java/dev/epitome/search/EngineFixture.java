package dev.epitome.search;

import dev.epitome.article.Article;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;

/** The language that the parts of {@link SearchEngineContract} are written in. */
abstract class EngineFixture {

    private final Function<List<Article>, SearchEngine> engines;
    private final List<SearchEngine> opened = new ArrayList<>();

    EngineFixture(Function<List<Article>, SearchEngine> engines) {
        this.engines = engines;
    }

    @AfterEach
    void closeEngines() {
        opened.forEach(SearchEngine::close);
    }

    /** What the engine of this test searches. */
    final void articles(TestArticle... articles) {
        engineOver(TestArticle.articles(articles));
    }

    final SearchEngine engineOver(List<Article> articles) {
        SearchEngine engine = engines.apply(articles);
        opened.add(engine);
        return engine;
    }

    /** The engine opened last. */
    final SearchEngine engine() {
        return opened.getLast();
    }

    final Searching search(String query) {
        return Searching.in(engine(), query);
    }
}
