package dev.epitome.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
