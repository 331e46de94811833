package dev.epitome.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * When an index last passed an {@link IndexVerification}; kept in a small file beside it.
 *
 * @param commit the id of the commit that passed, in hexadecimal
 * @param at when it had passed
 */
public record LastVerification(String commit, Instant at) {

    private static final String FILE = "epitome-verified";

    public LastVerification {
        Objects.requireNonNull(commit, "commit");
        Objects.requireNonNull(at, "at");
    }

    static boolean isAt(Path file) {
        return String.valueOf(file.getFileName()).equals(FILE) && Files.isRegularFile(file);
    }

    /** Reads what was kept of an index; empty where nothing was, or nothing that can be read. */
    public static Optional<LastVerification> read(Path index) {
        Objects.requireNonNull(index, "index");
        try {
            List<String> lines = Files.readAllLines(index.resolve(FILE));
            return lines.size() == 2
                    ? Optional.of(new LastVerification(lines.getFirst(), Instant.parse(lines.getLast())))
                    : Optional.empty();
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether that was the commit which an index now has, and not one before it. */
    public boolean isOfNewest(Path index) {
        Objects.requireNonNull(index, "index");
        try (Directory directory = FSDirectory.open(index)) {
            return HexFormat.of()
                    .formatHex(SegmentInfos.readLatestCommit(directory).getId())
                    .equals(commit);
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /**
     * Keeps this beside an index.
     *
     * @throws IOException when the directory cannot be written
     */
    public void write(Path index) throws IOException {
        Objects.requireNonNull(index, "index");
        Files.write(index.resolve(FILE), List.of(commit, at.toString()));
    }
}
