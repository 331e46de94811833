package dev.epitome.lucene;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.search.IndexStatus;
import dev.epitome.search.SearchEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an engine says of its index. */
final class IndexStatusTest {

    @TempDir
    private Path folder;

    @Test
    void anIndexOnDiskIsAsLargeAsItsFiles() throws IOException {
        Path index = folder.resolve("index");
        Rebuild.of(index, articles(article("a").titled("EKS"), article("b").titled("Kafka")));
        long onDisk = 0;
        for (Path file : files(index)) {
            onDisk += Files.size(file);
        }
        try (SearchEngine engine = LuceneSearch.open(index);
                Directory directory = FSDirectory.open(index)) {
            IndexStatus status = engine.index();
            assertThat(status.bytes()).isEqualTo(onDisk).isPositive();
            assertThat(status.segments())
                    .isEqualTo(SegmentInfos.readLatestCommit(directory).size())
                    .isPositive();
            assertThat(status.quality()).isEmpty();
        }
    }

    @Test
    void anIndexInMemoryHasASizeToo() {
        try (SearchEngine engine = LuceneSearch.inMemory(articles(article("a").titled("EKS")))) {
            assertThat(engine.index().bytes()).isPositive();
            assertThat(engine.index().segments()).isEqualTo(1);
        }
    }

    private static List<Path> files(Path index) throws IOException {
        try (var files = Files.list(index)) {
            return files.filter(file -> !file.endsWith("write.lock")).toList();
        }
    }
}
