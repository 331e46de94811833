package dev.epitome.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages are made of, read as files. */
final class PageFilesTest {

    private static final Path FOLDER = Path.of("src", "main", "resources", "dev", "epitome", "http", "page");
    /** Of both pages; neither loads all files. */
    private static final int MOST_BYTES = 110_000;

    private static final int MOST_LINES = 300;

    private static final Pattern INLINE = Pattern.compile("<style|<script>|\\sstyle=|\\son\\w+=\"|javascript:");
    private static final Pattern HOST =
            Pattern.compile("(?:https?:)?//[a-z0-9-]+\\.[a-z0-9.]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMESPACE = Pattern.compile("http://www\\.w3\\.org");
    private static final Pattern IMPORT = Pattern.compile("from \"\\./([a-z]+\\.js)\"|\"/assets/([a-z]+\\.[a-z]+)\"");

    @Test
    void allFilesTogetherWeighLessThanAHundredAndTenKilobytes() {
        assertThat(files()).hasSizeGreaterThan(10);
        assertThat(files().stream().mapToInt(file -> read(file).length()).sum()).isLessThan(MOST_BYTES);
        assertThat(files())
                .allSatisfy(file -> assertThat(read(file).lines().count()).isLessThan(MOST_LINES));
    }

    @Test
    void nothingIsInlineAndNothingIsFromElsewhere() {
        for (Path file : files()) {
            String text = read(file);
            if (file.toString().endsWith(".html")) {
                assertThat(INLINE.matcher(text).results().map(MatchResult::group))
                        .as(file.toString())
                        .isEmpty();
            }
            assertThat(HOST.matcher(text)
                            .results()
                            .map(MatchResult::group)
                            .filter(host -> !NAMESPACE.matcher(host).lookingAt()))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @Test
    void noTextIsEverReadAsMarkup() {
        Pattern reading =
                Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function");
        assertThat(files()).allSatisfy(file -> assertThat(read(file)).doesNotContainPattern(reading));
    }

    @Test
    void everyFileIsUsedAndEveryFileThatIsUsedExists() {
        List<String> used = files().stream()
                .flatMap(file -> IMPORT.matcher(read(file)).results())
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .distinct()
                .sorted()
                .toList();
        List<String> there = files().stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.endsWith(".html"))
                .toList();
        assertThat(used).isEqualTo(there);
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().matches(".*\\.(html|css|js|svg)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
