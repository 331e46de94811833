package dev.epitome.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByLabelOptions;
import dev.epitome.article.Article;
import dev.epitome.lucene.LuceneSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dates of the search page, over articles that are dated to the day, the month, the year, or not at all. */
final class DatesIT extends PageTest {

    private static final Pattern BAR =
            Pattern.compile(".*: (\\d+) articles?(?:, and (\\d+) of \\d{4} without a month)?");

    private static final List<Article> ARTICLES = articles(
            article("a1").titled("Queues in May").published("2025-05-03"),
            article("a2").titled("Queues of old").published("2005-01"),
            article("a3").titled("Queues of January").published("2025-01"),
            article("a4").titled("More of January").published("2025-01-31"),
            article("a5").titled("Some year").published("2025"),
            article("a6").titled("Some time of that year").published("2025"),
            article("a7").titled("A year before").published("2024").from("Weekly"),
            article("a8").titled("Queues of no date"));

    DatesIT(Browser browser) {
        super(browser, LuceneSearch.inMemory(ARTICLES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?publishedAfter=2025&publishedBefore=2025",
                "/?publishedAfter=2017&publishedBefore=2025",
                "/?publishedAfter=2024&publishedBefore=2025"
            })
    void aSearchForABarFindsWhatTheBarSays(String path) {
        try (Visit visit = visit(path)) {
            Locator bars = visit.page().locator(".histogram [role=button]");
            List<?> labels = (List<?>) bars.evaluateAll("(bars) => bars.map((bar) => bar.ariaLabel)");
            Assertions.assertThat(labels).hasSizeGreaterThan(8);
            for (int i = labels.size() - 1; i >= Math.max(0, labels.size() - 6); i--) {
                Matcher said = BAR.matcher(String.valueOf(labels.get(i)));
                Assertions.assertThat(said.matches()).as("%s", labels.get(i)).isTrue();
                int all =
                        Integer.parseInt(said.group(1)) + (said.group(2) == null ? 0 : Integer.parseInt(said.group(2)));
                bars.nth(i).click();
                visit.totals(all + (all == 1 ? " article" : " articles"));
                visit.go(path);
            }
        }
    }

    @Test
    void barsAndYearsSayTheSame() {
        try (Visit visit = visit("/")) {
            assertThat(visit.page().locator("[data-key='bar 2025']")).hasAttribute("aria-label", "2025: 5 articles");
            assertThat(visit.page().locator("[data-key='year 2025'] .count")).containsText("5 articles");
            visit.page().locator("[data-key='year 2025']").click();
            assertThat(visit.page().locator("[data-key='bar 2025-01']"))
                    .hasAttribute("aria-label", "Jan 2025: 2 articles, and 2 of 2025 without a month");
            assertThat(visit.page().getByText("Pale: only the year is known")).isVisible();
            visit.looksGood("dates-without-month");
            visit.go("/stats");
            assertThat(visit.page().locator(".plot").getByText("Not counted here"))
                    .containsText("3 dated only by year and 1 without a date.");
        }
    }

    @Test
    void whatIsNoRangeOfDatesIsMarkedAndNotSearchedFor() {
        try (Visit visit = visit("/?q=queues&publishedAfter=2025-05-03")) {
            List<String> asked = searches(visit);
            Locator from = field(visit, "From");
            Locator to = field(visit, "To");
            for (String wrong : List.of("2025-13", "2025-00", "2025-02-30", "banana", "25")) {
                from.fill(wrong);
                from.press("Enter");
                assertThat(from).hasAttribute("aria-invalid", "true");
                assertThat(to).hasAttribute("aria-invalid", "false");
            }
            from.fill("2025-05-03");
            to.fill("2025-05-02");
            to.press("Enter");
            assertThat(from).hasAttribute("aria-invalid", "true");
            assertThat(to).hasAttribute("aria-invalid", "true");
            assertThat(visit.page().locator("#date-hint")).hasText("From is after To");
            visit.looksGood("dates-reversed");
            Assertions.assertThat(asked).isEmpty();
            to.fill("2025-05");
            to.press("Enter");
            visit.totals("1 article");
            assertThat(visit.page().locator("#date-hint")).hasText("2025, 2025-11 or 2025-11-03");
            assertThat(from).hasAttribute("aria-invalid", "false");
        }
    }

    @Test
    void theKeyEnterAsksOnce() {
        try (Visit visit = visit("/?q=queues")) {
            List<String> asked = searches(visit);
            Locator from = field(visit, "From");
            from.fill("2025");
            from.press("Enter");
            visit.totals("2 articles");
            field(visit, "To").focus();
            visit.asksNothingMore();
            Assertions.assertThat(asked).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "publishedAfter=2025-01, Date since 2025-01",
        "publishedBefore=2025-01, Date until 2025-01",
        "publishedAfter=2024&publishedBefore=2025-01, Date 2024 – 2025-01",
        "publishedAfter=2025&publishedBefore=2025, Date 2025"
    })
    void aChipSaysTheRangeWithItsOpenEnd(String range, String said) {
        try (Visit visit = visit("/?" + range)) {
            assertThat(visit.page().locator(".chips li").first()).containsText(said);
        }
    }

    @Test
    void theFocusStaysInTheBarsWhenAYearBecomesItsMonths() {
        try (Visit visit = visit("/")) {
            Keyboard keyboard = visit.page().keyboard();
            visit.page().locator("[data-key='bar 2005']").focus();
            keyboard.press("End");
            keyboard.press("Enter");
            visit.isAt("/?publishedAfter=2025&publishedBefore=2025");
            assertThat(visit.page().locator("[data-key='bar 2025-01']")).isFocused();
            keyboard.press("ArrowRight");
            assertThat(visit.page().locator("[data-key='bar 2025-02']")).isFocused();
        }
    }

    @Test
    void theFiltersBeneathStayWhereTheyAreWhenYearsGo() {
        try (Visit visit = visit("/")) {
            Locator beneath = visit.page().locator("#facets");
            double before = beneath.boundingBox().y;
            visit.page().locator("[data-key='source=Weekly']").check();
            visit.totals("1 article");
            assertThat(visit.page().locator(".years button")).hasCount(0);
            Assertions.assertThat(beneath.boundingBox().y).isEqualTo(before);
            visit.page().locator("[data-key='source=Weekly']").uncheck();
            visit.totals("8 articles");
            Assertions.assertThat(beneath.boundingBox().y).isEqualTo(before);
        }
    }

    /** What is searched for from now on. */
    private static List<String> searches(Visit visit) {
        List<String> asked = new ArrayList<>();
        visit.page().onRequest(request -> {
            if (request.url().contains("/v1/search")) {
                asked.add(request.url());
            }
        });
        return asked;
    }

    private static Locator field(Visit visit, String name) {
        return visit.page().getByLabel(name, new GetByLabelOptions().setExact(true));
    }
}
