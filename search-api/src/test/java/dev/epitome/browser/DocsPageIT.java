package dev.epitome.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
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

    @Test
    void itGoesDarkWithTheDeviceAndLeadsBackToTheOtherPages() {
        try (Visit visit = visit("/docs")) {
            Locator html = visit.page().locator("html");
            Locator name = visit.page().locator(".top .name");
            assertThat(name).hasCSS("color", "rgb(31, 29, 26)");
            visit.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertThat(html).hasClass(Pattern.compile("dark-mode"));
            assertThat(name).hasCSS("color", "rgb(235, 232, 225)");
            visit.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            assertThat(html).not().hasClass(Pattern.compile("dark-mode"));
            visit.link("Statistics").click();
            visit.isAt("/stats");
            visit.page().goBack();
            visit.link("Search").click();
            visit.isAt("/");
        }
    }

    @Test
    void aPhoneHoldsAnOperationThatWasTried() {
        try (Visit visit = visit("/docs", 390, 740)) {
            Locator search = visit.page().locator("#operations-search-search");
            search.locator(".opblock-summary-control").click();
            search.locator("button.execute").click();
            assertThat(search.locator(".live-responses-table")).containsText("\"tookMs\"");
            visit.doesNotScrollSideways("docs");
        }
    }
}
