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
    private static final String BAD = "{\"url\": \"https://example.org/bare\"}\n";
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
                                        "2 records accepted (0 with warnings, 0 replaced by a later one), 0 rejected, 0 files skipped"),
                        line -> assertThat(line)
                                .isEqualTo("of 2 records 0 have a date, 2 a summary, 0 an address, 0 tags"),
                        line -> assertThat(line).isEqualTo("none of the 2 records has a date"),
                        line -> assertThat(line).isEqualTo("`colour`: 1 value, unread"),
                        line -> assertThat(line).matches("\\d+ bytes read in .* s, .* records/s"),
                        line -> assertThat(line).isEqualTo("2 articles published in " + epitome.index()));
    }

    @Test
    void aColumnThatNobodyReadsIsToldWithTheOptionThatReadsIt() {
        String table = "Title,Text,Saved date,Mood\nQueues,Words.,2024-03-15,blue\nLocks,Words.,2024-03-16,red\n";
        String file = epitome.file("saved.csv", table).toString();

        Outcome outcome = epitome.run("reindex", file);

        assertThat(outcome.out().lines())
                .contains(
                        "none of the 2 records has a date",
                        "`Saved date`: 2 values, unread; --map published=\"Saved date\" would read them",
                        "`Mood`: 2 values, unread");
        Outcome mapped = epitome.run("reindex", "--map", "published=Saved date,type=Mood", file);
        assertThat(mapped.out())
                .contains("of 2 records 2 have a date")
                .contains("replaces 2 articles")
                .doesNotContain("unread");
        assertThat(epitome.run("search", "--json", "locks")
                        .json()
                        .at("/hits/0/article/published")
                        .stringValue())
                .isEqualTo("2024-03-16");
    }

    @Test
    void aMemberThatRecordsDoNotHaveCannotBeMapped() {
        Outcome outcome = epitome.run(
                "reindex", "--map", "colour=Mood", epitome.file("a.jsonl", GOOD).toString());

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("no member colour").contains("published");
    }

    @Test
    void aTableWithoutATitleIsRejectedWithTheOptionThatNamesOneInTheSameLine() {
        String file = epitome.file("titles/a.csv", "Betreff;Klappentext\nQueues;Words.\n")
                .toString();

        assertThat(epitome.run("reindex", file).err().lines())
                .filteredOn(line -> line.contains("no column is a title"))
                .singleElement()
                .asString()
                .endsWith("Klappentext: say which is (--map title=NAME says which)");
        assertThat(epitome.run("reindex", home(file)).err().lines())
                .filteredOn(line -> line.contains("skipped"))
                .singleElement()
                .asString()
                .contains("--map title=NAME");
        assertThat(epitome.run("reindex", "--map", "title=Betreff", file).exitCode())
                .isZero();
    }

    private static String home(String file) {
        return String.valueOf(Path.of(file).getParent());
    }

    @Test
    void datesThatCanBeReadTwoWaysAreLeftOutUntilTheUserSaysWhich() {
        String file = epitome.file("a.csv", "title,date\nQueues,03/04/2024\n").toString();

        Outcome open = epitome.run("reindex", file);
        assertThat(open.exitCode()).isZero();
        assertThat(open.err().lines())
                .filteredOn(line -> line.contains("dates left out"))
                .singleElement()
                .asString()
                .contains("03/04/2024")
                .endsWith(" (--dates day-first or month-first says which)");
        assertThat(epitome.run("reindex", "--json", file).out()).containsOnlyOnce("--dates day-first");

        assertThat(epitome.run("reindex", "--dates", "day-first", file).err()).doesNotContain("--dates");
        assertThat(epitome.run("search", "--json", "queues")
                        .json()
                        .at("/hits/0/article/published")
                        .stringValue())
                .isEqualTo("2024-04-03");
        assertThat(epitome.run("reindex", "--dates", "sideways", file).exitCode())
                .isEqualTo(2);
    }

    @Test
    void manyWarningsOfOneKindAreOneLineAndVerboseHasThemAll() {
        StringBuilder table = new StringBuilder("title,text,date\n");
        for (int i = 1; i <= 9; i++) {
            table.append("Queues ")
                    .append(i)
                    .append(",Words.,someday ")
                    .append(i)
                    .append('\n');
        }
        String file = epitome.file("a.csv", table.toString()).toString();

        assertThat(epitome.run("reindex", "--no-gate", file).err().lines())
                .containsExactly("9 times, first in " + file
                        + ":2: published left out, not a date: \"someday 1\", and \"someday 2\", \"someday 3\"");
        assertThat(epitome.run("reindex", "--no-gate", "--verbose", file).err().lines())
                .hasSize(9)
                .contains(file + ":10: published left out, not a date: \"someday 9\"");
        JsonNode kind =
                epitome.run("reindex", "--no-gate", "--json", file).json().at("/warnings/0");
        assertThat(kind.path("count").intValue()).isEqualTo(9);
        assertThat(kind.at("/all/8/detail").stringValue()).isEqualTo("\"someday 9\"");
    }

    @Test
    void aDryRunShowsTheFirstThreeArticles() {
        String file = epitome.file(
                        "a.jsonl",
                        GOOD
                                + ODD
                                + GOOD.replace("a1", "a4").replace("Threads", "Third")
                                + GOOD.replace("a1", "a5").replace("Threads", "Fourth"))
                .toString();

        Outcome outcome = epitome.run("reindex", "--dry-run", file);

        assertThat(outcome.out().lines())
                .contains("    Threads", "        Many.", "    Odd", "    Third")
                .doesNotContain("    Fourth");
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
                        "replaces",
                        "has",
                        "files",
                        "unread",
                        "warnings",
                        "bytesRead",
                        "tookMs",
                        "recordsPerSecond",
                        "published",
                        "articles",
                        "corpus",
                        "remarks",
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
                .contains(file + ":2: rejected: has no title")
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
            assertThat(outcome.err().lines())
                    .singleElement()
                    .asString()
                    .startsWith(file + ":3: rejected: has no title");
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
