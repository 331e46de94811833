package dev.epitome.browser;

import com.microsoft.playwright.Browser;
import dev.epitome.http.SearchServer;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.Shipped;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** A service and a browser to visit it with, for all tests of a class. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(Chromium.class)
abstract class PageTest {

    final SearchEngine engine;
    final SearchServer server;
    final Browser browser;

    PageTest(Browser browser, SearchEngine engine) {
        this.browser = browser;
        this.engine = engine;
        this.server = SearchServer.start(engine, "127.0.0.1", 0);
    }

    /** Over the corpus that comes with the project. */
    PageTest(Browser browser) {
        this(browser, LuceneSearch.inMemory(Shipped.articles()));
    }

    @AfterAll
    final void stop() {
        server.close();
        engine.close();
    }

    final Visit visit(String path) {
        return Visit.to(browser, server.address(), path);
    }

    final Visit visit(String path, int width, int height) {
        return Visit.to(browser, server.address(), path, width, height);
    }
}
