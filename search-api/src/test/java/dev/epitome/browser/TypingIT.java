package dev.epitome.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
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
        assertThat(visit.page().locator(".note")).containsText("No results for “kubern” yet");
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
            first.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Why this result?"))
                    .click();
            assertThat(first.locator(".panel").last()).containsText("It is number 1 with a score of");
            assertThat(first.locator("svg.share").first()).isVisible();
        }
    }

    @Test
    void whatIsShownMeanwhileIsNarrowedAsItWasFound() {
        try (Visit visit = halfTyped("/")) {
            visit.page().locator(".meta a[title^='Only source']").first().click();
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

    /** Types, and stops the clock before anybody could be said to rest. */
    private Visit typed(String text) {
        Visit visit = visit("/");
        visit.page().clock().install();
        visit.page().clock().pauseAt(System.currentTimeMillis() + 60_000);
        visit.box().pressSequentially(text);
        visit.page().clock().runFor(200);
        return visit;
    }

    @Test
    void whatNothingHasYetLeavesWhatIsThereUntilTypingRests() {
        for (String half : List.of("q", "tag:k", "-", "\"qzx kqz")) {
            try (Visit visit = typed(half)) {
                visit.totals("No results for “" + half.replace("\"", "") + "” yet");
                assertThat(visit.titles()).hasCount(20);
                assertThat(visit.page().locator("#results")).hasAttribute("aria-busy", "true");
                assertThat(visit.page().locator(".reading")).hasCount(0);
                visit.page().clock().runFor(1000);
                assertThat(visit.page().locator("#total")).hasText(Pattern.compile("^\\d+ articles$"));
                assertThat(visit.page().locator("#results")).not().hasAttribute("aria-busy", "true");
                assertThat(visit.page().locator(".reading, .hints")).not().hasCount(0);
            }
        }
    }

    @Test
    void whatAnArticleLacksIsNotSaidOfAHalfTypedTextAndMovesNothingLater() {
        try (Visit visit = typed("uber kafka lambda graphql")) {
            Locator lacking = visit.page().locator(".lacking").first();
            assertThat(lacking).hasCount(1);
            assertThat(lacking).isHidden();
            double before = apart(visit);
            visit.page().clock().runFor(1000);
            assertThat(lacking).isVisible();
            Assertions.assertThat(apart(visit)).isEqualTo(before);
        }
    }

    /** How far the second article is below the first. */
    private static double apart(Visit visit) {
        return visit.titles().nth(1).boundingBox().y - visit.titles().nth(0).boundingBox().y;
    }

    @Test
    void whatNothingHasIsSaidAtOnceWhenItIsSearchedFor() {
        try (Visit visit = typed("q")) {
            visit.totals("No results for “q” yet");
            visit.box().press("Enter");
            visit.totals("0 articles");
            assertThat(visit.page().locator(".notice").first()).containsText("No results for “q”.");
        }
    }

    @Test
    void whatWasTypedOnTheWayIsNotGoneBackTo() {
        try (Visit visit = typed("ka")) {
            visit.isAt("/?q=ka");
            visit.box().pressSequentially("fka");
            visit.box().press("Enter");
            visit.isAt("/?q=kafka");
            visit.page().goBack();
            visit.isAt("/");
        }
    }

    @Test
    void wordsWithDotsAndOfFieldsAreCompletedAsWell() {
        for (String half : List.of("Node.j", "tag:ka", "-\"api gateway\" kubern", "gatew")) {
            try (Visit visit = visit("/")) {
                visit.box().fill(half);
                assertThat(visit.page().locator(".note")).containsText("These have words that start with it.");
                assertThat(visit.titles().first()).isVisible();
                assertThat(visit.page().locator("#reading")).not().containsText("Corrected");
            }
        }
    }

    @Test
    void aSpaceAfterAWordIsNoOtherSearch() {
        try (Visit visit = visit("/?q=kafka")) {
            List<String> asked = new ArrayList<>();
            Locator first = visit.page().locator(".hit").first();
            first.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Full summary"))
                    .click();
            visit.page().onRequest(request -> asked.add(request.url()));
            visit.page().clock().install();
            visit.box().press("End");
            visit.box().pressSequentially(" ");
            visit.page().clock().runFor(400);
            visit.asksNothingMore();
            Assertions.assertThat(asked).noneMatch(url -> url.contains("/v1/search"));
            visit.isAt("/?q=kafka");
            assertThat(visit.box()).hasValue("kafka ");
            assertThat(first.locator(".whole")).isVisible();
        }
    }

    @Test
    void escapeTakesAwayCompletionsAndNeverTheText() {
        try (Visit visit = visit("/")) {
            visit.page().clock().install();
            visit.box().pressSequentially("kafka");
            assertThat(visit.completions().first()).isVisible();
            visit.box().press("Escape");
            assertThat(visit.completions()).hasCount(0);
            visit.box().press("Escape");
            visit.box().pressSequentially(" s");
            visit.box().press("Escape");
            visit.isAt("/?q=kafka+s");
            visit.page().clock().runFor(300);
            visit.asksNothingMore();
            assertThat(visit.completions()).hasCount(0);
            assertThat(visit.box()).hasValue("kafka s");
        }
    }

    @Test
    void aSearchThatIsClearedAwayCanBeGoneBackTo() {
        try (Visit visit = visit("/")) {
            visit.page().clock().install();
            visit.box().pressSequentially("kafka");
            visit.isAt("/?q=kafka");
            visit.page().clock().runFor(900);
            visit.box().fill("");
            visit.isAt("/");
            visit.page().goBack();
            visit.isAt("/?q=kafka");
            assertThat(visit.box()).hasValue("kafka");
        }
    }
}
