package dev.epitome.cli;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.cli.Cli.Outcome;
import dev.epitome.search.TestArticle;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        assertThat(outcome.err()).contains("own.txt:2:").contains("Searched also: virtual threads");
    }

    @Test
    void whatArticlesDefineIsLearnedUnlessItIsNotWanted() {
        Path corpus = folder.resolve("articles.jsonl");
        assertThat(cli.run("reindex", corpus.toString()).out())
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
