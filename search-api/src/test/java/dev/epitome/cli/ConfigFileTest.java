package dev.epitome.cli;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.cli.Cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The file that sets options, and what goes on without it. */
final class ConfigFileTest {

    @TempDir
    private Path home;

    private Cli epitome = new Cli(Path.of(""));

    @BeforeEach
    void install() {
        epitome = new Cli(home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version", "search --help", "help", "help search", "completion bash"})
    void aWrongFileLeavesWhatReadsNoOptions(String arguments) {
        Outcome outcome = config("indx=1\n").run(arguments.split(" ", -1));
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("epitome");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void doctorFindsAWrongFile() {
        epitome.holding(articles(article("a1").titled("Threads")));
        Outcome outcome = config("indx=1\n").run("doctor", "--port", "0");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains("problem config ", "did you mean index?", "unset EPITOME_CONFIG")
                .contains("ok      index ");
    }

    @Test
    void doctorNamesTheFile() {
        assertThat(epitome.run("doctor", "--port", "0").out()).doesNotContain("config ");
        assertThat(config("limit=3\n").run("doctor", "--port", "0").out())
                .contains("ok      config   options are set in " + home.resolve("epitome.conf"));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=\\u12, four hexadecimal digits",
        "'\u001b[31m=1', 'sets \"[31m\"'",
    })
    void whatIsWrongIsSaidInWords(String line, String expected) {
        assertRefused(config(line + "\n"), expected);
    }

    @Test
    void whyTheFileCannotBeReadIsSaidInWords() throws IOException {
        Path latin = Files.write(home.resolve("latin.conf"), new byte[] {'i', 'n', 'd', 'e', 'x', '=', (byte) 0xE9});
        assertRefused(epitome.with("EPITOME_CONFIG", latin.toString()), "latin.conf");
        assertRefused(epitome, "it is not in UTF-8");
        assertRefused(epitome.with("EPITOME_CONFIG", home.resolve("none.conf").toString()), "there is no such file");
        assertRefused(epitome.with("EPITOME_CONFIG", home.toString()), "it is a directory");
    }

    @Test
    void whatSurroundsAValueIsNoPartOfIt() {
        config("\uFEFFlimit = 1 \njson=true\t\nindex=\noffset=  \n");
        epitome.corpus(
                "a.jsonl",
                articles(article("a1").titled("Threads"), article("a2").titled("Threads")));
        epitome.run("reindex", home.resolve("a.jsonl").toString());
        assertThat(epitome.index()).isDirectory();
        assertThat(epitome.run("search", "threads").json().path("hits")).hasSize(1);
    }

    private static void assertRefused(Cli epitome, String expected) {
        Outcome outcome = epitome.run("search", "x");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("epitome: ")
                .contains("EPITOME_CONFIG", expected)
                .doesNotContain("Exception", "\u001b")
                .hasLineCount(1);
    }

    private Cli config(String content) {
        return epitome.with(
                "EPITOME_CONFIG", epitome.file("epitome.conf", content).toString());
    }
}
