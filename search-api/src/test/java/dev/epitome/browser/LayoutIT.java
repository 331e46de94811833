package dev.epitome.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has its place on the pages: large text in small windows, what comes late, the way on from the filters. */
final class LayoutIT extends PageTest {

    private static final String LARGE_TEXT =
            "addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = '200%'; })";

    /** Counts what moves by itself; what a person makes move in half a second is left out. */
    private static final String SHIFTS = """
            window.shifted = 0;
            new PerformanceObserver((list) => list.getEntries().forEach(
                (entry) => (window.shifted += entry.hadRecentInput ? 0 : entry.value)))
                .observe({ type: "layout-shift", buffered: true });
            """;

    LayoutIT(Browser browser) {
        super(browser);
    }

    @ParameterizedTest
    @CsvSource({
        "320, /?q=api+gateway",
        "320, /",
        "320, /?q=zzqx&tag=kafka&publishedAfter=2025",
        "320, /stats",
        "390, /?q=api+gateway",
        "390, /",
        "390, /stats"
    })
    void aSmallWindowHoldsTextOfTwiceTheSize(int width, String path) {
        try (Visit visit = Visit.nowhereYet(browser, server.address())) {
            visit.page().setViewportSize(width, 700);
            visit.page().addInitScript(LARGE_TEXT);
            visit.go(path);
            if (!path.equals("/stats")) {
                visit.page().locator("#filters > summary").click();
                Assertions.assertThat(visit.box().boundingBox().width).isGreaterThan(0.6 * width);
            }
            visit.doesNotScrollSideways(path);
            for (Locator link : visit.page().locator(".top a, .controls label").all()) {
                // A line of text is two and a half of its letters high at most.
                Object lines = link.evaluate(
                        "(node) => node.getBoundingClientRect().height / parseFloat(getComputedStyle(node).fontSize)");
                Assertions.assertThat(((Number) lines).doubleValue())
                        .as("%s", link.innerText())
                        .isLessThan(2.5);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, /", "1280, /?q=kafka", "1280, /stats", "390, /?q=kafka"})
    void whatComesLateMovesNothing(int width, String path) {
        try (Visit visit = Visit.nowhereYet(browser, server.address())) {
            visit.page().setViewportSize(width, 800);
            visit.page().addInitScript(SHIFTS);
            visit.go(path);
            assertThat(visit.page().locator(".hit, .figures").first()).isVisible();
            visit.page().waitForTimeout(100);
            Assertions.assertThat(((Number) visit.page().evaluate("() => window.shifted")).doubleValue())
                    .isLessThan(0.02);
        }
    }

    @Test
    void onAPhoneTheFiltersEndWithTheWayToWhatTheyLeave() {
        try (Visit visit = visit("/?q=cache", 390, 740)) {
            Locator done = visit.page().locator("#done");
            assertThat(done).isHidden();
            visit.page().locator("#filters > summary").click();
            assertThat(done).isVisible();
            visit.page().locator("[data-key='source=ByteByteGo Guides']").check();
            visit.settled();
            String total = visit.page().locator("#total").innerText();
            assertThat(done).hasText("Show " + total);
            visit.looksGood("phone-done");
            done.click();
            assertThat(visit.page().locator("#facets")).isHidden();
            assertThat(visit.page().locator("#results")).isFocused();
            assertThat(visit.page().locator("#total")).isInViewport();
            visit.page().setViewportSize(1280, 900);
            assertThat(visit.page().locator("#facets")).isVisible();
            assertThat(done).isHidden();
        }
    }

    @Test
    void theFocusGoesFromChipToChipAndThenToTheResultsWhereItIsSeen() {
        try (Visit visit = visit("/?q=cache&source=ByteByteGo&source=ByteByteGo+Guides&tag=caching")) {
            Keyboard keyboard = visit.page().keyboard();
            assertThat(visit.page().locator(".chips li")).hasCount(4);
            visit.page().locator(".chips a").first().focus();
            keyboard.press("Enter");
            assertThat(visit.link("Remove the filter Publication ByteByteGo Guides"))
                    .isFocused();
            keyboard.press("Tab");
            keyboard.press("Tab");
            assertThat(visit.link("Clear all")).isFocused();
            keyboard.press("Enter");
            visit.isAt("/?q=cache");
            visit.settled();
            assertThat(visit.page().locator("#results")).isFocused();
            assertThat(visit.page().locator("#results")).hasCSS("outline-style", "solid");
        }
    }

    @Test
    void aPhoneShowsTheSameWithFiltersFoldedAway() {
        try (Visit visit = visit("/?q=api+gateway", 360, 740)) {
            assertThat(visit.titles().first()).isVisible();
            assertThat(visit.page().locator("#facets")).isHidden();
            visit.looksGood("phone");
            visit.page()
                    .getByText("Filters", new Page.GetByTextOptions().setExact(false))
                    .first()
                    .click();
            assertThat(visit.page().locator("#facets")).isVisible();
            visit.looksGood("phone-filters");
        }
    }

    @Test
    void aWideScreenAndAHalvedOneHoldItToo() {
        try (Visit visit = visit("/?q=api+gateway", 1920, 1080)) {
            visit.looksGood("wide");
        }
        // What 1280 pixels show at a zoom of 400 %.
        try (Visit visit = visit("/?q=api+gateway", 320, 256)) {
            visit.looksGood("zoomed");
        }
    }
}
