package dev.epitome.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A copy of the project with its launcher, so that its builds do not meet the one that runs these tests. */
record ProjectCopy(Path home) {

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

    static ProjectCopy in(Path folder) throws IOException {
        Path home = folder.resolve("epitome");
        for (String part : PROJECT) {
            copy(EpitomeProcess.HOME.resolve(part), home.resolve(part));
        }
        // The build within the test takes what it needs from where the build around it has it.
        Path maven = Files.createDirectories(home.resolve(".mvn"));
        Files.writeString(
                maven.resolve("maven.config"), "-Dmaven.repo.local=" + System.getProperty("epitome.test.repository"));
        return new ProjectCopy(home);
    }

    static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    Path launcher() {
        return home.resolve("bin").resolve("epitome");
    }

    /** @param all what it printed, to standard output and error */
    record Ran(int exitCode, String all) {}

    Ran launch(Map<String, String> environment, String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = launcher().toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return run(environment, command);
    }

    static Ran run(Map<String, String> environment, String... command) throws Exception {
        Process process = start(environment, command);
        String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), all);
    }

    static Process start(Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> own = new HashMap<>(environment);
        own.putIfAbsent("PATH", System.getProperty("epitome.test.maven") + ":" + System.getenv("PATH"));
        builder.environment().putAll(own);
        return builder.start();
    }
}
