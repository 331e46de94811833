package com.example.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.epitome.article.Article;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.index.Reindex;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModulesTest {

    @TempDir
    Path folder;

    @Test
    void theProgramAndTheLibraryAreModules() {
        assertEquals("com.example.reader", ReadingList.class.getModule().getName());
        assertEquals("dev.epitome.search", LuceneSearch.class.getModule().getName());
        assertEquals("dev.epitome.indexer", Article.class.getModule().getName());
    }

    /** One record, {"title": "Moving to Amazon EKS"}, in what needs a library of its own. */
    @ParameterizedTest
    @CsvSource({
        "xz, /Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAheyJ0aXRsZSI6ICJNb3ZpbmcgdG8gQW1hem9uIEVLUyJ9CgAAAPxEm5/U0at9AAE6IrYqT9AftvN9AQAAAAAEWVo=",
        "zst, KLUv/SQiEQEAeyJ0aXRsZSI6ICJNb3ZpbmcgdG8gQW1hem9uIEVLUyJ9CoLOFXw=",
        "bz2, QlpoOTFBWSZTWfTZ+tUAABBfgAAQUAAAECIKCAAip4UaIAAxRoyBo0yNChoANGTagkiGdQeCdqO1XDM5DYg2ZboBP4u5IpwoSHps/WqA"
    })
    void whatIsPackedIsRead(String packing, String base64) throws IOException {
        assertFound("EKS", Files.write(folder.resolve("r.jsonl." + packing), Base64.getDecoder().decode(base64)));
    }

    @ParameterizedTest
    @CsvSource({
        "feed.xml, <rss version=\"2.0\"><channel><title>Feed</title><item><title>Written as a feed</title></item></channel></rss>",
        "mail.eml, 'From: a@example.com\nSubject: News\nDate: Mon, 3 Nov 2025 08:00:00 +0000\nMIME-Version: 1.0\n"
                + "Content-Type: text/html\n\n<h2><a href=\"https://example.com/mail\">Written as mail</a></h2><p>One.</p>\n'",
        "list.md, '# Reading\n\n- [Written so](https://example.com/1) - One.\n- [Another](https://example.com/2) - Two.\n'"
    })
    void formatsThatNeedALibraryOfTheirOwnAreRead(String name, String text) throws IOException {
        assertFound("written", Files.writeString(folder.resolve(name), text));
    }

    private void assertFound(String query, Path file) {
        Path index = folder.resolve("index");
        assertEquals(0, Reindex.of(CorpusReader.of(List.of(file.toString()))).into(index).rejected());
        try (SearchEngine engine = LuceneSearch.open(index)) {
            assertEquals(1, engine.search(SearchRequest.of(query)).total().value());
        }
    }
}
