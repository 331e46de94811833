package dev.epitome.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher prints to a terminal, and what through a pipe. */
class TerminalIT {

    private static final String STYLE = "\u001b\\[[0-9;]*m";
    private static final String MARKED = "\u001b[1;33mRockets\u001b[0m";
    private static final String ADDRESS = "https://example.org/" + "long/".repeat(40);
    private static final String RECORDS = """
            {"id": "a1", "title": "Rockets over Tokyo: how we keep telemetry readable on terminals of any width there is", \
            "summary": "Rockets send far more than anyone reads. \\u001b[2J\\u202e\\u009b31m %s", \
            "source": "Example", "url": "%s", "published": "2025-11"}
            """.formatted("Rockets and words. ".repeat(20), ADDRESS);

    @TempDir
    static Path folder;

    private record Printed(int exitCode, String text) {
        List<String> lines() {
            return text.replace("\r", "").lines().toList();
        }
    }

    /** An installation of what was built for these tests, as the launcher would have built it. */
    @BeforeAll
    static void install() throws Exception {
        Path target = Path.of("target").toAbsolutePath();
        Path build = Files.createDirectories(folder.resolve(".build/1/lib"));
        try (Stream<Path> libraries = Files.list(target.resolve("lib"));
                Stream<Path> built = Files.list(target)) {
            for (Path jar : Stream.concat(
                            libraries, built.filter(file -> file.toString().matches(".*/epitome-[^/]*\\.jar")))
                    .toList()) {
                Files.createSymbolicLink(build.resolve(jar.getFileName()), jar);
            }
        }
        Files.createFile(folder.resolve(".build/1/stamp"));
        Path launcher = Files.createDirectories(folder.resolve("bin")).resolve("epitome");
        Files.copy(
                EpitomeProcess.HOME.resolve("bin/epitome"), launcher, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        Path records = Files.writeString(folder.resolve("records.jsonl"), RECORDS);
        Printed reindex = piped(Map.of(), "reindex", records.toString());
        assertThat(reindex.exitCode()).as(reindex.text()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 120})
    void onATerminalHitsAreColoredAndOnlyTheAddressIsLonger(int columns) throws Exception {
        Printed search = onTerminal(columns, Map.of(), "search", "rockets");
        assertThat(search.exitCode()).isZero();
        assertThat(search.text()).contains(MARKED).doesNotContain("\u202e", "\u001b[2J", "\u009b");
        List<String> lines = search.lines().stream()
                .map(line -> line.replaceAll(STYLE, "").stripTrailing())
                .toList();
        assertThat(lines).containsOnlyOnce("   " + ADDRESS);
        List<Integer> widths = lines.stream()
                .filter(line -> !line.endsWith(ADDRESS))
                .map(String::length)
                .toList();
        assertThat(widths).hasSizeGreaterThan(5).allMatch(width -> width <= columns);
        assertThat(widths).anyMatch(width -> width > columns - 20);
    }

    @Test
    void throughAPipeThereIsPlainTextWithALineForEachPart() throws Exception {
        Printed search = piped(Map.of("COLUMNS", "60"), "search", "-q", "rockets");
        assertThat(search.exitCode()).isZero();
        assertThat(search.text()).doesNotContain("\u001b", "\u202e", "\u009b");
        assertThat(search.lines()).hasSize(4).contains("   " + ADDRESS);
        assertThat(search.lines().getLast()).hasSizeGreaterThan(200);
    }

    @Test
    void whoWantsNoColorGetsNone() throws Exception {
        assertThat(onTerminal(60, Map.of("NO_COLOR", "1"), "search", "rockets").text())
                .doesNotContain("\u001b");
        assertThat(onTerminal(60, Map.of("TERM", "dumb"), "search", "rockets").text())
                .doesNotContain("\u001b");
        assertThat(onTerminal(60, Map.of(), "search", "--no-color", "rockets").text())
                .contains("Rockets")
                .doesNotContain("\u001b");
    }

    @Test
    void theDoctorKnowsTheTerminal() throws Exception {
        Printed doctor = onTerminal(100, Map.of(), "doctor", "--port", "0");
        assertThat(doctor.text().replaceAll(STYLE, "")).contains("a terminal of 100 columns, in color");
        assertThat(piped(Map.of(), "doctor", "--port", "0").text()).contains("no terminal");
    }

    @Test
    void aNameIsNoCommandToTheTerminal() throws Exception {
        String evil = "x\u001b[2J\u009b31m\u202e\u2066\r\nFORGED: ok";
        Path file = Files.writeString(folder.resolve(evil), "{\n");
        List<Printed> all = List.of(
                onTerminal(
                        80,
                        Map.of(),
                        "reindex",
                        "--index",
                        folder.resolve(evil + "i").toString(),
                        file.toString()),
                onTerminal(80, Map.of(), "--" + evil),
                onTerminal(80, Map.of("EPITOME_HOST", evil), "serve", "--port", "0"),
                onTerminal(80, Map.of("EPITOME_JAVA_HOME", evil), "stats"));
        assertThat(all).extracting(Printed::exitCode).containsExactly(3, 2, 2, 70);
        assertThat(all).extracting(Printed::text).allSatisfy(text -> {
            assertThat(text.replaceAll(STYLE + "|\r\u001b\\[K|\r\n|\r", ""))
                    .contains("FORGED")
                    .doesNotContain("\u001b", "\u009b", "\u202e", "\u2066");
            assertThat(text.lines()).noneMatch(line -> line.startsWith("FORGED"));
        });
    }

    @Test
    void outputThatCannotBeWrittenIsAFailure() throws Exception {
        assumeThat(Path.of("/dev/full")).exists();
        Printed search = shell("exec \"$0\" search -q rockets >/dev/full");
        assertThat(search.exitCode()).isEqualTo(70);
        assertThat(search.text()).startsWith("epitome: not all could be written to standard output: ");
    }

    @Test
    void aReaderThatHasEnoughIsNoFailure() throws Exception {
        assertThat(shell("\"$0\" search -q rockets | :").text()).isEmpty();
    }

    private static Printed onTerminal(int columns, Map<String, String> environment, String... arguments)
            throws Exception {
        Map<String, String> all = environment(environment);
        all.putIfAbsent("TERM", "xterm-256color");
        // A terminal is told its size once the process runs already, which may be quicker to ask for it.
        String sized = "until [ \"$(stty size)\" = \"40 %d\" ]; do :; done; exec \"$0\" \"$@\"".formatted(columns);
        String[] command = Stream.concat(Stream.of("sh", "-c", sized), Stream.of(command(arguments)))
                .toArray(String[]::new);
        PtyProcess process = new PtyProcessBuilder(command)
                .setEnvironment(all)
                .setInitialColumns(columns)
                .setInitialRows(40)
                .setRedirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Printed(process.waitFor(), text);
    }

    private static Printed piped(Map<String, String> environment, String... arguments) throws Exception {
        return printed(environment, command(arguments));
    }

    /** What a shell prints that knows the launcher as its {@code $0}. */
    private static Printed shell(String script) throws Exception {
        return printed(Map.of(), "sh", "-c", script, command()[0]);
    }

    private static Printed printed(Map<String, String> environment, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment(environment));
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Printed(process.waitFor(), text);
    }

    private static Map<String, String> environment(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(System.getenv());
        all.keySet().removeAll(List.of("COLUMNS", "NO_COLOR", "TERM"));
        all.put("EPITOME_JAVA_HOME", System.getProperty("java.home"));
        all.putAll(more);
        return all;
    }

    private static String[] command(String... arguments) throws IOException {
        File launcher = folder.resolve("bin").resolve("epitome").toFile();
        return Stream.concat(Stream.of(launcher.getCanonicalPath()), Stream.of(arguments))
                .toArray(String[]::new);
    }
}
