package dev.epitome.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.epitome.search.TestArticle.article;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import dev.epitome.article.Article;
import dev.epitome.lucene.LuceneSearch;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Changes of a search that follow each other faster than the service answers, or than typing pauses. */
final class ChangesIT extends PageTest {

    private static final Pattern SEARCHES = Pattern.compile("/v1/search\\?");

    ChangesIT(Browser browser) {
        super(browser, LuceneSearch.inMemory(told()));
    }

    private static List<Article> told() {
        return IntStream.range(0, 12)
                .mapToObj(i -> article("a" + i)
                        .titled("Kafka and Redis, part " + i)
                        .from(List.of("Apple", "Birch", "Cedar").get(i % 3))
                        .tagged(i % 2 == 0 ? "even" : "odd")
                        .published(i < 6 ? "2024-03" : "2025-05")
                        .told())
                .toList();
    }

    /** A page whose next answers never come. */
    private Visit unanswered(String path) {
        Visit visit = visit(path);
        visit.page().route(SEARCHES, route -> {});
        return visit;
    }

    private static Locator source(Visit visit, String name) {
        return visit.page().locator("[data-key='source=" + name + "']");
    }

    private static Locator year(Visit visit, String year) {
        return visit.page().locator("[data-key='year " + year + "']");
    }

    @Test
    void twoFiltersAreBothSetThoughTheFirstIsNotAnsweredYet() {
        try (Visit visit = unanswered("/?q=kafka")) {
            source(visit, "Apple").check();
            source(visit, "Birch").check();
            visit.isAt("/?q=kafka&source=Apple&source=Birch");
            assertThat(visit.page().locator(".chips")).containsText("Birch");
            source(visit, "Apple").uncheck();
            visit.isAt("/?q=kafka&source=Birch");
            visit.link("Remove the filter Publication Birch").click();
            visit.isAt("/?q=kafka");
            visit.page().unroute(SEARCHES);
            source(visit, "Cedar").check();
            visit.totals("4 articles");
        }
    }

    @Test
    void datesFiltersAndTheOrderDoNotUndoEachOther() {
        try (Visit visit = unanswered("/?q=kafka")) {
            year(visit, "2025").click();
            source(visit, "Apple").check();
            visit.isAt("/?q=kafka&source=Apple&publishedAfter=2025&publishedBefore=2025");
            year(visit, "2025").click();
            visit.page().locator("#sort").selectOption("published");
            visit.isAt("/?q=kafka&source=Apple&sort=published");
        }
    }

    @Test
    void aTextThatIsNotAnsweredYetIsKept() {
        try (Visit visit = unanswered("/?q=kafka")) {
            visit.box().fill("redis");
            visit.isAt("/?q=redis");
            source(visit, "Apple").check();
            visit.isAt("/?q=redis&source=Apple");
        }
    }

    @Test
    void aTextThatIsNotEvenAskedForYetIsKept() {
        try (Visit visit = visit("/?q=kafka&tag=odd")) {
            // Nothing between a key and a click but the way of the events.
            typedThen(visit, "redis", "[data-key='source=Birch']");
            visit.isAt("/?q=redis&source=Birch&tag=odd");
            visit.totals("2 articles");
            typedThen(visit, "redis part", "#chips a");
            visit.isAt("/?q=redis+part&tag=odd");
            visit.settled();
            typedThen(visit, "part", "[data-key='year 2025']");
            visit.isAt("/?q=part&tag=odd&publishedAfter=2025&publishedBefore=2025");
            visit.settled();
            typedThen(visit, "kafka", ".hit .meta a");
            visit.isAt(Pattern.compile(
                    "/\\?q=kafka&source=[A-Z][a-z]+&tag=odd&publishedAfter=2025&publishedBefore=2025$"));
            visit.page().goBack();
            visit.isAt("/?q=kafka&tag=odd&publishedAfter=2025&publishedBefore=2025");
        }
    }

    private static void typedThen(Visit visit, String text, String selector) {
        visit.page().evaluate("""
                ([text, selector]) => {
                  const box = document.querySelector("#q");
                  box.value = text;
                  box.dispatchEvent(new Event("input", { bubbles: true }));
                  document.querySelector(selector).click();
                }
                """, List.of(text, selector));
    }

    @Test
    void whatIsPressedIsNotTakenAwayByAnAnswer() {
        try (Visit visit = visit("/?q=kafka")) {
            visit.page().clock().install();
            visit.box().fill("redis");
            source(visit, "Cedar").hover();
            visit.page().mouse().down();
            visit.page().clock().runFor(400);
            visit.asksNothingMore();
            visit.page().mouse().up();
            visit.isAt("/?q=redis&source=Cedar");
        }
    }

    @Test
    void aClickThatEndsTheTypingOfADateCounts() {
        try (Visit visit = visit("/?q=kafka&tag=odd")) {
            visit.page().getByLabel("From").fill("2025");
            source(visit, "Apple").click();
            visit.isAt("/?q=kafka&source=Apple&tag=odd&publishedAfter=2025");
            visit.totals("1 article");
            visit.page().getByLabel("From").fill("2024");
            visit.link("Remove the filter Tag odd").click();
            visit.isAt("/?q=kafka&source=Apple&publishedAfter=2024");
            visit.totals("4 articles");
        }
    }

    @Test
    void whoGoesBackFromADateFindsItGone() {
        try (Visit visit = visit("/?q=kafka")) {
            visit.page().getByLabel("From").fill("2025");
            visit.page().keyboard().press("Enter");
            visit.totals("6 articles");
            visit.page().goBack();
            visit.totals("12 articles");
            assertThat(visit.page().getByLabel("From")).hasValue("");
        }
    }

    @Test
    void aPullThatEndsElsewhereIsForgotten() {
        try (Visit visit = visit("/?q=kafka")) {
            Locator bars = visit.page().locator(".histogram [role=button]");
            bars.first().hover();
            visit.page().mouse().down();
            visit.box().hover();
            visit.page().mouse().up();
            visit.page().mouse().down();
            bars.last().hover();
            visit.page().mouse().up();
            visit.settled();
            visit.isAt("/?q=kafka");
        }
    }

    @Test
    void whereNoAnswerComesTheFiltersAreThoseOfTheAddress() {
        try (Visit visit = visit("/?q=kafka").expecting("Failed to load resource")) {
            visit.page().route(SEARCHES, Route::abort);
            source(visit, "Apple").check();
            assertThat(visit.page().locator(".failure")).isVisible();
            source(visit, "Apple").uncheck();
            visit.isAt("/?q=kafka");
            source(visit, "Birch").check();
            visit.page().goBack();
            visit.isAt("/?q=kafka");
            assertThat(source(visit, "Birch")).not().isChecked();
            visit.go("/?q=kafka&source=Birch&tag=odd");
            assertThat(visit.page().locator(".failure")).isVisible();
            assertThat(source(visit, "Birch")).isChecked();
            source(visit, "Birch").click(); // Nothing is known of it but that it was set: then it is gone.
            visit.isAt("/?q=kafka&tag=odd");
        }
    }
}
