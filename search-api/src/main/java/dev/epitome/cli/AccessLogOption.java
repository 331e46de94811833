package dev.epitome.cli;

import dev.epitome.http.AccessLog;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the lines of the access log go. */
final class AccessLogOption {

    private static final String STANDARD_ERROR = "-";
    private static final String NOWHERE = "none";

    @Option(
            names = "--access-log",
            paramLabel = "FILE",
            defaultValue = STANDARD_ERROR,
            description = "Log each request as a line of JSON to this file, - for standard error (default), or none.")
    private String target = STANDARD_ERROR;

    Optional<AccessLog> open(PrintWriter err) {
        return switch (target) {
            case NOWHERE -> Optional.empty();
            case STANDARD_ERROR -> Optional.of(AccessLog.to(err));
            default -> Optional.of(AccessLog.toFile(Path.of(target)));
        };
    }
}
