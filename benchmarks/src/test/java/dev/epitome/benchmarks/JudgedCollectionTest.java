package dev.epitome.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.EpitomeException;
import dev.epitome.article.Article;
import dev.epitome.article.PublicationDate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgedCollectionTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void recordsBecomeArticles() {
        Article article = TinyCollection.read().documents().getFirst().article();
        assertThat(article.title()).isEqualTo("Caching at the edge");
        assertThat(article.authors()).containsExactly("Ada Byron");
        assertThat(article.tags()).containsExactly("web");
        assertThat(article.source()).contains("Tiny");
        assertThat(article.published())
                .contains(PublicationDate.parse("2025-11").orElseThrow());
    }

    @Test
    void anArticleWithoutATitleIsNamedByItsFirstWords() {
        CollectionDocument untitled = TinyCollection.read().documents().get(1);
        assertThat(untitled.title()).isEmpty();
        assertThat(untitled.article().title()).isEqualTo("A queue holds messages until some worker that is free");
        assertThat(untitled.article().source()).isEmpty();
        assertThat(TinyCollection.read().documents().get(4).article().title()).isEqualTo("untitled");
    }

    @Test
    void whatAnArticleCannotHoldIsCutOrLeftOut() throws IOException {
        write("{\"id\": 7, \"title\": \"" + "é".repeat(2_000) + "\", \"summary\": null, \"published\": \"soon\","
                + " \"authors\": [\"" + "x".repeat(300) + "\", \"Ada\"], \"tags\": null}");
        CollectionDocument document = JudgedCollection.read(folder).documents().getFirst();
        assertThat(document.id()).isEqualTo("7");
        assertThat(document.title()).hasSize(2_000);
        assertThat(document.article().title()).hasSize(Article.MAX_TITLE);
        assertThat(document.article().summary()).isEmpty();
        assertThat(document.article().authors()).containsExactly("Ada");
        assertThat(document.article().published()).isEmpty();
    }

    @Test
    void queriesAreReadLeniently() throws IOException {
        write("{\"id\": \"a\", \"title\": \"t\", \"summary\": \"s\"}");
        byte[] latin = "q3\tna\u00efve\r\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] text = "\uFEFF1\tC#\tand \"F#\r\n\r\n2  spaces\n1\tagain\nlonely\n".getBytes(StandardCharsets.UTF_8);
        byte[] both = new byte[text.length + latin.length];
        System.arraycopy(text, 0, both, 0, text.length);
        System.arraycopy(latin, 0, both, text.length, latin.length);
        Files.write(folder.resolve("queries.tsv"), both);
        JudgedCollection read = JudgedCollection.read(folder);
        assertThat(read.queries())
                .containsOnlyKeys("1", "2", "q3")
                .containsEntry("1", "C# and \"F#")
                .containsEntry("2", "spaces");
        assertThat(read.query("lonely")).isEmpty();
    }

    @Test
    void onlyQueriesWithARelevantArticleCount() {
        assertThat(TinyCollection.read().answerable()).containsOnlyKeys("q1", "q2", "q3", "q4");
        assertThat(TinyCollection.read().answerable().get("q3")).containsOnlyKeys("d4", "gone");
    }

    @Test
    void whatIsWrongWithARecordIsToldWithItsLine() throws IOException {
        write("{\"id\": \"a\", \"title\": \"t\", \"summary\": \"s\"}\n{\"title\": \"t\"}");
        assertThatThrownBy(() -> JudgedCollection.read(folder))
                .isInstanceOf(EpitomeException.class)
                .hasMessageContaining("docs.jsonl:2: there is no id");
        write("{\"id\": \"a\"}\n\n{\"id\": \"a\"}");
        assertThatThrownBy(() -> JudgedCollection.read(folder))
                .hasMessageContaining("docs.jsonl:3: the id a was there already");
        write("{\"id\"");
        assertThatThrownBy(() -> JudgedCollection.read(folder)).hasMessageContaining("docs.jsonl:1: not JSON");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> JudgedCollection.read(folder))
                .isInstanceOf(EpitomeException.class)
                .hasMessageContaining("docs.jsonl");
    }

    private void write(String documents) throws IOException {
        Files.writeString(folder.resolve("docs.jsonl"), documents);
        Files.writeString(folder.resolve("queries.tsv"), "1\tword\n");
        Files.writeString(folder.resolve("qrels.txt"), "1 0 a 1\n");
    }
}
