package dev.epitome.index;

import static dev.epitome.index.TestIndex.article;
import static dev.epitome.index.TestIndex.publish;
import static dev.epitome.index.TestIndex.titles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.article.Article;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.index.Publication.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers have is not lost by accident. */
@Timeout(60)
class LossGuardTest {

    @TempDir
    private Path folder;

    private final Directory directory = new ByteBuffersDirectory();

    @Test
    void fewerThanFourFifthsOfTheArticlesAreRefused() throws IOException {
        for (int kept = 0; kept <= 10; kept++) {
            publish(directory, articles(10));
            ReindexReport report = Reindex.of(Stream.of(articles(kept))).into(directory);
            assertThat(report.published().isPresent()).as("%d of 10", kept).isEqualTo(kept >= 8);
            assertThat(titles(directory)).hasSize(kept >= 8 ? kept : 10);
        }
    }

    @Test
    void theReasonNamesBothNumbers() {
        publish(directory, articles(1_000));
        assertThat(reasons(Reindex.of(Stream.of(articles(799))).into(directory)))
                .containsExactly("799 articles would take the place of 1,000: fewer than the 80 % to which an index may"
                        + " shrink");
    }

    @Test
    void shrinkingCanBeAllowed() throws IOException {
        publish(directory, articles(10));
        Reindex.of(Stream.of(articles(1)))
                .checkedBy(LossGuard.ALLOWING_SHRINKING)
                .into(directory);
        assertThat(titles(directory)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aShareIsBetweenNothingAndAll(double share) {
        assertThatThrownBy(() -> new LossGuard(share)).hasMessageContaining("give 0 to 1");
    }

    @Test
    void oneGoodRecordAmongManyBrokenLinesReplacesNothing() throws IOException {
        Path index = folder.resolve("index");
        rebuild(index, file("one.jsonl", record("a")));
        String broken = "no JSON\n".repeat(500);
        ReindexReport report = rebuild(index, file("bad.jsonl", record("b") + broken));
        assertThat(reasons(report)).containsExactly("more records were rejected than accepted: 500 of 501");
        assertThat(titlesOf(index)).containsExactly("a");
        assertThat(rebuild(folder.resolve("fresh"), file("bad.jsonl", record("b") + broken))
                        .published())
                .as("where readers have nothing")
                .isPresent();
    }

    @Test
    void aNamedInputThatIsNotReadToItsEndReplacesNothing() throws IOException {
        String records = IntStream.range(0, 500).mapToObj(i -> record("r" + i)).reduce("", String::concat);
        byte[] packed = gzip(records);
        List<Path> cut = List.of(
                file("list.json", "[" + record("a").strip() + "," + record("b").strip() + ",{\"title\": \"c"),
                file("lines.jsonl", record("a") + record("b") + "{\"title\": \"c"),
                file("feed.xml", "<rss><channel><item><title>a</title></item><item><title>b</title></item><item><tit"),
                Files.write(folder.resolve("cut.jsonl.gz"), Arrays.copyOf(packed, packed.length - 20)));
        for (Path input : cut) {
            Path index = folder.resolve("index-" + input.getFileName());
            rebuild(index, file("whole.jsonl", record("old")));
            ReindexReport report = rebuild(index, input);
            assertThat(report.accepted()).as("%s", input).isPositive();
            assertThat(reasons(report))
                    .as("%s", input)
                    .singleElement()
                    .asString()
                    .startsWith("not read to its end: " + input);
            assertThat(titlesOf(index)).containsExactly("old");
        }
    }

    @Test
    void oneDamagedFileInAFolderDoesNotStopTheOthers() throws IOException {
        Path index = folder.resolve("index");
        rebuild(index, file("whole.jsonl", record("old")));
        Path inputs = Files.createDirectory(folder.resolve("inputs"));
        Files.writeString(inputs.resolve("a.jsonl"), record("a"));
        Files.writeString(inputs.resolve("b.json"), "[" + record("b").strip() + ",{\"title\": \"c");
        assertThat(rebuild(index, inputs).published()).isPresent();
        assertThat(titlesOf(index)).containsExactly("a", "b");
    }

    @Test
    void whatIsFineIsPublished() throws IOException {
        Path index = folder.resolve("index");
        rebuild(index, file("one.jsonl", record("a")));
        assertThat(rebuild(index, file("two.jsonl", record("b") + "no JSON\n" + record("c")))
                        .published())
                .isPresent();
        assertThat(titlesOf(index)).containsExactly("b", "c");
    }

    private static Article[] articles(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> article("a" + i, "Title " + i))
                .toArray(Article[]::new);
    }

    private static String record(String title) {
        return "{\"title\": \"" + title + "\", \"summary\": \"More of it.\"}\n";
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static ReindexReport rebuild(Path index, Path input) {
        return Reindex.of(CorpusReader.of(List.of(input.toString()))).into(index);
    }

    private static List<String> titlesOf(Path index) throws IOException {
        try (Directory directory = IndexDirectory.openForReading(index)) {
            return titles(directory);
        }
    }

    private static List<String> reasons(ReindexReport report) {
        return report.refused().map(Refused::reasons).orElse(List.of());
    }
}
