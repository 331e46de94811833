package dev.epitome.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.epitome.search.TestArticle.article;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import dev.epitome.article.Article;
import dev.epitome.http.SearchServer;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** The search page when the service refuses, fails, is slow or gone. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(Chromium.class)
final class FailingServiceIT {

    private static final Pattern SEARCHES = Pattern.compile("/v1/search\\?");
    private static final Pattern CURSORS = Pattern.compile("[?&]cursor=");
    private static final String ONLINE = "() => dispatchEvent(new Event('online'))";
    private static final String NOT_LOADED = "Failed to load resource";

    private final SearchEngine engine = LuceneSearch.inMemory(told());
    private final SearchServer server = SearchServer.start(engine, "127.0.0.1", 0);
    private final Browser browser;

    FailingServiceIT(Browser browser) {
        this.browser = browser;
    }

    private static List<Article> told() {
        return IntStream.range(0, 45)
                .mapToObj(i -> article("a" + i)
                        .titled("Kafka and Redis, part " + i)
                        .saying("About queues.")
                        .told())
                .toList();
    }

    @AfterAll
    void stop() {
        server.close();
        engine.close();
    }

    @Test
    void aServerThatIsGoneIsSaidSoAndCanBeTriedAgain() {
        SearchServer gone = SearchServer.start(engine, "127.0.0.1", 0);
        try (Visit visit = Visit.to(browser, gone.address(), "/").expecting(NOT_LOADED)) {
            URI address = gone.address();
            gone.close();
            visit.box().fill("kafka");
            visit.box().press("Enter");
            assertThat(visit.page().getByText("The service cannot be reached.")).isVisible();
            visit.looksGood("gone");
            try (SearchServer back = SearchServer.start(engine, "127.0.0.1", address.getPort())) {
                Assertions.assertThat(back.address()).isEqualTo(address);
                visit.button("Try again").click();
                visit.totals("45 articles");
            }
        }
    }

    @Test
    void whatCannotBeAskedIsExplained() {
        try (Visit visit = Visit.to(browser, server.address(), "/stats").expecting(NOT_LOADED)) {
            visit.go("/?q=kafka&sort=upwards");
            assertThat(visit.page().locator(".failure")).containsText("“upwards” is not a sort order.");
            visit.looksGood("refused");
            visit.link("Search without it").click();
            visit.isAt("/?q=kafka");
            visit.totals("45 articles");
            visit.go("/?q=kafka&publishedAfter=banana");
            assertThat(visit.page().locator(".failure")).containsText("“banana” is not a date.");
            visit.link("Search without it").click();
            visit.isAt("/?q=kafka");
            visit.go("/?q=kafka&publishedAfter=2025&publishedBefore=2024-12");
            assertThat(visit.page().locator(".failure")).containsText("From is after To.");
            visit.link("Swap the dates").click();
            visit.isAt("/?q=kafka&publishedAfter=2024-12&publishedBefore=2025");
            visit.go("/?q=kafka&sort=upwards");
            visit.link("Start over").click();
            visit.isAt("/");
        }
    }

    @Test
    void afterTooManyRequestsItIsAskedAgainByItself() {
        try (Visit visit = Visit.to(browser, server.address(), "/").expecting(NOT_LOADED)) {
            List<String> refused = new ArrayList<>();
            visit.page().route(SEARCHES, route -> {
                if (refused.isEmpty()) {
                    refused.add(route.request().url());
                    route.fulfill(problem(429, "too-many-requests", "Too many requests: wait a second.")
                            .setHeaders(Map.of("Retry-After", "1")));
                } else {
                    route.resume();
                }
            });
            visit.box().fill("kafka");
            visit.box().press("Enter");
            assertThat(visit.page().locator(".failure")).containsText("Trying again in 1 s.");
            visit.totals("45 articles");
        }
    }

    @Test
    void aPageThatIsGoneWithItsIndexBecomesAFreshSearch() {
        try (Visit visit = Visit.to(browser, server.address(), "/?q=kafka").expecting(NOT_LOADED)) {
            visit.page()
                    .route(CURSORS, route -> route.fulfill(problem(410, "cursor-expired", "The index was rebuilt.")));
            visit.button("More results").click();
            assertThat(visit.page().locator(".note")).containsText("The index was rebuilt.");
            assertThat(visit.titles()).hasCount(20);
        }
    }

    @Test
    void aFurtherPageThatFailsLeavesWhatIsThereAndCanBeAskedForAgain() {
        try (Visit visit = Visit.to(browser, server.address(), "/?q=kafka").expecting(NOT_LOADED)) {
            visit.page().route(CURSORS, route -> route.fulfill(problem(503, "index-unavailable", "Not yet.")));
            visit.button("More results").click();
            assertThat(visit.page().locator(".next [role=alert]")).hasText("Not yet.");
            assertThat(visit.titles()).hasCount(20);
            visit.totals("45 articles");
            Assertions.assertThat(visit.focused("textContent")).isEqualTo("Try again");
            visit.button("Try again").scrollIntoViewIfNeeded();
            visit.looksGood("more-failed");
            visit.button("Try again").click();
            visit.settled();
            assertThat(visit.page().locator(".next [role=alert]")).hasCount(1);
            visit.page().unroute(CURSORS);
            visit.button("Try again").click();
            visit.totals("40 of 45 articles");
            assertThat(visit.titles()).hasCount(40);
            Assertions.assertThat(visit.focused("ariaLabel"))
                    .isEqualTo("Full summary: " + visit.titles().nth(20).textContent());
            assertThat(visit.page().locator("[role=alert]")).hasCount(0);
            visit.button("More results").click();
            assertThat(visit.titles()).hasCount(45);
        }
    }

    @Test
    void aFurtherPageIsAskedForAgainByItselfAndTheFocusStaysWhereItIsByThen() {
        try (Visit visit = Visit.to(browser, server.address(), "/?q=kafka").expecting(NOT_LOADED)) {
            List<String> refused = new ArrayList<>();
            visit.page().route(CURSORS, route -> {
                if (refused.isEmpty()) {
                    refused.add(route.request().url());
                    route.fulfill(problem(429, "too-many-requests", "Too many requests: wait a second.")
                            .setHeaders(Map.of("Retry-After", "2")));
                } else {
                    route.resume();
                }
            });
            visit.button("More results").click();
            assertThat(visit.page().locator(".next [role=alert]"))
                    .hasText("Too many requests: wait a second. Trying again in 2 s.");
            visit.box().focus();
            assertThat(visit.titles()).hasCount(40);
            Assertions.assertThat(visit.focused("id")).isEqualTo("q");
        }
    }

    @Test
    void aDeviceThatIsOnlineAgainAsksOnlyForWhatFailed() {
        try (Visit visit = Visit.to(browser, server.address(), "/?q=kafka").expecting(NOT_LOADED)) {
            List<String> asked = new ArrayList<>();
            visit.page().onRequest(request -> asked.add(request.url()));
            visit.page().evaluate(ONLINE);
            visit.asksNothingMore();
            Assertions.assertThat(asked).noneMatch(url -> url.contains("/v1/"));
            asked.clear();
            visit.page().route(CURSORS, Route::abort);
            visit.button("More results").click();
            assertThat(visit.page().locator(".next [role=alert]")).containsText("The service cannot be reached.");
            visit.page().unroute(CURSORS);
            visit.page().evaluate(ONLINE);
            assertThat(visit.titles()).hasCount(40);
            Assertions.assertThat(asked).hasSize(2).allMatch(url -> url.contains("cursor="));
        }
    }

    @Test
    void aServiceThatStartsIsWaitedFor() {
        try (Visit visit = Visit.to(browser, server.address(), "/").expecting(NOT_LOADED)) {
            visit.page().route(SEARCHES, route -> route.fulfill(problem(503, "index-unavailable", "Not yet.")));
            visit.box().fill("kafka");
            visit.box().press("Enter");
            assertThat(visit.page().locator(".failure h2")).hasText("Not ready yet");
            visit.page().unroute(SEARCHES);
            visit.button("Try again").click();
            visit.totals("45 articles");
        }
    }

    @Test
    void anAnswerThatIsOvertakenIsNeverShown() {
        try (Visit visit = Visit.to(browser, server.address(), "/")) {
            List<Route> held = new ArrayList<>();
            List<String> aborted = new ArrayList<>();
            visit.page().onRequestFailed(request -> aborted.add(request.url()));
            visit.page().route(Pattern.compile("/v1/search\\?q=kafka&"), held::add);
            visit.box().fill("kafka");
            visit.box().press("Enter");
            visit.page().waitForCondition(() -> !held.isEmpty());
            assertThat(visit.page().locator("#results")).hasAttribute("aria-busy", "true");
            visit.box().fill("part 7");
            visit.box().press("Enter");
            assertThat(visit.titles().first()).hasText("Kafka and Redis, part 7");
            Assertions.assertThat(aborted).anyMatch(url -> url.contains("q=kafka&"));
            release(held.getFirst());
            visit.asksNothingMore();
            assertThat(visit.titles().first()).hasText("Kafka and Redis, part 7");
            visit.isAt("/?q=part+7");
        }
    }

    /** Late, and perhaps to nobody. */
    private static void release(Route route) {
        try {
            route.resume();
        } catch (PlaywrightException e) {
            Assertions.assertThat(e).hasMessageContaining("handled");
        }
    }

    private static FulfillOptions problem(int status, String code, String detail) {
        return new FulfillOptions()
                .setStatus(status)
                .setContentType("application/problem+json")
                .setBody("{\"status\":%d,\"code\":\"%s\",\"detail\":\"%s\"}".formatted(status, code, detail));
    }
}
