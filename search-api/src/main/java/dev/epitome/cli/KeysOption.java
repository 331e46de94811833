package dev.epitome.cli;

import dev.epitome.keys.KeyFile;
import dev.epitome.keys.Keys;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The file of keys. */
final class KeysOption {

    private static final Path STANDARD_INPUT = Path.of("-");

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description =
                    "The file of keys, by which clients may write, or read what is not public. epitome key new makes it;"
                            + " - for standard input.")
    private @Nullable Path file;

    /** The file that was named, if it is one. */
    Optional<KeyFile> file() {
        return Optional.ofNullable(file)
                .filter(path -> !path.equals(STANDARD_INPUT))
                .map(KeyFile::at);
    }

    /** The keys that were named, warned of what is wrong with their file; empty where none was. */
    Optional<Keys> keys(PrintWriter err) {
        if (file == null) {
            return Optional.empty();
        }
        Optional<KeyFile> named = file();
        Keys keys = named.map(KeyFile::read).orElseGet(() -> Keys.read(System.in, "standard input"));
        named.flatMap(KeyFile::warning).ifPresent(warning -> err.println("epitome: " + warning));
        return Optional.of(keys);
    }

    boolean isGiven() {
        return file != null;
    }
}
