package dev.epitome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.cli.Cli.Outcome;
import dev.epitome.cli.SafeWriter.LogLine;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of files, options, the environment and its file may say anything: a terminal must obey none of it. */
final class HostileNamesTest {

    /** Clears the screen, turns the text around, and writes a line of its own. */
    private static final String EVIL = "x\u001b[2J\u001b]0;t\u0007\u009b31m\u202e\u2066\u200f\u061c\r\nFORGED: ok";

    private static final Pattern STYLE = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final Pattern OBEYED = Pattern.compile(
            "[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x{9F}\\x{61C}\\x{200E}\\x{200F}\\x{2028}-\\x{202E}\\x{2066}-\\x{2069}]");

    @TempDir
    static Path folder;

    private static Cli cli;
    private static String evilFile;
    private static String evilFolder;

    @BeforeAll
    static void install() throws Exception {
        cli = new Cli(folder);
        evilFolder = Files.createDirectory(folder.resolve(EVIL)).toString();
        evilFile = Files.writeString(
                        Path.of(evilFolder, EVIL), "{\"title\": \"Rockets\", \"" + json(EVIL) + "\": 1}\n{\n")
                .toString();
        assertThat(cli.run("reindex", "--no-gate", evilFile).exitCode()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void nothingThatIsNamedReachesATerminalAsACommandOrALine(List<String> command) {
        String[] arguments = command.stream()
                .map(word -> word.replace("FILE", evilFile)
                        .replace("FOLDER", evilFolder)
                        .replace("EVIL", EVIL))
                .toArray(String[]::new);
        assertHarmless(cli.run(arguments));
        assertHarmless(new Cli(folder).onTerminalOf(80).run(arguments));
    }

    private static Stream<List<String>> commands() {
        return Stream.of(
                List.of("EVIL"),
                List.of("--EVIL"),
                List.of("help", "EVIL"),
                List.of("search", "--EVIL", "x"),
                List.of("stats", "EVIL"),
                List.of("reindex", "--verbose", "FILE"),
                List.of("reindex", "--verbose", "--json", "FILE", "FOLDER"),
                List.of("reindex", "--dry-run", "FILE", "FOLDER"),
                List.of("reindex", "FOLDER/EVILEVIL"),
                List.of("reindex", "--index", "FOLDER", "FILE"),
                List.of("reindex", "--no-gate", "--index", "FOLDER/new", "FILE"),
                List.of("reindex", "--map", "EVIL=EVIL", "FILE"),
                List.of("reindex", "--map", "title=EVIL", "FILE"),
                List.of("reindex", "--dates", "EVIL", "FILE"),
                List.of("reindex", "--as-of", "EVIL", "FILE"),
                List.of("reindex", "--golden", "FOLDER", "FILE"),
                List.of("search", "--index", "FOLDER", "x"),
                List.of("search", "--sort", "EVIL", "x"),
                List.of("search", "--limit", "EVIL", "x"),
                List.of("search", "--json", "EVIL"),
                List.of("search", "EVIL", "rockets"),
                List.of("search", "--fields", "title,origin", "rockets"),
                List.of("search", "--json", "--fields", "title,origin", "rockets"),
                List.of("search", "--aliases", "FILE", "rockets"),
                List.of("search", "--aliases", "FOLDER", "rockets"),
                List.of("explain", "EVIL", "EVIL"),
                List.of("explain", "--json", "EVIL", "EVIL"),
                List.of("evaluate", "--golden", "FOLDER"),
                List.of("evaluate", "--index", "FOLDER"),
                List.of("stats", "--index", "FOLDER"),
                List.of("stats", "--json"),
                List.of("completion", "EVIL"),
                List.of("doctor", "--port", "0", "--index", "FOLDER", "--aliases", "FILE"),
                List.of("doctor", "--port", "0", "--json", "--index", "FOLDER", "--aliases", "FILE"),
                List.of("doctor", "--host", "EVIL"),
                List.of("serve", "--host", "EVIL", "--port", "0"),
                List.of("serve", "--port", "EVIL"),
                List.of("serve", "--port", "0", "--keys", "FILE"),
                List.of("serve", "--port", "0", "--keys", "FOLDER"),
                List.of("key", "EVIL"),
                List.of("key", "new", "--role", "EVIL"),
                List.of("key", "new", "--role", "read", "--name", "EVIL"),
                List.of("key", "new", "--role", "read", "--name", "EVIL", "--json"),
                List.of("key", "new", "--role", "read", "--keys", "FOLDER"),
                List.of("key", "list", "--keys", "FILE"),
                List.of("serve", "--access-log", "FOLDER", "--port", "0"),
                List.of("serve", "--index", "FOLDER", "--port", "0", "--access-log", "none"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"EPITOME_INDEX", "EPITOME_PORT", "EPITOME_ALIASES", "EPITOME_LIMIT", "EPITOME_CONFIG", "COLUMNS"
            })
    void norDoesTheEnvironment(String variable) {
        for (String[] command : new String[][] {{"serve", "--help"}, {"help", "serve"}, {"search", "x"}, {"doctor"}}) {
            String value = variable.equals("EPITOME_INDEX") ? evilFolder : EVIL;
            assertHarmless(
                    new Cli(folder).onTerminalOf(80).with(variable, value).run(command));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s=1", "port=%s", "host=%s", "index=%s", "\\u00g"})
    void norDoesTheFileThatItNames(String line) throws Exception {
        String escaped = EVIL.replace("\r", "\\r").replace("\n", "\\n").replace(": ", "\\:\\ ");
        Path config = Files.writeString(folder.resolve(EVIL + ".properties"), line.replace("%s", escaped));
        for (String command : List.of("stats", "doctor")) {
            assertHarmless(
                    new Cli(folder).with("EPITOME_CONFIG", config.toString()).run(command));
        }
    }

    @Test
    void aReportForProgramsSaysWhatTheNameReallyIs() {
        Outcome outcome = cli.run("doctor", "--json", "--port", "0", "--index", evilFolder);
        assertThat(outcome.json().findValuesAsString("message")).anyMatch(message -> message.contains(evilFolder));
    }

    @Test
    void aTraceHasNoLinesButItsOwn() {
        StringWriter text = new StringWriter();
        new IllegalStateException(EVIL, new RuntimeException(EVIL))
                .printStackTrace(SafeWriter.prompt(new PrintWriter(text)));
        assertThat(text.toString().lines().toList())
                .hasSizeGreaterThan(4)
                .noneMatch(line -> line.startsWith("FORGED"))
                .noneMatch(line -> OBEYED.matcher(line).find());
    }

    @Test
    void whatIsLoggedIsALine() {
        LogRecord entry = new LogRecord(Level.WARNING, EVIL + " {0}");
        entry.setParameters(new Object[] {EVIL});
        entry.setLoggerName("some");
        entry.setThrown(new IllegalStateException(EVIL));
        List<String> lines = new LogLine().format(entry).lines().toList();
        assertThat(lines.getFirst()).contains(" WARNING some: x", "FORGED: ok x");
        assertThat(lines.get(1)).startsWith("java.lang.IllegalStateException: x");
        assertThat(lines)
                .noneMatch(line ->
                        line.startsWith("FORGED") || OBEYED.matcher(line).find());
    }

    private static void assertHarmless(Outcome outcome) {
        for (String printed : List.of(outcome.out(), outcome.err())) {
            String plain = STYLE.matcher(printed).replaceAll("");
            assertThat(OBEYED.matcher(plain).results().count()).as(printed).isZero();
            assertThat(plain.lines()).noneMatch(line -> line.startsWith("FORGED"));
        }
        assertThat(outcome.out() + outcome.err()).doesNotContain("should not have happened");
    }

    private static String json(String text) {
        return text.replace("\r", "\\r")
                .replace("\n", "\\n")
                .replace("\u001b", "\\u001b")
                .replace("\u0007", "\\u0007");
    }
}
