package dev.epitome.lucene;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.article.Origin.Unit;
import dev.epitome.index.ArticleIndexer;
import dev.epitome.index.Publication;
import dev.epitome.index.Publication.Published;
import dev.epitome.index.Publication.Refused;
import dev.epitome.index.PublishCheck;
import dev.epitome.index.PublishCheck.Decision;
import dev.epitome.search.Hit;
import dev.epitome.search.Pages;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

/** Searching an index before it is published. */
final class UncommittedTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final List<Article> ARTICLES = articles(
            article("a1").titled("Kafka at scale"),
            article("a2").titled("Scaling").saying("How Kafka scales."),
            article("a3").titled("Other"));

    private final Directory directory = new ByteBuffersDirectory();

    @Test
    void theHitsAndScoresAreThoseOfTheIndexOncePublished() {
        List<List<String>> seen = new ArrayList<>();
        Publication end = build(LuceneSearch.beforePublishing(SearchSettings.DEFAULT, (engine, published) -> {
            assertThat(engine.index().articles()).isEqualTo(3);
            assertThat(engine.index().createdAt()).isEqualTo(NOW);
            assertThat(engine.find("a3")).isPresent();
            seen.add(hits(engine));
            return Decision.Publish.UNMEASURED;
        }));
        assertThat(end).isInstanceOf(Published.class);
        try (SearchEngine published = LuceneSearch.inMemory(ARTICLES)) {
            assertThat(seen).containsExactly(hits(published));
            assertThat(hits(published)).hasSize(2);
        }
    }

    @Test
    void theEngineEndsWithTheCheck() {
        List<SearchEngine> kept = new ArrayList<>();
        Refused no = new Refused(List.of("no"));
        Publication end = build(LuceneSearch.beforePublishing(SearchSettings.DEFAULT, (engine, published) -> {
            kept.add(engine);
            return new Decision.Refuse(no.reasons());
        }));
        assertThat(end).isEqualTo(no);
        assertThatThrownBy(() -> kept.getFirst().find("a1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void itIsPagedByCursorsToo() {
        build(LuceneSearch.beforePublishing(SearchSettings.DEFAULT, (engine, published) -> {
            SearchRequest request = SearchRequest.of("").withLimit(2);
            assertThat(Pages.ids(Pages.from(engine, request))).containsExactlyInAnyOrder("a1", "a2", "a3");
            return Decision.Publish.UNMEASURED;
        }));
    }

    @Test
    void theReaderStaysTheCallers() {
        List<Integer> references = new ArrayList<>();
        build(candidate -> {
            LuceneSearch.over(candidate.uncommitted(), candidate.info(), SearchSettings.DEFAULT)
                    .close();
            references.add(candidate.uncommitted().getRefCount());
            return Decision.Publish.UNMEASURED;
        });
        assertThat(references).containsExactly(1);
    }

    private Publication build(PublishCheck check) {
        try (ArticleIndexer indexer = ArticleIndexer.create(directory, NOW)) {
            ARTICLES.forEach(article -> indexer.add(article, new Origin("test", Unit.ENTRY, 1, Optional.empty(), NOW)));
            return indexer.commit(new PublishCheck.Input(3, 0, List.of()), check);
        }
    }

    private static List<String> hits(SearchEngine engine) {
        return engine.search(SearchRequest.of("kafka")).hits().stream()
                .map((Hit hit) -> hit.article().id() + " " + hit.score())
                .toList();
    }
}
