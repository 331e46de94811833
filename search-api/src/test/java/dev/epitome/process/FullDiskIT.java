package dev.epitome.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.process.EpitomeProcess.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rebuild for which there is no room, as its user sees it. */
final class FullDiskIT {

    @TempDir
    private Path folder;

    @Test
    void theOldIndexStaysNothingIsLeftAndTheExitCodeSaysSo() throws Exception {
        Path index = folder.resolve("index");
        try (EpitomeProcess reindex = EpitomeProcess.start("256m", folder, arguments(index))) {
            assertThat(reindex.end().exitCode()).isZero();
        }
        List<String> before = files(index);
        try (EpitomeProcess reindex = EpitomeProcess.startWithoutRoom(folder, arguments(index))) {
            Ended ended = reindex.end();
            assertThat(ended.exitCode()).as(ended.err()).isEqualTo(6);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err())
                    .contains("epitome: writing the index failed, and nothing was changed")
                    .contains("readers keep the index that was there")
                    .doesNotContain("\tat ");
        }
        assertThat(files(index)).isEqualTo(before);
        try (EpitomeProcess verify = EpitomeProcess.start("256m", folder, "verify", "--index", index.toString())) {
            assertThat(verify.end().exitCode()).isZero();
        }
    }

    private static String[] arguments(Path index) {
        return new String[] {
            "reindex", "-q", "--no-gate", "--index", index.toString(), EpitomeProcess.SHIPPED_CORPUS.toString()
        };
    }

    private static List<String> files(Path index) throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            return files.map(Path::getFileName).map(Path::toString).sorted().toList();
        }
    }
}
