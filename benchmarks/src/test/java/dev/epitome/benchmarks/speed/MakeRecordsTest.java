package dev.epitome.benchmarks.speed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakeRecordsTest {

    @TempDir
    Path folder;

    @Test
    void papersBecomeRecordsThatEpitomeReadsWithoutThoseThatSayNothing() throws Exception {
        Path conference = Files.createDirectories(folder.resolve("clone").resolve("conf"));
        String words = "An abstract of some length. ".repeat(5);
        Files.writeString(conference.resolve("conf2023.json"), """
                [{"title": "One", "abstract": "%1$s", "author": "Ann A;Bob B", "keywords": "search; ranking"},
                 {"title": "one", "abstract": "%1$s"},
                 {"title": "Two", "abstract": "too short"},
                 {"title": "", "abstract": "%1$s"},
                 {"title": "Three", "abstract": "%1$s", "author": null}]
                """.formatted(words));
        Files.writeString(conference.resolve("other.json"), "{\"not\": \"a list\"}");
        Path records = folder.resolve("records.jsonl");

        try (OutputStream out = Files.newOutputStream(records)) {
            assertThat(MakeRecords.write(folder.resolve("clone"), out)).isEqualTo(2);
        }

        List<Article> read = Records.of(records).articles();
        assertThat(read).extracting(Article::title).containsExactly("One", "Three");
        assertThat(read.getFirst().authors()).containsExactly("Ann A", "Bob B");
        assertThat(read.getFirst().tags()).containsExactly("search", "ranking");
        assertThat(read.getFirst().source()).contains("CONF");
        assertThat(read.getFirst().published().orElseThrow().firstDay()).hasYear(2023);
    }
}
