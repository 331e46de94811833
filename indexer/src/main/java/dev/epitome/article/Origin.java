package dev.epitome.article;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a record was read from.
 *
 * @param file name of the file, below the folder that was given where one was, with {@code /} between names on every
 *     system; {@code -} for standard input. Never an absolute path: answers show it to readers.
 * @param unit what {@code number} counts
 * @param number place in the file, from 1; 0 where the whole file is meant
 * @param digest the title that the file gives itself, such as that of a feed or a roundup
 * @param saved when the reader put it on a list, where the file says so: not when it came out
 * @param readAt when the run that read it began
 */
public record Origin(
        String file, Unit unit, long number, Optional<String> digest, Optional<PublicationDate> saved, Instant readAt) {

    /** What a place in a file is counted in. */
    public enum Unit {
        LINE,
        ENTRY
    }

    public Origin {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(saved, "saved");
        Objects.requireNonNull(readAt, "readAt");
    }

    /** Where it is not known when it was put on a list. */
    public Origin(String file, Unit unit, long number, Optional<String> digest, Instant readAt) {
        this(file, unit, number, digest, Optional.empty(), readAt);
    }
}
