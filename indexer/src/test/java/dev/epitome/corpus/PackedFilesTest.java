package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import dev.epitome.corpus.Inputs.Reading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackedFilesTest {

    private static final String ONE = "{\"title\":\"Sharding a queue\",\"summary\":\"A shard per tenant.\"}\n";
    private static final String TWO = "{\"title\":\"Draining a queue\",\"summary\":\"How long it takes.\"}\n";
    private final Inputs inputs;

    PackedFilesTest(@TempDir Path folder) {
        inputs = new Inputs(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bz2", "xz", "zst"})
    void aCompressedFileIsReadAsTheFileItself(String kind) {
        Reading read = inputs.read("list.jsonl." + kind, compressed(kind, bytes(ONE + TWO)));

        assertThat(read.titles()).containsExactly("Sharding a queue", "Draining a queue");
        assertThat(read.rejected()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bz2", "xz", "zst"})
    void theContentTellsThatAFileIsCompressedAndNotItsName(String kind) {
        assertThat(inputs.read("list.jsonl", compressed(kind, bytes(ONE))).titles())
                .containsExactly("Sharding a queue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bz2", "xz", "zst"})
    void severalCompressedPartsInOneFileAreReadToTheEnd(String kind) {
        byte[] both = joined(compressed(kind, bytes(ONE)), compressed(kind, bytes(TWO)));

        assertThat(inputs.read("list.jsonl." + kind, both).titles())
                .containsExactly("Sharding a queue", "Draining a queue");
    }

    @ParameterizedTest
    @CsvSource({"gz, gzip", "bz2, bzip2", "xz, xz", "zst, Zstandard"})
    void ofACompressedFileThatIsCutOffTheStartIsReadAndTheDamageNamed(String kind, String name) {
        byte[] whole = compressed(kind, bytes(many(20_000)));

        Reading read = inputs.read("list.jsonl." + kind, Arrays.copyOf(whole, whole.length * 9 / 10));

        assertThat(read.titles()).contains("Article 0", "Article 1");
        assertThat(read.rejected())
                .last()
                .asString()
                .contains("its " + name + " data is damaged or cut off")
                .doesNotContain("Exception", "java.", "org.", "null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bz2", "xz", "zst"})
    void aCompressedFileThatEndsAfterAFewBytesIsNamed(String kind) {
        byte[] whole = compressed(kind, bytes(ONE));

        Reading read = inputs.read("list.jsonl." + kind, Arrays.copyOf(whole, 12));

        assertThat(read.titles()).isEmpty();
        assertThat(read.rejected()).last().asString().contains("damaged or cut off");
        assertThat(read.rejected()).noneMatch(reason -> reason.contains("Exception"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "xz"})
    void ofACompressedFileThatIsCutEveryWholeRecordIsRead(String kind) {
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            records.append("{\"title\":\"")
                    .append(Long.toHexString(i * 0x9E3779B97F4A7C15L))
                    .append("\"}\n");
        }
        byte[] whole = compressed(kind, bytes(records.toString()));

        Reading read = inputs.read("list.jsonl." + kind, Arrays.copyOf(whole, whole.length - 6));

        assertThat(read.titles()).hasSize(300);
        assertThat(read.rejected()).singleElement().asString().contains("damaged or cut off");
    }

    @Test
    void anArchiveOfTheFolderThatOneStandsInHasItsFiles() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(packed)) {
            byte[] content = bytes(ONE);
            TarArchiveEntry entry = new TarArchiveEntry("./list.jsonl");
            entry.setSize(content.length);
            out.putArchiveEntry(entry);
            out.write(content);
            out.closeArchiveEntry();
        }

        assertThat(inputs.read("all.tar", packed.toByteArray()).titles()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "list.tar, ''",
        "list.tar.gz, gz",
        "list.tgz, gz",
        "list.tar.xz, xz",
        "list.tar.bz2, bz2",
        "list.tar.zst, zst"
    })
    void everyFileOfATarArchiveIsRead(String name, String kind) {
        byte[] tar = tar(files("2024/may.jsonl", bytes(ONE), "2024/june.jsonl", bytes(TWO)));

        Reading read = inputs.read(name, kind.isEmpty() ? tar : compressed(kind, tar));

        assertThat(read.titles()).containsExactly("Sharding a queue", "Draining a queue");
        assertThat(read.places()).containsExactly(name + "/2024/may.jsonl:1", name + "/2024/june.jsonl:1");
    }

    @Test
    void everyFileOfAZipArchiveIsReadAndPlacedByArchiveAndPath() {
        Reading read = inputs.read("lists.zip", zip(files("a.jsonl", bytes(ONE), "sub/b.jsonl", bytes(TWO))));

        assertThat(read.titles()).containsExactly("Sharding a queue", "Draining a queue");
        assertThat(read.places()).containsExactly("lists.zip/a.jsonl:1", "lists.zip/sub/b.jsonl:1");
        assertThat(read.origins())
                .extracting(origin -> origin.file())
                .containsExactly("lists.zip/a.jsonl", "lists.zip/sub/b.jsonl");
    }

    @Test
    void archivesWithinArchivesAreOpened() {
        byte[] inner = zip(files("b.jsonl", bytes(TWO)));

        Reading read = inputs.read("all.tar", tar(files("a.jsonl.gz", compressed("gz", bytes(ONE)), "b.zip", inner)));

        assertThat(read.titles()).containsExactly("Sharding a queue", "Draining a queue");
        assertThat(read.places()).last().isEqualTo("all.tar/b.zip/b.jsonl:1");
    }

    @Test
    void hiddenFilesAndThoseOfAMacArePassedOver() {
        Reading read = inputs.read(
                "lists.zip",
                zip(files("__MACOSX/._a.jsonl", bytes("junk"), ".DS_Store", bytes("junk"), "a.jsonl", bytes(ONE))));

        assertThat(read.titles()).containsExactly("Sharding a queue");
        assertThat(read.rejected()).isEmpty();
        assertThat(read.skipped()).isEmpty();
    }

    @Test
    void whatHoldsNoArticlesInAnArchiveIsSkippedAsInAFolder() {
        Reading read = inputs.read("lists.zip", zip(files("README", bytes("Only words."), "a.jsonl", bytes(ONE))));

        assertThat(read.titles()).containsExactly("Sharding a queue");
        assertThat(read.skipped()).singleElement().asString().startsWith("lists.zip/README");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zip", "tar"})
    void ofAnArchiveThatIsCutOffTheFilesBeforeTheCutAreRead(String kind) {
        Map<String, byte[]> files = files("a.jsonl", bytes(ONE), "b.jsonl", bytes(many(20_000)));
        byte[] whole = kind.equals("zip") ? zip(files) : tar(files);

        Reading read = inputs.read("lists." + kind, Arrays.copyOf(whole, whole.length / 2));

        assertThat(read.titles()).contains("Sharding a queue", "Article 0");
        assertThat(read.rejected())
                .last()
                .asString()
                .contains("its " + kind + " data is damaged or cut off")
                .doesNotContain("Exception", "java.", "org.");
    }

    @Test
    void aDamagedFileInAnArchiveCostsNoOther() {
        byte[] damaged = compressed("gz", bytes(ONE));
        byte[] cut = Arrays.copyOf(damaged, damaged.length - 12);

        Reading read = inputs.read("lists.zip", zip(files("a.jsonl.gz", cut, "b.jsonl", bytes(TWO))));

        assertThat(read.titles()).contains("Draining a queue");
        assertThat(read.rejected())
                .anySatisfy(reason -> assertThat(reason).contains("a.jsonl.gz", "its gzip data is damaged or cut off"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"book.epub", "paper.docx", "code.jar", "what.bin"})
    void aZipArchiveUnderAnotherNameIsRefusedByItsKind(String name) {
        Reading read = inputs.read(name, zip(files("a.jsonl", bytes(ONE))));

        assertThat(read.titles()).isEmpty();
        assertThat(read.rejected()).singleElement().asString().contains("zip archive", "unpack");
    }

    @Test
    void anArchiveWithoutFilesIsSaidToHaveNone() {
        assertThat(inputs.read("lists.tar", tar(files(".hidden", bytes(ONE)))).rejected())
                .singleElement()
                .asString()
                .contains("holds no files");
    }

    @Test
    void aLineThatUnpacksToHundredsOfMegabytesIsReportedAndTheRestRead() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed, 1 << 16)) {
            out.write(bytes(ONE));
            byte[] million = new byte[1_000_000];
            Arrays.fill(million, (byte) 'x');
            for (int i = 0; i < 300; i++) {
                out.write(million);
            }
            out.write(bytes("\n" + TWO));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }

        Reading read = inputs.read("bomb.jsonl.gz", packed.toByteArray());

        assertThat(read.titles()).containsExactly("Sharding a queue", "Draining a queue");
        assertThat(read.rejected()).isNotEmpty();
    }

    @Test
    void zerosInAnyNumberAreNoText() {
        Reading read = inputs.read("zeros.txt.xz", compressed("xz", new byte[20_000_000]));

        assertThat(read.titles()).isEmpty();
        assertThat(read.rejected()).singleElement().asString().startsWith("zeros.txt.xz:1: is no text");
    }

    @Test
    void archivesMayComeThroughAPipe() {
        Reading read = inputs.piped(new ByteArrayInputStream(zip(files("a.jsonl", bytes(ONE)))))
                .readAll("-");

        assertThat(read.titles()).containsExactly("Sharding a queue");
    }

    private static String many(int count) {
        StringBuilder lines = new StringBuilder();
        java.util.Random random = new java.util.Random(9);
        for (int i = 0; i < count; i++) {
            lines.append("{\"title\":\"Article ")
                    .append(i)
                    .append("\",\"summary\":\"")
                    .append(random.nextLong())
                    .append("\"}\n");
        }
        return lines.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static Map<String, byte[]> files(Object... namesAndContents) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            files.put((String) namesAndContents[i], (byte[]) namesAndContents[i + 1]);
        }
        return files;
    }

    private static byte[] compressed(String kind, byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = switch (kind) {
            case "gz" -> new GZIPOutputStream(packed);
            case "bz2" -> new BZip2CompressorOutputStream(packed, 1);
            case "xz" ->
                XZCompressorOutputStream.builder().setOutputStream(packed).get();
            default -> new ZstdOutputStream(packed);
        }) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] tar(Map<String, byte[]> files) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(packed)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                out.putArchiveEntry(entry);
                out.write(file.getValue());
                out.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(packed)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putArchiveEntry(new ZipArchiveEntry(file.getKey()));
                out.write(file.getValue());
                out.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
