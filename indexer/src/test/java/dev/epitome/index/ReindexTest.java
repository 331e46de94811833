package dev.epitome.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.corpus.Entry;
import dev.epitome.corpus.Place;
import dev.epitome.corpus.Warning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReindexTest {

    @TempDir
    Path folder;

    private final Heard heard = new Heard();

    @AfterEach
    void noThreadIsLeft() {
        assertThat(TestIndex.indexingThreads()).isEmpty();
    }

    @Test
    void theShippedCorpusIsPublishedWhole() throws IOException {
        CorpusReader shipped = corpus(Path.of("..", "corpus", "articles"));
        ReindexReport report = Reindex.of(shipped).heardBy(heard).into(index());
        assertThat(report.accepted()).isGreaterThanOrEqualTo(300);
        assertThat(heard.messages).isEmpty();
        assertThat(report.published()).hasValueSatisfying(info -> {
            assertThat(info.articles()).isEqualTo(report.accepted());
            assertThat(info.createdAt()).isEqualTo(shipped.readAt());
        });
        assertThat(titles()).hasSize((int) report.accepted()).contains("EP189: How to Design Good APIs");
    }

    @Test
    void theReportCountsWhatBecameOfEveryRecord() throws IOException {
        write("a.jsonl", record("a", "Envoy"), "{\"rank\": 1}", "no JSON", record("a", "Envoy 2"));
        write("b.jsonl", record("b", "Finch").replace("}", ", \"rank\": \"first\"}"), "", record("c", "Beam"));
        write("README.md", "# Not a record");
        ReindexReport report = reindex();
        assertThat(report.accepted()).isEqualTo(4);
        assertThat(report.warned()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(2);
        assertThat(report.replaced()).isEqualTo(1);
        assertThat(report.skipped()).isEqualTo(1);
        assertThat(report.took()).isPositive();
        assertThat(report.published())
                .hasValueSatisfying(info -> assertThat(info.articles()).isEqualTo(3));
        assertThat(titles()).containsExactly("Beam", "Envoy 2", "Finch");
    }

    @Test
    void everyMessageNamesItsFileAndLine() throws IOException {
        Path a = write("a.jsonl", record("a", "Envoy"), "{\"rank\": 1}", "no JSON");
        Path b = write("b.jsonl", "", record("a", "Finch"), record("b", "Beam").replace("}", ", \"rank\": \"first\"}"));
        Path readme = write("README.md", "# Not a record");
        reindex();
        assertThat(heard.messages)
                .hasSize(5)
                .anyMatch(message -> message.startsWith("rejected " + a + ":2 ") && message.contains("no title"))
                .anyMatch(message -> message.startsWith("rejected " + a + ":3 ") && message.contains("JSON"))
                .anyMatch(message -> message.startsWith("warned " + b + ":2 takes the place of")
                        && message.contains("the same id")
                        && message.endsWith(": a of " + a + ":1"))
                .anyMatch(
                        message -> message.startsWith("warned " + b + ":3 rank left out") && message.contains("first"))
                .anyMatch(message -> message.startsWith("warned " + readme + " skipped: "));
    }

    @Test
    void theReportTellsWhatTheRecordsHoldAndLack() throws IOException {
        Path a = write(
                "a.jsonl",
                "{\"title\": \"Envoy\", \"summary\": \"A proxy.\", \"url\": \"https://example.org/envoy\", \"published\": \"2025-11-03\"}",
                "{\"title\": \"Finch\", \"tags\": [\"agents\"], \"likes\": 7, \"rank\": \"first\"}",
                "no JSON");
        Path b = write("b.jsonl", "{\"title\": \"Beam\", \"likes\": 3, \"read on\": \"2025-11-04\"}");

        ReindexReport first = reindex();
        InputReport input = first.input();

        assertThat(input.all()).isEqualTo(new InputReport.Coverage(3, 1, 1, 1, 1));
        assertThat(input.files())
                .containsExactly(
                        new InputReport.FileCoverage(a.toString(), new InputReport.Coverage(2, 1, 1, 1, 1), 1),
                        new InputReport.FileCoverage(b.toString(), new InputReport.Coverage(1, 0, 0, 0, 0), 0));
        assertThat(input.unread())
                .containsExactly(
                        new Entry.Unread("likes", 2, Optional.empty()),
                        new Entry.Unread("read on", 1, Optional.of("published")));
        assertThat(input.warnings()).anySatisfy(kind -> {
            assertThat(kind.kind()).isEqualTo("rank left out, not a whole number");
            assertThat(kind.count()).isEqualTo(1);
            assertThat(kind.examples())
                    .extracting(example -> example.warning().detail())
                    .containsExactly("\"first\"");
        });
        assertThat(input.first()).extracting(Article::title).containsExactly("Envoy", "Finch", "Beam");
        assertThat(first.replaces()).isZero();
        assertThat(reindex().replaces()).isEqualTo(3);
    }

    @Test
    void everyArticleSaysWhereItCameFrom() throws IOException {
        write("a.jsonl", "", record("a", "Envoy"));
        CorpusReader corpus = corpus(input());
        Reindex.of(corpus).heardBy(heard).into(index());
        try (Directory directory = IndexDirectory.openForReading(index());
                DirectoryReader reader = DirectoryReader.open(directory)) {
            assertThat(TestIndex.origins(reader))
                    .containsExactly(
                            new Origin("input/a.jsonl", Origin.Unit.LINE, 2, Optional.empty(), corpus.readAt()));
        }
    }

    @Test
    void anOpenReaderKeepsTheOldIndexUntilItAsksForTheNew() throws IOException {
        write("a.jsonl", record("a", "old"));
        reindex();
        try (Directory directory = IndexDirectory.openForReading(index());
                DirectoryReader before = DirectoryReader.open(directory)) {
            write("a.jsonl", record("a", "new"));
            reindex();
            assertThat(TestIndex.titles(before)).containsExactly("old");
            try (DirectoryReader after = DirectoryReader.openIfChanged(before)) {
                assertThat(after).isNotNull();
                assertThat(TestIndex.titles(after)).containsExactly("new");
            }
        }
    }

    @Test
    void theSameInputTwiceGivesTheSameIndex() throws IOException {
        for (int file = 0; file < 5; file++) {
            write("f" + file + ".jsonl", record("a" + file, "Title " + file), record("shared", "From " + file));
        }
        Optional<String> first = reindex().published().map(IndexInfo::corpus);
        List<Article> articles = articles();
        assertThat(articles).hasSize(6).anyMatch(article -> article.title().equals("From 4"));
        assertThat(reindex().published().map(IndexInfo::corpus)).isPresent().isEqualTo(first);
        assertThat(articles()).isEqualTo(articles);
    }

    @Test
    void nothingAcceptedPublishesNothing() throws IOException {
        write("a.jsonl", record("a", "old"));
        reindex();
        write("a.jsonl", "{\"rank\": 1}");
        ReindexReport report = reindex();
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(report.accepted()).isZero();
        assertThat(report.published()).isEmpty();
        assertThat(titles()).containsExactly("old");
    }

    @Test
    void nothingAcceptedMakesNoFirstIndexEither() throws IOException {
        write("a.jsonl", "no JSON");
        assertThat(reindex().published()).isEmpty();
        assertThatThrownBy(this::titles)
                .isInstanceOfSatisfying(
                        EpitomeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INDEX_MISSING));
    }

    @Test
    void aDryRunReportsTheSameAndWritesNothing() throws IOException {
        write("a.jsonl", record("a", "Envoy"), "no JSON", record("a", "Finch"));
        ReindexReport dry = Reindex.of(corpus(input())).heardBy(heard).dryRun(index());
        List<String> dryMessages = List.copyOf(heard.messages);
        assertThat(dry.published()).isEmpty();
        assertThat(index()).doesNotExist();
        heard.messages.clear();
        ReindexReport real = reindex();
        assertThat(dryMessages).hasSize(2).isEqualTo(heard.messages);
        assertThat(dry)
                .usingRecursiveComparison()
                .ignoringFields("took", "publication")
                .isEqualTo(real);
    }

    @Test
    void aSecondRunIsRefusedWhileTheFirstWrites() throws IOException {
        write("a.jsonl", record("a", "Envoy"));
        try (Directory directory = IndexDirectory.openForWriting(index(), false);
                ArticleIndexer first = ArticleIndexer.create(directory, TestIndex.NOW)) {
            assertThatThrownBy(this::reindex)
                    .isInstanceOfSatisfying(
                            EpitomeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INDEX_LOCKED));
            TestIndex.addAll(first, TestIndex.article("b", "Finch"));
            first.commit();
        }
        assertThat(titles()).containsExactly("Finch");
    }

    @Test
    void aListenerThatThrowsEndsTheRunAndTheOldIndexStays() throws IOException {
        write("a.jsonl", record("a", "old"));
        reindex();
        write("a.jsonl", record("a", "new"), "no JSON");
        ReindexListener fails = new Heard() {
            @Override
            public void rejected(Entry.Rejected rejected) {
                throw new IllegalStateException("seen enough");
            }
        };
        assertThatThrownBy(() -> Reindex.of(corpus(input())).heardBy(fails).into(index()))
                .hasMessage("seen enough");
        assertThat(titles()).containsExactly("old");
        reindex();
        assertThat(titles()).containsExactly("new");
    }

    @Test
    void progressGrowsUntilAllIsRead() throws IOException {
        Path file = write("a.jsonl", record("a", "Envoy"), "no JSON", record("b", "Finch"));
        ReindexReport report = reindex();
        assertThat(heard.records).containsExactly(1L, 2L, 3L);
        assertThat(heard.bytesRead).isSorted().allMatch(bytes -> bytes > 0);
        assertThat(heard.bytesTotal).containsOnly(Files.size(file));
        assertThat(report.bytesRead()).isEqualTo(Files.size(file));
    }

    @Test
    void theRateCountsRejectedRecordsToo() {
        ReindexReport report = new ReindexReport(
                30, 1, 10, 0, 0, 0, List.of(), new InputTally().report(), 0, Duration.ofSeconds(2), Optional.empty());
        assertThat(report.recordsPerSecond()).isEqualTo(20);
        assertThat(new ReindexReport(
                                0,
                                0,
                                0,
                                0,
                                0,
                                0,
                                List.of(),
                                new InputTally().report(),
                                0,
                                Duration.ZERO,
                                Optional.empty())
                        .recordsPerSecond())
                .isZero();
    }

    private static class Heard implements ReindexListener {
        final List<String> messages = new ArrayList<>();
        final List<Long> records = new ArrayList<>();
        final List<Long> bytesRead = new ArrayList<>();
        final List<Long> bytesTotal = new ArrayList<>();

        @Override
        public void rejected(Entry.Rejected rejected) {
            messages.add("rejected " + rejected.place() + " " + rejected.reason());
        }

        @Override
        public void warned(Place place, Warning warning) {
            messages.add("warned " + place + " " + warning);
        }

        @Override
        public void progress(long records, long bytesRead, long bytesTotal) {
            this.records.add(records);
            this.bytesRead.add(bytesRead);
            this.bytesTotal.add(bytesTotal);
        }
    }

    private Path input() {
        return folder.resolve("input");
    }

    private Path index() {
        return folder.resolve("index");
    }

    private static String record(String id, String title) {
        return "{\"id\": \"%s\", \"title\": \"%s\", \"summary\": \"About %s\"}".formatted(id, title, title);
    }

    private Path write(String name, String... lines) throws IOException {
        Files.createDirectories(input());
        return Files.write(input().resolve(name), List.of(lines));
    }

    private static CorpusReader corpus(Path path) {
        return CorpusReader.of(List.of(path.toString()));
    }

    private ReindexReport reindex() {
        return Reindex.of(corpus(input())).heardBy(heard).into(index());
    }

    private List<String> titles() throws IOException {
        try (Directory directory = IndexDirectory.openForReading(index())) {
            return TestIndex.titles(directory);
        }
    }

    private List<Article> articles() throws IOException {
        try (Directory directory = IndexDirectory.openForReading(index())) {
            return TestIndex.articles(directory);
        }
    }
}
