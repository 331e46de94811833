package dev.epitome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How help is laid out. */
final class HelpTest {

    private static final int NARROWEST = 55;
    private static final int WIDEST = 120;

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "reindex",
                "watch",
                "search",
                "serve",
                "evaluate",
                "explain",
                "stats",
                "verify",
                "export",
                "backup",
                "restore",
                "doctor",
                "key",
                "key new",
                "key list",
                "completion",
                "help"
            })
    void atAnyWidthItFitsAndBreaksNoWord(String command) {
        List<String> words = List.of(onTerminal(WIDEST, command).strip().split("\\s+", -1));
        IntStream.iterate(NARROWEST, columns -> columns < WIDEST, columns -> columns + 3)
                .forEach(columns -> {
                    String help = onTerminal(columns, command);
                    assertThat(help.strip().split("\\s+", -1))
                            .as("%d columns", columns)
                            .containsExactlyElementsOf(words);
                    assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(columns));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "reindex",
                "watch",
                "search",
                "serve",
                "evaluate",
                "explain",
                "stats",
                "verify",
                "export",
                "backup",
                "restore",
                "doctor",
                "key",
                "key new",
                "key list",
                "completion"
            })
    void aLineOfAParagraphIsLeftOnlyWhereTheNextWordDoesNotFit(String command) {
        IntStream.of(NARROWEST, 70, 80, 100, WIDEST).forEach(columns -> {
            List<String> lines = onTerminal(columns, command).lines().toList();
            for (int i = 1; i < lines.size(); i++) {
                String before = lines.get(i - 1);
                if (isProse(before) && isProse(lines.get(i)) && !before.endsWith(".")) {
                    String next = lines.get(i).split(" ", 2)[0];
                    // Picocli wants room for the space after it as well.
                    assertThat(before + " " + next).hasSizeGreaterThanOrEqualTo(columns);
                }
            }
        });
    }

    private static boolean isProse(String line) {
        return !line.isEmpty() && line.charAt(0) != ' ' && !line.endsWith(":") && !line.startsWith("Usage:");
    }

    @Test
    void whereNobodyKnowsTheWidthItIsTheUsualOne() {
        assertThat(new Cli(home).run("reindex", "--help").out())
                .isEqualTo(onTerminal(80, "reindex"))
                .isNotEqualTo(onTerminal(90, "reindex"));
    }

    @Test
    void onATerminalThatIsVeryNarrowOrVeryWideItKeepsItsBounds() {
        assertThat(onTerminal(20, "serve")).isEqualTo(onTerminal(NARROWEST, "serve"));
        assertThat(onTerminal(300, "serve")).isEqualTo(onTerminal(WIDEST, "serve"));
    }

    private String onTerminal(int columns, String command) {
        Cli epitome = new Cli(home).onTerminalOf(columns).with("NO_COLOR", "1");
        return epitome.run((command + " --help").strip().split(" ", -1)).out();
    }
}
