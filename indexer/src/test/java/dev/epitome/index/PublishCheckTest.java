package dev.epitome.index;

import static dev.epitome.index.TestIndex.NOW;
import static dev.epitome.index.TestIndex.addAll;
import static dev.epitome.index.TestIndex.article;
import static dev.epitome.index.TestIndex.publish;
import static dev.epitome.index.TestIndex.statistics;
import static dev.epitome.index.TestIndex.titles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.article.Article;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.index.Publication.Published;
import dev.epitome.index.Publication.Refused;
import dev.epitome.index.PublishCheck.Decision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The last word before an index is published. */
@Timeout(60)
class PublishCheckTest {

    private static final List<String> REASONS = List.of("too bad", "much too bad");
    private static final PublishCheck.Input INPUT = new PublishCheck.Input(1, 0, List.of());
    private static final Decision NO = new Decision.Refuse(REASONS);

    private final Directory directory = new ByteBuffersDirectory();

    @AfterEach
    void noThreadIsLeft() throws IOException {
        assertThat(TestIndex.indexingThreads()).isEmpty();
        directory.close();
    }

    @Test
    void theCheckSeesTheWholeNewIndexWhileReadersSeeTheOld() throws IOException {
        publish(directory, article("a", "old"));
        List<String> seen = new ArrayList<>();
        Publication end = commit(
                candidate -> {
                    seen.addAll(titlesOf(candidate.uncommitted()));
                    seen.add(candidate.info().articles() + " articles");
                    seen.addAll(titlesOf(directory));
                    return Decision.Publish.UNMEASURED;
                },
                article("b", "Beam"),
                article("c", "replaced"),
                article("c", "Cilium"));
        assertThat(seen).containsExactly("Beam", "Cilium", "2 articles", "old");
        assertThat(end)
                .isInstanceOfSatisfying(
                        Published.class,
                        published -> assertThat(published.index()).isEqualTo(committed()));
        assertThat(titles(directory)).containsExactly("Beam", "Cilium");
    }

    @Test
    void whatTheCheckScoresByIsWhatIsPublished() throws IOException {
        Article[] input = IntStream.range(0, 3_000)
                .mapToObj(i -> article("id-" + i % 2_000, "Title " + i))
                .toArray(Article[]::new);
        List<Map<String, String>> seen = new ArrayList<>();
        commit(
                candidate -> {
                    seen.add(statisticsOf(candidate.uncommitted()));
                    return Decision.Publish.UNMEASURED;
                },
                input);
        try (DirectoryReader published = DirectoryReader.open(directory)) {
            assertThat(seen).containsExactly(statistics(published));
        }
    }

    @Test
    void whatTheCheckMeasuredIsKeptInTheCommit() {
        Measurement measured = new Measurement(120, 0.9731234567890124, 0.98, 1);
        Publication end = commit(
                candidate -> {
                    assertThat(candidate.info().measured())
                            .as("before it is measured")
                            .isEmpty();
                    return new Decision.Publish(Optional.of(measured));
                },
                article("a", "A"));
        assertThat(committed().measured()).hasValue(measured);
        assertThat(end)
                .isInstanceOfSatisfying(
                        Published.class,
                        published -> assertThat(published.index()).isEqualTo(committed()));
        publish(directory, article("a", "A"));
        assertThat(committed().measured()).as("of the next one, unmeasured").isEmpty();
    }

    @Test
    void aRefusedIndexLeavesNothingBehind() throws IOException {
        publish(directory, article("a", "old"));
        List<String> files = List.of(directory.listAll());
        try (ArticleIndexer indexer = ArticleIndexer.create(directory, NOW)) {
            addAll(indexer, article("b", "new"));
            assertThat(indexer.commit(INPUT, candidate -> NO)).isEqualTo(new Refused(REASONS));
            assertThat(directory.listAll())
                    .as("even before the indexer is closed")
                    .containsExactlyElementsOf(files);
        }
        assertThat(titles(directory)).containsExactly("old");
        publish(directory, article("c", "later"));
        assertThat(titles(directory)).containsExactly("later");
    }

    @Test
    void aCheckThatFailsPublishesNothingAndSaysWhatItSaid() throws IOException {
        publish(directory, article("a", "old"));
        IllegalStateException failure = new IllegalStateException("cannot tell");
        assertThatThrownBy(() -> commit(
                        candidate -> {
                            throw failure;
                        },
                        article("b", "new")))
                .isSameAs(failure);
        assertThat(titles(directory)).containsExactly("old");
    }

    @Test
    void theReportOfARebuildSaysThatItWasRefusedAndWhy(@TempDir Path folder) throws IOException {
        ReindexReport first = reindex(folder, "old", PublishCheck.NONE);
        assertThat(first.published()).isPresent();
        assertThat(first.refused()).isEmpty();
        ReindexReport second = reindex(folder, "new", candidate -> NO);
        assertThat(second.accepted()).isEqualTo(1);
        assertThat(second.published()).isEmpty();
        assertThat(second.refused()).hasValue(new Refused(REASONS));
        try (Directory index = IndexDirectory.openForReading(folder.resolve("index"))) {
            assertThat(titles(index)).containsExactly("old");
        }
    }

    @Test
    void theTimeOfTheCheckIsNotTheTimeOfTheRebuild(@TempDir Path folder) throws IOException {
        Duration pause = Duration.ofMillis(80);
        long start = System.nanoTime();
        ReindexReport report = reindex(folder, "new", candidate -> {
            LockSupport.parkNanos(pause.toNanos());
            return Decision.Publish.UNMEASURED;
        });
        Duration whole = Duration.ofNanos(System.nanoTime() - start);
        assertThat(report.took()).isPositive().isLessThanOrEqualTo(whole.minus(pause.dividedBy(2)));
    }

    @Test
    void whereNothingWasAcceptedThereIsNothingToCheck(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.jsonl"), "no JSON\n");
        ReindexReport report = reindex(folder, candidate -> {
            throw new AssertionError("asked");
        });
        assertThat(report.publication()).isEmpty();
    }

    private static ReindexReport reindex(Path folder, String title, PublishCheck check) throws IOException {
        Files.writeString(
                folder.resolve("a.jsonl"), "{\"id\": \"a\", \"title\": \"" + title + "\", \"summary\": \"x\"}\n");
        return reindex(folder, check);
    }

    private static ReindexReport reindex(Path folder, PublishCheck check) {
        CorpusReader corpus = CorpusReader.of(List.of(folder.resolve("a.jsonl").toString()));
        return Reindex.of(corpus).checkedBy(check).into(folder.resolve("index"));
    }

    private Publication commit(PublishCheck check, Article... articles) {
        try (ArticleIndexer indexer = ArticleIndexer.create(directory, NOW)) {
            addAll(indexer, articles);
            return indexer.commit(INPUT, check);
        }
    }

    private IndexInfo committed() {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return IndexInfo.of(reader.getIndexCommit().getUserData(), "here");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> titlesOf(DirectoryReader reader) {
        try {
            return titles(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> titlesOf(Directory directory) {
        try {
            return titles(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> statisticsOf(DirectoryReader reader) {
        try {
            return statistics(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
