package com.example.reader;

import dev.epitome.article.Article;
import dev.epitome.index.Reindex;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
class ReaderApplication {

    /** Spring closes it with the application. */
    @Bean
    SearchEngine engine(@Value("${reader.index}") Path index) {
        Reindex.of(ReadingList.ARTICLES.stream()).into(index);
        return LuceneSearch.open(index);
    }

    @RestController
    static class Searches {

        private final SearchEngine engine;
        private final Path index;

        Searches(SearchEngine engine, @Value("${reader.index}") Path index) {
            this.engine = engine;
            this.index = index;
        }

        record Found(String id, String title, double score) {}

        record Note(String title, String text) {}

        @GetMapping("/search")
        List<Found> search(@RequestParam("q") String query) {
            return engine.search(SearchRequest.of(query)).hits().stream()
                    .map(hit -> new Found(hit.article().id(), hit.article().title(), hit.score()))
                    .toList();
        }

        /** The engine sees the new index by itself. */
        @PutMapping("/articles")
        long replace(@RequestBody List<Note> notes) {
            return Reindex.of(notes.stream()
                            .map(note -> Article.titled(note.title()).summary(note.text()).build()))
                    .into(index)
                    .accepted();
        }
    }
}
