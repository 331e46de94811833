package dev.epitome.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where is kept what was watched. */
final class StateOption {

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "Where epitome watch keeps what was read. Default: a file beside the index, named after it.")
    private @Nullable Path file;

    /** The directory of the index itself holds nothing else. */
    Path file(Path index) {
        if (file != null) {
            return file;
        }
        Path absolute = index.toAbsolutePath().normalize();
        return absolute.resolveSibling(absolute.getFileName() + ".watch.json");
    }
}
