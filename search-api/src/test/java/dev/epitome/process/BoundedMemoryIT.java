package dev.epitome.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.process.EpitomeProcess.Ended;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedMemoryIT {

    private static final int MIB = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void aLineOf200MegabytesIsRejectedInASmallHeapAndTheRestIsIndexed() throws Exception {
        Path records = folder.resolve("records.jsonl");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(records))) {
            out.write("{\"title\": \"Before\", \"summary\": \"One.\"}\n".getBytes(UTF_8));
            out.write("{\"title\": \"".getBytes(UTF_8));
            byte[] letters = new byte[MIB];
            Arrays.fill(letters, (byte) 'a');
            for (int i = 0; i < 200; i++) {
                out.write(letters);
            }
            out.write("\", \"summary\": \"Two.\"}\n".getBytes(UTF_8));
            out.write("{\"title\": \"After\", \"summary\": \"Three.\"}\n".getBytes(UTF_8));
        }
        String index = folder.resolve("index").toString();
        try (EpitomeProcess reindex =
                EpitomeProcess.startLong("64m", folder, "reindex", "--index", index, records.toString())) {
            Ended ended = reindex.end();
            assertThat(ended.exitCode()).as(ended.err()).isEqualTo(3);
            assertThat(ended.err()).contains(records + ":2: rejected: the line has");
            assertThat(ended.out()).contains("2 articles published");
        }
    }

    @Test
    void aStreamManyTimesTheHeapIsReadFromStandardInput() throws Exception {
        List<String> shipped = ManyRecords.shipped();
        try (EpitomeProcess reindex =
                EpitomeProcess.startLong("48m", folder, "reindex", "--dry-run", "-q", "--json", "-")) {
            long bytes = 0;
            long records = 0;
            try (OutputStream out = new BufferedOutputStream(reindex.stdin(), MIB)) {
                // No ids and one title: a dry run keeps nothing but ids, and these are all the same.
                while (bytes < 400L * MIB) {
                    byte[] line = (shipped.get((int) (records++ % shipped.size())) + "\n").getBytes(UTF_8);
                    out.write(line);
                    bytes += line.length;
                }
            }
            Ended ended = reindex.end();
            assertThat(ended.exitCode()).as(ended.err()).isZero();
            assertThat(ended.out()).contains("\"accepted\":" + records);
        }
    }
}
