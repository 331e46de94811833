package dev.epitome.cli;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.cli.Cli.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class DoctorCommandTest {

    @TempDir
    private Path home;

    private Cli epitome = new Cli(Path.of(""));

    @BeforeEach
    void install() {
        epitome = new Cli(home);
    }

    @Test
    void whereAllIsWellItExitsWithZero() {
        Path corpus = epitome.file("corpus/articles/a.jsonl", "{}\n");
        old(corpus);
        epitome.holding(articles(article("a7"), article("a2")));
        Outcome outcome = run();
        assertThat(outcome.exitCode()).as(outcome.out()).isZero();
        assertThat(outcome.out())
                .contains("ok      java     Java " + Runtime.version())
                .contains("ok      corpus   1 files in ")
                .contains("with 2 articles, made ")
                .contains("ok      port ");
        assertThat(levels(outcome)).isEmpty();
    }

    @Test
    void aMissingIndexIsAProblemWithARemedy() {
        Outcome outcome = run();
        assertThat(outcome.exitCode()).isEqualTo(5);
        assertThat(outcome.out())
                .contains("problem index    no index in ")
                .contains("unless you name the PATH of other records")
                .containsOnlyOnce("epitome reindex to make one")
                .containsOnlyOnce("run epitome reindex");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void aDamagedIndexIsAProblem() throws IOException {
        epitome.holding(articles(article("a7")));
        try (Stream<Path> files = Files.list(epitome.index())) {
            for (Path file : files.toList()) {
                if (!file.endsWith("write.lock")) {
                    Files.write(file, new byte[] {1, 2, 3});
                }
            }
        }
        Outcome outcome = run();
        assertThat(outcome.exitCode()).isEqualTo(5);
        assertThat(outcome.out()).contains("problem index ").containsOnlyOnce("run epitome reindex");
    }

    @Test
    void anIndexOfOtherRecordsIsWellAlthoughTheShippedCorpusIsNewer() {
        epitome.holding(articles(article("a7")));
        old(epitome.file("corpus/articles/a.jsonl", "{}\n"));
        assertThat(run().out()).doesNotContain("changed since");
        Path below = epitome.file("corpus/articles/2026/may/b.jsonl", "{}\n");
        set(below, Instant.now().plusSeconds(60));
        Outcome outcome = run();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains("ok      corpus   2 files in ")
                .contains("ok      index    version ")
                .contains("if this index was made from it, epitome reindex brings it up to date")
                .doesNotContain("run epitome reindex");
    }

    @Test
    void anIndexThatIsBeingWrittenIsAWarning() throws IOException {
        epitome.holding(articles(article("a7")));
        try (Directory directory = FSDirectory.open(epitome.index());
                Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            lock.ensureValid();
            assertThat(run().out()).contains("warning index ").contains("another process is writing it");
        }
        assertThat(run().out()).contains("ok      index ");
    }

    @Test
    void theVersionOfEpitomeComesFirst() {
        assertThat(run().out()).startsWith("ok      epitome  Epitome ").contains(" with Lucene 10.");
        JsonNode first = epitome.run("doctor", "--port", "0", "--json")
                .json()
                .path("findings")
                .path(0);
        assertThat(first.path("subject").stringValue()).isEqualTo("epitome");
    }

    @Test
    void aPortThatCannotBeIsRefused() {
        Outcome outcome = epitome.run("doctor", "--port", "65536");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("--port is 65536: give 0 to 65535");
    }

    @Test
    void aPortThatIsTakenIsAWarning() throws IOException {
        epitome.holding(articles(article("a7")));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Outcome outcome = epitome.run("doctor", "--port", String.valueOf(taken.getLocalPort()));
            assertThat(outcome.exitCode()).isZero();
            assertThat(outcome.out())
                    .contains("warning port     port " + taken.getLocalPort())
                    .contains("0 for any free one");
        }
    }

    @Test
    void wrongAliasesAndGoldenQueriesAreToldWithTheExitCodeOfUsage() {
        epitome.holding(articles(article("a7")));
        epitome.file("corpus/golden/topics.tsv", "no tabs\n");
        Path aliases = epitome.file("aliases.txt", "a => \nEKS, Elastic Kubernetes Service\n");
        Outcome outcome = epitome.run("doctor", "--port", "0", "--aliases", aliases.toString());
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).contains("problem golden ").contains("warning aliases  1 lines are left out");
        Outcome none = epitome.run(
                "doctor", "--port", "0", "--aliases", home.resolve("none").toString());
        assertThat(none.out()).contains("problem aliases ");
    }

    @Test
    void jsonNamesEachFinding() {
        JsonNode json = epitome.run("doctor", "--port", "0", "--json").json();
        assertThat(json.path("ok").booleanValue(true)).isFalse();
        assertThat(json.path("findings").values()).hasSizeGreaterThan(7).allSatisfy(finding -> {
            assertThat(finding.path("level").stringValue()).isIn("ok", "warning", "problem");
            assertThat(finding.path("subject").stringValue()).isNotBlank();
            assertThat(finding.path("message").stringValue()).isNotBlank();
            assertThat(finding.has("remedy"))
                    .isEqualTo(!finding.path("level").stringValue().equals("ok"));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 60, 80, 120})
    void onATerminalItIsColoredAndFitsUnlessAPathIsLonger(int columns) {
        epitome.onTerminalOf(columns);
        String out = run().out();
        assertThat(out).contains("\u001b[1;31mproblem");
        assertThat(out.lines().map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "")))
                .allSatisfy(line -> assertThat(line).matches("(ok|warning|problem) +[a-z]+ .*| {17}\\S.*"))
                .filteredOn(line -> !line.matches(" {17}\\S*/\\S*"))
                .allSatisfy(line -> assertThat(TerminalText.width(line)).isLessThanOrEqualTo(columns));
        assertThat(out).contains(epitome.index().toString(), System.getProperty("java.home"));
        assertThat(epitome.run("doctor", "--no-color", "--port", "0").out()).doesNotContain("\u001b");
    }

    @Test
    void onATerminalThatIsNarrowTheMessageStandsBelowItsSubject() {
        epitome.onTerminalOf(30);
        assertThat(epitome.run("doctor", "--no-color", "--port", "0").out())
                .contains("problem index\n  no index in\n  " + epitome.index() + ":")
                .doesNotContain("\n\n");
    }

    private Outcome run() {
        return epitome.run("doctor", "--port", "0");
    }

    /** What is wrong, but for what hangs on the machine. */
    private static List<String> levels(Outcome outcome) {
        return outcome.out().lines().filter(line -> line.startsWith("problem")).toList();
    }

    private static void old(Path file) {
        set(file, Instant.now().minus(Duration.ofDays(1)));
    }

    private static void set(Path file, Instant time) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(time));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
