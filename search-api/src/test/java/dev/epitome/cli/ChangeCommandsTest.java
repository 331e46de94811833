package dev.epitome.cli;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.cli.Cli.Outcome;
import dev.epitome.index.IndexSettings;
import dev.epitome.index.LiveIndex;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code epitome add} and {@code epitome delete}. */
final class ChangeCommandsTest {

    @TempDir
    private Path home;

    private Cli epitome = new Cli(Path.of(""));

    @BeforeEach
    void install() {
        epitome = new Cli(home)
                .holding(articles(article("a1").titled("Threads"), article("a2").titled("Fibers")));
    }

    private String file(String content) {
        return epitome.file("more.jsonl", content).toString();
    }

    @Test
    void whatIsAddedIsFoundAndWhatWasThereStays() {
        String more = file("{\"id\":\"a3\",\"title\":\"Coroutines\"}\n{\"id\":\"a1\",\"title\":\"Threads again\"}\n");
        assertThat(epitome.run("add", more))
                .isEqualTo(new Outcome(0, "1 added, 1 replaced, 0 unchanged, 0 rejected\n", ""));
        assertThat(epitome.run("add", more).out()).isEqualTo("0 added, 0 replaced, 2 unchanged, 0 rejected\n");
        assertThat(epitome.run("search", "coroutines").out()).contains("Coroutines");
        assertThat(epitome.run("search", "again").out()).contains("Threads again");
        assertThat(epitome.run("search", "fibers").exitCode()).isZero();
    }

    @Test
    void whatIsNoArticleIsNamedAndTheOthersAreAdded() {
        Outcome outcome = epitome.run("add", "--json", file("{\"tags\":[\"x\"]}\n{\"title\":\"Coroutines\"}\n"));
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).isEqualTo("{\"created\":1,\"replaced\":0,\"unchanged\":0,\"rejected\":1}\n");
        assertThat(outcome.err()).contains("more.jsonl:1: rejected: ");
    }

    @Test
    void whatIsDeletedIsGoneAndWhatWasNotThereIsNamed() {
        Outcome outcome = epitome.run("delete", "a1", "nope");
        assertThat(outcome).isEqualTo(new Outcome(0, "1 deleted\n", "no article has the id nope\n"));
        assertThat(epitome.run("search", "--fuzzy", "off", "threads").exitCode())
                .isEqualTo(1);
        assertThat(epitome.run("verify", "-q").exitCode()).isZero();
    }

    @Test
    void anIndexThatNobodyCanBeAskedToChangeIsSaidToBeLocked() {
        try (LiveIndex other = LiveIndex.open(epitome.index(), IndexSettings.DEFAULT)) {
            Outcome outcome = epitome.run("delete", "a1");
            assertThat(outcome.exitCode()).isEqualTo(5);
            assertThat(outcome.err()).contains("is being written by another process");
            assertThat(other.info().articles()).isEqualTo(2);
        }
    }

    @Test
    void anIndexIsBegunByAddingToIt() {
        Cli fresh = new Cli(home.resolve("fresh"));
        String more = file("{\"title\":\"Coroutines\"}\n");
        String index = home.resolve("other").toString();
        assertThat(fresh.run("add", "--index", index, more).out()).startsWith("1 added");
        assertThat(fresh.run("search", "--index", index, "coroutines").out()).contains("Coroutines");
    }
}
