package dev.epitome.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.lucene.ArticleStore;
import dev.epitome.search.SearchRequest;
import dev.epitome.watch.FeedFetch.Bounds;
import dev.epitome.watch.FolderScan.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Articles are taken from the files of a folder, each when it has changed. */
@Timeout(60)
final class WatchedFoldersTest {

    private final ArticleStore store = ArticleStore.inMemory();
    private final LinkedBlockingQueue<String> log = new LinkedBlockingQueue<>();
    private Instant now = Instant.parse("2026-05-01T12:00:00Z");

    @TempDir
    private Path home;

    private Path folder = Path.of("");

    @BeforeEach
    void make() throws IOException {
        folder = Files.createDirectories(home.resolve("articles"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void allFilesBelowItAreReadAndNamedFromItOn() throws Exception {
        write("a.jsonl", "Queues");
        write("deep/er/b.jsonl", "Topics");
        write(".hidden/c.jsonl", "Secrets");
        assertThat(look()).isEqualTo(new Seen(true, false));
        assertThat(titles()).containsExactlyInAnyOrder("Queues", "Topics");
        String id = store.engine()
                .search(SearchRequest.of("topics"))
                .hits()
                .getFirst()
                .article()
                .id();
        assertThat(store.engine().find(id).orElseThrow().origin().file()).isEqualTo("articles/deep/er/b.jsonl");
    }

    @Test
    void aFileIsReadAgainOnlyWhenItsContentHasChanged() throws Exception {
        write("a.jsonl", "Queues");
        look();
        assertThat(log).hasSize(1);
        look();
        assertThat(log).as("as it was").hasSize(1);
        now = now.plusSeconds(60);
        write("a.jsonl", "Queues");
        look();
        assertThat(log).as("written again as it was").hasSize(1);
        write("a.jsonl", "Queues", "Topics");
        look();
        assertThat(log).hasSize(2).last().asString().endsWith("a.jsonl: 1 of 2 articles new or changed");
    }

    @Test
    void whatDisappearsFromAFileOrWithItStays() throws Exception {
        write("a.jsonl", "Queues", "Topics");
        look();
        write("a.jsonl", "Topics", "Streams");
        look();
        Files.delete(folder.resolve("a.jsonl"));
        look();
        assertThat(titles()).containsExactlyInAnyOrder("Queues", "Topics", "Streams");
        assertThat(WatchState.read(state()).lines()).as("it is forgotten").noneMatch(line -> line.contains("a.jsonl"));
    }

    @Test
    void aFileThatIsBeingWrittenIsReadWhenItHasSettled() throws Exception {
        Path file = write("a.jsonl", "Queues");
        age(file, Duration.ofSeconds(1));
        assertThat(look(true)).isEqualTo(new Seen(true, true));
        assertThat(log).isEmpty();
        now = now.plusSeconds(2);
        assertThat(look(true)).isEqualTo(new Seen(true, false));
        assertThat(titles()).containsExactly("Queues");
    }

    @Test
    void whatIsNoRecordIsSaidOnceAndShownInTheStatus() throws Exception {
        Files.writeString(folder.resolve("broken.json"), "{\"title\": ");
        write("a.jsonl", "Queues");
        look();
        look();
        assertThat(log).hasSize(2).anySatisfy(line -> assertThat(line).contains("broken.json: 0 of 0", "rejected"));
        assertThat(WatchState.read(state()).lines())
                .anySatisfy(line -> assertThat(line).contains("read 2026-05-01T12:00:00Z", "rejected"));
        assertThat(titles()).containsExactly("Queues");
    }

    @Test
    void theIndexAndTheStateAreNotReadThoughTheyLieInIt() throws Exception {
        write("index/a.jsonl", "Queues");
        write("b.jsonl", "Topics");
        try (Watcher watcher = watcher(List.of(folder.resolve("index"), folder.resolve("b.jsonl")))) {
            watcher.once();
        }
        assertThat(log).isEmpty();
    }

    @Test
    void aFolderThatIsGoneIsSaidToBeAndNothingIsForgotten() throws Exception {
        write("a.jsonl", "Queues");
        WatchSettings settings = WatchSettings.of(List.of(folder), List.of(), false, "Epitome/test");
        look();
        Files.move(folder, home.resolve("elsewhere"));
        try (Watcher watcher = Watcher.of(
                settings, WatchState.read(state()), () -> store::apply, log::add, () -> now, () -> 0, Bounds.USUAL)) {
            assertThat(watcher.once()).isFalse();
        }
        assertThat(log).last().asString().contains("cannot be looked through");
        assertThat(WatchState.read(state()).lines()).isNotEmpty();
    }

    /** With the real clock and the events of the file system. */
    @Test
    void whatIsPutIntoItIsReadUntilItIsTold() throws Exception {
        write("a.jsonl", "Queues");
        WatchSettings settings = WatchSettings.of(List.of(folder), List.of(), false, "Epitome/test");
        Watcher watcher = Watcher.of(settings, WatchState.read(state()), () -> store::apply, log::add);
        CompletableFuture<Void> running = CompletableFuture.runAsync(() -> {
            try {
                watcher.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            assertThat(log.poll(30, TimeUnit.SECONDS)).contains("a.jsonl");
            now = InstantSource.system().instant();
            write("later/b.jsonl", "Topics");
            assertThat(log.poll(30, TimeUnit.SECONDS)).contains("b.jsonl");
            assertThat(titles()).containsExactlyInAnyOrder("Queues", "Topics");
        } finally {
            watcher.close();
        }
        running.get(30, TimeUnit.SECONDS);
    }

    private Seen look() throws InterruptedException {
        return look(false);
    }

    private Seen look(boolean settledOnly) throws InterruptedException {
        try (Watcher watcher = watcher(List.of())) {
            return watcher.round(settledOnly, below -> {});
        }
    }

    private Watcher watcher(List<Path> apart) {
        WatchSettings settings = WatchSettings.of(List.of(folder), apart, false, "Epitome/test");
        return Watcher.of(
                settings, WatchState.read(state()), () -> store::apply, log::add, () -> now, () -> 0, Bounds.USUAL);
    }

    /** Written just now by the clock of this test. */
    private Path write(String name, String... titles) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String title : titles) {
            lines.append("{\"title\": \"%s\", \"url\": \"https://a.example/%s\"}%n".formatted(title, title));
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, lines);
        age(file, Duration.ZERO);
        return file;
    }

    private void age(Path file, Duration age) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(now.minus(age)));
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
