package dev.epitome.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** One JSON list of five gigabytes, within an object as programs answer, in a heap of 256 MiB. */
class HugeArrayIT {

    private static final long BYTES = 5_000_000_000L;
    private static final String TEXT = "How long a queue may grow, and what drains it by night. ".repeat(350);

    @Test
    void aListIsReadInConstantMemoryHoweverLongItIs() throws Exception {
        Process reindex = Delivered.epitome("256m", "reindex", "--dry-run", "-q", "--json", "-");
        long records;
        try (OutputStream out = new BufferedOutputStream(reindex.getOutputStream(), 1 << 16)) {
            records = write(out);
        }
        String report = new String(reindex.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.println(report);
        assertThat(reindex.waitFor()).isZero();
        assertThat(report).contains("\"accepted\":" + records + ",").contains("\"dated\":" + records + ",");
    }

    private static long write(OutputStream out) throws IOException {
        out.write("{\"status\": \"ok\", \"data\": {\"articles\": [".getBytes(StandardCharsets.UTF_8));
        long number = 0;
        for (long bytes = 0; bytes < BYTES; number++) {
            byte[] record = "%s{\"id\": %d, \"title\": \"Queue %d\", \"created_at\": \"2024-03-05\", \"body\": \"%s\"}"
                    .formatted(number == 0 ? "" : ",\n", number, number, TEXT)
                    .getBytes(StandardCharsets.UTF_8);
            out.write(record);
            bytes += record.length;
        }
        out.write("]}}".getBytes(StandardCharsets.UTF_8));
        return number;
    }
}
