package com.example.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.epitome.article.Article;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.index.Reindex;
import dev.epitome.index.ReindexListener;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingTest {

    @TempDir
    Path folder;

    @Test
    void anIndexOnDiskIsMadeOpenedAndSearched() throws Exception {
        Path records = Files.writeString(
                folder.resolve("records.jsonl"),
                """
                {"title": "Moving to Amazon EKS", "summary": "From self-managed clusters to a managed one."}
                {"title": "Agents in production", "summary": "A graph of agents run by LangGraph."}
                """);
        Path index = folder.resolve("index");
        CorpusReader corpus =
                CorpusReader.of(List.of(records.toString()));
        assertEquals(2, Reindex.into(index, corpus, ReindexListener.SILENT).accepted());

        try (SearchEngine engine = LuceneSearch.open(index)) {
            var hits = engine.search(SearchRequest.of("EKS")).hits();
            assertEquals(1, hits.size());
            assertEquals("Moving to Amazon EKS", hits.getFirst().article().title());
        }
    }

    @Test
    void anIndexInMemoryServesTests() {
        Article article = Article.titled("Virtual threads").summary("One thread a request.").build();
        try (SearchEngine engine = LuceneSearch.inMemory(List.of(article))) {
            assertEquals(article, engine.search(SearchRequest.of("threads")).hits().getFirst().article());
        }
    }

    @Test
    void luceneIsOnTheClassPath() throws Exception {
        // Guards the test below: with a misspelt name or an odd class loader nothing at all would be found.
        assertNotNull(Class.forName("org.apache.lucene.index.IndexWriter"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.javalin.Javalin",
                "org.eclipse.jetty.server.Server",
                "jakarta.servlet.Servlet",
                "kotlin.Unit",
                "io.micrometer.core.instrument.MeterRegistry",
                "picocli.CommandLine",
                "me.tongfei.progressbar.ProgressBar",
                "org.slf4j.simple.SimpleLogger"
            })
    void noServerAndNoCommandLineComesAlong(String className) {
        assertThrows(ClassNotFoundException.class, () -> Class.forName(className));
    }
}
