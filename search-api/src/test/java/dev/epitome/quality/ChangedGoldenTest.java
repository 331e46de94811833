package dev.epitome.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.article.ArticleChange;
import dev.epitome.article.ArticleChange.Condition;
import dev.epitome.article.ArticleChange.Delete;
import dev.epitome.article.ArticleChange.Put;
import dev.epitome.article.Origin;
import dev.epitome.article.Origin.Unit;
import dev.epitome.lucene.ArticleStore;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.Shipped;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The golden queries over the shipped corpus, after it was changed article by article. */
final class ChangedGoldenTest {

    private static final Path GOLDEN = Path.of("..", "corpus", "golden");

    private final long seed = Long.getLong("epitome.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void onceChangesHavePausedEveryGoldenQueryHasTheIdsAndScoresOfARebuild() {
        List<Article> shipped = Shipped.articles();
        Map<String, Article> model = new LinkedHashMap<>();
        try (ArticleStore store = ArticleStore.inMemory()) {
            apply(store, shipped.stream().map(ChangedGoldenTest::put).toList(), model);
            for (int i = 0; i < 100; i++) {
                apply(store, changes(shipped), model);
            }
            store.settle();
            try (SearchEngine anew = LuceneSearch.inMemory(List.copyOf(model.values()))) {
                for (Topic topic : GoldenSet.read(GOLDEN).topics()) {
                    SearchRequest request = SearchRequest.of(topic.query()).withoutHighlights();
                    assertThat(hits(store.engine(), request))
                            .as("seed %d, %s", seed, topic.query())
                            .isEqualTo(hits(anew, request));
                }
            }
        }
    }

    private static List<String> hits(SearchEngine engine, SearchRequest request) {
        return engine.search(request).hits().stream()
                .map(hit -> hit.article().id() + " " + hit.score())
                .toList();
    }

    private List<ArticleChange> changes(List<Article> shipped) {
        List<ArticleChange> changes = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            Article one = shipped.get(random.nextInt(shipped.size()));
            Article other = shipped.get(random.nextInt(shipped.size()));
            changes.add(
                    switch (random.nextInt(3)) {
                        case 0 -> new Delete(one.id(), Condition.NONE);
                        case 1 -> put(other.withId(one.id()));
                        default -> put(one);
                    });
        }
        return changes;
    }

    private static void apply(ArticleStore store, List<? extends ArticleChange> changes, Map<String, Article> model) {
        var unused = store.apply(List.copyOf(changes));
        for (ArticleChange change : changes) {
            switch (change) {
                case Put put -> model.put(put.id(), put.article());
                case Delete delete -> model.remove(delete.id());
            }
        }
    }

    private static Put put(Article article) {
        Origin origin = new Origin("test", Unit.ENTRY, 1, Optional.empty(), Instant.EPOCH);
        return new Put(article, origin, Condition.NONE);
    }
}
