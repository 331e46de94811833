package dev.epitome.watch;

import static dev.epitome.watch.FeedServer.answer;
import static dev.epitome.watch.FeedServer.rss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import dev.epitome.EpitomeException;
import dev.epitome.lucene.ArticleStore;
import dev.epitome.search.SearchRequest;
import dev.epitome.watch.FeedFetch.Bounds;
import dev.epitome.watch.FeedServer.Asked;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles are taken from feeds, whatever their servers do. */
@Timeout(60)
final class WatchedFeedsTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Bounds PATIENT = new Bounds(1 << 20, Duration.ofSeconds(30));

    private final FeedServer server = new FeedServer();
    private final ArticleStore store = ArticleStore.inMemory();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private Instant now = Instant.parse("2026-05-01T12:00:00Z");

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        store.close();
        server.close();
    }

    @Test
    void itsArticlesAreFoundAndNameTheHostTheyCameFrom() throws Exception {
        String feed = server.on("/feed", answer(200, rss("Queues at scale", "Raft explained")));
        assertThat(poll(feed)).isTrue();
        assertThat(titles("raft")).containsExactly("Raft explained");
        String id = store.engine()
                .search(SearchRequest.of("raft"))
                .hits()
                .getFirst()
                .article()
                .id();
        assertThat(store.engine().find(id).orElseThrow().origin().file()).isEqualTo("127.0.0.1");
        assertThat(server.asked().getFirst().header("User-Agent")).isEqualTo("Epitome/test");
        assertThat(log).containsExactly(feed + ": 2 of 2 articles new or changed");
    }

    @Test
    void itIsAskedForOnlyOnceAnHourAndThenForWhatHasChanged() throws Exception {
        String date = "Fri, 01 May 2026 10:00:00 GMT";
        String feed = server.on("/feed", answer(200, rss("Queues"), "ETag", "\"a1\"", "Last-Modified", date));
        poll(feed);
        assertThat(server.asked()).hasSize(1);
        pass(Duration.ofMinutes(59));
        poll(feed);
        assertThat(server.asked()).isEmpty();
        server.on("/feed", answer(304, ""));
        pass(Duration.ofMinutes(1));
        assertThat(poll(feed)).isTrue();
        Asked second = server.asked().getFirst();
        assertThat(second.header("If-None-Match")).isEqualTo("\"a1\"");
        assertThat(second.header("If-Modified-Since")).isEqualTo(date);
        pass(HOUR);
        poll(feed);
        assertThat(server.asked().getFirst().header("If-None-Match"))
                .as("still")
                .isEqualTo("\"a1\"");
    }

    @Test
    void aFeedThatWantsLongerPausesHasThem() throws Exception {
        String byHeader = server.on("/a", answer(200, rss("Queues"), "Cache-Control", "max-age=10800"));
        String byItself = server.on("/b", answer(200, rss("Topics").replace("<channel>", "<channel><ttl>240</ttl>")));
        poll(byHeader, byItself);
        server.asked();
        pass(HOUR.multipliedBy(3).minusSeconds(1));
        poll(byHeader, byItself);
        assertThat(server.asked()).isEmpty();
        pass(Duration.ofSeconds(1));
        poll(byHeader, byItself);
        assertThat(server.asked()).extracting(Asked::path).containsExactly("/a");
        pass(HOUR);
        poll(byItself);
        assertThat(server.asked()).extracting(Asked::path).containsExactly("/b");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 308})
    void oneThatHasMovedForGoodIsAskedForWhereItIsFromThenOn(int status) throws Exception {
        String fresh = server.on("/new", answer(200, rss("Queues")));
        String feed = server.on("/old", answer(status, "", "Location", "/new"));
        assertThat(poll(feed)).isTrue();
        assertThat(log).first().isEqualTo(feed + ": moved to " + fresh);
        server.asked();
        pass(HOUR);
        poll(feed);
        assertThat(server.asked()).extracting(Asked::path).containsExactly("/new");
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 303, 307})
    void oneThatIsElsewhereForNowIsAskedForWhereItWas(int status) throws Exception {
        server.on("/new", answer(200, rss("Queues")));
        String feed = server.on("/old", answer(status, "", "Location", "/new"));
        assertThat(poll(feed)).isTrue();
        server.asked();
        pass(HOUR);
        poll(feed);
        assertThat(server.asked()).extracting(Asked::path).containsExactly("/old", "/new");
    }

    @Test
    void oneThatIsGoneIsNeverAskedForAgain() throws Exception {
        String feed = server.on("/feed", answer(410, ""));
        assertThat(poll(feed)).isFalse();
        assertThat(log).containsExactly(feed + ": was taken away for good (410), and is not asked for again");
        server.asked();
        pass(Duration.ofDays(400));
        assertThat(poll(feed)).isTrue();
        assertThat(server.asked()).isEmpty();
        assertThat(WatchState.read(state()).lines()).contains("  is not asked for again");
    }

    @Test
    void oneThatFailsIsTriedAgainAfterPausesThatGrowUntilItIsBack() throws Exception {
        String feed = server.on("/feed", answer(500, ""));
        for (int minutes : List.of(15, 30, 60, 120)) {
            assertThat(poll(feed)).isFalse();
            assertThat(server.asked()).hasSize(1);
            pass(Duration.ofMinutes(minutes).minusSeconds(1));
            poll(feed);
            assertThat(server.asked()).as("within %d minutes", minutes).isEmpty();
            pass(Duration.ofSeconds(1));
        }
        assertThat(log).hasSize(4).last().asString().contains("the server answered 500", "tried again from 2026-05-0");
        server.on("/feed", answer(200, rss("Queues")));
        assertThat(poll(feed)).isTrue();
        server.on("/feed", answer(503, "", "Retry-After", "7200"));
        pass(HOUR);
        assertThat(poll(feed)).isFalse();
        server.asked();
        pass(HOUR.multipliedBy(2).minusSeconds(1));
        poll(feed);
        assertThat(server.asked()).isEmpty();
        pass(Duration.ofSeconds(1));
        poll(feed);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void oneWithoutEndIsLeft() throws Exception {
        AtomicBoolean closed = new AtomicBoolean();
        CountDownLatch left = new CountDownLatch(1);
        String feed = server.on("/feed", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (true) {
                    exchange.getResponseBody().write(rss("Queues").getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                closed.set(true);
                left.countDown();
            }
        });
        assertThat(poll(feed)).isFalse();
        assertThat(log).first().asString().contains("it has more than 1 MiB");
        assertThat(left.await(30, TimeUnit.SECONDS) && closed.get())
                .as("connection closed")
                .isTrue();
    }

    @Test
    void oneThatIsTooLargeOnceItIsUnpackedIsLeft() throws Exception {
        byte[] bomb = packed(" ".repeat(8 << 20));
        assertThat(bomb).hasSizeLessThan(1 << 20);
        String feed = server.on("/feed", answer(200, bomb, "Content-Encoding", "gzip"));
        assertThat(poll(feed)).isFalse();
        assertThat(log).first().asString().contains("it has more than 1 MiB");
        server.on("/feed", answer(200, packed(rss("Queues")), "Content-Encoding", "gzip"));
        pass(HOUR);
        assertThat(poll(feed)).isTrue();
        assertThat(titles("queues")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void oneThatDoesNotComeInTimeIsLeft(boolean begun) throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        String feed = server.on("/feed", exchange -> {
            if (begun) {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write('<');
                exchange.getResponseBody().flush();
            }
            await(end);
        });
        try {
            assertThat(poll(new Bounds(1 << 20, Duration.ofMillis(300)), feed)).isFalse();
            assertThat(log).first().asString().contains("it did not come within");
        } finally {
            end.countDown();
        }
    }

    @Test
    void aPageInThePlaceOfAFeedIsNoArticle() throws Exception {
        String feed = server.on("/feed", answer(200, "<!DOCTYPE html><html><title>Maintenance</title><p>Back soon."));
        assertThat(poll(feed)).isFalse();
        assertThat(log).first().asString().contains("what came is no feed");
        assertThat(store.engine().index().articles()).isZero();
    }

    @Test
    void aRedirectIntoAPrivateNetworkIsNotFollowed() throws Exception {
        InetAddress here = InetAddress.getLoopbackAddress();
        for (String to : List.of("http://127.0.0.2/", "http://[::1]/", "http://10.0.0.1/", "http://169.254.169.254/")) {
            String feed = server.on("/feed", answer(302, "", "Location", to));
            try (FeedFetch fetch = new FeedFetch("Epitome/test", new Hosts(here::equals), PATIENT, () -> now)) {
                assertThat(fetch.get(FeedState.of(feed))).asString().contains("leads to " + to, "private network");
            }
        }
    }

    @Test
    void unlessThatIsWantedNothingPrivateIsAsked() throws Exception {
        String feed = server.on("/feed", answer(200, rss("Queues")));
        try (FeedFetch fetch = new FeedFetch("Epitome/test", Hosts.of(false), PATIENT, () -> now)) {
            assertThat(fetch.get(FeedState.of(feed))).asString().contains("127.0.0.1 is in a private network");
        }
        assertThat(server.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed", "file:///etc/passwd", "http://exa mple/", "http://"})
    void aRedirectThatLeadsNowhereEnds(String location) throws Exception {
        String feed = server.on("/feed", answer(301, "", "Location", location));
        assertThat(poll(feed)).isFalse();
        assertThat(server.asked()).hasSizeLessThanOrEqualTo(6);
        assertThat(WatchState.read(state()).feed(feed).location()).isEqualTo(feed);
    }

    @Test
    void aHostIsAskedOneThingAtATime() throws Exception {
        CountDownLatch two = new CountDownLatch(2);
        AtomicInteger within = new AtomicInteger();
        AtomicBoolean met = new AtomicBoolean();
        HttpHandler meeting = exchange -> {
            if (within.incrementAndGet() > 1) {
                met.set(true);
            }
            two.countDown();
            await(two, 200);
            within.decrementAndGet();
            answer(200, rss("Queues")).handle(exchange);
        };
        String one = server.on("/a", meeting);
        String other = server.on("/b", meeting);
        // By another name it is in another group of feeds, and leads to the same host.
        String around = server.on("/c", answer(302, "", "Location", other)).replace("127.0.0.1", "localhost");
        assertThat(poll(one, around)).isTrue();
        assertThat(met).isFalse();
    }

    @Test
    void whatIsNoListOfFeedsIsRefused() throws IOException {
        Path list = Files.writeString(folder.resolve("feeds.opml"), "<opml><body><outline text='x'/></body></opml>");
        assertThatThrownBy(() -> poll(PATIENT, list))
                .isInstanceOf(EpitomeException.class)
                .hasMessageContaining("lists no feeds");
        assertThatThrownBy(() -> poll(PATIENT, folder.resolve("none.opml")))
                .isInstanceOf(EpitomeException.class)
                .hasMessageContaining("cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"version\":\"2\"}", "{\"version\":\"1\",\"feeds\":[{\"next\":\"x\"}]}", "no"})
    void aStateOfSomethingElseIsRefused(String content) throws IOException {
        Files.writeString(state(), content);
        assertThatThrownBy(() -> WatchState.read(state()))
                .isInstanceOf(EpitomeException.class)
                .hasMessageContaining("does not hold what was watched");
    }

    private boolean poll(String... feeds) throws Exception {
        return poll(PATIENT, feeds);
    }

    private boolean poll(Bounds bounds, String... feeds) throws Exception {
        String outlines = Stream.of(feeds)
                .map(feed -> "<outline type=\"rss\" xmlUrl=\"" + feed + "\"/>")
                .collect(Collectors.joining());
        return poll(
                bounds,
                Files.writeString(
                        folder.resolve("feeds.opml"),
                        "<opml version=\"2.0\"><body><outline text=\"Blogs\">" + outlines
                                + "</outline></body></opml>"));
    }

    /** In a process of its own, as it were: all that is known is in the file. */
    private boolean poll(Bounds bounds, Path list) throws InterruptedException {
        WatchSettings settings = WatchSettings.of(List.of(list), List.of(), true, "Epitome/test");
        try (Watcher watcher = Watcher.of(
                settings, WatchState.read(state()), () -> store::apply, log::add, () -> now, () -> 0, bounds)) {
            return watcher.once();
        }
    }

    private Path state() {
        return folder.resolve("state.json");
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private List<String> titles(String query) {
        return store.engine().search(SearchRequest.of(query)).hits().stream()
                .map(hit -> hit.article().title())
                .toList();
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void await(CountDownLatch latch) {
        await(latch, 30_000);
    }

    private static boolean await(CountDownLatch latch, long millis) {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
