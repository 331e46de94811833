package dev.epitome.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the analyzer to {@code tokens.txt}. */
class TokensTest {

    private static final Path FILE = Path.of("src/test/resources/analysis/tokens.txt");

    private static final String BAR = " | ";

    @Test
    void everyLineIsWhatTheAnalyzerMakesOfIt() throws IOException {
        List<String> lines = Files.readAllLines(FILE);
        assertThat(lines.stream().map(TokensTest::asItIs)).containsExactlyElementsOf(lines);
        assertThat(lines.stream().filter(TokensTest::isExample)).hasSizeGreaterThan(120);
    }

    private static String asItIs(String line) {
        if (!isExample(line)) {
            return line;
        }
        String input = line.substring(0, (line + " ").indexOf(BAR));
        return (input + BAR + WordNotation.of(WordNotation.unescaped(input))).stripTrailing();
    }

    private static boolean isExample(String line) {
        return !line.isEmpty() && !line.startsWith("# ") && !line.equals("#");
    }
}
