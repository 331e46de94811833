package dev.epitome.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.epitome.search.TestArticle.article;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Request;
import dev.epitome.article.Article;
import dev.epitome.lucene.ArticleStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader who comes back is told what is new, by what the browser alone remembers. */
final class NewsIT extends PageTest {

    private static final ArticleStore STORE = ArticleStore.inMemory();
    private static final Pattern UPDATED = Pattern.compile("^Updated \\d+ (s|min) ago\\.$");

    NewsIT(Browser browser) {
        super(browser, STORE.engine());
    }

    @AfterAll
    static void closeStore() {
        STORE.close();
    }

    private final List<String> added = new ArrayList<>();

    @BeforeEach
    void forget() {
        added.forEach(STORE::delete);
        added.clear();
        rebuild();
    }

    private static void rebuild() {
        List<Article> two = List.of(
                article("log").titled("Kafka keeps a log").from("Birch").told(),
                article("order").titled("Kafka keeps order").told());
        Assertions.assertThat(STORE.rebuild(two.stream()).refused()).isEmpty();
    }

    private void put(String id, String title) {
        STORE.put(article(id).titled(title).told());
        added.add(id);
    }

    /** Goes to a path by a device whose clock is that many hours ahead of ours. */
    private static void comeBack(Visit visit, int hours, String path) {
        visit.page().clock().setFixedTime(Date.from(Instant.now().plus(Duration.ofHours(hours))));
        visit.go(path);
    }

    private static Locator news(Visit visit) {
        return visit.page().locator("#news");
    }

    private static Locator marks(Visit visit) {
        return visit.page().locator(".hit .new");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void whatWasPutSinceTheLastVisitIsMarkedUntilTheNext(int width) {
        try (Visit visit = visit("/?q=kafka", width, 900)) {
            assertThat(news(visit)).hasText(UPDATED);
            put("lag", "Kafka lags");
            comeBack(visit, 1, "/?q=kafka");
            visit.totals("3 articles");
            assertThat(news(visit)).containsText("1 of these articles is new since your last visit.");
            assertThat(marks(visit)).hasCount(1);
            assertThat(visit.page().locator(".hit").filter(new FilterOptions().setHasText("Kafka lags")))
                    .containsText("New");
            visit.looksGood("news-" + width);
            visit.go("/?q=keeps");
            assertThat(news(visit)).containsText("none of these articles is new since your last visit.");
            visit.go("/?q=kafka");
            assertThat(marks(visit)).hasCount(1); // It is the same visit.
            comeBack(visit, 2, "/?q=kafka");
            assertThat(news(visit)).containsText("nothing is new since your last visit.");
            assertThat(marks(visit)).hasCount(0);
        }
    }

    @Test
    void furtherPagesCount() {
        try (Visit visit = visit("/?q=kafka")) {
            IntStream.range(0, 25).forEach(i -> put("n" + i, "Kafka, part " + i));
            comeBack(visit, 1, "/?q=part");
            assertThat(news(visit)).containsText("20 of these articles are new");
            visit.button("More results").click();
            assertThat(news(visit)).containsText("25 of these articles are new");
            assertThat(marks(visit)).hasCount(25);
        }
    }

    @Test
    void afterARebuildOnlyWhatWasPutSinceIsMarked() {
        try (Visit visit = visit("/?q=kafka")) {
            rebuild();
            comeBack(visit, 1, "/?q=kafka");
            assertThat(news(visit))
                    .containsText("rebuilt since your last visit, so not all that is new can be marked.");
            assertThat(marks(visit)).hasCount(0);
            put("lag", "Kafka lags");
            visit.go("/?q=kafka");
            assertThat(marks(visit)).hasCount(1);
        }
    }

    @Test
    void nothingIsKeptButTimesAndNothingOfThemIsSent() {
        try (Visit visit = visit("/?q=kafka")) {
            List<Request> requests = new ArrayList<>();
            visit.page().onRequest(requests::add);
            comeBack(visit, 1, "/?q=kafka");
            Assertions.assertThat(visit.page().evaluate("() => Object.keys(localStorage)"))
                    .isEqualTo(List.of("epitome.visit"));
            Assertions.assertThat(visit.page().evaluate("() => Object.keys(JSON.parse(localStorage['epitome.visit']))"))
                    .isEqualTo(List.of("since", "seen", "at"));
            Assertions.assertThat(visit.page().context().cookies()).isEmpty();
            String day = LocalDate.ofInstant(engine.index().changedAt(), ZoneOffset.UTC)
                    .toString();
            Assertions.assertThat(List.copyOf(requests)).isNotEmpty().allSatisfy(request -> {
                Assertions.assertThat(request.allHeaders()).doesNotContainKey("cookie");
                Assertions.assertThat(request.allHeaders().values()).noneMatch(value -> value.contains(day));
                Assertions.assertThat(request.url()).doesNotContain(day);
                Assertions.assertThat(request.postData()).isNull();
            });
        }
    }

    @Test
    void theStatisticsTellWhenTheIndexWasLastChanged() {
        try (Visit visit = visit("/stats")) {
            Locator said = visit.page().locator("#said");
            assertThat(said).not().containsText("changed");
            put("lag", "Kafka lags");
            visit.go("/stats");
            assertThat(said).hasText(Pattern.compile("Index built .* GMT, last changed .* GMT\\."));
            assertThat(visit.page().locator(".figures").first()).containsText(Pattern.compile("Changed\\d+ s ago"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no'); } })",
                "Storage.prototype.setItem = () => { throw new DOMException('full'); }",
                "localStorage.setItem('epitome.visit', 'null')",
                "localStorage.setItem('epitome.visit', '{')",
                "localStorage.setItem('epitome.visit', '{\"seen\": \"x\", \"at\": \"y\"}')"
            })
    void whereNothingCanBeRememberedEveryVisitIsTheFirst(String script) {
        try (Visit visit = Visit.nowhereYet(browser, server.address())) {
            visit.page().addInitScript(script);
            visit.go("/?q=kafka");
            put("lag", "Kafka lags");
            comeBack(visit, 1, "/?q=kafka");
            visit.totals("3 articles");
            assertThat(news(visit)).hasText(Pattern.compile("^Updated \\d+ (s|min|h) ago\\.$"));
            assertThat(marks(visit)).hasCount(0);
        }
    }
}
