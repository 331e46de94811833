package dev.epitome.index;

import static dev.epitome.index.TestIndex.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.analysis.WordReader;
import dev.epitome.article.Article;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class IndexingThreadsTest {

    private final Directory directory = new ByteBuffersDirectory();

    @AfterEach
    void noThreadIsLeft() throws IOException {
        assertThat(TestIndex.indexingThreads()).isEmpty();
        directory.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 16})
    void theLastWithAnIdStaysHoweverManyThreadsWrite(int count) throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<String, String> expected = new TreeMap<>();
        try (IndexWriter writer = writerThatFlushesOften()) {
            IndexingThreads threads = new IndexingThreads(writer, count);
            for (int i = 0; i < 5_000; i++) {
                String id = "id-" + random.nextInt(50);
                expected.put(id, "version " + i);
                Article article = article(id, "version " + i);
                threads.index(id, reader -> document(article));
            }
            threads.finish();
            writer.commit();
        }
        assertThat(TestIndex.articles(directory))
                .as("seed %d", seed)
                .extracting(Article::title)
                .containsExactlyElementsOf(expected.values());
    }

    @Test
    void afterAFailureTheCallerIsToldAndNeverWaits() throws IOException {
        try (IndexWriter writer = writerThatFlushesOften()) {
            IndexingThreads threads = new IndexingThreads(writer, 2);
            writer.rollback();
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100_000; i++) {
                            threads.index("id-" + i, reader -> new Document());
                        }
                        threads.finish();
                    })
                    .isInstanceOfSatisfying(
                            EpitomeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INDEX_UNWRITTEN));
            threads.abandon();
            assertThatThrownBy(() -> threads.index("late", reader -> new Document()))
                    .isInstanceOf(EpitomeException.class);
        }
    }

    @Test
    void whatIsAbandonedIsNotWaitedFor() throws IOException {
        try (IndexWriter writer = writerThatFlushesOften()) {
            IndexingThreads threads = new IndexingThreads(writer, 4);
            for (int i = 0; i < 100; i++) {
                Article article = article("id-" + i, "T");
                threads.index(article.id(), reader -> document(article));
            }
            threads.abandon();
            threads.abandon();
            assertThatThrownBy(threads::finish).isInstanceOf(EpitomeException.class);
        }
    }

    private IndexWriter writerThatFlushesOften() throws IOException {
        return new IndexWriter(directory, new IndexWriterConfig().setMaxBufferedDocs(50));
    }

    private static Document document(Article article) {
        return IndexFields.document(
                article, new WordPacker(Wordbook.EMPTY), TestIndex.origin(), IndexSettings.DEFAULT, new WordReader());
    }
}
