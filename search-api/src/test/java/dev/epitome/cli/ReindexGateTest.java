package dev.epitome.cli;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.cli.Cli.Outcome;
import dev.epitome.http.SearchServer;
import dev.epitome.lucene.Eventually;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.quality.Golden;
import dev.epitome.search.MeasuredQuality;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.Searching;
import dev.epitome.search.TestArticle;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The gate before a rebuild is published. */
final class ReindexGateTest {

    private static final List<Article> GOOD = articles(told("eks", "EKS at scale"), told("kafka", "Kafka at scale"));
    private static final List<Article> BAD =
            articles(told("eks", "EKS at scale"), told("kafka", "About queues"), told("spam", "Kafka Kafka"));

    @TempDir
    private Path home;

    private Cli epitome = new Cli(Path.of(""));
    private Path golden = Path.of("");

    @BeforeEach
    void install() {
        epitome = new Cli(home);
        golden = home.resolve("corpus/golden");
        Golden.in(golden)
                .topics("t-eks|eks", "t-kafka|kafka", "none-cobol|cobol")
                .judged("t-eks 0 eks 3", "t-kafka 0 kafka 2")
                .floor("ndcg@10=0.9", "none=1");
    }

    @Test
    void aGoodIndexIsPublishedAndItsFiguresAreInTheReport() {
        Outcome outcome = reindex(GOOD);
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains("golden queries: nDCG@10 1.0000, MRR 1.0000, recall@10 1.0000, nothing found for 1 of 1")
                .contains("2 articles published");
    }

    @Test
    void theIndexKeepsWhatWasMeasured() {
        reindex(GOOD);
        assertThat(quality()).hasValue(new MeasuredQuality(2, 1, 1, 1));
        reindex(BAD, "--floor", "0.5");
        assertThat(quality()).hasValue(new MeasuredQuality(2, 0.5, 0.5, 0.5));
        reindex(GOOD, "--no-gate");
        assertThat(quality()).as("without the gate").isEmpty();
        Path own = home.resolve("own");
        Golden.in(own).topics("t|spam").judged("t 0 spam 1").floor("mrr=1");
        reindex(GOOD, "--golden", own.toString());
        assertThat(quality()).as("where the queries do not apply").isEmpty();
    }

    @Test
    void anIndexBelowTheFloorIsRefusedAndTheReasonIsToldAgainstTheOld() throws IOException {
        reindex(GOOD);
        List<String> files = files();
        Outcome outcome = reindex(BAD);
        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.out()).contains("3 records accepted").doesNotContain("published");
        assertThat(outcome.err().lines())
                .containsExactly(
                        "epitome: nothing was published, the index stays as it was:",
                        "nDCG@10 is 0.5000, the floor is 0.9000",
                        "queries that fell against the published index, of nDCG@10 1.0000: 1",
                        "t-kafka  kafka: nDCG@10 1.0000 -> 0.0000, RR 1.0000 -> 0.0000, recall@10 1.0000 -> 0.0000",
                        "    kafka (grade 2) is not found, was at rank 1, the first hits are spam",
                        "To publish it all the same, give --no-gate.");
        assertThat(files()).isEqualTo(files);
        assertThat(epitome.run("search", "kafka").out())
                .contains("Kafka at scale")
                .doesNotContain("Kafka Kafka");
    }

    @Test
    void whatRunsOnTheOldIndexGoesOnWithIt() throws Exception {
        reindex(GOOD);
        try (SearchEngine engine = LuceneSearch.open(epitome.index());
                SearchServer server = SearchServer.start(engine, "127.0.0.1", 0);
                HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "v1/search?q=kafka"))
                    .build();
            String version = engine.index().version();
            assertThat(reindex(BAD).exitCode()).isEqualTo(4);
            Eventually.looksAgain(engine);
            assertThat(client.send(request, BodyHandlers.ofString()).body()).contains("\"id\":\"kafka\"");
            assertThat(engine.index().version()).isEqualTo(version);
            Searching.in(engine, "kafka").ranks("kafka");
        }
    }

    @Test
    void withoutAnIndexNoneIsMade() {
        Outcome outcome = reindex(BAD);
        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.err()).contains("there is no published index to compare with; the worst queries:");
        assertThat(epitome.run("search", "eks").exitCode()).isEqualTo(5);
        assertThat(reindex(GOOD).exitCode()).isZero();
    }

    @Test
    void anIndexThatTheQueriesAreNoMoreAboutIsRefusedAlsoWhenQuiet() {
        reindex(GOOD);
        Outcome outcome = reindex(articles(told("theirs", "Something else"), told("other", "Else")), "-q");
        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.err())
                .contains("the golden queries cover the published index, but no longer the new one")
                .contains("0 of the 2 judged articles are in this index; missing: eks, kafka");
        assertThat(epitome.run("search", "kafka").out()).contains("Kafka at scale");
    }

    @Test
    void farFewerArticlesAreRefusedUnlessThatIsAllowed() {
        List<Article> many = new ArrayList<>(GOOD);
        IntStream.range(0, 98).forEach(i -> many.addAll(articles(told("more" + i, "More " + i))));
        reindex(many);
        Outcome outcome = reindex(GOOD);
        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.err().lines())
                .containsExactly(
                        "epitome: nothing was published, the index stays as it was:",
                        "2 articles would take the place of 100: fewer than the 80 % to which an index may shrink",
                        "To publish it all the same, give --no-gate, or --allow-shrink where it is only to become"
                                + " smaller.");
        JsonNode report = reindex(GOOD, "--json").json();
        assertThat(report.path("refused").path(0).stringValue()).startsWith("2 articles would take");
        assertThat(reindex(GOOD, "--allow-shrink").exitCode()).isZero();
        assertThat(reindex(BAD, "--allow-shrink").exitCode())
                .as("measured all the same")
                .isEqualTo(4);
    }

    @Test
    void withoutTheGateAnythingIsPublished() {
        Outcome outcome = reindex(BAD, "--no-gate");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("3 articles published").doesNotContain("golden");
    }

    @Test
    void aFloorOfOnesOwnIsTheGate() {
        assertThat(reindex(BAD, "--floor", "0.5").exitCode()).isZero();
        assertThat(reindex(BAD, "--floor", "0.51").exitCode()).isEqualTo(4);
        Outcome wrong = reindex(BAD, "--floor", "5");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("--floor is 5.0: give 0 to 1");
    }

    @Test
    void goldenQueriesOfOnesOwnAreTheGate() {
        Path own = home.resolve("own");
        Golden.in(own).topics("t|spam").judged("t 0 spam 1").floor("mrr=1");
        assertThat(reindex(BAD, "--golden", own.toString()).exitCode()).isEqualTo(4);
        assertThat(reindex(GOOD, "--golden", own.toString()).err()).contains("do not apply");
    }

    @Test
    void whereTheGoldenQueriesDoNotApplyThatIsSaidInOneLine() {
        List<Article> theirs = articles(told("theirs", "Something else"));
        Outcome outcome = reindex(theirs);
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err().lines())
                .containsExactly("The golden queries do not apply, so the gate was left open: "
                        + "only 0 of the 2 judged articles are in this index.");
        assertThat(outcome.out()).contains("1 articles published");
        assertThat(reindex(theirs, "-q").err()).isEmpty();
    }

    @Test
    void whereThereAreNoGoldenQueriesThatIsSaidToo() throws IOException {
        try (Stream<Path> files = Files.list(golden)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(golden);
        Outcome outcome = reindex(BAD);
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err().lines()).containsExactly("The gate was left open: no golden queries in " + golden);
        assertThat(reindex(BAD, "-q").err()).isEmpty();
        assertThat(reindex(BAD, "--golden", golden.toString()).exitCode()).isEqualTo(2);
    }

    @Test
    void judgedArticlesThatAreMissingAreNamedAlsoWhereTheIndexPasses() {
        reindex(GOOD);
        Outcome outcome = reindex(articles(told("eks", "EKS")), "--floor", "0.4", "--allow-shrink");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).contains("Only 1 of the 2 judged articles are in this index; missing: kafka");
    }

    @Test
    void goldenQueriesThatCannotBeReadEndTheRunBeforeAnythingIsWritten() {
        Golden.in(golden).judged("t-eks 0 eks high");
        Outcome outcome = reindex(GOOD);
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("qrels.txt:1: ");
        assertThat(epitome.index()).doesNotExist();
    }

    @Test
    void aDryRunIsNotMeasured() {
        Outcome outcome = reindex(BAD, "--dry-run");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("dry run").doesNotContain("golden");
    }

    @Test
    void refusalsAreNamedAlsoWhenQuietAndComeBeforeRejectedRecords() throws IOException {
        Path corpus = epitome.corpus("bad.jsonl", BAD);
        Files.writeString(corpus, Files.readString(corpus) + "no JSON\n");
        Outcome outcome = epitome.run("reindex", "-q", corpus.toString());
        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("rejected").contains("nothing was published");
    }

    @Test
    void theReportAsJsonTellsWhatTheGateFound() {
        JsonNode passed = reindex(GOOD, "--json").json();
        assertThat(passed.path("gate").path("verdict").stringValue()).isEqualTo("passed");
        assertThat(passed.path("gate").path("ndcg@10").doubleValue()).isEqualTo(1);
        JsonNode refused = reindex(BAD, "--json").json();
        assertThat(refused.path("published").booleanValue()).isFalse();
        assertThat(refused.path("gate").path("verdict").stringValue()).isEqualTo("refused");
        assertThat(refused.path("gate").path("reasons").path(0).stringValue()).contains("the floor is 0.9000");
        Path own = home.resolve("own");
        Golden.in(own).topics("t|spam").judged("t 0 spam 1").floor("mrr=1");
        JsonNode other = reindex(GOOD, "--json", "--golden", own.toString()).json();
        assertThat(other.path("gate").path("verdict").stringValue()).isEqualTo("not applicable");
        assertThat(reindex(GOOD, "--json", "--no-gate").json().has("gate")).isFalse();
    }

    private static TestArticle told(String id, String title) {
        return article(id).titled(title).saying("More of it.");
    }

    private Outcome reindex(List<Article> articles, String... options) {
        String corpus = epitome.corpus("articles.jsonl", articles).toString();
        return epitome.run(
                Stream.concat(Stream.of("reindex", corpus), Stream.of(options)).toArray(String[]::new));
    }

    private Optional<MeasuredQuality> quality() {
        try (SearchEngine engine = LuceneSearch.open(epitome.index())) {
            return engine.index().quality();
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(epitome.index())) {
            return files.map(Path::toString).sorted().toList();
        }
    }
}
