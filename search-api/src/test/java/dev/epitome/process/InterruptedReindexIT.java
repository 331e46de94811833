package dev.epitome.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.epitome.process.EpitomeProcess.Ended;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rebuild of what never ends, and what becomes of it when the process is told to end. */
class InterruptedReindexIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String RECORD = "{\"title\":\"Raft %d\"}\n";

    @TempDir
    Path folder;

    private Path index;
    private Map<String, Long> published;

    @BeforeEach
    void publish() throws Exception {
        index = folder.resolve("index");
        Path records = Files.writeString(folder.resolve("records.jsonl"), RECORD.formatted(1) + RECORD.formatted(2));
        try (EpitomeProcess reindex = reindex(records.toString())) {
            assertThat(reindex.end().exitCode()).isZero();
        }
        published = files();
    }

    @Test
    void whileItWaitsForAPipeItSaysSoAndWhenInterruptedThatNothingChanged() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeThat(Path.of("/usr/bin/mkfifo")).exists();
        assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString())
                        .start()
                        .waitFor())
                .isZero();
        try (EpitomeProcess reindex = reindex(pipe.toString())) {
            await(reindex, "waiting for " + pipe + ": 0 records");
            assertThatItStopsWithoutATrace(reindex);
        }
    }

    @Test
    void whileItWaitsForMoreOfStandardInputWhatWasReadIsTakenBack() throws Exception {
        try (EpitomeProcess reindex = reindex("-");
                OutputStream stdin = reindex.stdin()) {
            for (int i = 0; i < 20_000; i++) {
                stdin.write(RECORD.formatted(i).getBytes(UTF_8));
            }
            stdin.flush();
            await(reindex, "reading standard input: ");
            assertThatItStopsWithoutATrace(reindex);
        }
    }

    @Test
    void brokenLinesWithoutEndAreGivenUp() throws Exception {
        try (EpitomeProcess reindex =
                EpitomeProcess.start("64m", folder, "reindex", "--index", index.toString(), "-")) {
            byte[] lines = "{\"title\"}\n".repeat(1_000).getBytes(UTF_8);
            try (OutputStream stdin = reindex.stdin()) {
                while (reindex.isAlive()) {
                    stdin.write(lines);
                }
            } catch (IOException e) {
                assertThat(e).hasMessage("Broken pipe"); // It reads no more.
            }
            Ended ended = reindex.end();
            assertThat(ended.exitCode()).as(ended.err()).isEqualTo(3);
            assertThat(ended.err())
                    .contains(
                            "records after another that cannot be read: what follows is left out",
                            "epitome: no article could be read: the index stays as it was")
                    .doesNotContain("Exception");
            assertThat(ended.err().lines().count()).isLessThan(100);
            assertThat(files()).isEqualTo(published);
        }
    }

    private void assertThatItStopsWithoutATrace(EpitomeProcess reindex) throws Exception {
        int expected = reindex.interrupt();
        Ended ended = reindex.end();
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(expected);
        assertThat(ended.out()).isEmpty();
        List<String> said = ended.err().lines().toList();
        assertThat(said.getLast()).isEqualTo("Interrupted: the index stays as it was (2 articles).");
        assertThat(said.subList(0, said.size() - 1))
                .allMatch(line -> line.matches("(waiting for|reading) .* records/s"));
        assertThat(files()).isEqualTo(published);
        try (EpitomeProcess next = reindex(folder.resolve("records.jsonl").toString())) {
            assertThat(next.end().exitCode()).isZero();
        }
    }

    private EpitomeProcess reindex(String input) throws IOException {
        return EpitomeProcess.start("128m", folder, "reindex", "--no-gate", "--index", index.toString(), input);
    }

    private static void await(EpitomeProcess reindex, String said) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!reindex.err().contains(said)) {
            assertThat(System.nanoTime()).as(reindex.err()).isLessThan(deadline);
            assertThat(reindex.isAlive()).as(reindex.err()).isTrue();
            Thread.sleep(20);
        }
    }

    /** Names and sizes. */
    private Map<String, Long> files() throws IOException {
        Map<String, Long> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(index)) {
            for (Path file : all.toList()) {
                files.put(String.valueOf(file.getFileName()), Files.size(file));
            }
        }
        return files;
    }
}
