package dev.epitome.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What readers see of what is watched. */
final class ShownStateTest {

    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    @TempDir
    private Path home;

    private WatchState state = WatchState.read(Path.of("none.json"));

    @BeforeEach
    void read() {
        state = WatchState.read(home.resolve("state.json"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/feed.xml, a.example/feed.xml",
        "https://a.example/, a.example",
        "https://ann:pw@a.example:8443/feed?key=1#top, a.example/feed",
        "https://a.example/feed;token=1/x, a.example/feed",
        "https://a.example/a%20b?c, a.example/a%20b",
        "https://under_score.example/feed?key=1, an address",
        "mailto:ann@a.example, an address",
        "'https://a.example/ ?key=1', an address"
    })
    void ofAnAddressTheHostAndThePath(String address, String name) {
        state.put(FeedState.of(address));
        assertThat(shown().path("feeds").path(0).path("name").stringValue()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it leads to https://u:p@b.example/x?t=1: it is no feed | it leads to b.example/x: it is no feed",
                "“https://b.example/?t=1” is no address. | “b.example” is no address.",
                "see ftp://u:p@b.example/x, and http://c.example?t=$1. | see b.example/x, and c.example.",
                "see http://c.example/\\?t=$1 | see an address",
                "the server answered 404 | the server answered 404"
            })
    void addressesWithinWhatFailedToo(String problem, String said) {
        state.put(FeedState.of("https://a.example/feed").failed(problem, NOW, NOW));
        JsonNode feed = shown().path("feeds").path(0);
        assertThat(feed.path("problem").stringValue()).isEqualTo(said);
        assertThat(feed.path("fails").booleanValue()).isTrue();
    }

    @Test
    void aFeedThatIsListedNoMoreIsNotShownAndNotForgotten() {
        state.put(FeedState.of("https://a.example/feed"));
        state.watch(Set.of("https://b.example/feed"), Set.of());
        assertThat(shown().path("feeds")).isEmpty();
        assertThat(state.lines()).contains("https://a.example/feed", "  is in no list any more");
        state.save();
        state = WatchState.read(home.resolve("state.json"));
        assertThat(shown().path("feeds")).isEmpty();
        state.watch(Set.of("https://a.example/feed"), Set.of());
        assertThat(shown().path("feeds")).hasSize(1);
    }

    @Test
    void aFolderCountsItsFilesAndNamesThoseThatFail() {
        String folder = home.resolve("letters").toString();
        state.put(new FolderState(folder, NOW, ""));
        state.put(file(folder + "/a.md", "").read("h", NOW, "", 3));
        state.put(file(folder + "/b/c.md", "").read("h", NOW, "1 rejected: of " + folder + "/b/c.md", 4));
        state.put(file(folder + "-too/a.md", "").read("h", NOW, "", 5));
        JsonNode shown = shown().path("folders").path(0);
        assertThat(shown.path("name").stringValue()).isEqualTo("letters");
        assertThat(shown.path("files").intValue()).isEqualTo(2);
        assertThat(shown.path("articles").intValue()).isEqualTo(7);
        assertThat(shown.path("fails").booleanValue()).isFalse();
        assertThat(shown.path("problems").path(0).path("name").stringValue()).isEqualTo("b/c.md");
        assertThat(shown.path("problems").path(0).path("problem").stringValue()).isEqualTo("1 rejected: of b/c.md");
        state.put(file(folder + "/a.md", "").failed("cannot be read", NOW));
        assertThat(shown().path("folders").path(0).path("fails").booleanValue()).isTrue();
    }

    @Test
    void ofManyProblemsTheFirstAreShown() {
        String folder = home.resolve("letters").toString();
        state.put(new FolderState(folder, NOW, ""));
        for (int i = 0; i < 150; i++) {
            state.put(file(folder + "/" + i, "").failed("x".repeat(1_000), NOW));
        }
        JsonNode problems = shown().path("folders").path(0).path("problems");
        assertThat(problems).hasSize(100);
        assertThat(problems.path(0).path("problem").stringValue()).hasSize(301);
    }

    /** The state may lie in a folder that is watched, and each time that it is written is heard there. */
    @Test
    void thatAFolderWasLookedThroughIsWrittenEveryFewMinutesOnly() throws IOException {
        Path file = home.resolve("state.json");
        state.put(new FolderState("letters", NOW, ""));
        state.save();
        Files.delete(file);
        state.put(new FolderState("letters", NOW.plusSeconds(300), ""));
        state.save();
        assertThat(file).doesNotExist();
        state.put(new FolderState("letters", NOW.plusSeconds(301), ""));
        state.save();
        assertThat(WatchState.read(file).lines())
                .containsExactly("letters", "  looked through " + NOW.plusSeconds(301));
    }

    /** As those before folders were known. */
    @Test
    void anOlderStateIsReadAndAllItsFeedsAreListed() throws IOException {
        Path file = Files.writeString(home.resolve("state.json"), """
                {"version": "1", "files": [], "feeds": [{"address": "https://a.example/feed",
                "next": "2026-05-01T12:00:00Z", "failures": 0, "articles": 0}]}""");
        state = WatchState.read(file);
        assertThat(shown().path("feeds")).hasSize(1);
        assertThat(List.of(new String(state.json(), StandardCharsets.UTF_8)))
                .allMatch(json -> json.contains("\"listed\":true"));
    }

    private static FileState file(String path, String hash) {
        return new FileState(path, 1, 0, hash, NOW, "", 0);
    }

    private JsonNode shown() {
        return new JsonMapper().readTree(state.shown());
    }
}
