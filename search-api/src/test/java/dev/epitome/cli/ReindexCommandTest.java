package dev.epitome.cli;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.cli.Cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class ReindexCommandTest {

    private static final String GOOD = "{\"id\":\"a1\",\"title\":\"Threads\",\"summary\":\"Many.\"}\n";
    private static final String BAD = "{\"id\":\"a2\",\"summary\":\"No title.\"}\n";
    private static final String ODD = "{\"id\":\"a3\",\"title\":\"Odd\",\"summary\":\"x\",\"colour\":\"red\"}\n";
    private static final String ROUNDUP = """
            Best of Tech WeeklyNovember 2025

            1. 1

            Article

            Tech Weekly·2d

            Scaling queues

            A summary of some length.
            """;

    @TempDir
    private Path home;

    private Cli epitome = new Cli(Path.of(""));

    @BeforeEach
    void install() {
        epitome = new Cli(home);
    }

    @Test
    void theReportSaysWhatWasReadAndPublished() {
        Outcome outcome =
                epitome.run("reindex", epitome.file("a.jsonl", GOOD + ODD).toString());
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo(
                                        "2 records accepted (1 with warnings, 0 replaced by a later one), 0 rejected, 0 files skipped"),
                        line -> assertThat(line).matches("\\d+ bytes read in .* s, .* records/s"),
                        line -> assertThat(line).isEqualTo("2 articles published in " + epitome.index()));
        assertThat(outcome.err()).contains("a.jsonl:2: unknown members left out: colour");
    }

    @Test
    void theReportAsJsonHasTheSameNumbers() {
        Outcome outcome = epitome.run(
                "reindex", "--json", epitome.file("a.jsonl", GOOD + ODD + GOOD).toString());
        assertThat(outcome.exitCode()).isZero();
        JsonNode report = outcome.json();
        assertThat(report.propertyNames())
                .containsExactly(
                        "accepted",
                        "warned",
                        "rejected",
                        "replaced",
                        "skipped",
                        "bytesRead",
                        "tookMs",
                        "recordsPerSecond",
                        "published",
                        "articles",
                        "corpus",
                        "learned");
        assertThat(report.path("accepted").intValue()).isEqualTo(3);
        assertThat(report.path("replaced").intValue()).isEqualTo(1);
        assertThat(report.path("articles").intValue()).isEqualTo(2);
        assertThat(report.path("published").booleanValue()).isTrue();
        assertThat(report.path("bytesRead").intValue()).isEqualTo((GOOD + ODD + GOOD).length());
    }

    @Test
    void withoutAPathTheShippedCorpusIsRead() {
        epitome.file("corpus/articles/one.jsonl", GOOD);
        assertThat(epitome.run("reindex").exitCode()).isZero();
        assertThat(epitome.run("search", "threads").exitCode()).isZero();
    }

    @Test
    void withoutAPathAndWithoutAShippedCorpusTheUserIsTold() {
        Outcome outcome = epitome.run("reindex");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("shipped corpus").contains("name a file or a folder");
    }

    @Test
    void badRecordsExitWithThreeAndAreNamedWithTheirLine() {
        Path file = epitome.file("a.jsonl", GOOD + BAD + "{broken\n");
        Outcome outcome = epitome.run("reindex", file.toString());
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err())
                .contains(file + ":2: rejected: title is missing")
                .contains(file + ":3: rejected: invalid JSON");
        assertThat(outcome.out()).contains("1 records accepted").contains("2 rejected");
        assertThat(epitome.run("search", "threads").exitCode()).isZero();
    }

    @Test
    void whereNothingIsGoodTheOldIndexStays() {
        epitome.holding(articles(article("old").titled("Old")));
        Outcome outcome = epitome.run("reindex", epitome.file("bad.jsonl", BAD).toString());
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err()).contains("no article could be read: the index stays as it was");
        assertThat(outcome.out()).doesNotContain("published");
        assertThat(epitome.run("search", "old").exitCode()).isZero();
    }

    @Test
    void aMissingPathExitsWithTwoAndTheOldIndexStays() {
        epitome.holding(articles(article("old").titled("Old")));
        Path good = epitome.file("good.jsonl", GOOD);
        Outcome outcome =
                epitome.run("reindex", good.toString(), home.resolve("nowhere").toString());
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("epitome: no such file or folder: ")
                .contains("nowhere");
        assertThat(epitome.run("search", "old").exitCode()).isZero();
        assertThat(epitome.run("search", "threads").exitCode()).isEqualTo(1);
    }

    @Test
    void aDryRunReadsEverythingAndWritesNothing() {
        Outcome outcome = epitome.run(
                "reindex", "--dry-run", epitome.file("a.jsonl", GOOD + BAD).toString());
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).contains("1 records accepted").contains("dry run: nothing was written");
        assertThat(outcome.err()).contains("a.jsonl:2: rejected");
        assertThat(epitome.index()).doesNotExist();
    }

    @Test
    void quietLeavesOnlyWhatIsRejected() {
        Path file = epitome.file("a.jsonl", GOOD + ODD + BAD);
        for (String option : new String[] {"-q", "--quiet"}) {
            Outcome outcome = epitome.run("reindex", option, file.toString());
            assertThat(outcome.exitCode()).isEqualTo(3);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err().lines()).containsExactly(file + ":3: rejected: title is missing");
        }
    }

    @Test
    void agesInARoundupAreCountedBackFromTheDayOfItsExport() {
        Path roundup = epitome.file("roundup.txt", ROUNDUP);
        assertThat(epitome.run("reindex", "--as-of", "2025-11-30", roundup.toString())
                        .exitCode())
                .isZero();
        JsonNode hit =
                epitome.run("search", "--json", "scaling").json().path("hits").path(0);
        assertThat(hit.path("article").path("published").stringValue()).isEqualTo("2025-11-28");
        Outcome wrong = epitome.run("reindex", "--as-of", "yesterday", roundup.toString());
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("--as-of");
    }

    @Test
    void whileAnotherRebuildRunsTheExitCodeIsFive() throws IOException {
        epitome.holding(articles(article("old").titled("Old")));
        try (Directory directory = FSDirectory.open(epitome.index());
                IndexWriter other = new IndexWriter(directory, new IndexWriterConfig().setCommitOnClose(false))) {
            Outcome outcome =
                    epitome.run("reindex", epitome.file("a.jsonl", GOOD).toString());
            assertThat(other.isOpen()).isTrue();
            assertThat(outcome.exitCode()).isEqualTo(5);
            assertThat(outcome.err())
                    .startsWith("epitome: ")
                    .contains("another process")
                    .contains("wait");
            assertThat(epitome.run("search", "old").exitCode()).isZero();
        }
    }

    @Test
    void aFolderThatHoldsOtherFilesIsNotWrittenTo() throws IOException {
        Files.createDirectories(home.resolve("photos"));
        Path photo = epitome.file("photos/cat.jpg", "meow");
        Outcome outcome = epitome.run(
                "reindex",
                "--index",
                home.resolve("photos").toString(),
                epitome.file("a.jsonl", GOOD).toString());
        assertThat(outcome.exitCode()).isEqualTo(5);
        assertThat(outcome.err()).contains("cat.jpg").contains("empty directory");
        assertThat(photo).hasContent("meow");
        try (var files = Files.list(home.resolve("photos"))) {
            assertThat(files).containsExactly(photo);
        }
    }
}
