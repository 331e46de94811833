package dev.epitome.search;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that no article has. */
abstract class SpellingContract extends EngineFixture {

    SpellingContract(Function<List<Article>, SearchEngine> engines) {
        super(engines);
    }

    @BeforeEach
    void someArticles() {
        articles(
                article("graph").titled("LangGraph agents").saying("A graph of agents."),
                article("more").titled("Agents").saying("On LangGraph, too."),
                article("eks").titled("EKS at Hotstar").saying("Scaling to many nodes, at p99 of 20 ms."),
                article("kube").titled("Kubernetes and Kafka").saying("Streams of events, in Rust."),
                article("caching").titled("Caching").by("Jane Postel").tagged("redis"));
    }

    @ParameterizedTest
    @CsvSource({
        "langraph, LangGraph, graph more",
        "Langgrpah, LangGraph, graph more",
        "kubernets, Kubernetes, kube",
        "kuberntees, Kubernetes, kube",
        "kafak, Kafka, kube",
        "hotstr, Hotstar, eks",
    })
    void aSlipIsCorrectedAndTheAnswerSaysSo(String typed, String to, String ids) {
        SearchResult result = search(typed).result();
        search(typed).finds(ids.split(" ", -1));
        assertThat(result.corrected()).containsExactly(new Correction(typed, to));
        assertThat(result.interpreted().text()).isEqualTo(to.toLowerCase(Locale.ROOT));
        assertThat(result.query().text()).isEqualTo(typed);
        assertThat(result.didYouMean()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ECS",
                "EKP",
                "eks2",
                "KAFAK",
                "HOTSTR",
                "rusr",
                "rsut",
                "p98",
                "kafka2",
                "xafka",
                "lngraf",
                "\"kafak\"",
                "tag:rediss",
                "author:postl",
                "kafak*",
                "-kafak -kube*",
            })
    void neverTouched(String typed) {
        assertThat(search(typed).result().corrected()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ECS", "EKP", "KAFAK", "rusr", "p98", "xafka", "\"kafak\""})
    void whatIsNotTouchedFindsNothingAndNothingIsProposed(String typed) {
        for (FuzzyMode mode : FuzzyMode.values()) {
            SearchResult result =
                    search(typed).with(request -> request.withFuzzy(mode)).result();
            assertThat(result.hits()).isEmpty();
            assertThat(result.didYouMean()).isEmpty();
        }
    }

    @Test
    void aWordThatSomeArticleHasIsNeverCorrected() {
        articles(article("typo").titled("A langraph"), article("right").titled("LangGraph"));
        search("langraph").ranks("typo");
        assertThat(search("langraph").result().corrected()).isEmpty();
    }

    @Test
    void aWordInAnotherFormThanArticlesHaveItIsNotCorrected() {
        search("caches").ranks("caching");
        assertThat(search("caches").result().corrected()).isEmpty();
        search("hot star").with(request -> request.withMatch(MatchMode.ALL)).ranks("eks");
    }

    @Test
    void whatWasCorrectedIsWorthLessThanWhatWasTyped() {
        double typed = search("langgraph").result().hits().getFirst().score();
        double corrected = search("langraph").result().hits().getFirst().score();
        assertThat(corrected).isPositive().isLessThan(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"langraph", "langraph agents", "agents kubernets", "kafak OR langraph", "langraph -more"})
    void whereCorrectionIsForbiddenItIsProposedWithWhatItFinds(String typed) {
        Searching off = search(typed).with(request -> request.withFuzzy(FuzzyMode.OFF));
        assertThat(off.result().corrected()).isEmpty();
        DidYouMean proposed = off.result().didYouMean().orElseThrow();
        SearchResult other = search(proposed.query())
                .with(request -> request.withFuzzy(FuzzyMode.OFF))
                .result();
        assertThat(proposed.hits()).isPositive().isEqualTo(other.total().value());
        assertThat(other.didYouMean()).isEmpty();
    }

    @Test
    void aProposalCountsWhatPassesTheFilter() {
        SearchFilter redis =
                new SearchFilter(List.of(), List.of(), List.of("redis"), List.of(), Optional.empty(), Optional.empty());
        Searching off = search("langraph").with(request -> request.withFuzzy(FuzzyMode.OFF));
        assertThat(off.where(redis).result().didYouMean()).isEmpty();
        assertThat(off.result().didYouMean()).hasValue(new DidYouMean("LangGraph", 2));
    }

    @Test
    void aProposalCountsInTheOrderThatWasAskedFor() {
        articles(
                article("both").titled("Kafka agents").published("2024"),
                article("one").titled("Agents").published("2025"));
        Searching off = search("agents kafak").with(request -> request.withFuzzy(FuzzyMode.OFF));
        assertThat(off.result().didYouMean()).hasValue(new DidYouMean("agents Kafka", 2));
        assertThat(off.sorted(SortOrder.NEWEST).result().didYouMean()).hasValue(new DidYouMean("agents Kafka", 1));
    }

    @Test
    void nothingIsProposedWhereAllWordsAreKnown() {
        SearchResult result = search("agents Kafka")
                .with(request -> request.withFuzzy(FuzzyMode.OFF))
                .result();
        assertThat(result.didYouMean()).isEmpty();
    }
}
