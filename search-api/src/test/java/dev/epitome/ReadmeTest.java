package dev.epitome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What README.md shows of Java is taken from the page that the embedding projects compile and run. */
final class ReadmeTest {

    private static final Path README = Path.of("../README.md");
    private static final Path PAGE = Path.of("src/it/embedding/shared/main/com/example/reader/ReadingList.java");
    private static final Pattern JAVA = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);

    @Test
    void everyBlockOfJavaStandsInThePageThatIsRun() throws IOException {
        String page = lines(Files.readString(PAGE));
        List<String> blocks = JAVA.matcher(Files.readString(README))
                .results()
                .map(block -> lines(block.group(1)))
                .toList();
        assertThat(blocks).isNotEmpty().allSatisfy(block -> assertThat(page).contains(block));
    }

    @Test
    void thePageThatIsNamedIsThere() throws IOException {
        assertThat(Files.readString(README))
                .contains("(search-api/" + PAGE.toString().replace('\\', '/') + ")");
    }

    /** Without indentation. */
    private static String lines(String text) {
        return text.strip().replaceAll("(?m)^[ \\t]+", "");
    }
}
