package dev.epitome.process;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The shipped corpus many times over, every copy an article of its own. */
final class ManyRecords {

    private ManyRecords() {}

    static Path write(Path file, int copies) throws IOException {
        List<String> records = shipped();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int copy = 0; copy < copies; copy++) {
                for (String record : records) {
                    out.write(copyOf(record, copy));
                    out.newLine();
                }
            }
        }
        return file;
    }

    static String copyOf(String record, int copy) {
        return record.replaceFirst("\"id\": \"", "\"id\": \"" + copy + "-");
    }

    static List<String> shipped() throws IOException {
        List<String> records = new ArrayList<>();
        try (Stream<Path> files = Files.list(EpitomeProcess.SHIPPED_CORPUS)) {
            for (Path file : files.sorted().toList()) {
                records.addAll(Files.readAllLines(file));
            }
        }
        return records;
    }
}
