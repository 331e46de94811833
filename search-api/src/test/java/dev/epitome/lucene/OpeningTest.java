package dev.epitome.lucene;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.index.IndexInfo;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link LuceneSearch} opens, and what it refuses. */
final class OpeningTest {

    /** In a file of commits: the magic number, the length of the name and "segments", then the version. */
    private static final int VERSION_AT = 4 + 1 + "segments".length();

    @TempDir
    private Path folder;

    @Test
    void anEngineInMemoryMayHoldNoArticle() {
        try (SearchEngine engine = LuceneSearch.inMemory(List.of())) {
            assertThat(engine.search(SearchRequest.of("")).hits()).isEmpty();
            assertThat(engine.search(SearchRequest.of("cache").withOffset(10)).hits())
                    .isEmpty();
            assertThat(engine.find("a1")).isEmpty();
            assertThat(engine.index().articles()).isZero();
        }
    }

    @Test
    void aMissingFolderIsRefusedAndNotMade() {
        Path missing = folder.resolve("missing");
        assertThat(refusal(missing))
                .returns(Kind.INDEX_MISSING, EpitomeException::kind)
                .hasMessageContaining(missing.toString())
                .hasMessageContaining("build one first");
        assertThat(missing).doesNotExist();
    }

    @Test
    void aFolderWithoutAnIndexIsRefused() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "no index");
        assertThat(refusal(folder))
                .returns(Kind.INDEX_MISSING, EpitomeException::kind)
                .hasMessageContaining("build one first");
    }

    @Test
    void aFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("index"), "no index");
        assertThat(refusal(file)).returns(Kind.INDEX_MISSING, EpitomeException::kind);
    }

    @Test
    void anIndexThatEpitomeDidNotWriteIsRefused() throws IOException {
        ForeignIndex.commit(folder, Map.of("made.by", "somebody else"));
        assertThat(refusal(folder))
                .returns(Kind.INDEX_FOREIGN, EpitomeException::kind)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("give another directory");
    }

    @Test
    void anIndexOfAnotherSchemaIsRefused() throws IOException {
        ForeignIndex.commitOfSchema(folder, 99);
        assertThat(refusal(folder))
                .returns(Kind.INDEX_INCOMPATIBLE, EpitomeException::kind)
                .hasMessageContaining("schema 99")
                .hasMessageContaining("build it anew");
    }

    @Test
    void anIndexOfAnotherAnalyzerIsRefused() throws IOException {
        ForeignIndex.commit(
                folder,
                Map.of("epitome.schema", Integer.toString(IndexInfo.SCHEMA), "epitome.analyzer", "other-words-7"));
        assertThat(refusal(folder))
                .returns(Kind.INDEX_INCOMPATIBLE, EpitomeException::kind)
                .hasMessageContaining("analyzer other-words-7")
                .hasMessageContaining("build it anew");
    }

    @Test
    void anIndexOfANewerLuceneIsRefused() throws IOException {
        Path index = folder.resolve("index");
        Rebuild.of(index, articles(article("a1")));
        setFormatVersion(index, 9_999);
        assertThat(refusal(index))
                .returns(Kind.INDEX_INCOMPATIBLE, EpitomeException::kind)
                .hasMessageContaining("build it anew");
    }

    @Test
    void aDamagedIndexIsRefusedWithTheRemedy() throws IOException {
        Path index = folder.resolve("index");
        Rebuild.of(index, articles(article("a1")));
        Files.write(newestCommit(index), new byte[] {1, 2, 3});
        assertThat(refusal(index))
                .returns(Kind.INDEX_DAMAGED, EpitomeException::kind)
                .hasMessageContaining(index.toString())
                .hasMessageContaining("build it anew in its place");
    }

    private static EpitomeException refusal(Path index) {
        return catchThrowableOfType(EpitomeException.class, () -> LuceneSearch.open(index));
    }

    private static Path newestCommit(Path index) throws IOException {
        try (Directory directory = FSDirectory.open(index)) {
            return index.resolve(String.valueOf(SegmentInfos.getLastCommitSegmentsFileName(directory)));
        }
    }

    private static void setFormatVersion(Path index, int version) throws IOException {
        Path commit = newestCommit(index);
        byte[] bytes = Files.readAllBytes(commit);
        ByteBuffer.wrap(bytes).putInt(VERSION_AT, version);
        Files.write(commit, bytes);
    }
}
