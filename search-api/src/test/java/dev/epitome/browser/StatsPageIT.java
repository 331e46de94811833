package dev.epitome.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import dev.epitome.http.SearchServer;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of what the index holds, and what both pages weigh. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(Chromium.class)
final class StatsPageIT {

    private static final int MOST_BYTES = 100_000;

    private final SearchEngine engine = LuceneSearch.inMemory(Shipped.articles());
    private final SearchServer server = SearchServer.start(engine, "127.0.0.1", 0);
    private final Browser browser;

    StatsPageIT(Browser browser) {
        this.browser = browser;
    }

    @AfterAll
    void stop() {
        server.close();
        engine.close();
    }

    @Test
    void theIndexIsShownInFiguresAndPlots() {
        try (Visit visit = Visit.to(browser, server.address(), "/stats")) {
            Locator figures = visit.page().locator(".figures");
            assertThat(figures.first()).containsText("Articles" + engine.index().articles());
            assertThat(figures.first()).containsText(engine.index().version());
            assertThat(visit.page().getByRole(AriaRole.IMG))
                    .hasAttribute("aria-label", Pattern.compile("Articles per month: .* most in .*"));
            assertThat(visit.page().getByText("Not measured when this index was made."))
                    .isVisible();
            visit.looksGood("stats", true);
            visit.page().getByText("As a table").click();
            assertThat(visit.page().locator("table.plain tbody tr").first()).isVisible();
        }
    }

    @Test
    void everyRowLeadsToItsArticles() {
        try (Visit visit = Visit.to(browser, server.address(), "/stats")) {
            Locator publications =
                    visit.page().getByRole(AriaRole.TABLE, new GetByRoleOptions().setName("Publications"));
            Locator row = publications.locator("tbody tr").first();
            String count = row.locator(".count").innerText();
            row.getByRole(AriaRole.LINK).click();
            visit.totals(count + " articles");
        }
    }

    @Test
    void aPhoneHoldsIt() {
        try (Visit visit = Visit.to(browser, server.address(), "/stats", 360, 740)) {
            assertThat(visit.page().locator(".figures").first()).isVisible();
            visit.looksGood("stats-phone", true);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/stats"})
    void aPageWeighsLessThanAHundredKilobytes(String path) {
        try (Visit visit = Visit.nowhereYet(browser, server.address())) {
            List<Response> files = new ArrayList<>();
            visit.page().onResponse(response -> {
                if (!response.url().contains("/v1/")) {
                    files.add(response);
                }
            });
            visit.go(path);
            int bytes = files.stream().mapToInt(file -> file.body().length).sum();
            Assertions.assertThat(files).hasSizeGreaterThan(5);
            Assertions.assertThat(bytes).isBetween(10_000, MOST_BYTES);
        }
    }
}
