package dev.epitome.cli;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.cli.Cli.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a command line is the query, and what is not. */
final class QueryWordsTest {

    @TempDir
    private Path home;

    private Cli epitome = new Cli(Path.of(""));

    @BeforeEach
    void twoArticles() {
        epitome = new Cli(home)
                .holding(articles(
                        article("a1").titled("Threads on Nomad"),
                        article("a2").titled("Threads on x").published("2024")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "threads -lambda | threads -lambda",
                "-lambda threads | -lambda threads",
                "threads -nomad | threads -nomad",
                "threads -http -Vue -quarkus -nginx | threads -http -Vue -quarkus -nginx",
                "threads -n 1 -x | threads -x",
                "threads -n1 | threads",
                "threads -x1 | threads -x1",
                "threads -n1a | threads -n1a",
                "-x threads --sort -published -y | -x threads -y",
                "threads OR --no-color -nomad | threads OR -nomad",
                "threads - -1 | threads - -1",
                "-- threads -n 1 -q | threads -n 1 -q",
                "-n 1 -- threads --limt --json -- | threads --limt --json --",
            })
    void wordsWithADashBelongToTheQueryAndTheirOrderStays(String arguments, String query) {
        Outcome outcome = epitome.run(("search --json " + arguments).split(" ", -1));
        assertThat(outcome.json().path("query").stringValue()).isEqualTo(query);
    }

    @Test
    void anOptionOfAllCommandsMayStandBeforeTheCommand() {
        Outcome outcome = epitome.run("--no-color", "search", "--json", "threads", "-nomad");
        assertThat(outcome.json().path("query").stringValue()).isEqualTo("threads -nomad");
    }

    @Test
    void explainReadsTheSameQuery() {
        assertThat(epitome.run("explain", "a1", "threads", "-nomad").exitCode()).isEqualTo(1);
        assertThat(epitome.run("explain", "a2", "threads", "-nomad", "-quarkus").exitCode())
                .isZero();
        assertThat(epitome.run("explain", "a2", "threads", "--limt", "5").err()).contains("--limt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"threads -x", "threads -n 5 -x", "-x threads"})
    void ofALoneLetterItIsSaidWhatItDoes(String arguments) {
        assertThat(epitome.run(("search " + arguments).split(" ", -1)).err())
                .startsWith("-x was read as a word of the query: it leaves out every article with “x”.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"threads -nomad", "threads NOT x", "threads -n 1", "threads -y1", "-q threads -x"})
    void ofOtherWordsThatAreLeftOutNothingIsSaid(String arguments) {
        assertThat(epitome.run(("search " + arguments).split(" ", -1)).err()).doesNotContain("was read as a word");
    }
}
