package dev.epitome.search;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.query.Interpretation.AliasUse;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other names of the same thing, from the shipped dictionary and from the articles themselves. */
abstract class AliasContract extends EngineFixture {

    AliasContract(Function<List<Article>, SearchEngine> engines) {
        super(engines);
    }

    @ParameterizedTest
    @CsvSource({
        "EKS, Elastic Kubernetes Service",
        "k8s, Kubernetes",
        "Postgres, PostgreSQL",
        "RBAC, role-based access control",
        "JS, JavaScript",
        "LLM, large language model",
        "infra, infrastructure",
    })
    void eitherNameFindsTheOtherAfterItself(String one, String other) {
        articles(
                article("one").titled("Notes").saying("Something on " + one + " in the cloud"),
                article("other").titled("Notes").saying("Something on " + other + " in the cloud"),
                article("none").titled("Notes").saying("Something else in the cloud"));
        search(one).with(request -> request.withMatch(MatchMode.ALL)).ranks("one", "other");
        search(other).with(request -> request.withMatch(MatchMode.ALL)).ranks("other", "one");
    }

    @Test
    void theNameThatWasTypedComesFirstAlsoWhereTheOtherStandsInTheTitle() {
        articles(
                article("alias")
                        .titled("Elastic Kubernetes Service")
                        .saying("Elastic Kubernetes Service, Elastic Kubernetes Service."),
                article("typed")
                        .titled("A long story of many things")
                        .saying(
                                "It is told at length, and somewhere in its midst, among many other words, EKS is met."),
                article("k8s").titled("k8s k8s k8s"));
        search("EKS").ranks("typed", "alias");
    }

    @Test
    void anAliasDoesNotGoBackWhereItIsTrueOneWayOnly() {
        articles(article("lang").titled("Writing golang"), article("verb").titled("Ready to Go"));
        search("golang").ranks("lang", "verb");
        search("go").ranks("verb");
    }

    @Test
    void anAcronymOfSeveralMeaningsFindsThemAll() {
        articles(
                article("delivery").titled("Continuous delivery"),
                article("deployment").titled("Continuous deployment"),
                article("apart").titled("Continuous noise, and a delivery"));
        search("CD").finds("delivery", "deployment");
        search("continuous delivery").matching(MatchMode.ALL).finds("delivery", "apart");
    }

    @Test
    void anAliasOfSeveralWordsIsMarkedAsOneSpan() {
        articles(article("a1")
                .titled("Why Elastic Kubernetes Service?")
                .saying("A service of Kubernetes is elastic; use the elastic kubernetes-service."));
        Hit hit = search("EKS").result().hits().getFirst();
        assertThat(marked(hit.title())).containsExactly("Elastic Kubernetes Service");
        assertThat(marked(hit.summary())).containsExactly("elastic kubernetes-service");
    }

    @Test
    void theAnswerTellsWhatWasAdded() {
        articles(article("a1").titled("Kubernetes"));
        SearchResult result = search("EKS cost -k8s").result();
        assertThat(result.interpreted().aliases())
                .contains(new AliasUse("eks", List.of("elastic kubernetes service"), false));
        assertThat(result.interpreted().aliases()).extracting(AliasUse::word).doesNotContain("k8s");
        assertThat(search("cost").result().interpreted().aliases()).isEmpty();
    }

    @Test
    void whatIsInQuotesIsMeantAsItIs() {
        articles(article("a1").titled("Kubernetes"), article("a2").titled("k8s"));
        search("\"k8s\"").ranks("a2");
        search("k8s").ranks("a2", "a1");
        search("title:k8s").finds("a2", "a1");
    }

    @Test
    void acronymsThatArticlesDefineAreLearnedAndMarkedAsLearned() {
        articles(
                article("defines").titled("How it works").saying("We built a Quick Plan Hint Store (QPHS) for it."),
                article("uses").titled("QPHS in production"),
                article("spells").titled("A quick plan hint store, again"));
        search("QPHS").finds("uses", "defines", "spells");
        assertThat(search("QPHS").result().interpreted().aliases())
                .singleElement()
                .satisfies(use -> {
                    assertThat(use.word()).isEqualTo("qphs");
                    assertThat(use.also()).containsExactly("quick plan hint store");
                    assertThat(use.learned()).isTrue();
                });
        search("quick plan hint store").matching(MatchMode.ALL).finds("uses", "defines", "spells");
    }

    private static List<String> marked(List<Snippet> snippets) {
        return snippets.stream()
                .flatMap(snippet ->
                        snippet.highlights().stream().map(span -> snippet.text().substring(span.start(), span.end())))
                .toList();
    }
}
