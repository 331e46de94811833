package dev.epitome;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the project says of itself to those who have to trust it. */
final class SupplyChainTest {

    private static final Path REPOSITORY = Path.of("..");
    private static final Path LISTED = Path.of("libraries.sha256");
    private static final Pattern NAMED_TEST = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");

    @Test
    void everyTestThatAPromiseNamesExists() throws IOException {
        String tests = tests();
        Matcher named = NAMED_TEST.matcher(Files.readString(REPOSITORY.resolve("SECURITY.md")));
        Set<String> missing = new TreeSet<>();
        int count = 0;
        for (; named.find(); count++) {
            String type = "class " + named.group(1) + " ";
            int start = tests.indexOf(type);
            int end = tests.indexOf("\npackage dev.epitome", Math.max(0, start));
            String body = start < 0 ? "" : tests.substring(start, end < 0 ? tests.length() : end);
            if (!body.contains(" void " + named.group(2) + "(")) {
                missing.add(named.group());
            }
        }
        assertThat(missing).isEmpty();
        assertThat(count).isGreaterThan(20);
    }

    @Test
    void noPartOfTheWebServerThatNothingUsesComesBack() throws IOException {
        List<String> listed = Files.readAllLines(LISTED);
        assertThat(listed).hasSizeGreaterThan(40).allMatch(line -> line.matches("[0-9a-f]{64}  \\S+\\.jar"));
        assertThat(listed)
                .noneMatch(line -> line.matches(".*(webapp|annotations-12|jndi|-plus-|jakarta\\.enterprise|asm).*"));
    }

    @Test
    void aLibraryThatIsOtherNewOrGoneFailsTheBuild(@TempDir Path folder) throws Exception {
        Path lib = Files.createDirectory(folder.resolve("lib"));
        for (String name : List.of("a-1.jar", "b-1.jar", "c-1.jar", "epitome-indexer-0.1.0.jar")) {
            Files.writeString(lib.resolve(name), name);
        }
        Path list = folder.resolve("list.sha256");
        assertThat(libraries(lib, list, "renew")).isEmpty();
        assertThat(Files.readAllLines(list)).hasSize(3);
        Files.writeString(lib.resolve("a-1.jar"), "other");
        Files.move(lib.resolve("b-1.jar"), lib.resolve("b-2.jar"));
        Files.writeString(lib.resolve("epitome-indexer-0.1.0.jar"), "ours may change");

        assertThat(libraries(lib, list, "check"))
                .startsWith("These libraries are not what list.sha256 says:")
                .contains("a-1.jar: has other content", "b-1.jar: is gone", "b-2.jar: is not listed")
                .doesNotContain("c-1.jar", "epitome-");
    }

    /** What it complains of. */
    private static String libraries(Path lib, Path list, String what) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "src/build/Libraries.java",
                        lib.toString(),
                        list.toString(),
                        what)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isEqualTo(said.isEmpty() ? 0 : 1);
        return said;
    }

    private static String tests() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String module : List.of("indexer", "search-api", "benchmarks", "generated-client")) {
            try (Stream<Path> files = Files.walk(REPOSITORY.resolve(module).resolve("src/test/java"))) {
                for (Path file : files.filter(name -> name.toString().endsWith(".java"))
                        .sorted()
                        .toList()) {
                    all.append('\n').append(Files.readString(file));
                }
            }
        }
        return all.toString();
    }
}
