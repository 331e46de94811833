package dev.epitome.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The search page over the shipped corpus, with the mouse. */
final class SearchPageIT extends PageTest {

    SearchPageIT(Browser browser) {
        super(browser);
    }

    @Test
    void anEmptyBoxShowsWhatCanBeTypedAndTheNewestArticles() {
        try (Visit visit = visit("/")) {
            visit.totals(engine.index().articles() + " articles");
            assertThat(visit.titles()).hasCount(20);
            visit.looksGood("home");
            visit.link("kafka -streams").click();
            visit.isAt("/?q=kafka+-streams");
            assertThat(visit.box()).hasValue("kafka -streams");
            assertThat(visit.page()).hasTitle("kafka -streams – Epitome");
        }
    }

    @Test
    void aFacetNarrowsTheResultsAndKeepsItsOtherValues() {
        try (Visit visit = visit("/?q=kubernetes")) {
            Locator publications =
                    visit.page().getByRole(AriaRole.GROUP, new GetByRoleOptions().setName("Publication"));
            int before = publications.getByRole(AriaRole.CHECKBOX).count();
            Locator choice = publications.getByRole(AriaRole.CHECKBOX).first();
            String name = String.valueOf(choice.getAttribute("data-key")).substring("source=".length());
            String count = publications
                    .locator("li")
                    .first()
                    .locator(".count")
                    .innerText()
                    .replaceAll("\\D", "");
            choice.check();
            visit.totals(count + (count.equals("1") ? " article" : " articles"));
            assertThat(publications.getByRole(AriaRole.CHECKBOX)).hasCount(before);
            Assertions.assertThat(visit.focused("type")).isEqualTo("checkbox");
            for (String source :
                    visit.page().locator(".meta a[title^='Only source']").allInnerTexts()) {
                Assertions.assertThat(source).isEqualTo(name);
            }
            visit.looksGood("facet");
            visit.link("Remove the filter Publication " + name).click();
            visit.isAt("/?q=kubernetes");
            assertThat(publications.getByRole(AriaRole.CHECKBOX).first()).not().isChecked();
        }
    }

    @Test
    void aFilterIsTheSameHoweverItsLettersAreAccented() {
        try (Visit visit = visit("/?author=BARTLOMIEJ+P%C5%82otka")) {
            visit.totals("3 articles");
            Locator checked = visit.page()
                    .getByRole(AriaRole.GROUP, new GetByRoleOptions().setName("Author"))
                    .getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setChecked(true));
            assertThat(checked).hasCount(1);
            checked.click(); // It is drawn anew at once, and then is not the checked one any more.
            visit.isAt("/");
        }
    }

    @Test
    void moreAppendsTheNextArticlesAndGoesToTheFirstOfThem() {
        try (Visit visit = visit("/?q=performance")) {
            String total = visit.page().locator("#total").innerText();
            assertThat(visit.titles()).hasCount(20);
            visit.button("More results").click();
            assertThat(visit.titles()).hasCount(40);
            visit.totals("40 of " + total);
            Assertions.assertThat(visit.focused("textContent"))
                    .isEqualTo(visit.titles().nth(20).textContent());
            List<String> titles = visit.titles().allTextContents();
            Assertions.assertThat(new HashSet<>(titles)).hasSameSizeAs(titles);
        }
    }

    @Test
    void aSharedAddressShowsTheSameSearchAndWhatItDoesNotKnowIsLeftOut() {
        String path = "/?q=go&source=The+Go+Blog&publishedAfter=2020&sort=-published&utm_source=letter";
        try (Visit visit = visit(path)) {
            assertThat(visit.page().locator("#sort")).hasValue("-published");
            assertThat(visit.page().getByLabel("From", new Page.GetByLabelOptions().setExact(true)))
                    .hasValue("2020");
            assertThat(visit.page().locator(".chips li")).hasCount(3);
            List<String> titles = visit.titles().allTextContents();
            visit.page().reload();
            visit.settled();
            assertThat(visit.titles()).hasText(titles.toArray(String[]::new));
            visit.link("Clear all").click();
            visit.isAt("/?q=go&sort=-published");
        }
    }

    @Test
    void anAddressThatSaysWhatHoldsAnywayIsTheSameSearch() {
        try (Visit visit = visit("/?q=go&sort=relevance&match=relaxed&fuzzy=auto")) {
            assertThat(visit.page().locator("#sort")).hasValue("");
            assertThat(visit.page().locator("#sort option:checked")).hasText("Relevance");
            assertThat(visit.link("Feed")).hasAttribute("href", "/v1/search.atom?q=go");
            assertThat(visit.titles()).hasCount(20);
            visit.page().locator("#sort").selectOption("rank");
            visit.isAt("/?q=go&sort=rank");
        }
    }

    @Test
    void yearsBarsAndInputsSetTheDates() {
        try (Visit visit = visit("/?q=kubernetes")) {
            String total = visit.page().locator("#total").innerText();
            visit.button("2025")
                    .or(visit.page().locator("[data-key='year 2025']"))
                    .first()
                    .click();
            visit.isAt("/?q=kubernetes&publishedAfter=2025&publishedBefore=2025");
            Locator bars = visit.page().locator(".histogram [role=button]");
            assertThat(bars).hasCount(12);
            visit.looksGood("dates");
            Locator november = visit.page().locator("[data-key='bar 2025-11']");
            assertThat(november).hasAttribute("aria-label", Pattern.compile("Nov 2025: \\d+ articles?"));
            november.click();
            visit.isAt("/?q=kubernetes&publishedAfter=2025-11&publishedBefore=2025-11");
            assertThat(visit.page().locator(".histogram [aria-pressed=true]")).hasCount(1);
            assertThat(november).hasAttribute("aria-pressed", "true");
            november.click();
            visit.isAt("/?q=kubernetes");
            visit.totals(total);
            visit.go("/?q=kubernetes&publishedAfter=2025&publishedBefore=2025");
            bars.nth(2).hover();
            visit.page().mouse().down();
            bars.nth(6).hover();
            visit.page().mouse().up();
            visit.isAt("/?q=kubernetes&publishedAfter=2025-03&publishedBefore=2025-07");
            visit.go("/?q=kubernetes");
            Locator from = visit.page().getByLabel("From", new Page.GetByLabelOptions().setExact(true));
            from.fill("last year");
            from.press("Enter");
            assertThat(from).hasAttribute("aria-invalid", "true");
            from.fill("2024-06");
            from.press("Enter");
            visit.isAt("/?q=kubernetes&publishedAfter=2024-06");
        }
    }

    @Test
    void theReadingOfAQueryIsShownBack() {
        try (Visit visit = visit("/?q=EKS+-lambda")) {
            Locator reading = visit.page().locator(".reading");
            assertThat(reading).containsText("Also searched elastic kubernetes service");
            assertThat(reading).containsText("Excluded lambda");
            visit.go("/?q=langraph");
            assertThat(reading).containsText("langraph → LangGraph");
            visit.link("search as typed").click();
            visit.isAt("/?q=langraph&fuzzy=off");
            assertThat(visit.page().locator(".notice").first()).containsText("No results for “langraph”");
            assertThat(visit.page().locator(".hints"))
                    .containsText(Pattern.compile("Did you mean LangGraph \\d+ articles?"));
            visit.looksGood("did-you-mean");
            visit.link("LangGraph").click();
            visit.isAt("/?q=LangGraph&fuzzy=off");
            assertThat(visit.titles().first()).containsText("Uber");
            visit.page().goBack();
            visit.link("Search for similar words as well").click();
            visit.isAt("/?q=langraph");
            visit.go("/?q=langgraph99");
            assertThat(reading)
                    .containsText("No article has langgraph99, which was read as langgraph, without its number");
            visit.go("/?q=eks+disney");
            visit.link("only those with all words").click();
            visit.isAt("/?q=eks+disney&match=all");
            visit.totals("1 article");
            visit.go("/?q=uber+kafka+lambda+graphql");
            assertThat(reading).containsText("no article has all words");
            assertThat(visit.page().locator(".lacking").first())
                    .hasText(Pattern.compile("^Missing: (kafka|uber|lambda|graphql), .+"));
        }
    }

    @Test
    void everyWarningIsShownWhetherArticlesAreFoundOrNot() {
        for (String query :
                List.of("sourc:uber k* source: kafka published:abc \"redis", "sourc:qzxwv published:abc \"")) {
            List<String> warnings = engine.search(SearchRequest.of(query)).warnings();
            Assertions.assertThat(warnings).as(query).hasSizeGreaterThan(2);
            try (Visit visit = visit("/")) {
                visit.box().fill(query);
                visit.box().press("Enter");
                Locator notes =
                        visit.page().locator(".reading li").filter(new Locator.FilterOptions().setHasText("Note "));
                assertThat(notes)
                        .hasText(warnings.stream()
                                .map(warning -> "Note " + warning)
                                .toArray(String[]::new));
            }
        }
    }

    @Test
    void relatedArticlesAndReasonsOpenBeneathAnArticle() {
        try (Visit visit = visit("/?q=EKS")) {
            Locator first = visit.page().locator(".hit").first();
            Locator related = first.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Related"));
            assertThat(related).hasAttribute("aria-expanded", "false");
            related.click();
            assertThat(first.locator(".related li").first()).containsText("Both are about");
            assertThat(related).hasAttribute("aria-expanded", "true");
            first.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Why this result?"))
                    .click();
            assertThat(first.locator(".panel").last()).containsText("It is number 1 with a score of");
            assertThat(first.locator("svg.share").first()).isVisible();
            visit.looksGood("panels");
            Locator whole = first.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Full summary"));
            String extract = first.locator(".passage").innerText();
            whole.click();
            assertThat(first.locator(".whole")).not().hasText(extract);
            assertThat(first.locator(".whole mark").first()).hasText("EKS");
            assertThat(first.locator(".passage")).hasCount(1);
            whole.click();
            assertThat(first.locator(".passage")).hasText(extract);
            related.click();
            assertThat(first.locator(".related")).isHidden();
        }
    }

    @Test
    void whereOnlyFiltersWereAskedTheOrderIsTheReason() {
        try (Visit visit = visit("/?q=tag%3Akafka")) {
            Locator first = visit.page().locator(".hit").first();
            first.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Why this result?"))
                    .click();
            assertThat(first.locator(".panel").last()).containsText("This search has only filters");
            assertThat(first.locator(".panel").last()).not().containsText("0.000");
        }
    }

    @Test
    void everyExampleFindsSomethingAndItsFiltersAreRead() {
        try (Visit visit = visit("/")) {
            List<String> examples = visit.page().locator(".examples code").allTextContents();
            Assertions.assertThat(examples).hasSizeGreaterThan(5);
            for (String example : examples) {
                SearchResult result = engine.search(SearchRequest.of(example));
                Assertions.assertThat(result.hits()).as(example).isNotEmpty();
                Assertions.assertThat(result.warnings()).as(example).isEmpty();
                Assertions.assertThat(result.interpreted().filters())
                        .as(example)
                        .hasSize((int) example.chars().filter(c -> c == ':').count());
            }
        }
    }

    @Test
    void theOrderAndTheFeedAreThoseOfTheSearch() {
        try (Visit visit = visit("/?q=go")) {
            visit.page().locator("#sort").selectOption("published");
            visit.isAt("/?q=go&sort=published");
            visit.settled();
            List<String> dates = visit.page()
                                    .locator(".hit .meta time")
                                    .evaluateAll("(nodes) => nodes.map((n) => n.dateTime.slice(0, 4))")
                            instanceof List<?> years
                    ? years.stream().map(String::valueOf).toList()
                    : List.of();
            Assertions.assertThat(dates).isNotEmpty().isSorted();
            assertThat(visit.link("Feed")).hasAttribute("href", "/v1/search.atom?q=go&sort=published");
            assertThat(visit.page().locator("link[rel=alternate]"))
                    .hasAttribute("href", "/v1/search.atom?q=go&sort=published");
        }
    }
}
