package dev.epitome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.epitome.cli.Cli.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompletionCommandTest {

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "epitome se, search serve",
                "epitome st, stats",
                "epitome search --publ, --published-after --published-before",
                "epitome serve --ac, --access-log",
                "epitome completion z, zsh",
                "epitome search --sort '', relevance -published published rank",
                "epitome search --sort -, -published",
                "epitome search --match '', all relaxed",
                "epitome search --fuzzy o, off",
                "epitome search --highlight '', html offsets none",
                "epitome explain --match r, relaxed",
            })
    void bashCompletesCommandsAndOptions(String typed, String expected) throws Exception {
        assertThat(completed("bash", "", typed)).containsExactlyInAnyOrder(expected.split(" ", -1));
    }

    @Test
    void zshCompletesThemToo() throws Exception {
        Outcome outcome = new Cli(home).run("completion", "zsh");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .startsWith("autoload -U +X bashcompinit && bashcompinit\n")
                .endsWith(new Cli(home).run("completion", "bash").out());
        assumeTrue(isThere("zsh"), "no zsh on this machine: only what bash says of its completion was tested");
        String before = "autoload -Uz compinit && compinit -u\n";
        assertThat(completed("zsh", before, "epitome se")).containsExactlyInAnyOrder("search", "serve");
        String asZshDoes = before + "emulate sh\n";
        assertThat(completed("zsh", asZshDoes, "epitome search --sort p")).containsExactly("published");
    }

    @Test
    void anotherShellIsRefused() {
        Outcome outcome = new Cli(home).run("completion", "fish");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("fish", "bash", "zsh");
        assertThat(new Cli(home).run("completion").exitCode()).isEqualTo(2);
    }

    private List<String> completed(String shell, String before, String typed) throws Exception {
        assumeTrue(isThere(shell), "no " + shell + " on this machine");
        Path completion = home.resolve("completion");
        Files.writeString(completion, new Cli(home).run("completion", shell).out());
        String script = """
                %ssource "%s" || exit 9
                type complete >/dev/null || exit 8
                COMP_LINE='%s' COMP_POINT=%d
                COMP_WORDS=(%s)
                COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
                _complete_epitome 2>/dev/null # Says that no key was pressed.
                for word in "${COMPREPLY[@]}"; do echo $word; done
                """.formatted(before, completion, typed, typed.length(), typed);
        Process process = new ProcessBuilder(shell, "-c", script)
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out.lines().toList();
    }

    private static boolean isThere(String shell) {
        try {
            return new ProcessBuilder(shell, "-c", "exit 0").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
