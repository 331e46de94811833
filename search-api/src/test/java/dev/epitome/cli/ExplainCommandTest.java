package dev.epitome.cli;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.cli.Cli.Outcome;
import dev.epitome.search.TestArticle;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest {

    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void index() {
        cli = new Cli(folder)
                .holding(TestArticle.articles(
                        article("a1")
                                .titled("Virtual threads")
                                .saying("Threads on EKS.")
                                .tagged("java"),
                        article("a2").titled("Kafka").saying("A Real-Time Distributed Graph (RDG).")));
    }

    @Test
    void aHitIsExplainedInSentencesThatEndWithItsScore() {
        Outcome outcome = cli.run("explain", "a1", "threads");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("It is number 1 with a score of").contains("in the title and summary");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 60, 80})
    void onATerminalNoLineIsLongerThanIt(int columns) {
        String whole = cli.run("explain", "a1", "threads").out();
        assertThat(whole.lines().mapToInt(TerminalText::width).max().orElseThrow())
                .isGreaterThan(80);
        String out = cli.onTerminalOf(columns).run("explain", "a1", "threads").out();
        assertThat(out.lines())
                .allSatisfy(line -> assertThat(TerminalText.width(line)).isLessThanOrEqualTo(columns));
        assertThat(out.lines().filter(line -> !line.startsWith("  ")))
                .as("each sentence begins at the edge, and what follows does not")
                .hasSize(Math.toIntExact(whole.lines().count()));
        assertThat(out.replaceAll("\\R  ", " ")).isEqualTo(whole);
    }

    @Test
    void whatJsonNamesAddsUpToTheScore() {
        Outcome outcome = cli.run("explain", "--json", "a1", "threads", "eks");
        double sum = 0;
        for (var part : outcome.json().get("contributions")) {
            sum += part.get("score").asDouble();
        }
        assertThat(sum).isCloseTo(outcome.json().get("score").asDouble(), org.assertj.core.data.Offset.offset(1e-3));
    }

    @Test
    void ofWhatIsNoHitTheMissingWordAndTheFilterAreNamed() {
        Outcome outcome = cli.run("explain", "a2", "--tag", "java", "threads");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).contains("It does not have “threads”").contains("tag = java keeps it out");
    }

    @Test
    void anUnknownIdIsWrongUsage() {
        Outcome outcome = cli.run("explain", "a9", "threads");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("there is no article a9");
    }

    @Test
    void aliasesOfTheUserAreSearchedAndBadLinesNamed() {
        Path aliases = cli.file("own.txt", "loom, virtual threads\nalone\n");
        Outcome outcome = cli.run("search", "--aliases", aliases.toString(), "loom");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).contains("own.txt:2:").contains("Also searched: virtual threads");
    }

    @Test
    void whatArticlesDefineIsLearnedUnlessItIsNotWanted() {
        Path corpus = folder.resolve("articles.jsonl");
        assertThat(cli.run("reindex", "--verbose", corpus.toString()).out())
                .contains("RDG: Real-Time Distributed Graph (article a2)");
        Outcome without = cli.run("reindex", "--no-learned-aliases", corpus.toString());
        assertThat(without.out()).doesNotContain("RDG");
    }

    @Test
    void freshnessAndFuzzyAreCheckedLikeOverHttp() {
        assertThat(cli.run("search", "--freshness", "30d", "threads").exitCode())
                .isZero();
        assertThat(cli.run("search", "--freshness", "0d", "threads").exitCode()).isEqualTo(2);
        assertThat(cli.run("search", "--fuzzy", "off", "thraeds").exitCode()).isEqualTo(1);
        assertThat(cli.run("search", "--fuzzy", "off", "thraeds").err()).contains("Did you mean “threads”");
        assertThat(cli.run("search", "thraeds").exitCode()).isZero();
    }
}
