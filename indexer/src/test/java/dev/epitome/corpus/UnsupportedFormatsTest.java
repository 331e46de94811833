package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.epitome.corpus.Inputs.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be read is named by its kind, with what can be done about it. */
class UnsupportedFormatsTest {

    private final Path folder;
    private final Inputs inputs;

    UnsupportedFormatsTest(@TempDir Path folder) {
        this.folder = folder;
        inputs = new Inputs(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "PAR1 | a Parquet file of columns | export it as CSV or JSON Lines",
                "%PDF-1.7 | a PDF document | save it as text or HTML",
                "SQLite format 3\\0 | an SQLite database | export it as CSV or JSON Lines",
                "ARROW1 | an Arrow file of columns | export it as CSV or JSON Lines",
                "ORC | an ORC file of columns | export it as CSV or JSON Lines",
                "Obj\\1 | an Avro file | export it as CSV or JSON Lines",
                "{\\rtf1 Words} | an RTF document | save it as text or HTML",
                "\u00D0\u00CF\u0011\u00E0 | an old Office document | save it in a newer form",
                "7z\u00BC\u00AF | a 7z archive | unpack it",
                "Rar! | a RAR archive | unpack it",
                "\u0089PNG | a PNG picture | nothing in it can be read",
                "GIF89a | a GIF picture | nothing in it can be read",
                "mozLz40 | a compressed backup of Firefox's bookmarks | export the bookmarks as HTML",
                "bplist00 | a binary property list | convert it to JSON",
                "x\\0\\0\\0y\\0\\0\\0z | no text (it holds zero bytes) | export it as CSV or JSON Lines",
            })
    void aKindOfFileThatIsNotReadIsNamedWithItsRemedy(String start, String kind, String remedy) {
        String begin = start.replace("\\0", "\0").replace("\\1", "\u0001");
        byte[] content = (begin + "\0\u0001\u0002 and more".repeat(3)).getBytes(StandardCharsets.ISO_8859_1);
        inputs.with("reading-list", content).with("b.jsonl", "{\"title\":\"Raft\"}");

        assertThat(inputs.readAll("reading-list").rejected())
                .singleElement()
                .asString()
                .startsWith("reading-list:1: is " + kind)
                .contains(": " + remedy);
        Reading inFolder = inputs.readAll(".");
        assertThat(inFolder.titles()).containsExactly("Raft");
        assertThat(inFolder.rejected()).isEmpty();
        assertThat(inFolder.skipped()).singleElement().asString().startsWith("reading-list: is " + kind);
    }

    @ParameterizedTest
    @CsvSource({
        "list.docx, word/document.xml, a Word document (docx), save it as text or HTML",
        "list.xlsx, xl/workbook.xml, an Excel workbook (xlsx), save the sheet as CSV",
        "list.pptx, ppt/presentation.xml, a PowerPoint presentation (pptx), save it as text or HTML",
        "list, word/document.xml, a Word document (docx), save it as text or HTML",
        "list.jar, META-INF/MANIFEST.MF, a Java archive (jar), nothing in it can be read",
    })
    void aZipArchiveThatIsADocumentIsNamedAsOne(String name, String inside, String kind, String remedy)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(inside));
            zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(inputs.read(name, bytes.toByteArray()).rejected())
                .singleElement()
                .asString()
                .startsWith(name + ":1: is " + kind)
                .contains(": " + remedy);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<?xml version='1.0'?><opml version='2.0'><body><outline xmlUrl='https://example.org/feed'/></body></opml> | is OPML, a list of feeds without their articles: download the feeds",
                "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://example.org/</loc></url></urlset> | is a sitemap, addresses without titles or texts: give a feed",
                "<plist><dict/></plist> | is XML of another kind (its root is plist): of XML, RSS and Atom feeds are read",
                "Nur ein Satz. | holds no records in a form that is known",
                "Betreff;Klappentext;Wann | is a table: no column is a title or a text among Betreff, Klappentext, Wann: say which is",
            })
    void aTextThatIsNoneOfOursIsNamedToo(String content, String reason) {
        assertThat(inputs.read("a.csv", content).rejected())
                .singleElement()
                .asString()
                .startsWith("a.csv:1: " + reason);
    }

    @Test
    void aFolderIsReadThoughAFolderAndAFileInItMayNot() throws IOException {
        inputs.with("open/a.jsonl", "{\"title\":\"A\"}")
                .with("shut/b.jsonl", "{\"title\":\"B\"}")
                .with("z-secret.jsonl", "{\"title\":\"Z\"}");
        Path shut = folder.resolve("shut");
        Path secret = folder.resolve("z-secret.jsonl");
        Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        try {
            // Whoever may do everything may do this, too.
            assumeThat(Files.isReadable(secret)).isFalse();

            Reading read = inputs.readAll(".");

            assertThat(read.titles()).containsExactly("A");
            assertThat(read.rejected())
                    .containsExactly(
                            "shut: cannot be read: no right to read it",
                            "z-secret.jsonl: cannot be read: no right to read it");
        } finally {
            Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void linksInAFolderThatLeadNowhereAreLeftOut() throws IOException {
        inputs.with("a.jsonl", "{\"title\":\"A\"}");
        Files.createSymbolicLink(folder.resolve("b.jsonl"), folder.resolve("gone.jsonl"));

        Reading read = inputs.readAll(".");

        assertThat(read.titles()).containsExactly("A");
        assertThat(read.rejected()).isEmpty();
    }
}
