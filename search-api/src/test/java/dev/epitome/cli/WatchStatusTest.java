package dev.epitome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a service shows of what another process watches. */
final class WatchStatusTest {

    private static final String NOTHING = "{\"feeds\":[],\"folders\":[]}";

    private final StringWriter err = new StringWriter();

    @TempDir
    private Path home;

    @Test
    void itIsWhatTheWatchKnewLast() {
        Cli epitome = new Cli(home);
        WatchStatus status = status();
        assertThat(shown(status)).isEqualTo(NOTHING);
        Path file = epitome.file("letters/a.jsonl", "{\"title\": \"Topics\"}\n");
        epitome.run("watch", "--once", String.valueOf(file.getParent()));
        assertThat(shown(status)).contains("\"name\":\"letters\"", "\"files\":1", "\"articles\":1");
        epitome.file("letters/b.jsonl", "{\"title\": \"Queues\"}\n");
        epitome.run("watch", "--once", String.valueOf(file.getParent()));
        assertThat(shown(status)).contains("\"files\":2", "\"articles\":2");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aFileThatIsAsItWasIsNotReadAgain() throws IOException {
        Files.writeString(state(), "{\"version\": \"1\"}");
        WatchStatus status = status();
        assertThat(status.get().orElseThrow()).isSameAs(status.get().orElseThrow());
    }

    @Test
    void oneThatIsNoneOfOursIsSaidToBeOnceAndIsReadWhenItHasChanged() throws IOException {
        Files.writeString(state(), "no");
        WatchStatus status = status();
        assertThat(status.get()).isEmpty();
        assertThat(status.get()).isEmpty();
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("epitome: what is watched is not shown: ")
                .contains("does not hold what was watched");
        Files.writeString(state(), "{\"version\": \"1\"}");
        assertThat(shown(status)).isEqualTo(NOTHING);
    }

    @Test
    void oneThatIsTooLargeIsLeftToTheCommandLine() throws IOException {
        try (RandomAccessFile large = new RandomAccessFile(state().toFile(), "rw")) {
            large.setLength((16 << 20) + 1);
        }
        assertThat(status().get()).isEmpty();
        assertThat(err.toString()).contains("has more than 16 MiB: see epitome watch --status");
    }

    private Path state() {
        return home.resolve("index.watch.json");
    }

    private WatchStatus status() {
        return new WatchStatus(state(), new PrintWriter(err, true));
    }

    private static String shown(WatchStatus status) {
        return new String(Optional.of(status).flatMap(WatchStatus::get).orElseThrow(), StandardCharsets.UTF_8);
    }
}
