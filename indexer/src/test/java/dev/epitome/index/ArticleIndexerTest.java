package dev.epitome.index;

import static dev.epitome.index.TestIndex.NOW;
import static dev.epitome.index.TestIndex.addAll;
import static dev.epitome.index.TestIndex.article;
import static dev.epitome.index.TestIndex.articles;
import static dev.epitome.index.TestIndex.assertSound;
import static dev.epitome.index.TestIndex.indexingThreads;
import static dev.epitome.index.TestIndex.origin;
import static dev.epitome.index.TestIndex.publish;
import static dev.epitome.index.TestIndex.statistics;
import static dev.epitome.index.TestIndex.titles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.Article;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ArticleIndexerTest {

    private final Directory directory = new ByteBuffersDirectory();

    @AfterEach
    void noThreadIsLeft() throws IOException {
        assertThat(indexingThreads()).isEmpty();
        directory.close();
    }

    @Test
    void whatWasAddedIsPublishedAndSound() throws IOException {
        IndexInfo info = publish(directory, article("a", "Envoy"), article("b", "Finch"));
        assertThat(info.articles()).isEqualTo(2);
        assertThat(info.createdAt()).isEqualTo(NOW);
        assertThat(articles(directory)).containsExactly(article("a", "Envoy"), article("b", "Finch"));
        assertSound(directory);
    }

    @Test
    void theCommitSaysWhatTheIndexIs() throws IOException {
        IndexInfo info = publish(directory, article("a", "Envoy"));
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            assertThat(IndexInfo.of(reader.getIndexCommit().getUserData(), "here"))
                    .isEqualTo(info);
        }
    }

    @Test
    void aReaderKeepsTheOldIndexUntilItAsksForTheNew() throws IOException {
        publish(directory, article("a", "old"));
        try (DirectoryReader before = DirectoryReader.open(directory);
                ArticleIndexer indexer = ArticleIndexer.create(directory, NOW)) {
            addAll(indexer, article("b", "new"));
            assertThat(DirectoryReader.openIfChanged(before)).isNull();
            assertThat(titles(directory)).containsExactly("old");
            indexer.commit();
            assertThat(titles(before)).containsExactly("old");
            try (DirectoryReader after = DirectoryReader.openIfChanged(before)) {
                assertThat(after).isNotNull();
                assertThat(titles(after)).containsExactly("new");
            }
        }
    }

    @Test
    void closingWithoutACommitLeavesTheOldIndex() throws IOException {
        publish(directory, article("a", "old"));
        List<String> files = List.of(directory.listAll());
        try (ArticleIndexer indexer = ArticleIndexer.create(directory, NOW)) {
            addAll(indexer, many(2_000));
        }
        assertThat(titles(directory)).containsExactly("old");
        assertThat(directory.listAll()).containsExactlyElementsOf(files);
    }

    @Test
    void closingWithoutACommitPublishesNothing() {
        try (ArticleIndexer indexer = ArticleIndexer.create(directory, NOW)) {
            addAll(indexer, article("a", "never"));
        }
        assertThatThrownBy(() -> titles(directory)).isInstanceOf(IndexNotFoundException.class);
    }

    @Test
    void closingTwiceIsFine() throws IOException {
        ArticleIndexer indexer = ArticleIndexer.create(directory, NOW);
        addAll(indexer, article("a", "Envoy"));
        indexer.commit();
        indexer.close();
        indexer.close();
        assertThat(titles(directory)).containsExactly("Envoy");
    }

    @Test
    void nothingIsAddedAfterTheCommit() {
        try (ArticleIndexer indexer = ArticleIndexer.create(directory, NOW)) {
            addAll(indexer, article("a", "Envoy"));
            indexer.commit();
            assertThatThrownBy(() -> addAll(indexer, article("b", "Finch")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("after the commit");
        }
    }

    @Test
    void aSecondWriterIsRefusedAndTheFirstGoesOn() throws IOException {
        try (ArticleIndexer first = ArticleIndexer.create(directory, NOW)) {
            assertThatThrownBy(() -> ArticleIndexer.create(directory, NOW))
                    .isInstanceOfSatisfying(
                            EpitomeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INDEX_LOCKED))
                    .hasMessageContaining("wait");
            addAll(first, article("a", "Envoy"));
            first.commit();
        }
        publish(directory, article("b", "Finch"));
        assertThat(titles(directory)).containsExactly("Finch");
    }

    @Test
    void theSameInputTwiceGivesTheSameIndex() throws IOException {
        Article[] input = many(3_000);
        IndexInfo first = publish(directory, input);
        List<Article> firstArticles = articles(directory);
        SortedMap<String, String> firstStatistics = publishedStatistics(directory);
        try (Directory other = new ByteBuffersDirectory()) {
            assertThat(publish(other, input)).isEqualTo(first);
            assertThat(articles(other)).isEqualTo(firstArticles);
            assertThat(publishedStatistics(other)).isEqualTo(firstStatistics).hasSizeGreaterThan(3_000);
        }
    }

    @Test
    void otherInputHasAnotherFingerprint() {
        Article a = article("a", "Envoy");
        Article b = article("b", "Finch");
        assertThat(List.of(
                        publish(directory, a, b).corpus(),
                        publish(directory, b, a).corpus(),
                        publish(directory, a).corpus(),
                        publish(directory, a, a).corpus(),
                        publish(directory, a, article("b", "Finch!")).corpus()))
                .doesNotHaveDuplicates()
                .allMatch(fingerprint -> fingerprint.matches("[0-9a-f]{64}"));
    }

    @Test
    void theLastOfManyWithTheSameIdStays() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<String, Article> expected = new TreeMap<>();
        Article[] input = random.ints(5_000, 0, 500)
                .mapToObj(id -> article("id-" + id, "v" + random.nextInt()))
                .toArray(Article[]::new);
        Arrays.stream(input).forEach(article -> expected.put(article.id(), article));
        IndexInfo info = publish(directory, input);
        assertThat(articles(directory)).as("seed %d", seed).containsExactlyElementsOf(expected.values());
        assertThat(info.articles()).as("seed %d", seed).isEqualTo(expected.size());
    }

    /** The scores of an index must not depend on how often its articles were corrected on the way. */
    @Test
    void whatWasReplacedDoesNotCountInTheStatistics() throws IOException {
        List<Article> input = new ArrayList<>(List.of(many(1_000)));
        for (int i = 0; i < 1_000; i += 3) {
            input.add(article("id-" + i, "obsolete obsolete"));
            input.add(article("id-" + i, "Title " + i));
        }
        publish(directory, input.toArray(Article[]::new));
        SortedMap<String, String> statistics = publishedStatistics(directory);
        publish(directory, many(1_000));
        assertThat(statistics)
                .doesNotContainKey("title:obsolete")
                .containsEntry("documents", "1000 of 1000")
                .isEqualTo(publishedStatistics(directory));
    }

    @Test
    void theOrderOfTheInputDoesNotChangeTheStatistics() throws IOException {
        List<Article> input = new ArrayList<>(List.of(many(1_000)));
        publish(directory, input.toArray(Article[]::new));
        SortedMap<String, String> statistics = publishedStatistics(directory);
        Collections.reverse(input);
        publish(directory, input.toArray(Article[]::new));
        assertThat(publishedStatistics(directory)).isEqualTo(statistics);
    }

    @Test
    void anInterruptedRunEndsItsThreadsAndGivesTheLockBack() throws IOException {
        publish(directory, article("a", "old"));
        try {
            assertThatThrownBy(() -> {
                        try (ArticleIndexer indexer = ArticleIndexer.create(directory, NOW)) {
                            addAll(indexer, many(500));
                            Thread.currentThread().interrupt();
                            addAll(indexer, many(500));
                        }
                    })
                    .isInstanceOfSatisfying(
                            EpitomeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INDEX_UNWRITTEN))
                    .hasNoSuppressedExceptions();
        } finally {
            assertThat(Thread.interrupted()).as("still interrupted").isTrue();
        }
        assertThat(indexingThreads()).isEmpty();
        assertThat(titles(directory)).containsExactly("old");
        publish(directory, article("b", "new"));
        assertThat(titles(directory)).containsExactly("new");
    }

    @Test
    void anInterruptionBeforeTheCommitPublishesNothing() throws IOException {
        publish(directory, article("a", "old"));
        try (ArticleIndexer indexer = ArticleIndexer.create(directory, NOW)) {
            indexer.add(article("b", "new"), origin());
            Thread.currentThread().interrupt();
            assertThatThrownBy(indexer::commit).isInstanceOf(EpitomeException.class);
        } finally {
            assertThat(Thread.interrupted()).as("still interrupted").isTrue();
        }
        assertThat(titles(directory)).containsExactly("old");
    }

    @Test
    void anInterruptionDuringTheCommitPublishesAllOrNothing() throws IOException {
        publish(directory, article("a", "old"));
        Thread caller = Thread.currentThread();
        Directory interrupting = new FilterDirectory(directory) {
            @Override
            public IndexOutput createOutput(String name, IOContext context) throws IOException {
                if (Thread.currentThread() == caller) {
                    caller.interrupt();
                }
                return in.createOutput(name, context);
            }
        };
        try (ArticleIndexer indexer = ArticleIndexer.create(interrupting, NOW)) {
            addAll(indexer, many(100));
            addAll(indexer, article("id-1", "first"), article("id-1", "second"));
            EpitomeException failure = catchThrowableOfType(EpitomeException.class, indexer::commit);
            assertThat(titles(directory)).hasSize(failure == null ? 100 : 1);
        } finally {
            assertThat(Thread.interrupted()).as("still interrupted").isTrue();
        }
        publish(directory, article("b", "new"));
        assertThat(titles(directory)).containsExactly("new");
    }

    private static SortedMap<String, String> publishedStatistics(Directory directory) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return statistics(reader);
        }
    }

    private static Article[] many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> article("id-" + i, "Title " + i))
                .toArray(Article[]::new);
    }
}
