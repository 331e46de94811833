package dev.epitome.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.epitome.search.TestArticle.article;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.epitome.article.Article;
import dev.epitome.lucene.LuceneSearch;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where few articles have all words of a query, those with only some follow, and it is seen which they are. */
final class RelaxedIT extends PageTest {

    RelaxedIT(Browser browser) {
        super(browser, LuceneSearch.inMemory(told()));
    }

    /** Of 60 articles 25 have both kafka and flink, 3 of them redis as well. */
    private static List<Article> told() {
        return IntStream.range(0, 60)
                .mapToObj(i -> article("a" + i)
                        .titled("Kafka" + (i < 25 ? " with Flink" : "") + (i < 3 ? " and Redis" : "") + ", part " + i)
                        .saying("About queues.")
                        .from(i == 40 ? "Alone" : "Together")
                        .told())
                .toList();
    }

    private static Locator divide(Visit visit) {
        return visit.page()
                .getByRole(AriaRole.REGION, new GetByRoleOptions().setName("Articles with only some of the words"));
    }

    @Test
    void thoseWithOnlySomeOfTheWordsStandApartAndSayWhichTheyLack() {
        try (Visit visit = visit("/?q=kafka+flink+redis")) {
            assertThat(visit.titles()).hasCount(20);
            assertThat(divide(visit).locator(".hit")).hasCount(17);
            assertThat(visit.page().locator(".hit .lacking")).hasCount(17);
            assertThat(divide(visit).locator(".lacking").first()).hasText("Missing: redis");
            assertThat(divide(visit).locator(".lacking del").first()).hasText("redis");
            visit.looksGood("relaxed");
            visit.button("More results").click();
            assertThat(visit.titles()).hasCount(40);
            assertThat(divide(visit).locator(".hit")).hasCount(37);
            assertThat(divide(visit).locator(".lacking").last()).hasText("Missing: flink, redis");
            visit.link("only those with all words").click();
            visit.isAt("/?q=kafka+flink+redis&match=all");
            visit.totals("3 articles");
            assertThat(divide(visit)).hasCount(0);
            assertThat(visit.page().locator(".lacking")).hasCount(0);
        }
    }

    @Test
    void theyMayBeginOnALaterPageAndAreThereAgainForWhoeverGoesBack() {
        try (Visit visit = visit("/?q=kafka+flink")) {
            assertThat(visit.titles()).hasCount(20);
            assertThat(divide(visit)).hasCount(0);
            visit.button("More results").click();
            assertThat(visit.titles()).hasCount(40);
            assertThat(visit.page().locator(".hit").nth(20).locator(":focus")).hasCount(1);
            assertThat(divide(visit).locator(".hit")).hasCount(15);
            visit.button("More results").click();
            assertThat(visit.titles()).hasCount(60);
            assertThat(divide(visit)).hasCount(1);
            assertThat(divide(visit).locator(".hit")).hasCount(35);
            visit.page().locator("[data-key='source=Alone']").check();
            visit.totals("1 article");
            visit.page().goBack();
            visit.totals("60 of 60 articles");
            assertThat(divide(visit).locator(".hit")).hasCount(35);
        }
    }

    @Test
    void whereNoArticleHasAllWordsThatIsSaidAndNothingIsDivided() {
        try (Visit visit = visit("/?q=kafka+flink&source=Alone")) {
            visit.totals("1 article");
            assertThat(visit.page().locator(".reading")).containsText("no article has all words");
            assertThat(visit.link("only those with all words")).hasCount(0);
            assertThat(divide(visit)).hasCount(0);
            assertThat(visit.page().locator(".lacking")).hasText("Missing: flink");
            visit.looksGood("none-has-all");
        }
    }

    @Test
    void ofManyWordsThatAreLackingTheRestIsCounted() {
        try (Visit visit = visit("/?q=kafka+alpha+bravo+charlie+delta+echo+foxtrot+golf+hotel+india+juliet")) {
            assertThat(visit.page().locator(".lacking").first())
                    .hasText("Missing: alpha, bravo, charlie, delta, echo, foxtrot, golf, hotel and 2 more");
        }
    }
}
