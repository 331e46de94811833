package dev.epitome.index;

import static dev.epitome.index.TestIndex.article;
import static dev.epitome.index.TestIndex.assertSound;
import static dev.epitome.index.TestIndex.publish;
import static dev.epitome.index.TestIndex.titles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.Article;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was damaged is left alone unless it is to be replaced, and then nothing of it matters. */
final class DamagedIndexTest {

    private static final Article[] OLD =
            IntStream.range(0, 10).mapToObj(i -> article("old-" + i, "old")).toArray(Article[]::new);

    @TempDir
    private Path index;

    @BeforeEach
    void build() throws IOException {
        try (Directory directory = FSDirectory.open(index)) {
            publish(directory, OLD);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cfs", "cfe", "si"})
    void anIndexThatLostAFileIsReplacedOnlyWhereThatIsAskedFor(String extension) throws IOException {
        Files.delete(file("." + extension));
        List<Path> before = files();
        assertThat(refused())
                .returns(Kind.INDEX_DAMAGED, EpitomeException::kind)
                .hasMessageContaining(index.toString())
                .hasMessageContaining("." + extension)
                .hasMessageContaining("it stays as it is");
        assertThat(files()).isEqualTo(before);
        assertReplaced();
    }

    @Test
    void aCommitThatCannotBeReadBesideAGoodOneIsReplacedOnlyWhereThatIsAskedFor() throws IOException {
        Path newest = Files.write(index.resolve("segments_9"), garbled(file("segments_")));
        assertThat(refused()).returns(Kind.INDEX_DAMAGED, EpitomeException::kind);
        assertThat(newest).exists();
        assertReplaced();
        try (Directory directory = FSDirectory.open(index)) {
            assertThat(SegmentInfos.readLatestCommit(directory).getGeneration()).isGreaterThan(9);
        }
    }

    @Test
    void aCommitThatLostItsBeginningIsOursAsItsOtherFilesShow() throws IOException {
        Files.write(file("segments_"), new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        assertThat(refused()).returns(Kind.INDEX_FOREIGN, EpitomeException::kind);
        assertReplaced();
    }

    @Test
    void zerosThatACrashLeftAreNoFilesOfOthers() throws IOException {
        Files.write(file(".cfs"), new byte[1_000]);
        assertThat(refused()).returns(Kind.INDEX_DAMAGED, EpitomeException::kind);
        assertReplaced();
    }

    @Test
    void whereTheNewIndexFailsTheDamagedOneIsAsItWas() throws IOException {
        Files.delete(file(".cfe"));
        List<Path> before = files();
        Stream<Article> failing = Stream.of(article("new", "new"), article("new", "newer"))
                .peek(article -> {
                    if (article.title().equals("newer")) {
                        throw new IllegalStateException("no more");
                    }
                });
        assertThat(catchThrowableOfType(
                        IllegalStateException.class,
                        () -> Reindex.of(failing).replacingDamaged().into(index)))
                .hasMessage("no more");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void howManyArticlesADamagedIndexHasIsReadFromItsCommit() throws IOException {
        Files.delete(file(".si"));
        ReindexReport report =
                Reindex.of(Stream.of(article("new", "new"))).replacingDamaged().into(index);
        assertThat(report.replaces()).isEqualTo(10);
        assertThat(report.refused()).as("far fewer articles").isPresent();
    }

    /** Its readers have not seen it yet, and the next rebuild mends it. */
    @Test
    void aFlippedByteStopsNoRebuildAndIsNotJudgedBy() throws IOException {
        Path articles = file(".cfs");
        String text = Files.readString(articles, StandardCharsets.ISO_8859_1);
        Files.writeString(articles, text.replaceFirst("About old", "About odd"), StandardCharsets.ISO_8859_1);
        List<Boolean> readable = new ArrayList<>();
        ReindexReport report = Reindex.of(newArticles())
                .checkedBy(candidate -> {
                    readable.add(candidate.published().isPresent());
                    assertThat(candidate.replaces()).isEqualTo(10);
                    return PublishCheck.Decision.Publish.UNMEASURED;
                })
                .into(index);
        assertThat(report.published()).isPresent();
        assertThat(readable).containsExactly(false);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsProvablyNotOursIsLeftAloneAllTheSame(boolean damaged) throws IOException {
        Path theirs = index.resolveSibling(index.getFileName() + "-theirs");
        try (Directory directory = FSDirectory.open(theirs);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(null))) {
            writer.addDocument(List.of());
            writer.commit();
        }
        if (damaged) {
            Files.delete(file(theirs, ".cfs"));
        }
        assertThat(catchThrowableOfType(
                        EpitomeException.class,
                        () -> Reindex.of(newArticles()).replacingDamaged().into(theirs)))
                .returns(Kind.INDEX_FOREIGN, EpitomeException::kind);
        Path notes = Files.writeString(index.resolve("_notes.yml"), "precious");
        assertThat(catchThrowableOfType(
                        EpitomeException.class,
                        () -> Reindex.of(newArticles()).replacingDamaged().into(index)))
                .returns(Kind.INDEX_FOREIGN, EpitomeException::kind);
        assertThat(notes).hasContent("precious");
    }

    @Test
    void aReaderThatIsOpenAsksForTheNewIndexAndGetsIt() throws IOException {
        try (Directory directory = FSDirectory.open(index);
                DirectoryReader before = DirectoryReader.open(directory)) {
            assertThat(Reindex.of(newArticles()).into(index).remarks()).isEmpty();
            try (DirectoryReader after = DirectoryReader.openIfChanged(before)) {
                assertThat(after).isNotNull();
                assertThat(titles(after)).containsOnly("new");
            }
        }
    }

    private EpitomeException refused() {
        return catchThrowableOfType(
                EpitomeException.class, () -> Reindex.of(newArticles()).into(index));
    }

    private void assertReplaced() throws IOException {
        ReindexReport report = Reindex.of(newArticles()).replacingDamaged().into(index);
        assertThat(report.remarks()).isEmpty();
        try (Directory directory = FSDirectory.open(index)) {
            assertThat(titles(directory)).hasSize(12).containsOnly("new");
            assertSound(directory);
            assertThat(IndexDirectory.strayFiles(
                            directory,
                            Set.copyOf(SegmentInfos.readLatestCommit(directory).files(true))))
                    .isEmpty();
        }
    }

    private static Stream<Article> newArticles() {
        return IntStream.range(0, 12).mapToObj(i -> article("new-" + i, "new"));
    }

    /** The same with a byte in its middle changed, so that its checksum is wrong. */
    private static byte[] garbled(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        return bytes;
    }

    private Path file(String part) throws IOException {
        return file(index, part);
    }

    private static Path file(Path folder, String part) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().contains(part))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            return files.sorted().toList();
        }
    }
}
