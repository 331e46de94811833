package dev.epitome.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.process.ProjectCopy.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a command starts once there is a build: from what Java kept of a rehearsal, and without asking another Java. */
class LauncherStartIT {

    private static final String JDK = System.getProperty("java.home");
    private static final List<String> SEARCH = List.of("search", "--quiet", "EKS");

    @TempDir
    static Path folder;

    private static ProjectCopy project;
    private static Path build;
    private static String answer;

    @TempDir
    Path tools;

    private Path kept;

    @BeforeAll
    static void build() throws Exception {
        project = ProjectCopy.in(folder);
        // What the build around these tests made is as good as another.
        Path maven = Files.createDirectory(folder.resolve("maven"));
        String target = project.home().resolve("search-api/target").toString();
        script(
                maven.resolve("mvn"),
                "mkdir -p '%s' && cp -pR '%s/lib' '%s'/epitome-search-api-*.jar '%s'"
                        .formatted(
                                target,
                                Path.of("target").toAbsolutePath(),
                                Path.of("target").toAbsolutePath(),
                                target));
        Map<String, String> environment = Map.of("PATH", maven + ":" + System.getenv("PATH"), "EPITOME_JAVA_HOME", JDK);
        Ran reindex = project.launch(environment, "reindex", "--no-gate");
        assertThat(reindex.exitCode()).as(reindex.all()).isZero();
        build = project.home().resolve(".build/1");
        answer = project.launch(environment, SEARCH.toArray(String[]::new)).all();
        assertThat(answer).contains("Hotstar");
    }

    @BeforeEach
    void find() throws IOException {
        try (Stream<Path> files = Files.list(build)) {
            kept = files.filter(file -> file.getFileName().toString().startsWith("short-"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(log()));
        }
    }

    @Test
    void ofOurClassesNoneIsLoadedFromItsJar() throws Exception {
        for (List<String> command : List.of(SEARCH, List.of("--help"), List.of("stats"))) {
            Path loaded = tools.resolve("loaded");
            search(Map.of("EPITOME_JAVA_OPTS", "-Xlog:class+load:file=" + loaded), command);
            assertThat(Files.readAllLines(loaded))
                    .as("%s", command)
                    .hasSizeGreaterThan(1_000)
                    .filteredOn(line -> line.contains(" dev.epitome.") && line.contains(".jar"))
                    // Those that picocli made of its old classes cannot be kept.
                    .hasSizeLessThan(20);
        }
    }

    @Test
    void theAnswerIsTheSameWithoutWhatWasKeptAndNothingIsSaidOfIt() throws Exception {
        Path aside = kept.resolveSibling("aside");
        Files.move(kept, aside);
        try {
            assertThat(search(Map.of())).isEqualTo(answer);
            Files.writeString(kept, "of another Java");
            assertThat(search(Map.of())).isEqualTo(answer);
            byte[] whole = Files.readAllBytes(aside);
            Files.write(kept, Arrays.copyOf(whole, whole.length / 2));
            assertThat(search(Map.of())).isEqualTo(answer);
        } finally {
            Files.move(aside, kept, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    void norIsAnythingSaidWhereItDoesNotSuitTheOptionsOrTheLibraries() throws Exception {
        for (String options : List.of("-XX:+UseG1GC", "-XX:+UseZGC", "-XX:-UseCompressedOops", "-Xmx64m")) {
            assertThat(search(Map.of("EPITOME_JAVA_OPTS", options))).as(options).isEqualTo(answer);
        }
        Path library;
        try (Stream<Path> libraries = Files.list(build.resolve("lib"))) {
            library = libraries
                    .filter(file -> file.getFileName().toString().startsWith("epitome-search-api"))
                    .findFirst()
                    .orElseThrow();
        }
        FileTime before = Files.getLastModifiedTime(library);
        Files.setLastModifiedTime(library, FileTime.from(Instant.now().plusSeconds(60)));
        try {
            assertThat(search(Map.of())).isEqualTo(answer);
        } finally {
            Files.setLastModifiedTime(library, before);
        }
    }

    @Test
    void anotherVersionOfJavaDoesNotGetIt() throws Exception {
        Path other = jdk("other", "99.0.1", "printf '%s\\n' \"$@\"");
        String options = search(Map.of("EPITOME_JAVA_HOME", other.toString()));
        assertThat(options).contains("dev.epitome.cli.Main").doesNotContain("short-", "-Xlog");
    }

    @Test
    void theJavaThatIsOnThePathRunsOnceAndOneThatDoesNotFitNever() throws Exception {
        Path calls = tools.resolve("calls");
        Path old = jdk("old", "17.0.15", "echo old >>'" + calls + "'");
        Path good = jdk("good", "25.0.1", "echo good >>'" + calls + "'; echo it ran");
        Path links = Files.createDirectory(tools.resolve("links"));
        Files.createSymbolicLink(links.resolve("java"), good.resolve("bin/java"));
        assertThat(search(onPath(links))).isEqualTo("it ran\n");
        assertThat(Files.readAllLines(calls)).containsExactly("good");

        Files.delete(calls);
        search(onPath(old.resolve("bin")));
        assertThat(calls).doesNotExist();
    }

    @Test
    void aScriptThatChoosesAJavaIsAskedForIt() throws Exception {
        Path shims = Files.createDirectory(tools.resolve("shims"));
        script(shims.resolve("java"), "exec '" + JDK + "/bin/java' \"$@\"");
        assertThat(search(onPath(shims))).isEqualTo(answer);
    }

    private static Map<String, String> onPath(Path first) {
        return Map.of("PATH", first + ":" + System.getenv("PATH"), "EPITOME_JAVA_HOME", "", "JAVA_HOME", "");
    }

    private static String search(Map<String, String> environment) throws Exception {
        return search(environment, SEARCH);
    }

    private static String search(Map<String, String> environment, List<String> command) throws Exception {
        Map<String, String> all = new HashMap<>(Map.of("EPITOME_JAVA_HOME", JDK));
        all.putAll(environment);
        return project.launch(all, command.toArray(String[]::new)).all();
    }

    /** A folder that looks like a JDK of that version, and what its {@code java} does. */
    private Path jdk(String name, String version, String java) throws IOException {
        Path jdk = tools.resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        script(jdk.resolve("bin/java"), java);
        script(jdk.resolve("bin/javac"), "exit 1");
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"N. N.\"\nJAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }

    private static void script(Path file, String commands) throws IOException {
        Files.setPosixFilePermissions(
                Files.writeString(file, "#!/bin/sh\n" + commands + "\n"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String log() {
        try {
            return Files.readString(build.resolveSibling("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
