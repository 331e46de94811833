package dev.epitome.index;

import static dev.epitome.index.TestIndex.article;
import static dev.epitome.index.TestIndex.publish;
import static dev.epitome.index.TestIndex.titles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexDirectoryTest {

    @TempDir
    Path folder;

    @Test
    void aMissingDirectoryIsMadeForWriting() throws IOException {
        Path path = folder.resolve("some/new/index");
        write(path, "Envoy");
        assertThat(read(path)).containsExactly("Envoy");
    }

    @Test
    void anIndexOfOursIsReplaced() throws IOException {
        write(folder, "old");
        write(folder, "new");
        assertThat(read(folder)).containsExactly("new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"thesis.tex", "_config.yml", "_index.html", "segments", "segments_1", ".hidden"})
    void aDirectoryWithOtherFilesIsRefusedAndTheyStay(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "precious");
        refused(() -> write(folder, "never"))
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("such as " + name)
                .hasMessageContaining("give an empty directory");
        assertThat(file).hasContent("precious");
        assertThat(files(folder)).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"photos", "_0.photos"})
    void aDirectoryWithAFolderIsRefused(String name) throws IOException {
        Path file = Files.createDirectory(folder.resolve(name)).resolve("a.jpg");
        Files.writeString(file, "precious");
        refused(() -> write(folder, "never")).hasMessageContaining("such as " + name);
        assertThat(file).hasContent("precious");
    }

    @Test
    void aFileThatJoinedOurIndexIsRefusedToo() throws IOException {
        write(folder, "old");
        Files.writeString(folder.resolve("notes.txt"), "precious");
        refused(() -> write(folder, "never")).hasMessageContaining("such as notes.txt");
        assertThat(read(folder)).containsExactly("old");
    }

    @Test
    void anIndexOfAnotherProgramIsRefusedAndStays() throws IOException {
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
            Document document = new Document();
            document.add(new StringField("theirs", "precious", Store.YES));
            writer.addDocument(document);
        }
        List<String> before = files(folder);
        refused(() -> write(folder, "never")).hasMessageContaining("give another directory");
        assertThat(files(folder)).isEqualTo(before);
        try (Directory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            assertThat(reader.storedFields().document(0).get("theirs")).isEqualTo("precious");
        }
    }

    @Test
    void whatAKilledFirstRunLeftIsClearedAway() throws IOException {
        Path killed = leftByAKilledRun(folder.resolve("first"));
        assertThat(files(killed)).isNotEmpty().noneMatch(name -> name.startsWith("segments"));
        write(killed, "new");
        assertThat(read(killed)).containsExactly("new");
        assertThat(files(killed)).noneMatch(name -> name.startsWith("_k"));
    }

    @Test
    void whatAKilledLaterRunLeftIsClearedAway() throws IOException {
        Path index = folder.resolve("later");
        write(index, "old");
        Path killed = leftByAKilledRun(index);
        assertThat(read(killed)).containsExactly("old");
        write(killed, "new");
        assertThat(read(killed)).containsExactly("new");
    }

    @Test
    void aPathThatIsAFileCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "precious");
        assertThatThrownBy(() -> write(file, "never"))
                .isInstanceOfSatisfying(
                        EpitomeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INDEX_UNWRITTEN))
                .hasMessageContaining(file.toString());
        assertThat(file).hasContent("precious");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "missing", "missing/below", "file"})
    void noIndexToReadIsSaidSoWithTheRemedy(String name) throws IOException {
        Files.writeString(folder.resolve("file"), "no index");
        Path path = folder.resolve(name);
        assertThatThrownBy(() -> read(path))
                .isInstanceOfSatisfying(
                        EpitomeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INDEX_MISSING))
                .hasMessageContaining(path.toString())
                .hasMessageContaining("build one first");
        assertThat(files(folder)).as("reading makes nothing").containsExactly("file");
    }

    /** The directory as it is while the run is under way, which is how a kill leaves it. */
    private Path leftByAKilledRun(Path index) throws IOException {
        Path killed = Files.createDirectory(folder.resolve("killed"));
        try (Directory directory = IndexDirectory.openForWriting(index, false);
                IndexWriter writer = new IndexWriter(
                        directory,
                        new IndexWriterConfig(new KeywordAnalyzer())
                                .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                                .setCommitOnClose(false))) {
            for (int i : IntStream.range(0, 50).toArray()) {
                Document document = new Document();
                document.add(new StringField("id", "killed " + i, Store.YES));
                writer.addDocument(document);
                if (i == 25) {
                    writer.flush();
                }
            }
            for (String name : files(index)) {
                Files.copy(index.resolve(name), killed.resolve(name));
            }
        }
        Files.createFile(killed.resolve("_k.fdt"));
        Files.writeString(killed.resolve("_k_Lucene90FieldsIndex-doc_ids_0.tmp"), "half written");
        return killed;
    }

    private static void write(Path path, String title) throws IOException {
        try (Directory directory = IndexDirectory.openForWriting(path, false)) {
            publish(directory, article("a", title));
        }
    }

    private static List<String> read(Path path) throws IOException {
        try (Directory directory = IndexDirectory.openForReading(path)) {
            return titles(directory);
        }
    }

    private static List<String> files(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> path.relativize(file).toString()).sorted().toList();
        }
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(ThrowingCallable writing) {
        return assertThatThrownBy(writing)
                .isInstanceOfSatisfying(
                        EpitomeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INDEX_FOREIGN));
    }
}
