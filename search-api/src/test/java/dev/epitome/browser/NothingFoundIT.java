package dev.epitome.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import dev.epitome.search.SearchRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Where nothing is found, the page offers what finds something. */
final class NothingFoundIT extends PageTest {

    NothingFoundIT(Browser browser) {
        super(browser);
    }

    @Test
    void whereNothingIsFoundThePageSaysWhatToTry() {
        try (Visit visit = visit("/?q=langgraph&tag=cassandra")) {
            visit.totals("0 articles");
            assertThat(visit.page().locator(".notice").first()).containsText("No results for “langgraph”.");
            assertThat(visit.page().getByText("Try fewer or more general words"))
                    .hasCount(0);
            assertThat(visit.page().locator(".hints li").first())
                    .hasText(Pattern.compile("^Search without the filters \\d+ articles?$"));
            visit.looksGood("none");
            visit.link("Search without the filters").click();
            visit.isAt("/?q=langgraph");
            assertThat(visit.titles().first()).isVisible();
            visit.page().goBack();
            visit.link("Show all articles").click();
            visit.isAt("/");
        }
    }

    @Test
    void onlyWhatFindsSomethingIsOfferedWhereNothingIsFound() {
        try (Visit visit = visit("/?q=qzxwv&tag=kafka&match=all&fuzzy=off")) {
            Locator hints = visit.page().locator(".hints li");
            assertThat(hints).hasText(new String[] {"Show all articles"});
            visit.go("/?q=kubern&fuzzy=off");
            assertThat(hints).hasText(new String[] {
                "Search for similar words as well " + found("kubern*"),
                "Search for words that start with it " + found("kubern*"),
                "Show all articles"
            });
            visit.link("Search for words that start with it").click();
            visit.isAt("/?q=kubern*&fuzzy=off");
            visit.totals(found("kubern*"));
            visit.go("/?q=langgraph+cassandra&match=all");
            visit.link("Do not require all words").click();
            visit.totals(found("langgraph cassandra"));
        }
    }

    private String found(String query) {
        return engine.search(SearchRequest.of(query)).total().value() + " articles";
    }

    @Test
    void aSearchThatIsOverIsNotWidenedAnyMore() {
        try (Visit visit = visit("/")) {
            List<Route> held = new ArrayList<>();
            List<String> aborted = new ArrayList<>();
            visit.page().onRequestFailed(request -> aborted.add(request.url()));
            visit.page().route(Pattern.compile("limit=0$"), held::add);
            visit.box().fill("langgraphs -langgraphs");
            visit.box().press("Enter");
            visit.page().waitForCondition(() -> !held.isEmpty());
            visit.link("Show all articles").focus();
            visit.box().fill("kafka");
            visit.box().press("Enter");
            assertThat(visit.page().locator("mark").first()).isVisible();
            visit.page().waitForCondition(() -> aborted.size() == held.size());
            Assertions.assertThat(aborted).allMatch(url -> url.contains("limit=0"));
        }
    }
}
