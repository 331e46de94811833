package dev.epitome.index;

import static dev.epitome.index.TestIndex.NOW;
import static dev.epitome.index.TestIndex.article;
import static dev.epitome.index.TestIndex.publish;
import static dev.epitome.index.TestIndex.titles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.Article;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An index made by a program of articles that it has, and what keeps it from harm. */
@Timeout(60)
class ReindexOfArticlesTest {

    private final Directory directory = new ByteBuffersDirectory();

    @AfterEach
    void noThreadIsLeft() throws IOException {
        assertThat(TestIndex.indexingThreads()).isEmpty();
        directory.close();
    }

    @Test
    void aStreamOfArticlesBecomesAnIndexInMemoryOrOnDisk(@TempDir Path folder) throws IOException {
        List<Article> articles = List.of(article("a", "Envoy"), article("b", "Finch"));
        ReindexReport report = Reindex.of(articles.stream()).into(directory);
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.published().orElseThrow().articles()).isEqualTo(2);
        assertThat(titles(directory)).containsExactly("Envoy", "Finch");
        Reindex.of(articles.stream()).into(folder.resolve("new"));
        try (Directory onDisk = IndexDirectory.openForReading(folder.resolve("new"))) {
            assertThat(titles(onDisk)).containsExactly("Envoy", "Finch");
        }
    }

    @Test
    void ofManyArticlesWithOneIdTheLastStaysHoweverFarApart() throws IOException {
        Stream<Article> articles = IntStream.range(0, 6_000).mapToObj(i -> article("id-" + i % 1_999, "Title " + i));
        ReindexReport report = Reindex.of(articles).into(directory);
        assertThat(report.accepted()).isEqualTo(6_000);
        assertThat(report.replaced()).isEqualTo(6_000 - 1_999);
        assertThat(titles(directory))
                .hasSize(1_999)
                .contains("Title 5999", "Title 4001")
                .doesNotContain("Title 0");
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            assertThat(reader.maxDoc())
                    .as("replaced ones count in no statistics")
                    .isEqualTo(1_999);
        }
    }

    @Test
    void anEmptyStreamLeavesTheIndexAsItIs() throws IOException {
        publish(directory, article("a", "old"));
        ReindexReport report =
                Reindex.of(Stream.<Article>empty()).checkedBy(PublishCheck.NONE).into(directory);
        assertThat(report.publication()).isEmpty();
        assertThat(titles(directory)).containsExactly("old");
    }

    @Test
    void anEmptyCommitTakesThePlaceOfNothing() throws IOException {
        publish(directory, article("a", "old"));
        try (ArticleIndexer indexer = ArticleIndexer.create(directory, NOW)) {
            EpitomeException refusal = catchThrowableOfType(EpitomeException.class, indexer::commit);
            assertThat(refusal.kind()).isEqualTo(Kind.NO_INPUT);
            assertThat(refusal).hasMessageContaining("keeps the 1 that it has");
        }
        assertThat(titles(directory)).containsExactly("old");
    }

    @Test
    void whereThereIsNothingToLoseAnIndexMayBeEmpty() throws IOException {
        try (ArticleIndexer indexer = ArticleIndexer.create(directory, NOW)) {
            assertThat(indexer.commit().articles()).isZero();
        }
        assertThat(titles(directory)).isEmpty();
    }

    @Test
    void aLuceneIndexOfSomebodyElseIsNotTouched() throws IOException {
        try (IndexWriter theirs = new IndexWriter(directory, new IndexWriterConfig(null))) {
            theirs.addDocument(new Document());
        }
        List<String> files = List.of(directory.listAll());
        EpitomeException refusal = catchThrowableOfType(
                EpitomeException.class,
                () -> Reindex.of(Stream.of(article("a", "A"))).into(directory));
        assertThat(refusal.kind()).isEqualTo(Kind.INDEX_FOREIGN);
        assertThat(refusal).hasMessageContaining("Epitome did not write");
        assertThat(directory.listAll()).containsExactlyElementsOf(files);
    }

    @Test
    void aStreamThatFailsLeavesTheIndexAsItIs() throws IOException {
        publish(directory, article("a", "old"));
        Stream<Article> broken = Stream.of(article("b", "new"), article("c", "newer"))
                .peek(article -> {
                    if (article.id().equals("c")) {
                        throw new IllegalStateException("the source is gone");
                    }
                });
        assertThatThrownBy(() -> Reindex.of(broken).into(directory)).hasMessage("the source is gone");
        assertThat(titles(directory)).containsExactly("old");
    }

    @Test
    void nothingIsTakenForAnArticle() {
        assertThatThrownBy(() -> Reindex.of(Arrays.asList(article("a", "A"), null).stream())
                        .into(directory))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("article");
    }
}
