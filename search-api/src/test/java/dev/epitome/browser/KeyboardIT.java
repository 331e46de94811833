package dev.epitome.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The search page without a mouse. */
final class KeyboardIT extends PageTest {

    /** What shows where the focus is: an outline, a ring around the box, or a bar that is framed. */
    private static final String SEEN = """
            () => {
              const node = document.activeElement;
              const shows = (element) => {
                const style = getComputedStyle(element);
                return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
              };
              const bar = node.querySelector?.(".reach");
              return shows(node) || (node.id === "q" && shows(node.parentElement))
                  || (bar && getComputedStyle(bar).stroke !== "none") ? "" : node.outerHTML.slice(0, 200);
            }
            """;

    KeyboardIT(Browser browser) {
        super(browser);
    }

    @Test
    void completionsAreWalkedWithArrowsAndTakenWithEnterOrTab() {
        try (Visit visit = visit("/")) {
            Keyboard keyboard = visit.page().keyboard();
            Locator options = visit.completions();
            assertThat(visit.box()).isFocused();
            keyboard.type("kube");
            assertThat(options.first()).isVisible();
            assertThat(visit.box()).hasAttribute("aria-expanded", "true");
            keyboard.press("ArrowDown");
            assertThat(options.first()).hasAttribute("aria-selected", "true");
            assertThat(visit.box()).hasAttribute("aria-activedescendant", "completion-0");
            keyboard.press("ArrowUp");
            assertThat(visit.box()).not().hasAttribute("aria-activedescendant", Pattern.compile(".*"));
            keyboard.press("ArrowUp");
            assertThat(options.last()).hasAttribute("aria-selected", "true");
            keyboard.press("Escape");
            assertThat(options).hasCount(0);
            assertThat(visit.box()).hasValue("kube");
            assertThat(visit.box()).hasAttribute("aria-expanded", "false");
            keyboard.press("ArrowDown");
            assertThat(options.first()).isVisible();
            keyboard.press("ArrowDown");
            keyboard.press("Enter");
            assertThat(visit.box()).hasValue("Kubernetes");
            visit.isAt("/?q=Kubernetes");
            assertThat(visit.box()).isFocused();
            keyboard.type(" ku");
            assertThat(options.first()).isVisible();
            keyboard.press("ArrowDown");
            keyboard.press("Tab");
            assertThat(visit.box()).isFocused();
            Assertions.assertThat(visit.box().inputValue())
                    .startsWith("Kubernetes ")
                    .isNotEqualTo("Kubernetes ku");
        }
    }

    @Test
    void whoTypesOnGetsWhatIsTyped() {
        try (Visit visit = visit("/")) {
            Keyboard keyboard = visit.page().keyboard();
            keyboard.type("kub");
            assertThat(visit.completions().first()).isVisible();
            keyboard.press("ArrowDown");
            keyboard.type("e");
            keyboard.press("Enter");
            visit.isAt("/?q=kube");
            keyboard.type("r");
            assertThat(visit.completions().first()).isVisible();
            keyboard.press("Control+A");
            keyboard.type("r");
            assertThat(visit.completions().filter(new Locator.FilterOptions().setHasText("Kubernetes")))
                    .hasCount(0);
        }
    }

    @Test
    void completionsHaveNoCountsWhereFiltersWouldChangeThem() {
        try (Visit visit = visit("/?tag=kafka")) {
            visit.box().fill("kub");
            assertThat(visit.completions().first()).isVisible();
            assertThat(visit.completions().locator(".count")).hasCount(0);
        }
    }

    @Test
    void anOperatorIsCompletedAndAsksForItsValue() {
        try (Visit visit = visit("/")) {
            Keyboard keyboard = visit.page().keyboard();
            keyboard.type("ta");
            Locator operator = visit.completions().filter(new Locator.FilterOptions().setHasText("tag:"));
            assertThat(operator.first()).isVisible();
            while (!"true".equals(operator.first().getAttribute("aria-selected"))) {
                keyboard.press("ArrowDown");
            }
            keyboard.press("Enter");
            assertThat(visit.box()).hasValue("tag:");
            keyboard.type("kaf");
            assertThat(visit.completions().first()).containsText("kafka");
            assertThat(visit.completions().first().locator(".kind")).hasText("filter");
            keyboard.press("ArrowDown");
            keyboard.press("Enter");
            assertThat(visit.box()).hasValue("tag:kafka");
            visit.isAt("/?q=tag%3Akafka");
        }
    }

    @Test
    void everyStopShowsTheFocusAndEverythingCanBeDone() {
        try (Visit visit = visit("/?q=kafka")) {
            Keyboard keyboard = visit.page().keyboard();
            int stops = 0;
            for (boolean inResults = false; !inResults; stops++) {
                keyboard.press("Tab");
                Assertions.assertThat(visit.page().evaluate(SEEN))
                        .as("stop %d", stops)
                        .isEqualTo("");
                inResults = (Boolean) visit.page().evaluate("() => Boolean(document.activeElement.closest('.hit'))");
                Assertions.assertThat(stops).isLessThan(80);
            }
            keyboard.press("/");
            assertThat(visit.box()).isFocused();
            visit.page().locator("[data-key^='source=']").first().focus();
            keyboard.press("Space");
            assertThat(visit.page().locator(".chips li")).hasCount(1);
            visit.settled();
            Assertions.assertThat(visit.focused("checked")).isEqualTo("true");
            keyboard.press("Space");
            assertThat(visit.page().locator(".chips li")).hasCount(0);
        }
    }

    @Test
    void theHistogramIsOneStopAndArrowsGoFromBarToBar() {
        try (Visit visit = visit("/?q=kafka")) {
            Keyboard keyboard = visit.page().keyboard();
            Locator bars = visit.page().locator(".histogram [role=button]");
            assertThat(visit.page().locator(".histogram [role=button][tabindex='0']"))
                    .hasCount(1);
            bars.first().focus();
            keyboard.press("End");
            assertThat(bars.last()).isFocused();
            keyboard.press("ArrowLeft");
            assertThat(bars.nth(bars.count() - 2)).isFocused();
            keyboard.press("Home");
            keyboard.press("Enter");
            assertThat(visit.page()).hasURL(Pattern.compile("publishedAfter=.*publishedBefore="));
        }
    }

    @Test
    void theResultsCanBeReachedAtOnce() {
        try (Visit visit = visit("/?q=kafka")) {
            Keyboard keyboard = visit.page().keyboard();
            keyboard.press("Tab");
            assertThat(visit.link("Skip to the results")).isFocused();
            keyboard.press("Enter");
            assertThat(visit.page().locator("#results")).isFocused();
            keyboard.press("Tab");
            assertThat(visit.titles().first().locator("a")).isFocused();
        }
    }
}
