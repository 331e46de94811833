package dev.epitome.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import dev.epitome.http.SearchServer;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page that shows the OpenAPI document, by a library of others under the policy of our own pages. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(Chromium.class)
final class DocsPageIT {

    private final SearchEngine engine = LuceneSearch.inMemory(Shipped.articles());
    private final SearchServer server = SearchServer.start(engine, "127.0.0.1", 0);
    private final Browser browser;

    DocsPageIT(Browser browser) {
        this.browser = browser;
    }

    @AfterAll
    void stop() {
        server.close();
        engine.close();
    }

    @Test
    void theDocumentIsShownAndAnOperationCanBeTried() {
        try (Visit visit = Visit.to(browser, server.address(), "/docs")) {
            Locator live = visit.page().locator("#operations-operations-live");
            assertThat(visit.page().locator(".opblock-get").first()).isVisible();
            live.locator(".opblock-summary-control").click();
            live.locator("button.execute").click();
            assertThat(live.locator(".live-responses-table")).containsText("\"status\": \"live\"");
        }
    }
}
