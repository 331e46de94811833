package dev.epitome.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.ClickOptions;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.KeyboardModifier;
import com.microsoft.playwright.options.MouseButton;
import dev.epitome.http.SearchServer;
import dev.epitome.lucene.LuceneSearch;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Whoever chooses the title of an article among the completions wants to read it. */
final class OpeningIT extends PageTest {

    /** Another site, where the article is. */
    private static final SearchServer OUTSIDE = SearchServer.start(LuceneSearch.inMemory(List.of()), "127.0.0.1", 0);

    private static final String ARTICLE =
            OUTSIDE.address().resolve("/stats?a=1&b=2").toString();

    OpeningIT(Browser browser) {
        super(
                browser,
                LuceneSearch.inMemory(articles(
                        article("a1").titled("Kafka keeps a log").at(ARTICLE),
                        article("a2").titled("Redis keeps nothing"),
                        article("a3").titled("Kafka and Redis").saying("Kafka keeps what Redis forgets."))));
    }

    private Visit typed(String text) {
        Visit visit = visit("/").expecting("(request|window): " + OUTSIDE.address());
        visit.box().pressSequentially(text);
        return visit;
    }

    @AfterAll
    static void leave() {
        OUTSIDE.close();
    }

    private static Locator title(Visit visit, String text) {
        return visit.completions().filter(new FilterOptions().setHasText(text));
    }

    @Test
    void aClickOpensTheArticleAndBackLeadsToWhatWasTyped() {
        try (Visit visit = typed("kafka kee")) {
            assertThat(title(visit, "Kafka keeps a log")).hasText("Kafka keeps a log open article");
            visit.looksGood("title");
            title(visit, "Kafka keeps a log").click();
            assertThat(visit.page()).hasURL(ARTICLE);
            visit.page().goBack();
            assertThat(visit.box()).hasValue("kafka kee");
            visit.isAt("/?q=kafka+kee");
            assertThat(visit.completions()).hasCount(0);
        }
    }

    @Test
    void enterOpensTheArticleAndTabOnlyTakesItsTitleUp() {
        try (Visit visit = typed("kafka keeps a l")) {
            assertThat(title(visit, "Kafka keeps a log")).isVisible();
            while (!"true".equals(title(visit, "Kafka keeps a log").getAttribute("aria-selected"))) {
                visit.box().press("ArrowDown");
            }
            visit.box().press("Tab");
            assertThat(visit.box()).hasValue("\"Kafka keeps a log\"");
            visit.isAt("/?q=%22Kafka+keeps+a+log%22");
            visit.totals("1 article");
            visit.box().fill("kafka keeps a l");
            assertThat(title(visit, "Kafka keeps a log")).isVisible();
            while (!"true".equals(title(visit, "Kafka keeps a log").getAttribute("aria-selected"))) {
                visit.box().press("ArrowDown");
            }
            visit.box().press("Enter");
            assertThat(visit.page()).hasURL(ARTICLE);
        }
    }

    @Test
    void aTabOfItsOwnIsOpenedAsForEveryLink() {
        List<ClickOptions> ways = List.of(
                new ClickOptions().setButton(MouseButton.MIDDLE),
                new ClickOptions().setModifiers(List.of(KeyboardModifier.CONTROLORMETA)));
        for (ClickOptions way : ways) {
            try (Visit visit = typed("kafka kee")) {
                Page other = visit.page()
                        .context()
                        .waitForPage(() -> title(visit, "Kafka keeps a log").click(way));
                assertThat(other).hasURL(ARTICLE);
                assertThat(visit.box()).hasValue("kafka kee");
                assertThat(title(visit, "Kafka keeps a log")).isVisible();
            }
        }
    }

    @Test
    void aTouchOpensTheArticle() {
        try (BrowserContext phone = browser.newContext(
                new NewContextOptions().setHasTouch(true).setIsMobile(true).setViewportSize(360, 740))) {
            Page page = phone.newPage();
            page.navigate(server.address().toString());
            page.locator("#q").tap();
            page.locator("#q").pressSequentially("kafka kee");
            page.locator("#completions [role=option]")
                    .filter(new FilterOptions().setHasText("open article"))
                    .tap();
            assertThat(page).hasURL(ARTICLE);
        }
    }

    @Test
    void whereItHasNoAddressItIsTheFirstThatIsFound() {
        try (Visit visit = typed("redis kee")) {
            assertThat(title(visit, "Redis keeps nothing")).hasText("Redis keeps nothing title");
            title(visit, "Redis keeps nothing").click();
            assertThat(visit.titles().first()).hasText("Redis keeps nothing");
            Assertions.assertThat(visit.page().url())
                    .startsWith(server.address().toString());
        }
    }
}
