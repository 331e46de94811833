package dev.epitome.index;

import static dev.epitome.index.TestIndex.article;
import static dev.epitome.index.TestIndex.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.article.ArticleChange;
import dev.epitome.article.ArticleChange.Condition;
import dev.epitome.article.ArticleChange.Delete;
import dev.epitome.article.ArticleChange.Put;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An index that begins empty has nothing to learn words from at first. */
final class GrowingWordbookTest {

    private final Directory directory = new ByteBuffersDirectory();
    private LiveIndex index = open();

    private LiveIndex open() {
        return LiveIndex.open(directory, IndexSettings.DEFAULT, () -> Instant.EPOCH);
    }

    @AfterEach
    void close() throws IOException {
        index.close();
        directory.close();
    }

    private void put(int from, int to) {
        List<ArticleChange> changes = IntStream.range(from, to)
                .mapToObj(number -> (ArticleChange) new Put(told(number), TestIndex.origin(), Condition.NONE))
                .toList();
        assertThat(index.apply(changes)).hasSize(to - from);
    }

    private static Article told(int number) {
        return article(
                "a" + number, "In this paper, we propose a method of kind " + number % 37 + " for caching in clusters");
    }

    @Test
    void itLearnsThemOnceThereAreSomeHundredAndAgainAtTenTimesAsMany() throws IOException {
        put(0, 1);
        put(1, 299);
        assertThat(index.settle()).isTrue();
        int first = words();
        put(299, 300);
        assertThat(index.settle()).isTrue();
        int second = words();
        assertThat(second).isGreaterThan(first + 20);
        put(300, 600);
        assertThat(index.settle()).isTrue();
        assertThat(words()).isEqualTo(second);
        put(600, 3_000);
        assertThat(index.settle()).isTrue();
        assertThat(words()).isGreaterThan(second);
    }

    @Test
    void articlesAreWrittenByThemFromThenOnAndThoseBeforeAreRead() throws IOException {
        put(0, 1);
        put(1, 300);
        long before = bytes();
        assertThat(index.settle()).isTrue();
        put(300, 600);
        assertThat(bytes() - before).isLessThan(before / 2);
        assertThat(index.apply(List.of(new Delete("a0", Condition.NONE)))).hasSize(1);
        index.close();
        index = open();
        put(600, 601);
        assertThat(articles(directory))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(1, 601)
                        .mapToObj(GrowingWordbookTest::told)
                        .toList());
        assertThat(IndexVerification.ofNewest(directory, bytes -> true).findings())
                .isEmpty();
    }

    private int words() throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return Wordbook.of(reader).size();
        }
    }

    /** Of the articles themselves. */
    private long bytes() throws IOException {
        long bytes = 0;
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                BinaryDocValues values = leaf.reader().getBinaryDocValues(IndexFields.ARTICLE);
                while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    bytes += values.binaryValue().length;
                }
            }
        }
        return bytes;
    }
}
