package dev.epitome.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The search page while somebody types: what is shown meanwhile, and what can be done with it. */
final class TypingIT extends PageTest {

    TypingIT(Browser browser) {
        super(browser);
    }

    /** Types the beginning of a word that no article has as it stands. */
    private Visit halfTyped(String path) {
        Visit visit = visit(path);
        visit.box().pressSequentially("kubern");
        assertThat(visit.page().locator(".note")).containsText("Nothing has “kubern” yet");
        assertThat(visit.completions().first()).isVisible();
        visit.box().press("Escape");
        return visit;
    }

    @Test
    void resultsFollowTheTypingAndBackLeadsToWhereItBegan() {
        try (Visit visit = visit("/")) {
            visit.box().pressSequentially("langgraph");
            assertThat(visit.titles().first()).containsText("Uber");
            assertThat(visit.page().locator("mark").first()).hasText("LangGraph");
            visit.isAt("/?q=langgraph");
            visit.page().goBack();
            visit.isAt("/");
            visit.totals(engine.index().articles() + " articles");
            assertThat(visit.box()).hasValue("");
            visit.page().goForward();
            assertThat(visit.titles().first()).containsText("Uber");
        }
    }

    @Test
    void whileAWordIsHalfTypedWhatBeginsWithItIsShown() {
        try (Visit visit = visit("/")) {
            visit.box().pressSequentially("kubern");
            assertThat(visit.page().locator("mark").first())
                    .hasText(Pattern.compile("kubernetes", Pattern.CASE_INSENSITIVE));
            assertThat(visit.completions().first()).containsText("Kubernetes");
            visit.looksGood("completions");
            visit.completions().first().click();
            assertThat(visit.box()).hasValue("Kubernetes");
            assertThat(visit.completions()).hasCount(0);
            visit.isAt("/?q=Kubernetes");
        }
    }

    @Test
    void whatIsShownMeanwhileIsExplainedAsItWasFound() {
        try (Visit visit = halfTyped("/")) {
            visit.isAt("/?q=kubern");
            Locator first = visit.page().locator(".hit").first();
            first.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Why here"))
                    .click();
            assertThat(first.locator(".panel").last()).containsText("It is number 1 with a score of");
            assertThat(first.locator("svg.share").first()).isVisible();
        }
    }

    @Test
    void whatIsShownMeanwhileIsNarrowedAsItWasFound() {
        try (Visit visit = halfTyped("/")) {
            visit.page().locator(".meta a[title^='only source']").first().click();
            visit.isAt(Pattern.compile("/\\?q=kubern\\*&source=.+"));
            assertThat(visit.box()).hasValue("kubern*");
            assertThat(visit.titles().first()).isVisible();
        }
        try (Visit visit = halfTyped("/")) {
            visit.page().locator("#facets [data-key^='tag=']").first().check();
            visit.isAt(Pattern.compile("/\\?q=kubern\\*&tag=.+"));
            assertThat(visit.titles().first()).isVisible();
        }
    }

    @Test
    void whatIsShownMeanwhileIsOrderedAndWidenedAsItWasFound() {
        try (Visit visit = halfTyped("/?publishedAfter=2024")) {
            assertThat(visit.link("Feed")).hasAttribute("href", "/v1/search.atom?q=kubern*&publishedAfter=2024");
            visit.page().locator("#sort").selectOption("-published");
            visit.isAt("/?q=kubern*&publishedAfter=2024&sort=-published");
            assertThat(visit.titles().first()).isVisible();
        }
        try (Visit visit = halfTyped("/?publishedAfter=2024")) {
            visit.page().locator(".chips a").first().click();
            visit.isAt("/?q=kubern*");
            assertThat(visit.titles()).hasCount(20);
        }
    }
}
