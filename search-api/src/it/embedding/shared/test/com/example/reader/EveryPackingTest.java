package com.example.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.luben.zstd.ZstdOutputStream;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.index.Reindex;
import dev.epitome.index.ReindexReport;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** What a host manages decides on the versions of the parsers, too: with those every packing and format is read. */
class EveryPackingTest {

    private static final String RECORD = "{\"title\": \"Moving to Amazon EKS\", \"summary\": \"A managed one.\"}\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bz2", "xz", "zst", "zip", "tar"})
    void whatIsPackedIsRead(String packing) throws IOException {
        Path file = folder.resolve("records.jsonl." + packing);
        try (OutputStream packed = packed(packing, Files.newOutputStream(file))) {
            packed.write(RECORD.getBytes(StandardCharsets.UTF_8));
            if (packed instanceof TarArchiveOutputStream tar) {
                tar.closeArchiveEntry();
            }
        }
        assertFound("EKS", file);
    }

    private static OutputStream packed(String packing, OutputStream file) throws IOException {
        return switch (packing) {
            case "gz" -> new GZIPOutputStream(file);
            case "bz2" -> new BZip2CompressorOutputStream(file);
            case "xz" -> new XZOutputStream(file, new LZMA2Options());
            case "zst" -> new ZstdOutputStream(file);
            case "zip" -> {
                ZipOutputStream zip = new ZipOutputStream(file);
                zip.putNextEntry(new ZipEntry("records.jsonl"));
                yield zip;
            }
            default -> {
                TarArchiveOutputStream tar = new TarArchiveOutputStream(file);
                TarArchiveEntry entry = new TarArchiveEntry("records.jsonl");
                entry.setSize(RECORD.length());
                tar.putArchiveEntry(entry);
                yield tar;
            }
        };
    }

    @Test
    void everyFormatIsRead() throws IOException {
        Map<String, String> files = Map.of(
                "export.json",
                "[{\"title\": \"Written as JSON\", \"tags\": [\"eks\", 7, null], \"more\": {\"deep\": [1.5, true]}}]",
                "saved.csv",
                "title,url\nWritten as a table,https://example.com/table\n",
                "feed.xml",
                "<rss version=\"2.0\"><channel><title>Feed</title><item><title>Written as a feed</title>"
                        + "<link>https://example.com/feed</link></item></channel></rss>",
                "list.md",
                "# Reading\n\n- [Written as Markdown](https://example.com/markdown) - A list.\n"
                        + "- [Of two](https://example.com/two) - Articles.\n",
                "letter.eml",
                "From: News <news@example.com>\nTo: me@example.com\nSubject: Weekly\nDate: Mon, 3 Nov 2025 08:00:00 +0000\n"
                        + "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n"
                        + "<h2><a href=\"https://example.com/mail\">Written as mail</a></h2><p>A newsletter.</p>\n");
        for (Map.Entry<String, String> file : files.entrySet()) {
            assertFound("written", Files.writeString(folder.resolve(file.getKey()), file.getValue()));
        }
    }

    private void assertFound(String query, Path file) {
        Path index = folder.resolve("index of " + file.getFileName());
        ReindexReport report = Reindex.of(CorpusReader.of(List.of(file.toString()))).into(index);
        assertEquals(0, report.rejected(), () -> file + ": " + report);
        try (SearchEngine engine = LuceneSearch.open(index)) {
            assertEquals(1, engine.search(SearchRequest.of(query)).total().value(), file::toString);
        }
    }
}
