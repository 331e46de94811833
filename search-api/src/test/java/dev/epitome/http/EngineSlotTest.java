package dev.epitome.http;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SuggestRequest;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class EngineSlotTest {

    private static final List<Consumer<SearchEngine>> QUESTIONS = List.of(
            engine -> engine.search(SearchRequest.of("threads")),
            engine -> engine.explain(SearchRequest.of("threads"), "a7"),
            engine -> engine.find("a7"),
            engine -> engine.suggest(new SuggestRequest("th", 1)),
            engine -> engine.related("a7", 1),
            SearchEngine::index);

    private final EngineSlot slot = new EngineSlot();

    @Test
    void whileItIsEmptyNoIndexAnswersAnyQuestion() {
        assertThat(QUESTIONS)
                .allSatisfy(question -> assertThatExceptionOfType(EpitomeException.class)
                        .isThrownBy(() -> question.accept(slot))
                        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.INDEX_MISSING))
                        .withMessageContaining("not open yet"));
    }

    @Test
    void onceItIsFilledTheEngineAnswers() {
        SearchEngine engine = engine();
        slot.fill(engine);
        assertThat(slot.index()).isEqualTo(engine.index());
        assertThat(slot.search(SearchRequest.of("threads")).hits()).hasSize(1);
        assertThat(slot.find("a7")).isPresent();
        assertThat(slot.explain(SearchRequest.of("threads"), "a7")).isPresent();
        slot.close();
    }

    @Test
    void closingItClosesTheEngine() {
        SearchEngine engine = engine();
        slot.fill(engine);
        slot.close();
        assertThatIllegalStateException().isThrownBy(engine::index);
        assertThat(QUESTIONS)
                .allSatisfy(question -> assertThatIllegalStateException().isThrownBy(() -> question.accept(slot)));
        slot.close();
    }

    @Test
    void anEngineThatComesAfterTheCloseIsClosedAtOnce() {
        slot.close();
        SearchEngine late = engine();
        slot.fill(late);
        assertThatIllegalStateException().isThrownBy(late::index);
    }

    @Test
    void aSecondEngineIsRefusedAndStaysTheCallers() {
        slot.fill(engine());
        try (SearchEngine second = engine()) {
            assertThatIllegalStateException().isThrownBy(() -> slot.fill(second));
            assertThat(second.index().articles()).isOne();
        }
        slot.close();
    }

    private static SearchEngine engine() {
        return LuceneSearch.inMemory(articles(article("a7").titled("Threads")));
    }
}
