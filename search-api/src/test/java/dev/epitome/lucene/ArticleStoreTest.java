package dev.epitome.lucene;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.article.ArticleChange;
import dev.epitome.article.ArticleChange.Condition;
import dev.epitome.article.ArticleChange.Delete;
import dev.epitome.article.ArticleChange.Put;
import dev.epitome.article.Origin;
import dev.epitome.article.Origin.Unit;
import dev.epitome.search.ArticleWriter;
import dev.epitome.search.ArticleWriterContract;
import dev.epitome.search.Pages;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleStoreTest extends ArticleWriterContract {

    @TempDir
    private Path folder;

    private Optional<ArticleStore> opened = Optional.empty();

    private ArticleStore store() {
        return opened.orElseThrow();
    }

    @Override
    protected ArticleWriter open() {
        opened = Optional.of(ArticleStore.open(folder.resolve("index")));
        return store();
    }

    @Override
    protected SearchEngine engine() {
        return store().engine();
    }

    @Override
    protected void settle() {
        store().settle();
    }

    @Override
    protected SearchEngine madeOf(List<Article> articles) {
        return LuceneSearch.inMemory(articles);
    }

    /** Each of the states in between has a cursor of its own. */
    @Test
    void aCursorFromBeforeFiveHundredPublishesPagesToItsEnd() {
        store().apply(IntStream.range(0, 60).mapToObj(i -> put("a" + i)).toList());
        SearchRequest request = SearchRequest.of("kafka").withLimit(10);
        SearchResult page = store().engine().search(request);
        List<String> seen = new ArrayList<>(Pages.ids(List.of(page)));
        while (page.next().isPresent()) {
            for (int i = 0; i < 100; i++) {
                store().apply(List.of(new Delete("a" + i % 60, Condition.NONE), put("b" + seen.size() + "-" + i)));
                assertThat(store().engine().search(request).next()).isPresent();
            }
            page = store().engine().search(request.withCursor(page.next().get()));
            seen.addAll(Pages.ids(List.of(page)));
        }
        assertThat(seen).hasSize(60).doesNotHaveDuplicates().allMatch(id -> id.startsWith("a"));
    }

    private static ArticleChange put(String id) {
        Origin origin = new Origin("test", Unit.ENTRY, 1, Optional.empty(), Instant.EPOCH);
        return new Put(article(id).titled("Kafka " + id).told(), origin, Condition.NONE);
    }
}
