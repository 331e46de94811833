package dev.epitome.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.epitome.search.TestArticle.article;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route.FulfillOptions;
import dev.epitome.article.Article;
import dev.epitome.http.SearchServer;
import dev.epitome.http.ServerSettings;
import dev.epitome.keys.Keys;
import dev.epitome.keys.NewKey;
import dev.epitome.keys.Role;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of a server that asks for a key. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(Chromium.class)
final class KeysPageIT {

    /** How the browser tells of an answer of 401. */
    private static final String REFUSED = "Failed to load resource";

    private static final String WRONG = "epi_AAAAAAAAAAAA_wrong";

    private final NewKey key = NewKey.make(Role.READ, "a reader", LocalDate.of(2026, 11, 27));
    private final SearchEngine engine = LuceneSearch.inMemory(told());
    private final SearchServer closed =
            SearchServer.start(engine, ServerSettings.at("0.0.0.0", 0).withKeys(Keys.NONE.with(key.stored())));
    private final SearchServer open = SearchServer.start(
            engine,
            ServerSettings.at("0.0.0.0", 0)
                    .withKeys(Keys.NONE.with(key.stored()))
                    .withPublicRead());
    private final Browser browser;

    KeysPageIT(Browser browser) {
        this.browser = browser;
    }

    private static List<Article> told() {
        return IntStream.range(0, 45)
                .mapToObj(i -> article("a" + i)
                        .titled("Kafka and Redis, part " + i)
                        .from("Birch")
                        .told())
                .toList();
    }

    @AfterAll
    void stop() {
        closed.close();
        open.close();
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void whoeverHasTheKeyReadsAndAWrongOneIsAskedForAgain(int width) {
        try (Visit visit =
                Visit.to(browser, at(closed), "/?q=kafka", width, 900).expecting(REFUSED)) {
            assertThat(heading(visit)).hasText("This collection needs a key to read");
            assertThat(visit.titles()).hasCount(0);
            assertThat(visit.page().locator("#feed")).isHidden();
            assertThat(visit.page().locator("link[rel=alternate]")).hasCount(0);
            assertThat(visit.button("Forget key")).hasCount(0);
            visit.looksGood("key-" + width);
            give(visit, WRONG);
            assertThat(visit.page().locator(".notice [role=alert]")).containsText("That key is not known here.");
            assertThat(field(visit)).isFocused();
            assertThat(field(visit)).hasValue("");
            visit.looksGood("key-wrong-" + width);
            give(visit, "  " + key.text() + " ");
            visit.totals("45 articles");
            assertThat(visit.titles()).hasCount(20);
            Assertions.assertThat(visit.focused("id")).isEqualTo("results");
            visit.button("More results").click();
            assertThat(visit.titles()).hasCount(40);
            assertThat(visit.page().locator("#feed")).isHidden();
            visit.isAt("/?q=kafka");
            visit.looksGood("key-given-" + width);
        }
    }

    @Test
    void itIsKnownToTheTabAloneAndSentInAHeaderAlone() {
        try (Visit visit = Visit.to(browser, at(closed), "/?q=kafka").expecting(REFUSED)) {
            List<Request> requests = new ArrayList<>();
            visit.page().onRequest(requests::add);
            give(visit, key.text());
            visit.totals("45 articles");
            visit.button("Related: " + visit.titles().first().textContent()).click();
            visit.link("Statistics").click();
            assertThat(visit.page().locator(".figures").first()).containsText("45");
            visit.go("/?q=redis");
            visit.totals("45 articles");
            Assertions.assertThat(List.copyOf(requests)).isNotEmpty().allSatisfy(request -> {
                Assertions.assertThat(request.url()).doesNotContain(key.text());
                Assertions.assertThat(request.postData()).isNull();
                Assertions.assertThat(request.allHeaders()).doesNotContainKey("cookie");
                boolean asks = request.url().contains("/v1/");
                Assertions.assertThat(request.allHeaders().get("authorization"))
                        .isEqualTo(asks ? "Bearer " + key.text() : null);
            });
            Assertions.assertThat(visit.page().evaluate("() => JSON.stringify(localStorage) + document.cookie"))
                    .asString()
                    .doesNotContain(key.text());
            Assertions.assertThat(visit.page().evaluate("() => JSON.stringify(sessionStorage)"))
                    .isEqualTo("{\"epitome.key\":\"" + key.text() + "\"}");
            try (Visit other = Visit.to(browser, at(closed), "/?q=kafka").expecting(REFUSED)) {
                assertThat(heading(other)).isVisible();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?q=kafka", "/stats"})
    void forgottenItIsAskedForAgain(String path) {
        try (Visit visit = Visit.to(browser, at(closed), path).expecting(REFUSED)) {
            give(visit, key.text());
            assertThat(heading(visit)).hasCount(0);
            visit.button("Forget key").click();
            assertThat(heading(visit)).containsText("needs a key to read");
            assertThat(visit.button("Forget key")).hasCount(0);
            Assertions.assertThat(visit.page().evaluate("() => sessionStorage.length"))
                    .isEqualTo(0);
            visit.go(path);
            assertThat(heading(visit)).isVisible();
        }
    }

    @Test
    void oneThatIsWithdrawnIsForgotten() {
        try (Visit visit = Visit.to(browser, at(closed), "/?q=kafka").expecting(REFUSED)) {
            give(visit, key.text());
            visit.totals("45 articles");
            Pattern searches = Pattern.compile("/v1/search\\?");
            visit.page()
                    .route(
                            searches,
                            route -> route.fulfill(new FulfillOptions()
                                    .setStatus(401)
                                    .setContentType("application/problem+json")
                                    .setBody("{\"status\":401,\"code\":\"unauthorized\",\"detail\":\"Unknown.\"}")));
            visit.button("More results").click();
            assertThat(visit.button("Forget key")).hasCount(0);
            visit.box().fill("redis");
            visit.box().press("Enter");
            assertThat(heading(visit)).hasText("This collection needs a key to read");
            visit.page().unroute(searches);
            give(visit, key.text());
            visit.totals("45 articles");
        }
    }

    @Test
    void whatIsNoKeyIsNotSent() {
        try (Visit visit = Visit.to(browser, at(closed), "/").expecting(REFUSED)) {
            List<Request> requests = new ArrayList<>();
            visit.page().onRequest(requests::add);
            give(visit, "two words");
            give(visit, "");
            give(visit, "schlüssel");
            visit.asksNothingMore();
            Assertions.assertThat(requests).noneMatch(request -> request.url().contains("/v1/"));
        }
    }

    @Test
    void whereReadingIsPublicOnlyWhatNeedsAKeyAsksForOne() {
        try (Visit visit = Visit.to(browser, at(open), "/?q=kafka").expecting(REFUSED)) {
            visit.totals("45 articles");
            assertThat(visit.page().locator("#feed")).isVisible();
            visit.button("Why this result?: " + visit.titles().first().textContent())
                    .click();
            assertThat(heading(visit)).hasText("This needs a key to read");
            visit.looksGood("key-panel");
            give(visit, key.text());
            assertThat(visit.page().locator(".panel .shares")).isVisible();
            visit.link("Statistics").click();
            assertThat(visit.page().locator(".figures").first()).containsText("45");
        }
        try (Visit visit = Visit.to(browser, at(open), "/stats").expecting(REFUSED)) {
            assertThat(heading(visit)).hasText("This needs a key to read");
            visit.looksGood("key-stats");
        }
    }

    @Test
    void whereNothingCanBeKeptItIsKnownUntilThePageIsLeft() {
        try (Visit visit = Visit.nowhereYet(browser, at(closed)).expecting(REFUSED)) {
            visit.page()
                    .addInitScript(
                            "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no'); } })");
            visit.go("/?q=kafka");
            give(visit, key.text());
            visit.totals("45 articles");
            visit.button("More results").click();
            assertThat(visit.titles()).hasCount(40);
            visit.go("/?q=kafka");
            assertThat(heading(visit)).isVisible();
        }
    }

    private static URI at(SearchServer server) {
        return URI.create("http://127.0.0.1:" + server.address().getPort() + "/");
    }

    private static Locator heading(Visit visit) {
        return visit.page().locator("[aria-label=Key] h2");
    }

    private static Locator field(Visit visit) {
        return visit.page().locator("[aria-label=Key] input");
    }

    private static void give(Visit visit, String text) {
        field(visit).fill(text);
        visit.button("Continue").click();
    }
}
