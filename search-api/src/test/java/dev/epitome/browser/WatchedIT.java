package dev.epitome.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.epitome.search.TestArticle.article;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import dev.epitome.http.SearchServer;
import dev.epitome.http.ServerSettings;
import dev.epitome.http.Writing;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import dev.epitome.watch.WatchState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The statistics tell how the index is fed. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(Chromium.class)
final class WatchedIT {

    private static final Instant NOW = Instant.parse("2026-05-01T12:10:00Z");

    private final AtomicReference<Optional<byte[]>> watched = new AtomicReference<>(Optional.empty());
    private final SearchEngine engine = LuceneSearch.inMemory(
            List.of(article("log").titled("Kafka keeps a log").told()));
    private final SearchServer server =
            SearchServer.start(engine, ServerSettings.at("127.0.0.1", 0), Optional.empty(), Writing.NONE, watched::get);
    private final Browser browser;

    @TempDir
    Path home;

    WatchedIT(Browser browser) {
        this.browser = browser;
    }

    @AfterAll
    void stop() {
        server.close();
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void aLineOpensAListInWhichWhatFailsIsFirst(int width) {
        watches(
                feed("https://ann:s3cret@blog.example/feed.xml?token=s3cret", "\"read\": \"2026-05-01T10:10:00Z\",", 31)
                        + ","
                        + feed(
                                "https://news.example/rss",
                                "\"failures\": 3, \"problem\": \"the server answered 403\",",
                                0),
                "{\"path\": \"/home/letters\", \"looked\": \"2026-05-01T12:05:00Z\"}",
                "{\"path\": \"/home/letters/april.md\", \"size\": 1, \"modified\": 0, \"read\": \"2026-05-01T12:00:00Z\","
                        + " \"problem\": \"1 rejected: it has no title\", \"articles\": 4}");
        try (Visit visit = visit(width)) {
            assertThat(line(visit)).hasText("Watching 2 feeds and 1 folder; 1 fails");
            assertThat(rows(visit).first()).isHidden();
            line(visit).click();
            assertThat(rows(visit)).hasText(new String[] {
                "news.example/rssNever read, 0 articles new or changed so far; asked for again in 50 min"
                        + "Failed 10 min ago: the server answered 403, 3 times in a row",
                "blog.example/feed.xmlRead 2 h ago, 31 articles new or changed so far; asked for again in 50 min",
                "lettersLooked through 5 min ago, 1 file, 4 articles new or changed so far"
                        + "april.md: 1 rejected: it has no title"
            });
            Assertions.assertThat(visit.page().content()).doesNotContain("s3cret", "/home");
            visit.looksGood("watched-" + width, true);
        }
    }

    @Test
    void aWatchThatHasEndedIsSaidToHave() {
        watches("", "{\"path\": \"/home/letters\", \"looked\": \"2026-04-28T12:05:00Z\"}", "");
        try (Visit visit = visit(1280)) {
            assertThat(line(visit)).hasText("Watched 1 folder, last 3 days ago");
        }
    }

    @Test
    void theListIsReachedByKeyboard() {
        watches(feed("https://blog.example/feed", "", 0), "", "");
        try (Visit visit = visit(1280)) {
            assertThat(line(visit)).hasText("Watching 1 feed");
            line(visit).focus();
            visit.page().keyboard().press("Enter");
            assertThat(rows(visit)).hasCount(1);
            assertThat(rows(visit).first()).isVisible();
        }
    }

    @Test
    void whatFeedsSayIsOnlyEverText() {
        String hostile = "<img src=x onerror=alert(1)></p><script>alert(2)</script>";
        watches(feed("https://blog.example/%3Cb%3E", "\"problem\": \"" + hostile + "\",", 0), "", "");
        try (Visit visit = visit(1280)) {
            line(visit).click();
            assertThat(rows(visit).first()).containsText(hostile);
            assertThat(visit.page().locator(".watch img, .watch script")).hasCount(0);
        }
    }

    @Test
    void ofVeryManyTheRestIsCounted() {
        watches(
                IntStream.range(0, 1_250)
                        .mapToObj(i -> feed("https://blog.example/" + i, "", 0))
                        .collect(Collectors.joining(",")),
                "",
                "");
        try (Visit visit = visit(1280)) {
            assertThat(line(visit)).hasText("Watching 1,250 feeds");
            line(visit).click();
            assertThat(rows(visit)).hasCount(201);
            assertThat(rows(visit).last()).hasText("and 1,050 more");
        }
    }

    @Test
    void whereNothingIsWatchedThereIsNoLine() {
        watches("", "", "");
        try (Visit visit = visit(1280)) {
            assertThat(visit.page().locator(".figures").first()).isVisible();
            assertThat(visit.page().locator(".watch")).hasCount(0);
        }
    }

    @Test
    void whereItCannotBeToldTheStatisticsAreShownAllTheSame() {
        watched.set(Optional.empty());
        try (Visit visit = visit(1280).expecting("Failed to load resource")) {
            assertThat(visit.page().locator(".figures").first()).isVisible();
            assertThat(visit.page().locator(".watch")).hasCount(0);
        }
    }

    private Visit visit(int width) {
        Visit visit = Visit.nowhereYet(browser, server.address());
        visit.page().setViewportSize(width, 900);
        visit.page().clock().setFixedTime(Date.from(NOW));
        visit.go("/stats");
        return visit;
    }

    private static Locator line(Visit visit) {
        return visit.page().locator(".watch summary");
    }

    private static Locator rows(Visit visit) {
        return visit.page().locator(".watch li");
    }

    private static String feed(String address, String more, int articles) {
        return """
                {"address": "%s", %s "tried": "2026-05-01T12:00:00Z", "next": "2026-05-01T13:00:00Z", "articles": %d%s}""".formatted(address, more, articles, more.contains("failures") ? "" : ", \"failures\": 0");
    }

    /** Has the server show this, as a state that was kept. */
    private void watches(String feeds, String folders, String files) {
        try {
            Path state = Files.writeString(
                    home.resolve("state.json"),
                    "{\"version\": \"1\", \"feeds\": [%s], \"folders\": [%s], \"files\": [%s]}"
                            .formatted(feeds, folders, files));
            watched.set(Optional.of(WatchState.read(state).shown()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
