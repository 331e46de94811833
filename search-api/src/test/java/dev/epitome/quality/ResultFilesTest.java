package dev.epitome.quality;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The results that are kept under version control. */
final class ResultFilesTest {

    @TempDir
    private Path folder;

    @Test
    void theFilesTellRanksAndGradesAndNoScores() {
        Path results = folder.resolve("results");
        ResultFiles.write(report(), results);
        assertThat(results.resolve("summary.txt")).hasContent("""
                1 topics judged
                nDCG@10 0.5213
                MRR 0.5000
                recall@10 0.5000
                nothing found for 1 of 2 that must find nothing

                nDCG@10  RR      recall  topic  query
                0.5213   0.5000  0.5000  kafka  Kafka
                NOT NOTHING              none-kafka  kafka
                nothing, as it must      none-x  xyzzy
                set aside                nowhere  nomad
                """);
        assertThat(results.resolve("kafka.txt")).hasContent("""
                topic kafka
                query Kafka
                nDCG@10 0.5213  RR 0.5000  recall@10 0.5000

                 1  -  a1  Kafka Kafka
                 2  3  a2  A longer title that names Kafka too
                 -  1  a3  not found
                """);
        assertThat(results.resolve("none-x.txt")).hasContent("topic none-x\nquery xyzzy\nmust find nothing\n\n");
        assertThat(results.resolve("nowhere.txt")).doesNotExist();
    }

    @Test
    void theFilesAreTheSameEachTime() {
        assertThat(ResultFiles.texts(report()))
                .isEqualTo(ResultFiles.texts(report()))
                .hasSize(4);
    }

    @Test
    void filesOfTopicsThatAreGoneAreDeletedAndNoOthers() throws IOException {
        Files.writeString(folder.resolve("gone.txt"), "topic gone\nquery x\n");
        Files.writeString(folder.resolve("notes.txt"), "my own words\n");
        Files.writeString(folder.resolve("gone.md"), "topic gone\n");
        ResultFiles.write(report(), folder);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .contains("notes.txt", "gone.md", "summary.txt", "kafka.txt")
                    .doesNotContain("gone.txt");
        }
    }

    private QualityReport report() {
        GoldenSet golden = Golden.in(folder.resolve("golden"))
                .topics("none-x|xyzzy", "kafka|Kafka", "nowhere|nomad", "none-kafka|kafka")
                .judged("kafka 0 a2 3", "kafka 0 a3 1", "nowhere 0 gone 1")
                .read();
        try (SearchEngine engine = LuceneSearch.inMemory(articles(
                article("a1").titled("Kafka Kafka").saying("kafka"),
                article("a2").titled("A longer title that names Kafka too"),
                article("a3").titled("Other")))) {
            return Evaluation.of(engine, golden);
        }
    }
}
