package dev.epitome.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** What of a browser this machine has. */
final class Installed {

    private Installed() {}

    static Optional<Path> chromium() {
        return found("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    }

    static Optional<Path> node() {
        return found("node", "nodejs");
    }

    /** What the browser tests lack, and where it was looked for; empty when they can run. */
    static Optional<String> missing() {
        if (chromium().isEmpty()) {
            return Optional.of("there is no Chromium on the PATH");
        }
        return node().isEmpty() ? Optional.of("there is no Node.js on the PATH") : Optional.empty();
    }

    private static Optional<Path> found(String... names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(names)
                .flatMap(name -> Stream.of(path.split(File.pathSeparator, -1))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
