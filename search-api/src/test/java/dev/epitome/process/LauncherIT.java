package dev.epitome.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.lucene.Eventually;
import dev.epitome.process.ProjectCopy.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the launcher builds, and with what. */
class LauncherIT {

    private static final String BUILDING = "Building Epitome";

    @TempDir
    Path folder;

    @Test
    void itBuildsOnceAndAgainOnlyWhenASourceIsNewer() throws Exception {
        ProjectCopy project = ProjectCopy.in(folder);
        Ran first = project.launch(Map.of(), "search", "EKS");
        assertThat(first.exitCode()).as(first.all()).isEqualTo(5);
        assertThat(first.all()).contains(BUILDING, "no index in", "run epitome reindex");

        Ran reindex = project.launch(Map.of(), "reindex", "--no-gate");
        assertThat(reindex.exitCode()).as(reindex.all()).isZero();
        assertThat(reindex.all()).doesNotContain(BUILDING).contains("672 articles published");

        Path link = Files.createSymbolicLink(folder.resolve("a link"), project.launcher());
        Ran throughLink = ProjectCopy.run(Map.of(), link.toString(), "search", "EKS");
        assertThat(throughLink.all()).doesNotContain(BUILDING).contains("Hotstar");

        Path source = project.home().resolve("search-api/src/main/java/dev/epitome/cli/Main.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        Ran edited = project.launch(Map.of(), "search", "EKS");
        assertThat(edited.all()).contains(BUILDING, "Hotstar");
    }

    @Test
    void whenToldToStopWhileItBuildsItStopsAtOnceAndTheNextMayBuild() throws Exception {
        ProjectCopy project = ProjectCopy.in(folder);
        Process process = ProjectCopy.start(Map.of(), project.launcher().toString(), "--version");
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
        assertThat(project.home().resolve(".build/lock")).doesNotExist();
        for (ProcessHandle one : maven) {
            assertThat(one.onExit()).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void aJavaThatIsNamedButDoesNotFitIsRefused() throws Exception {
        ProjectCopy project = ProjectCopy.in(folder);
        Ran old = project.launch(Map.of("EPITOME_JAVA_HOME", jdk("17.0.15").toString()), "search", "EKS");
        assertThat(old.exitCode()).isEqualTo(70);
        assertThat(old.all()).contains("EPITOME_JAVA_HOME=").contains("is JDK 17: Epitome needs a JDK 21 or later");
        Ran none = project.launch(Map.of("EPITOME_JAVA_HOME", folder.toString()), "search", "EKS");
        assertThat(none.all()).contains("is no JDK: Epitome needs a JDK 21 or later");
    }

    @Test
    void withoutMavenItSaysWhatIsMissing() throws Exception {
        ProjectCopy project = ProjectCopy.in(folder);
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : List.of(
                "sh", "dirname", "basename", "readlink", "sed", "grep", "head", "tail", "sort", "ls", "find", "env")) {
            Files.createSymbolicLink(tools.resolve(tool), whereIs(tool));
        }
        Ran ran = project.launch(
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

    private static Path whereIs(String tool) {
        return List.of("/bin", "/usr/bin").stream()
                .map(directory -> Path.of(directory, tool))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }
}
