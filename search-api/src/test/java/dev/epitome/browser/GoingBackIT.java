package dev.epitome.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.epitome.search.TestArticle.article;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.epitome.article.Article;
import dev.epitome.lucene.LuceneSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Whoever goes back finds the page as it was left: as many articles, and the same ones in sight. */
final class GoingBackIT extends PageTest {

    GoingBackIT(Browser browser) {
        super(browser, LuceneSearch.inMemory(told()));
    }

    private static List<Article> told() {
        return IntStream.range(0, 260)
                .mapToObj(i -> article("a" + i)
                        .titled("Kafka, part " + i)
                        .saying("About queues.")
                        .from(i % 2 == 0 ? "Even" : "Odd")
                        .told())
                .toList();
    }

    private static void more(Visit visit, int times) {
        for (int i = 1; i <= times; i++) {
            visit.button("More results").click();
            assertThat(visit.titles()).hasCount(20 * (i + 1));
        }
    }

    private static int place(Page page) {
        return ((Number) page.evaluate("() => Math.round(scrollY)")).intValue();
    }

    private static void isBackAt(Visit visit, int place) {
        visit.page().waitForCondition(() -> Math.abs(place(visit.page()) - place) <= 2);
    }

    @Test
    void fromASearchThatWasFollowedAndFromAnotherPage() {
        try (Visit visit = visit("/?q=kafka")) {
            more(visit, 2);
            Locator link = visit.page().locator(".hit").nth(50).locator(".meta a");
            link.scrollIntoViewIfNeeded();
            int place = place(visit.page());
            Assertions.assertThat(place).isGreaterThan(2000);
            String title = visit.titles().nth(50).innerText();
            link.click();
            visit.totals("130 articles");
            isBackAt(visit, 0);
            visit.page().goBack();
            visit.totals("60 of 260 articles");
            isBackAt(visit, place);
            assertThat(visit.titles().nth(50)).hasText(title);
            visit.page().navigate(server.address().resolve("/stats").toString());
            visit.page().goBack();
            visit.totals("60 of 260 articles");
            isBackAt(visit, place);
            visit.page().goForward();
            visit.page().goBack();
            visit.totals("60 of 260 articles");
            isBackAt(visit, place);
            visit.button("More results").click();
            assertThat(visit.titles()).hasCount(80);
            Assertions.assertThat(visit.titles().allInnerTexts()).doesNotHaveDuplicates();
        }
    }

    @Test
    void manyArticlesComeInFewPagesAndNotWithoutEnd() {
        try (Visit visit = visit("/?q=kafka")) {
            more(visit, 11);
            visit.page().locator("[data-key='source=Odd']").check();
            visit.totals("130 articles");
            List<String> asked = new ArrayList<>();
            visit.page().onRequest(request -> asked.add(request.url()));
            visit.page().goBack();
            visit.totals("200 of 260 articles");
            assertThat(visit.titles()).hasCount(200);
            asked.removeIf(url -> !url.contains("/v1/search?"));
            Assertions.assertThat(asked).hasSize(2).allMatch(url -> url.contains("limit=100"));
            visit.page().goForward();
            visit.totals("130 articles");
            assertThat(visit.titles()).hasCount(20);
        }
    }
}
