package dev.epitome.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.lucene.Eventually;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a copy of the project, so that its builds do not meet the one that runs these tests. */
class LauncherIT {

    private static final List<String> PROJECT = List.of(
            "pom.xml",
            "LICENSE",
            "NOTICE",
            "bin",
            "corpus",
            "indexer/pom.xml",
            "indexer/src/main",
            "search-api/pom.xml",
            "search-api/libraries.sha256",
            "search-api/src/build",
            "search-api/src/main");
    private static final String BUILDING = "Building Epitome";

    @TempDir
    Path folder;

    @Test
    void itBuildsOnceAndAgainOnlyWhenASourceIsNewer() throws Exception {
        Path home = copyOfTheProject();
        Ran first = launch(home, Map.of(), "search", "EKS");
        assertThat(first.exitCode()).as(first.all()).isEqualTo(5);
        assertThat(first.all()).contains(BUILDING, "no index in", "run epitome reindex");

        Ran reindex = launch(home, Map.of(), "reindex", "--no-gate");
        assertThat(reindex.exitCode()).as(reindex.all()).isZero();
        assertThat(reindex.all()).doesNotContain(BUILDING).contains("304 articles published");

        Path link = Files.createSymbolicLink(
                folder.resolve("a link"), home.resolve("bin").resolve("epitome"));
        Ran throughLink = run(Map.of(), link.toString(), "search", "EKS");
        assertThat(throughLink.all()).doesNotContain(BUILDING).contains("Hotstar");

        Path source = home.resolve("search-api/src/main/java/dev/epitome/cli/Main.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        Ran edited = launch(home, Map.of(), "search", "EKS");
        assertThat(edited.all()).contains(BUILDING, "Hotstar");
    }

    @Test
    void whenToldToStopWhileItBuildsItStopsAtOnceAndTheNextMayBuild() throws Exception {
        Path home = copyOfTheProject();
        Process process = start(Map.of(), home.resolve("bin").resolve("epitome").toString(), "--version");
        assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).contains(BUILDING);
        Eventually.within(
                Duration.ofSeconds(30),
                "Maven is at work",
                () -> process.descendants()
                        .anyMatch(one -> one.info()
                                .command()
                                .filter(command -> command.endsWith("java"))
                                .isPresent()));
        List<ProcessHandle> maven = process.descendants().toList();
        assertThat(maven).isNotEmpty();
        process.destroy();
        assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(home.resolve(".build/lock")).doesNotExist();
        for (ProcessHandle one : maven) {
            assertThat(one.onExit()).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void aJavaThatIsNamedButDoesNotFitIsRefused() throws Exception {
        Path home = copyOfTheProject();
        Ran old = launch(home, Map.of("EPITOME_JAVA_HOME", jdk("17.0.15").toString()), "search", "EKS");
        assertThat(old.exitCode()).isEqualTo(70);
        assertThat(old.all()).contains("EPITOME_JAVA_HOME=").contains("is JDK 17: Epitome needs a JDK 21 or later");
        Ran none = launch(home, Map.of("EPITOME_JAVA_HOME", folder.toString()), "search", "EKS");
        assertThat(none.all()).contains("is no JDK: Epitome needs a JDK 21 or later");
    }

    @Test
    void withoutMavenItSaysWhatIsMissing() throws Exception {
        Path home = copyOfTheProject();
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : List.of(
                "sh", "dirname", "basename", "readlink", "sed", "grep", "head", "tail", "sort", "ls", "find", "env")) {
            Files.createSymbolicLink(tools.resolve(tool), whereIs(tool));
        }
        Ran ran = launch(
                home,
                Map.of("PATH", tools.toString(), "EPITOME_JAVA_HOME", System.getProperty("java.home")),
                "search",
                "EKS");
        assertThat(ran.exitCode()).isEqualTo(70);
        assertThat(ran.all()).contains("needs Maven 3.8 or later");
    }

    /** A folder that looks like a JDK of that version; nothing in it ever runs. */
    private Path jdk(String version) throws IOException {
        Path jdk = Files.createDirectories(folder.resolve("jdk-" + version));
        Files.createDirectories(jdk.resolve("bin"));
        for (String tool : List.of("java", "javac")) {
            Files.setPosixFilePermissions(
                    Files.writeString(jdk.resolve("bin").resolve(tool), "#!/bin/sh\nexit 1\n"),
                    PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }

    private Path copyOfTheProject() throws IOException {
        Path home = folder.resolve("epitome");
        for (String part : PROJECT) {
            copy(EpitomeProcess.HOME.resolve(part), home.resolve(part));
        }
        // The build within the test takes what it needs from where the build around it has it.
        Path maven = Files.createDirectories(home.resolve(".mvn"));
        Files.writeString(
                maven.resolve("maven.config"), "-Dmaven.repo.local=" + System.getProperty("epitome.test.repository"));
        return home;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static Path whereIs(String tool) {
        return List.of("/bin", "/usr/bin").stream()
                .map(directory -> Path.of(directory, tool))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    private record Ran(int exitCode, String all) {}

    private Ran launch(Path home, Map<String, String> environment, String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = home.resolve("bin").resolve("epitome").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return run(environment, command);
    }

    private static Ran run(Map<String, String> environment, String... command) throws Exception {
        Process process = start(environment, command);
        String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), all);
    }

    private static Process start(Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> own = new HashMap<>(environment);
        own.putIfAbsent("PATH", System.getProperty("epitome.test.maven") + ":" + System.getenv("PATH"));
        builder.environment().putAll(own);
        return builder.start();
    }
}
