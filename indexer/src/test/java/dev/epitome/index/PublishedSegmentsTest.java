package dev.epitome.index;

import static dev.epitome.index.TestIndex.article;
import static dev.epitome.index.TestIndex.titles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An index is published in as few segments as there is room for: each costs every search. */
@Timeout(60)
final class PublishedSegmentsTest {

    private final Directory directory = new ByteBuffersDirectory();

    @Test
    void whatSeveralThreadsWroteIsPublishedAsOne() throws IOException {
        Reindex.of(articles(200)).into(directory);
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            assertThat(reader.leaves()).hasSize(1);
            assertThat(reader.numDocs()).isEqualTo(200);
        }
    }

    @Test
    void soIsWhatReplacedOthers() throws IOException {
        Reindex.of(Stream.concat(articles(100), articles(60))).into(directory);
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            assertThat(reader.leaves()).hasSize(1);
            assertThat(reader.maxDoc()).isEqualTo(100);
        }
    }

    @Test
    void theCheckSeesTheIndexAsItWillBe() {
        Reindex.of(articles(200))
                .checkedBy(candidate -> {
                    assertThat(candidate.uncommitted().leaves()).hasSize(1);
                    return PublishCheck.Decision.Publish.UNMEASURED;
                })
                .into(directory);
    }

    @Test
    void ofAGiantIndexNoSegmentIsLargerThanTheRoomToMergeIt() {
        assertThat(SegmentWriting.segments(0)).isEqualTo(1);
        assertThat(SegmentWriting.segments(SegmentWriting.LARGEST_SEGMENT)).isEqualTo(1);
        assertThat(SegmentWriting.segments(SegmentWriting.LARGEST_SEGMENT + 1)).isEqualTo(2);
        assertThat(SegmentWriting.segments(10 * SegmentWriting.LARGEST_SEGMENT)).isEqualTo(10);
    }

    /** As Ctrl-C does: what is merged is dropped, and readers keep the old index. */
    @Test
    void anInterruptionWhileMergingPublishesNothing() throws Exception {
        Reindex.of(Stream.of(article("old", "old"))).into(directory);
        CountDownLatch merging = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Directory slow = new FilterDirectory(directory) {
            @Override
            public IndexOutput createOutput(String name, IOContext context) throws IOException {
                if (context.context() == IOContext.Context.MERGE) {
                    merging.countDown();
                    await(interrupted);
                }
                return super.createOutput(name, context);
            }
        };
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread rebuild = Thread.ofPlatform().start(() -> {
            try {
                // Some come twice, so that there is something to merge however few threads came to write.
                Reindex.of(Stream.concat(articles(200), articles(60))).into(slow);
            } catch (Throwable e) {
                end.set(e);
            }
        });
        merging.await();
        rebuild.interrupt();
        interrupted.countDown();
        rebuild.join();
        assertThat(end.get()).hasMessageContaining("nothing was changed");
        assertThat(titles(directory)).containsExactly("old");
        assertThat(Reindex.of(articles(10)).into(directory).published()).isPresent();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Stream<Article> articles(int count) {
        return IntStream.range(0, count).mapToObj(i -> article("a" + i, "Title " + i));
    }
}
