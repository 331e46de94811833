package dev.epitome.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which index a command works on. */
final class IndexOption {

    @Option(
            names = "--index",
            paramLabel = "DIR",
            description = "The directory of the index. Default: index, in the folder of Epitome.")
    private @Nullable Path directory;

    Path directory(Surroundings surroundings) {
        return directory == null ? surroundings.defaultIndex() : directory;
    }
}
