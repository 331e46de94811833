package dev.epitome.lucene;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.index.IndexDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The borrowing of commits. */
final class CommittedIndexTest {

    @TempDir
    private Path folder;

    private Path path = Path.of("");

    @BeforeEach
    void oneArticle() {
        path = folder.resolve("index");
        Rebuild.of(path, articles(article("a1").titled("first")));
    }

    @Test
    void aBorrowedCommitStaysOpenAfterANewerOneCame() throws Exception {
        try (CommittedIndex index = open()) {
            IndexReader old;
            try (CommittedIndex.Lease lease = index.lease()) {
                old = reader(lease);
                Rebuild.of(path, articles(article("b1"), article("b2")));
                Eventually.within(Duration.ofSeconds(2), "the newer commit", () -> articlesNow(index) == 2);
                assertThat(count(lease)).isEqualTo(1);
                assertThat(stored(lease)).isEqualTo("first");
            }
            Eventually.within(Duration.ofSeconds(2), "nobody borrows the old commit", () -> old.getRefCount() == 0);
        }
    }

    @Test
    void aBorrowedCommitStaysOpenAfterTheIndexIsClosed() throws IOException {
        CommittedIndex index = open();
        IndexReader reader;
        try (CommittedIndex.Lease lease = index.lease()) {
            reader = reader(lease);
            index.close();
            assertThat(count(lease)).isEqualTo(1);
            assertThat(stored(lease)).isEqualTo("first");
        }
        assertThat(reader.getRefCount()).isZero();
    }

    @Test
    void nothingCanBeBorrowedFromAClosedIndex() throws IOException {
        CommittedIndex index = open();
        index.close();
        assertThatThrownBy(index::lease)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void givingBackLeavesTheNewestCommitOpen() throws IOException {
        try (CommittedIndex index = open()) {
            for (int i = 0; i < 3; i++) {
                try (CommittedIndex.Lease lease = index.lease()) {
                    assertThat(reader(lease).getRefCount()).isEqualTo(2);
                }
            }
            assertThat(articlesNow(index)).isEqualTo(1);
        }
    }

    @Test
    void anIndexThatCannotBeOpenedLeavesItsDirectoryClosed() throws IOException {
        ForeignIndex.commitOfSchema(path, 99);
        Directory directory = IndexDirectory.openForReading(path);
        assertThatThrownBy(() -> CommittedIndex.open(directory, "here", SearchSettings.DEFAULT))
                .hasMessageContaining("schema 99");
        assertThatThrownBy(directory::listAll).hasMessageContaining("closed");
    }

    private CommittedIndex open() {
        return CommittedIndex.open(IndexDirectory.openForReading(path), path.toString(), SearchSettings.DEFAULT);
    }

    private static long articlesNow(CommittedIndex index) {
        try (CommittedIndex.Lease lease = index.lease()) {
            return lease.snapshot().status().articles();
        }
    }

    private static IndexReader reader(CommittedIndex.Lease lease) {
        return lease.snapshot().searcher().getIndexReader();
    }

    private static int count(CommittedIndex.Lease lease) throws IOException {
        return lease.snapshot().searcher().count(MatchAllDocsQuery.INSTANCE);
    }

    private static String stored(CommittedIndex.Lease lease) throws IOException {
        return new ArticleStore(reader(lease)).read(0).article().title();
    }
}
