package dev.epitome.cli;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command knows of the process that it runs in.
 *
 * @param home the folder of the installation, with the shipped corpus in it
 * @param environment the environment variables
 * @param outIsTerminal whether a person reads standard output; the launcher tells, since Java cannot on every JDK
 * @param errIsTerminal whether a person reads standard error
 */
record Surroundings(Path home, Map<String, String> environment, boolean outIsTerminal, boolean errIsTerminal) {

    static Surroundings ofProcess() {
        return new Surroundings(
                Path.of(System.getProperty("epitome.home", "")),
                System.getenv(),
                Boolean.getBoolean("epitome.terminal.out"),
                Boolean.getBoolean("epitome.terminal.err"));
    }

    Path shippedCorpus() {
        return home.resolve("corpus").resolve("articles");
    }

    Path shippedGolden() {
        return home.resolve("corpus").resolve("golden");
    }

    Path defaultIndex() {
        return home.resolve("index");
    }

    boolean colorOut() {
        return outIsTerminal && !plainWanted();
    }

    /** Whether a line may be drawn over on standard error. */
    boolean drawsOnErr() {
        return errIsTerminal && !"dumb".equals(variable("TERM"));
    }

    private boolean plainWanted() {
        String noColor = variable("NO_COLOR");
        return (noColor != null && !noColor.isEmpty()) || "dumb".equals(variable("TERM"));
    }

    private @Nullable String variable(String name) {
        return environment.get(name);
    }
}
