package dev.epitome.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of what the index holds, and what both pages weigh. */
final class StatsPageIT extends PageTest {

    private static final int MOST_BYTES = 100_000;

    StatsPageIT(Browser browser) {
        super(browser);
    }

    @Test
    void theIndexIsShownInFiguresAndPlots() {
        try (Visit visit = visit("/stats")) {
            Locator figures = visit.page().locator(".figures");
            assertThat(figures.first()).containsText("Articles" + engine.index().articles());
            assertThat(figures.first()).containsText(engine.index().version());
            assertThat(visit.page().getByRole(AriaRole.IMG))
                    .hasAttribute("aria-label", Pattern.compile("Articles per (month|quarter): .* most in .*"));
            assertThat(visit.page().locator("#said"))
                    .hasText(Pattern.compile("Index built .* \\d{2}:\\d{2}:\\d{2} GMT\\."));
            assertThat(visit.page().getByText("Not measured when this index was built."))
                    .isVisible();
            visit.looksGood("stats", true);
            visit.page().getByText("As a table").click();
            assertThat(visit.page().locator("table.plain tbody tr").first()).isVisible();
        }
    }

    @Test
    void theAgeFollowsTheClockOfTheDevice() {
        Instant made = engine.index().createdAt();
        try (Visit visit = Visit.nowhereYet(browser, server.address())) {
            Map<Duration, String> ages = new LinkedHashMap<>();
            ages.put(Duration.ofSeconds(17), "17 s");
            ages.put(Duration.ofMinutes(59), "59 min");
            ages.put(Duration.ofHours(3), "3 h");
            ages.put(Duration.ofHours(47), "1 day");
            ages.put(Duration.ofDays(400), "400 days");
            ages.put(Duration.ofSeconds(-5), "0 s");
            ages.forEach((age, text) -> {
                visit.page().clock().setFixedTime(Date.from(made.plus(age).plusMillis(500)));
                visit.go("/stats");
                assertThat(visit.page().locator(".figures .value").nth(1)).hasText(text);
            });
        }
    }

    @Test
    void sizesHaveTheUnitsOfTheCommandLine() {
        try (Visit visit = visit("/stats")) {
            Object sizes = visit.page()
                    .evaluate("async () => { const { bytes } = await import('/assets/words.js');"
                            + " return [0, 1, 1024, 1025, 1048575, 1048576, 1600000, 1073741824].map(bytes); }");
            Assertions.assertThat(sizes)
                    .isEqualTo(
                            List.of("0 KiB", "1 KiB", "1 KiB", "2 KiB", "1,024 KiB", "1.0 MiB", "1.5 MiB", "1.0 GiB"));
            assertThat(visit.page().locator(".figures").first())
                    .containsText(Pattern.compile("Size[\\d,.]+ [KM]iB[\\d,]+ bytes"));
        }
    }

    @Test
    void everyRowLeadsToItsArticles() {
        try (Visit visit = visit("/stats")) {
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
        try (Visit visit = visit("/stats", 360, 740)) {
            assertThat(visit.page().locator(".figures").first()).isVisible();
            visit.looksGood("stats-phone", true);
            Object cut = visit.page()
                    .locator(".figures .value")
                    .evaluateAll("(nodes) => nodes.filter((n) => n.scrollWidth > n.clientWidth).length");
            Assertions.assertThat(cut).isEqualTo(0);
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
            // While a body is asked for, another response may arrive.
            int bytes = List.copyOf(files).stream()
                    .mapToInt(file -> file.body().length)
                    .sum();
            Assertions.assertThat(files).hasSizeGreaterThan(5);
            Assertions.assertThat(bytes).isBetween(10_000, MOST_BYTES);
        }
    }
}
