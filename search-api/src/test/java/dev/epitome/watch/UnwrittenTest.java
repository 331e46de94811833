package dev.epitome.watch;

import static dev.epitome.watch.FeedServer.answer;
import static dev.epitome.watch.FeedServer.rss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.ArticleChange;
import dev.epitome.article.ArticleChange.Outcome;
import dev.epitome.lucene.ArticleStore;
import dev.epitome.search.SearchRequest;
import dev.epitome.watch.FeedFetch.Bounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be written is not known as read, and the index is held only while something is written. */
@Timeout(60)
final class UnwrittenTest {

    private final FeedServer server = new FeedServer();
    private final ArticleStore store = ArticleStore.inMemory();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Instant now = Instant.parse("2026-05-01T12:00:00Z");

    /** Whether it can be opened, and whether it can be written once it is open. */
    private boolean locked;

    private boolean full;
    private int opened;
    private int closed;

    @TempDir
    private Path home;

    private Path letters = Path.of("");
    private Path list = Path.of("");

    @BeforeEach
    void make() throws IOException {
        letters = Files.createDirectories(home.resolve("letters"));
        String feed = server.on("/feed", answer(200, rss("Topics"), "ETag", "\"a1\""));
        list = Files.writeString(
                home.resolve("feeds.opml"), "<opml><body><outline xmlUrl='" + feed + "'/></body></opml>");
    }

    @AfterEach
    void close() {
        store.close();
        server.close();
    }

    @Test
    void whereTheIndexCannotBeHadNoFeedIsAskedForAndNothingIsLost() throws Exception {
        write("a.jsonl", "Queues");
        try (Watcher watcher = watcher(letters, list)) {
            locked = true;
            assertThatThrownBy(watcher::once).isInstanceOf(EpitomeException.class);
            assertThatThrownBy(watcher::once).isInstanceOf(EpitomeException.class);
            assertThat(server.asked()).isEmpty();
            assertThat(WatchState.read(state()).lines()).isEmpty();
            locked = false;
            assertThat(watcher.once()).isTrue();
        }
        assertThat(titles()).containsExactlyInAnyOrder("Queues", "Topics");
    }

    @Test
    void whatCameAndCouldNotBeWrittenIsReadAgain() throws Exception {
        write("a.jsonl", "Queues");
        try (Watcher watcher = watcher(letters)) {
            full = true;
            assertThatThrownBy(watcher::once).hasMessage("it is full");
            full = false;
            assertThat(watcher.once()).isTrue();
        }
        try (Watcher watcher = watcher(list)) {
            full = true;
            assertThatThrownBy(watcher::once).hasMessage("it is full");
            assertThat(server.asked()).hasSize(1);
            full = false;
            assertThat(watcher.once()).isTrue();
            assertThat(server.asked().getFirst().headers()).doesNotContainKey("If-none-match");
        }
        assertThat(titles()).containsExactlyInAnyOrder("Queues", "Topics");
        assertThat(log).hasSize(2);
        assertThat(closed).isEqualTo(opened);
    }

    @Test
    void theIndexIsOpenedAtFirstAndThenOnlyForWhatIsToBeWritten() throws Exception {
        try (Watcher watcher = watcher(letters, list)) {
            watcher.once();
            assertThat(opened).as("at first, and for the feed").isEqualTo(1);
            watcher.once();
            watcher.once();
            assertThat(opened).as("nothing is new, no feed is due").isEqualTo(1);
            write("a.jsonl", "Queues");
            write("b.jsonl", "Streams");
            watcher.once();
            assertThat(opened).as("for both files").isEqualTo(2);
            assertThat(closed).isEqualTo(2);
        }
        assertThat(titles()).containsExactlyInAnyOrder("Queues", "Streams", "Topics");
    }

    @Test
    void pausesGrowUpToTenMinutes() {
        assertThat(List.of(1, 2, 3, 7, 8, 1_000_000).stream().map(Pauses::untilWritten))
                .containsExactly(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(40),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(10));
    }

    private final class Counted implements ChangeWriter {
        @Override
        public List<Outcome> apply(List<ArticleChange> changes) {
            if (full) {
                throw new EpitomeException(Kind.INDEX_UNWRITTEN, "it is full");
            }
            return store.apply(changes);
        }

        @Override
        public void close() {
            closed++;
        }
    }

    private ChangeWriter open() {
        if (locked) {
            throw new EpitomeException(Kind.INDEX_LOCKED, "it is locked");
        }
        opened++;
        return new Counted();
    }

    private Watcher watcher(Path... inputs) {
        WatchSettings settings = WatchSettings.of(List.of(inputs), List.of(), true, "Epitome/test");
        return Watcher.of(settings, WatchState.read(state()), this::open, log::add, () -> now, () -> 0, Bounds.USUAL);
    }

    private void write(String name, String title) throws IOException {
        Files.writeString(letters.resolve(name), "{\"title\": \"%s\"}\n".formatted(title));
    }

    private Path state() {
        return home.resolve("state.json");
    }

    private List<String> titles() {
        return store.engine().search(SearchRequest.of("")).hits().stream()
                .map(hit -> hit.article().title())
                .toList();
    }
}
