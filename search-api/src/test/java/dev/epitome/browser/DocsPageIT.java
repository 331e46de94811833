package dev.epitome.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** The page that shows the OpenAPI document, by a library of others under the policy of our own pages. */
final class DocsPageIT extends PageTest {

    DocsPageIT(Browser browser) {
        super(browser);
    }

    @Test
    void theDocumentIsShownAndAnOperationCanBeTried() {
        try (Visit visit = visit("/docs")) {
            Locator live = visit.page().locator("#operations-operations-live");
            assertThat(visit.page().locator(".opblock-get").first()).isVisible();
            live.locator(".opblock-summary-control").click();
            live.locator("button.execute").click();
            assertThat(live.locator(".live-responses-table")).containsText("\"status\": \"live\"");
        }
    }
}
