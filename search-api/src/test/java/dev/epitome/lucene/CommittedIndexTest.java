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
            try (LuceneState newest = index.newest()) {
                old = reader(newest);
                Rebuild.of(path, articles(article("b1"), article("b2")));
                Eventually.within(Duration.ofSeconds(2), "the newer commit", () -> articlesNow(index) == 2);
                assertThat(count(newest)).isEqualTo(1);
                assertThat(stored(newest)).isEqualTo("first");
            }
            Eventually.within(Duration.ofSeconds(2), "nobody borrows the old commit", () -> old.getRefCount() == 0);
        }
    }

    @Test
    void aBorrowedCommitStaysOpenAfterTheIndexIsClosed() throws IOException {
        CommittedIndex index = open();
        IndexReader reader;
        try (LuceneState newest = index.newest()) {
            reader = reader(newest);
            index.close();
            assertThat(count(newest)).isEqualTo(1);
            assertThat(stored(newest)).isEqualTo("first");
        }
        assertThat(reader.getRefCount()).isZero();
    }

    @Test
    void nothingCanBeBorrowedFromAClosedIndex() throws IOException {
        CommittedIndex index = open();
        index.close();
        assertThatThrownBy(index::newest)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void givingBackLeavesTheNewestCommitOpen() throws IOException {
        try (CommittedIndex index = open()) {
            for (int i = 0; i < 3; i++) {
                try (LuceneState newest = index.newest()) {
                    assertThat(reader(newest).getRefCount()).isEqualTo(2);
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
        try (LuceneState newest = index.newest()) {
            return newest.status().articles();
        }
    }

    private static IndexReader reader(LuceneState newest) {
        return newest.snapshot().reader();
    }

    private static int count(LuceneState newest) throws IOException {
        return newest.snapshot().searcher().count(MatchAllDocsQuery.INSTANCE);
    }

    private static String stored(LuceneState newest) throws IOException {
        return newest.articles().article(0).title();
    }
}
