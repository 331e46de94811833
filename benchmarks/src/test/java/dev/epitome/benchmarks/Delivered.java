package dev.epitome.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command as it is delivered: what the library leaves optional is known to the build of search-api alone. */
final class Delivered {

    static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Path BUILD = HOME.resolve("search-api").resolve("target");

    private Delivered() {}

    /** Starts it with so much heap. */
    static Process epitome(String heap, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "--enable-native-access=ALL-UNNAMED",
                "-Depitome.home=" + HOME,
                "-cp",
                BUILD.resolve("classes")
                        + File.pathSeparator
                        + BUILD.resolve("lib").resolve("*"),
                "dev.epitome.cli.Main"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
