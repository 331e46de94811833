package dev.epitome.cli;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.cli.Cli.Outcome;
import dev.epitome.quality.Golden;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class EvaluateCommandTest {

    @TempDir
    private Path home;

    private Cli epitome = new Cli(Path.of(""));
    private Golden golden = Golden.in(Path.of(""));

    @BeforeEach
    void anIndexAndItsGoldenQueries() {
        epitome = new Cli(home)
                .holding(articles(
                        article("eks").titled("EKS at scale"),
                        article("spam").titled("Kafka Kafka").saying("Kafka"),
                        article("kafka").titled("A longer title that names Kafka too")));
        golden = Golden.in(home.resolve("corpus/golden"))
                .topics("t-eks|EKS", "t-kafka|kafka", "none-cobol|cobol", "none-eks|eks")
                .judged("t-eks 0 eks 3", "t-kafka 0 kafka 2");
    }

    @Test
    void theFiguresAndTheWorstQueriesArePrinted() {
        Outcome outcome = epitome.run("evaluate");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).containsIgnoringNewLines("""
                        nDCG@10        0.8155
                        MRR            0.7500
                        recall@10      1.0000
                        nothing found  1 of 2 queries that must find nothing
                        over           2 queries that should find something

                        none-eks  eks
                          must find nothing
                          came    1 unjudged  eks  EKS at scale

                        The worst 1:

                        t-kafka  kafka
                          nDCG@10 0.6309, RR 0.5000, recall@10 1.0000
                          expected  grade 2  kafka  at rank 2
                          came    1 unjudged  spam  Kafka Kafka
                          came    2 grade 2  kafka  A longer title that names Kafka too
                        """);
        assertThat(epitome.run("evaluate", "--worst", "0").out()).doesNotContain("t-kafka");
    }

    @Test
    void belowTheFloorOfTheGoldenQueriesTheExitCodeIsFour() {
        golden.floor("ndcg@10=0.9", "mrr=0.7", "none=0.6");
        Outcome outcome = epitome.run("evaluate");
        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.out()).contains("nDCG@10        0.8155   (floor 0.9000)");
        assertThat(outcome.err().lines())
                .containsExactly(
                        "epitome: nDCG@10 is 0.8155, the floor is 0.9000",
                        "epitome: nothing found is 0.5000, the floor is 0.6000");
        golden.floor("ndcg@10=0.8155");
        assertThat(epitome.run("evaluate").exitCode()).isZero();
    }

    @Test
    void aFloorOfOnesOwnTakesThePlaceOfAllOthers() {
        golden.floor("ndcg@10=0.9", "none=1");
        assertThat(epitome.run("evaluate", "--floor", "0.8").exitCode()).isZero();
        golden.floor("ndcg@10=0.1");
        assertThat(epitome.run("evaluate", "--floor", "0.9").exitCode()).isEqualTo(4);
    }

    @Test
    void theReportAsJsonHasTheSameFigures() {
        golden.floor("mrr=0.8");
        Outcome outcome = epitome.run("evaluate", "--json", "--worst", "1");
        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.err()).isEmpty();
        JsonNode report = outcome.json();
        assertThat(report.path("applies").booleanValue()).isTrue();
        assertThat(report.path("topics").intValue()).isEqualTo(2);
        assertThat(report.path("mrr").doubleValue()).isEqualTo(0.75);
        assertThat(report.path("none").doubleValue()).isEqualTo(0.5);
        assertThat(report.path("floor").path("mrr").doubleValue()).isEqualTo(0.8);
        assertThat(report.path("below").path(0).stringValue()).isEqualTo("mrr");
        assertThat(report.path("foundNotNothing").path(0).stringValue()).isEqualTo("none-eks");
        JsonNode worst = report.path("worst").path(0);
        assertThat(worst.path("topic").stringValue()).isEqualTo("t-kafka");
        assertThat(worst.path("expected").path(0).path("rank").intValue()).isEqualTo(2);
        assertThat(worst.path("hits").path(0).path("id").stringValue()).isEqualTo("spam");
    }

    @Test
    void resultsAndARunAreWrittenWhereTheyAreWanted() {
        Path results = home.resolve("results");
        Path run = home.resolve("run.txt");
        assertThat(epitome.run("evaluate", "--write", results.toString(), "--run", run.toString())
                        .exitCode())
                .isZero();
        assertThat(results.resolve("t-kafka.txt")).content().startsWith("topic t-kafka\nquery kafka\n");
        assertThat(results.resolve("summary.txt")).content().contains("MRR 0.7500");
        assertThat(run).content().contains("t-kafka Q0 spam 1 2 epitome\n");
    }

    @Test
    void anIndexOfOtherArticlesIsNotMeasured() {
        golden.topics("t|x").judged("t 0 a 1", "t 0 b 1", "t 0 eks 1").floor("mrr=1");
        Outcome outcome = epitome.run("evaluate");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().lines())
                .containsExactly("The golden queries do not apply to this index: only 1 of the 3 judged articles are in"
                        + " this index.");
        assertThat(epitome.run("evaluate", "--json").json().path("applies").booleanValue())
                .isFalse();
    }

    @Test
    void judgedArticlesThatAreMissingAreNamed() {
        golden.topics("t|EKS", "u|nomad").judged("t 0 eks 1", "t 0 kafka 1", "u 0 nomad-1 1", "u 0 nomad-2 1");
        Outcome outcome = epitome.run("evaluate");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err())
                .contains("Only 2 of the 4 judged articles are in this index; missing: nomad-1, nomad-2")
                .contains("Set aside, as nothing that they should find is in it: u");
    }

    @Test
    void goldenQueriesThatCannotBeReadExitWithTwo() {
        Outcome nowhere =
                epitome.run("evaluate", "--golden", home.resolve("nowhere").toString());
        assertThat(nowhere.exitCode()).isEqualTo(2);
        assertThat(nowhere.err()).startsWith("epitome: no golden queries").contains("nowhere");
        golden.judged("t-eks 0 eks 3", "t-eks 0 kafka good");
        Outcome broken = epitome.run("evaluate");
        assertThat(broken.exitCode()).isEqualTo(2);
        assertThat(broken.out()).isEmpty();
        assertThat(broken.err()).contains("qrels.txt:2: the grade \"good\" is no whole number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--floor=2", "--floor=-0.1", "--floor=NaN", "--floor=high", "--worst=-1", "--worst=all"})
    void numbersOutOfBoundsExitWithTwo(String option) {
        Outcome outcome = epitome.run("evaluate", option);
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains(option.substring(0, option.indexOf('=')));
    }

    @Test
    void aMissingIndexExitsWithFive() {
        Outcome outcome =
                epitome.run("evaluate", "--index", home.resolve("none").toString());
        assertThat(outcome.exitCode()).isEqualTo(5);
        assertThat(outcome.err()).contains("run epitome reindex");
    }
}
