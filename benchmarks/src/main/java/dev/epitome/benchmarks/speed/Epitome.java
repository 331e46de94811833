package dev.epitome.benchmarks.speed;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The command as users have it. */
final class Epitome {

    /** Another launcher than that of {@code bin}. */
    private static final String LAUNCHER = "epitome.benchmarks.launcher";

    /** Another class path than that of the launcher's last build. */
    private static final String CLASS_PATH = "epitome.benchmarks.classpath";

    private Epitome() {}

    static String launcher(Surroundings surroundings) {
        return System.getProperty(
                LAUNCHER, surroundings.home().resolve(Path.of("bin", "epitome")).toString());
    }

    /** The same program without what the launcher does for a fast start. */
    static List<String> plainJava(Surroundings surroundings) throws IOException {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Depitome.home=" + surroundings.home(),
                "-Depitome.terminal.out=false",
                "-Depitome.terminal.err=false",
                "-Depitome.terminal.columns=0",
                "-cp",
                System.getProperty(
                        CLASS_PATH,
                        newestBuild(surroundings).resolve("lib").resolve("*").toString()),
                "dev.epitome.cli.Main");
    }

    /** Of the launcher. */
    private static Path newestBuild(Surroundings surroundings) throws IOException {
        Path builds = surroundings.home().resolve(".build");
        if (!Files.isDirectory(builds)) {
            return builds;
        }
        try (Stream<Path> all = Files.list(builds)) {
            return all.filter(build -> String.valueOf(build.getFileName()).matches("\\d+"))
                    .max(Comparator.comparingInt(build -> Integer.parseInt(String.valueOf(build.getFileName()))))
                    .orElse(builds);
        }
    }

    /** What {@code --help} of a command prints. */
    static String helpOf(Surroundings surroundings, String command) throws IOException {
        Process process = new ProcessBuilder(launcher(surroundings), command, "--help")
                .redirectError(
                        ProcessBuilder.Redirect.appendTo(surroundings.log().toFile()))
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The path and parameters that ask for ten hits. */
    static String target(DrawnQuery query) {
        String target = "/v1/search?limit=10&q=" + encoded(query.typed());
        return switch (query.kind()) {
            case FILTER -> target + "&source=" + encoded(query.source());
            case FACETS -> target + "&facets=source,tag";
            default -> target;
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
