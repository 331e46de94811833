package dev.epitome.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.epitome.article.Article;
import dev.epitome.lucene.LuceneSearch;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Articles that would take over the page if any of their text became more than text. */
final class HostileArticlesIT extends PageTest {

    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String IMAGE = "\"><img src=x onerror=alert(2)>";

    private static final List<Article> ARTICLES = articles(
            article("a1")
                    .titled(SCRIPT)
                    .saying("Evil words " + IMAGE
                            + " &lt;b&gt;bold&lt;/b&gt; <mark>no mark</mark> &amp;amp; https://example.org/"
                            + "x".repeat(300))
                    .at("https://example.org/\"><script>alert(3)</script>?a=1&b='2'")
                    .from("<svg onload=alert(4)>")
                    .by("<b onclick=alert(5)>Ann</b>")
                    .ofType("<i>")
                    .tagged("evil", "\"onmouseover=\"alert(6)", "javascript:alert(7)")
                    .published("2025-11"),
            article("../../v1/search?q=#'\"><script>alert(8)</script>")
                    .titled("evil id ${alert(9)} {{constructor.constructor('alert(10)')()}}")
                    .saying("Evil templates.")
                    .tagged("evil")
                    .published("2025-10"),
            article("a3")
                    .titled("مقال عن قواعد البيانات evil (postgres)")
                    .saying("هذا نص من اليمين إلى اليسار evil \u202Eabc")
                    .from("مدونة")
                    .tagged("evil", "قواعد")
                    .published("2024"));

    HostileArticlesIT(Browser browser) {
        super(browser, LuceneSearch.inMemory(ARTICLES));
    }

    @Test
    void textStaysText() {
        try (Visit visit = visit("/?q=evil+script")) {
            assertThat(visit.titles()).hasCount(3);
            assertThat(visit.page().getByText(SCRIPT)).hasCount(1);
            assertThat(visit.page().locator(".passage").filter(new Locator.FilterOptions().setHasText(IMAGE)))
                    .hasCount(1);
            for (String panel : List.of("Full summary", "Related", "Why this result?")) {
                for (Locator button : visit.page()
                        .getByRole(AriaRole.BUTTON)
                        .filter(new Locator.FilterOptions().setHasText(panel))
                        .all()) {
                    button.click();
                }
            }
            visit.settled();
            assertThat(visit.page().locator("#results script, #results img, #results b, #results iframe, #facets svg"))
                    .hasCount(0);
            visit.looksGood("hostile", true);
        }
    }

    @Test
    void onlyAddressesOfTheWebBecomeLinks() {
        try (Visit visit = visit("/?q=evil")) {
            for (Locator link : visit.page().locator("a[href]").all()) {
                Assertions.assertThat(String.valueOf(link.evaluate("(node) => node.protocol")))
                        .matches("https?:");
            }
        }
    }

    @Test
    void aHostileQueryIsShownAsItWasTyped() {
        try (Visit visit = visit("/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%20qzxv&tag=%22%3E%3Cscript%3E")) {
            assertThat(visit.box()).hasValue("<img src=x onerror=alert(1)> qzxv");
            assertThat(visit.page().locator(".chips")).containsText("\"><script>");
            visit.box().fill(SCRIPT);
            visit.box().press("Enter");
            visit.settled();
            assertThat(visit.box()).hasValue(SCRIPT);
        }
    }

    @Test
    void filtersWithAnyTextCanBeSetAndTakenAway() {
        try (Visit visit = visit("/?q=evil")) {
            visit.page().getByRole(AriaRole.CHECKBOX).first().waitFor();
            visit.page().locator("[data-key='source=<svg onload=alert(4)>']").check();
            visit.totals("1 article");
            visit.page().locator("[data-key='source=<svg onload=alert(4)>']").uncheck();
            visit.totals("3 articles");
        }
    }
}
