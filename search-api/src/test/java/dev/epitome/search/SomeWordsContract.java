package dev.epitome.search;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.search.Hit.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Answers in which some of the words are enough: how many have all, and who lacks what. */
abstract class SomeWordsContract extends EngineFixture {

    SomeWordsContract(Function<List<Article>, SearchEngine> engines) {
        super(engines);
    }

    @Test
    void aRelaxedAnswerSaysHowManyHaveAllWordsAndWhoLacksWhich() {
        articles(
                article("all").titled("Kafka at Uber"),
                article("kafka").titled("Kafka alone"),
                article("uber").titled("Uber alone"),
                article("none").titled("Neither"));
        SearchResult result = search("kafka uber").result();
        assertThat(result.relaxed()).isTrue();
        assertThat(result.allWords()).hasValue(1);
        assertThat(result.hits().getFirst().article().id()).isEqualTo("all");
        assertThat(words(result))
                .isEqualTo(Map.of(
                        "all", new Words(List.of("kafka", "uber"), List.of()),
                        "kafka", new Words(List.of("kafka"), List.of("uber")),
                        "uber", new Words(List.of("uber"), List.of("kafka"))));
    }

    @Test
    void whereNoArticleHasAllWordsThatIsZero() {
        articles(article("kafka").titled("Kafka alone"), article("uber").titled("Uber alone"));
        SearchResult result = search("kafka uber").result();
        assertThat(result.allWords()).hasValue(0);
        assertThat(words(result).get("uber")).isEqualTo(new Words(List.of("uber"), List.of("kafka")));
    }

    @Test
    void whereAllHaveAllWordsNothingIsSaid() {
        articles(article("all").titled("Kafka at Uber"), article("kafka").titled("Kafka alone"));
        for (SearchResult strict : List.of(
                search("kafka").result(),
                search("kafka uber").matching(MatchMode.ALL).result(),
                search("").result())) {
            assertThat(strict.relaxed()).isFalse();
            assertThat(strict.allWords()).isEmpty();
            assertThat(strict.hits()).extracting(Hit::words).allMatch(Optional::isEmpty);
        }
    }

    @Test
    void aWordByAnotherNameOrInAnotherFormIsThere() {
        articles(
                article("alias").titled("Elastic Kubernetes Service"),
                article("stem").titled("How clusters scale"),
                article("one").titled("A NodePort"),
                article("typo").titled("LangGraph"));
        assertThat(words(search("eks zeppelins").result()).get("alias"))
                .isEqualTo(new Words(List.of("eks"), List.of("zeppelins")));
        assertThat(words(search("scaling zeppelins").result()).get("stem"))
                .isEqualTo(new Words(List.of("scaling"), List.of("zeppelins")));
        assertThat(words(search("node port zeppelins").result()).get("one"))
                .isEqualTo(new Words(List.of("node", "port"), List.of("zeppelins")));
        assertThat(words(search("langraph zeppelins").result()).get("typo"))
                .isEqualTo(new Words(List.of("langraph"), List.of("zeppelins")));
    }

    @Test
    void wordsThatOnlyMakeAQuestionAreNotMissed() {
        articles(article("kafka").titled("Kafka alone"));
        assertThat(words(search("how does kafka lose messages").result()).get("kafka"))
                .isEqualTo(new Words(List.of("kafka"), List.of("lose", "messages")));
    }

    @Test
    void whatIsInQuotesIsOneWord() {
        articles(article("a").titled("An elastic band with a gateway"));
        assertThat(words(search("\"elastic gateway\" band").result()).get("a"))
                .isEqualTo(new Words(List.of("band"), List.of("elastic gateway")));
    }

    @Test
    void theNumberIsTheSameOnAllPagesAndForAnyLimit() {
        TestArticle[] articles = new TestArticle[60];
        for (int i = 0; i < articles.length; i++) {
            articles[i] =
                    article("a" + i).titled(i % 3 == 0 ? "Kafka at Uber" : i % 3 == 1 ? "Kafka alone" : "Uber alone");
        }
        articles(articles);
        for (int limit : new int[] {0, 1, 20, 100}) {
            assertThat(search("kafka uber")
                            .with(request -> request.withLimit(limit))
                            .result()
                            .allWords())
                    .hasValue(20);
        }
        List<SearchResult> pages =
                Pages.from(engine(), SearchRequest.of("kafka uber").withLimit(7));
        assertThat(pages).allSatisfy(page -> assertThat(page.allWords()).hasValue(20));
        List<Hit> hits = pages.stream().flatMap(page -> page.hits().stream()).toList();
        assertThat(hits).hasSize(60);
        for (int i = 0; i < hits.size(); i++) {
            assertThat(hits.get(i).words().orElseThrow().lacks().isEmpty())
                    .as("hit %d", i)
                    .isEqualTo(i < 20);
        }
    }

    private static Map<String, Words> words(SearchResult result) {
        Map<String, Words> words = new HashMap<>();
        result.hits().forEach(hit -> words.put(hit.article().id(), hit.words().orElseThrow()));
        return words;
    }
}
