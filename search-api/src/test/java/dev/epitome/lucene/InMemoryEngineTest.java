package dev.epitome.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchEngineContract;
import dev.epitome.search.SuggestRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InMemoryEngineTest extends SearchEngineContract {

    @Override
    protected SearchEngine engineOver(List<Article> articles) {
        return LuceneSearch.inMemory(articles);
    }

    @Test
    void anEmptyIndexHasNothingToOffer() {
        try (SearchEngine engine = engineOver(List.of())) {
            for (String typed : List.of("a", "tag:", "published:", "kafka O", "\"a b")) {
                assertThat(engine.suggest(new SuggestRequest(typed, SuggestRequest.DEFAULT_LIMIT)))
                        .as(typed)
                        .isEmpty();
            }
        }
    }
}
