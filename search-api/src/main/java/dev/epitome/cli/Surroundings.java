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
 * @param terminalColumns how wide the terminal is; 0 where nobody knows
 */
record Surroundings(
        Path home, Map<String, String> environment, boolean outIsTerminal, boolean errIsTerminal, int terminalColumns) {

    /** A line may be as wide as it will. */
    static final int BOUNDLESS = Integer.MAX_VALUE;

    private static final int USUAL_COLUMNS = 80;
    private static final int FEWEST_COLUMNS = 20;

    /** Help has columns of its own, which need some room. */
    private static final int FEWEST_HELP_COLUMNS = 55;

    /** Longer lines are hard to read, however wide the window is. */
    private static final int MOST_COLUMNS = 120;

    static Surroundings ofProcess() {
        return new Surroundings(
                Path.of(System.getProperty("epitome.home", "")),
                System.getenv(),
                Boolean.getBoolean("epitome.terminal.out"),
                Boolean.getBoolean("epitome.terminal.err"),
                Integer.getInteger("epitome.terminal.columns", 0));
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

    /** How wide a line on standard output may be: {@link #BOUNDLESS} where no person reads it. */
    int columns() {
        if (!outIsTerminal) {
            return BOUNDLESS;
        }
        int asked = number(variable("COLUMNS"));
        int columns = asked > 0 ? asked : terminalColumns > 0 ? terminalColumns : USUAL_COLUMNS;
        return Math.clamp(columns, FEWEST_COLUMNS, MOST_COLUMNS);
    }

    /** How wide a line of help may be, wherever it is printed. */
    int helpColumns() {
        return outIsTerminal ? Math.max(FEWEST_HELP_COLUMNS, columns()) : USUAL_COLUMNS;
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

    private static int number(@Nullable String value) {
        return value != null && value.matches("[0-9]{1,6}") ? Integer.parseInt(value) : 0;
    }

    private @Nullable String variable(String name) {
        return environment.get(name);
    }
}
