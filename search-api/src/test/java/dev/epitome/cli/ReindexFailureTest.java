package dev.epitome.cli;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.cli.Cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rebuild that cannot be says, and by which number. */
final class ReindexFailureTest {

    @TempDir
    private Path home;

    private Cli epitome = new Cli(Path.of(""));

    @BeforeEach
    void install() {
        epitome = new Cli(home).holding(articles(article("a1").titled("Threads"), article("a2")));
    }

    @Test
    void whatCannotBeWrittenHasANumberOfItsOwnAndSaysThatNothingWasChanged() {
        Path below = epitome.file("file", "no folder").resolve("index");
        Outcome outcome = epitome.run("reindex", "--index", below.toString(), corpus());
        assertThat(outcome.exitCode()).isEqualTo(6);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("epitome: cannot write to the index directory " + below)
                .contains("nothing was changed")
                .doesNotContain("\tat ");
    }

    @Test
    void aDamagedIndexIsLeftAloneAndTheOptionThatReplacesItIsNamed() throws IOException {
        Files.delete(file(".cfs"));
        List<Path> before = files();
        Outcome outcome = epitome.run("reindex", corpus());
        assertThat(outcome.exitCode()).isEqualTo(5);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("epitome: " + epitome.index() + " holds an index that cannot be opened")
                .contains("it stays as it is")
                .contains("(run epitome reindex --replace-damaged)");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aDamagedIndexIsReplacedWhereThatIsAskedFor() throws IOException {
        Files.delete(file(".cfs"));
        Outcome outcome = epitome.run("reindex", "--replace-damaged", corpus());
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("2 articles published", "replaces 2 articles");
        assertThat(epitome.run("search", "threads").exitCode()).isZero();
    }

    /** What its commit says of it is still known. */
    @Test
    void alsoADamagedIndexIsNotReplacedByAMuchSmallerOne() throws IOException {
        Files.delete(file(".cfs"));
        Path one = epitome.corpus("one.jsonl", articles(article("a1")));
        Outcome outcome = epitome.run("reindex", "--replace-damaged", one.toString());
        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.err()).contains("--allow-shrink");
        assertThat(epitome.run("reindex", "--replace-damaged", "--allow-shrink", one.toString())
                        .exitCode())
                .isZero();
    }

    @Test
    void aCommitThatCannotBeReadBesideAGoodOneIsReplacedToo() throws IOException {
        byte[] commit = Files.readAllBytes(file("segments_"));
        commit[commit.length / 2] ^= 1;
        Files.write(epitome.index().resolve("segments_5"), commit);
        assertThat(epitome.run("search", "threads").exitCode())
                .as("by the good one")
                .isZero();
        assertThat(epitome.run("reindex", corpus()).exitCode()).isEqualTo(5);
        assertThat(epitome.run("reindex", "--replace-damaged", corpus()).exitCode())
                .isZero();
        assertThat(epitome.run("search", "threads").exitCode()).isZero();
    }

    private String corpus() {
        return home.resolve("articles.jsonl").toString();
    }

    private Path file(String part) throws IOException {
        return files().stream()
                .filter(file -> file.getFileName().toString().contains(part))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(epitome.index())) {
            return files.sorted().toList();
        }
    }
}
