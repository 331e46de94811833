package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.watch.WatchState;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What another process watches for the index of a service, as readers are shown it: read when it is asked for, and
 * again only when the file is another than it was. For any number of threads.
 */
final class WatchStatus implements Supplier<Optional<byte[]>> {

    /** Some fifty thousand feeds and files: who watches more asks on the command line. */
    private static final long MOST_BYTES = 16 << 20;

    private final Path file;
    private final PrintWriter err;
    private String version = "unread";
    private Optional<byte[]> shown = Optional.empty();
    private String told = "";

    /** @param err takes a line where the file cannot be read, once for each reason */
    WatchStatus(Path file, PrintWriter err) {
        this.file = file;
        this.err = err;
    }

    /** Empty where the file cannot be read, or is none of ours. */
    @Override
    public synchronized Optional<byte[]> get() {
        try {
            read();
            told = "";
        } catch (EpitomeException | IOException e) {
            version = "unread";
            shown = Optional.empty();
            tell("epitome: what is watched is not shown: " + e.getMessage());
        }
        return shown;
    }

    private void tell(String line) {
        if (!line.equals(told)) {
            err.println(line);
            told = line;
        }
    }

    private void read() throws IOException {
        String now = version();
        if (!now.equals(version)) {
            shown = Optional.of(WatchState.read(file).shown());
            version = now;
        }
    }

    /** What differs from one file to the next, each of which takes the place of the one before. */
    private String version() throws IOException {
        try {
            BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
            if (is.size() > MOST_BYTES) {
                throw new EpitomeException(
                        Kind.INVALID_REQUEST, file + " has more than 16 MiB: see epitome watch --status");
            }
            return is.fileKey() + " " + is.size() + " " + is.lastModifiedTime();
        } catch (NoSuchFileException e) {
            return "none"; // Nothing was watched yet.
        }
    }
}
