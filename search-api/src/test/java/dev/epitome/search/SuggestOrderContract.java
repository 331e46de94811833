package dev.epitome.search;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.search.Suggestion.Kind;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which suggestions are worth a place, in which order, and how many articles they promise. */
abstract class SuggestOrderContract extends SuggestFixture {

    private static final int CORPORA = 3;
    private static final int TEXTS = 40;

    SuggestOrderContract(Function<List<Article>, SearchEngine> engines) {
        super(engines);
    }

    @Test
    void wordsOfMoreArticlesComeFirstWithTheirNumber() {
        articles(
                article("a1").titled("About kafka and kanban"),
                article("a2").titled("About kafka"),
                article("a3").titled("About kanban, kafka"));
        assertThat(suggestions("ka"))
                .filteredOn(some -> some.kind() == Kind.WORD)
                .extracting(some -> some.text() + " " + some.articles())
                .containsExactly("kafka 3", "kanban 2");
    }

    @Test
    void behindAFieldOnlyWordsOfThatFieldAreOfferedAndCounted() {
        articles(
                article("a1").titled("An API").saying("Amazon, AWS"),
                article("a2").titled("Agents").saying("API, Amazon"),
                article("a3").titled("Agent, AWS").saying("API, Amazon"));
        assertThat(counted("title:a")).containsExactly("Agent 2", "API 1", "AWS 1");
        assertThat(counted("summary:a")).containsExactly("Amazon 3", "API 2", "AWS 1");
    }

    @ParameterizedTest
    @CsvSource({
        "kafka OR n, node 3; nano 2",
        "kafka n, nano 1; node 1",
        "tag:a OR type:n, news 3",
        "-n, node 2; nano 3",
        "published:2020 n, node 1; nano 1",
        "unheard n, node 2; nano 1"
    })
    void asManyArticlesAreToldAsTheQueryFinds(String typed, String counted) {
        articles(
                article("a1").titled("Kafka nano node").ofType("news").published("2020"),
                article("a2").titled("nodes, node").ofType("news").published("2021"),
                article("a3").titled("Kafka").tagged("a"),
                article("a4").titled("Redis"));
        assertThat(counted(typed)).containsExactly(counted.split("; "));
    }

    @Test
    void amongEqualsNeighboursOfTheWordBeforeComeFirstThenFrequentWords() {
        articles(
                article("a1").titled("Rate limiting, not lasted").saying("Layers of the left are there."),
                article("a2").titled("Left"));
        assertThat(words("rate l")).startsWith("limiting", "left").contains("lasted", "Layers");
        assertThat(words("rate OR l")).startsWith("left");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "flag -", "\"-", "title:-", "(-"})
    void noBeginningIsCompletedToAWordThatWouldBeReadAsAnOperator(String typed) {
        articles(
                article("a1").titled("The flag -Z of the compiler"),
                article("a2").titled("Flag -Z"));
        assertThat(suggestions(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-(ka", "NOT (ka", "-(x OR ka", "-(x OR (ka", "-title:(ka"})
    void titlesAreNotOfferedWhereTheyWouldBeLeftOut(String typed) {
        articles(article("a1").titled("Kafka"), article("a2").titled("x y"));
        assertThat(ofKind(Kind.TITLE, typed)).isEmpty();
        assertThat(words(typed)).containsExactly("Kafka");
    }

    @Test
    void aQuestionWhoseLastWordIsCompleteGoesOnOnlyAsATitle() {
        articles(
                article("a1").titled("What is an issue?"),
                article("a2").titled("What isolation is").saying("How do it: an issue."));
        assertThat(words("what is")).isEmpty();
        assertThat(words("how do it")).isEmpty();
        assertThat(ofKind(Kind.TITLE, "what is")).isNotEmpty();
        assertThat(words("what iss")).containsExactly("issue");
        assertThat(words("is")).contains("issue", "isolation");
        assertThat(words("isolation is")).contains("issue");
    }

    @Test
    void wordsThatFindMostComeFirstHoweverFewAreAskedForAndAlsoWhereNoArticleHasAll() {
        articlesOnKubernetes();
        assertThat(suggestions("k", 2))
                .extracting(some -> some.text() + " " + some.articles())
                .containsExactly("Kubernetes 4", "K8s 4");
        assertThat(counted("k")).containsExactly("Kubernetes 4", "K8s 4", "kafka 3");
        assertThat(counted("unheard k")).containsExactly("Kubernetes 4", "K8s 4", "kafka 3");
    }

    @Test
    void whatIsLeftOutKeepsItsOrder() {
        articlesOnKubernetes();
        assertThat(words("-k")).containsExactly("kafka", "Kubernetes", "K8s");
    }

    private void articlesOnKubernetes() {
        articles(
                article("a1").titled("On Kubernetes, kafka"),
                article("a2").titled("Of Kubernetes and kafka"),
                article("a3").titled("With Kubernetes, kafka"),
                article("a4").titled("On K8s"),
                article("a5").titled("Redis"));
    }

    @Test
    void anOperatorIsSuggestedWhereThereIsNothingElseHoweverFewAreAskedFor() {
        articles(article("a1").titled("Idempotency"));
        assertThat(of(Kind.OPERATOR, suggestions("idempotency OR", 1)))
                .extracting(Suggestion::text)
                .containsExactly("OR");
    }

    @Test
    void ofEachKindFewSuggestionsAreTheFirstOfMany() {
        Seeds.runs(CORPORA, random -> {
            engineOver(TechnicalTexts.articles(random, 30));
            for (int i = 0; i < TEXTS; i++) {
                String query = TechnicalTexts.query(random).text();
                String typed = query.substring(0, random.nextInt(query.length() + 1));
                checkFewOf(random.nextBoolean() ? typed : typed.substring(0, Math.min(1, typed.length())), random);
            }
        });
    }

    private void checkFewOf(String typed, Random random) {
        List<Suggestion> many = suggestions(typed, SuggestRequest.MAX_LIMIT);
        List<Suggestion> few = suggestions(typed, 1 + random.nextInt(SuggestRequest.MAX_LIMIT));
        for (Kind kind : Kind.values()) {
            List<Suggestion> fewOfKind = of(kind, few);
            List<Suggestion> manyOfKind = of(kind, many);
            assertThat(fewOfKind)
                    .as("%s for %s", kind, typed)
                    .isEqualTo(manyOfKind.subList(0, Math.min(fewOfKind.size(), manyOfKind.size())));
        }
        assertThat(few.isEmpty()).as("none for %s", typed).isEqualTo(many.isEmpty());
    }

    private static List<Suggestion> of(Kind kind, List<Suggestion> suggestions) {
        return suggestions.stream().filter(some -> some.kind() == kind).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"s", "netflix s", "(s", "title:s", "\"netflix s", "tag:s", "scaling"})
    void whatChangesNothingIsNotOffered(String typed) {
        articles(
                article("a1").titled("Netflix s").saying("With s and scaling.").tagged("s", "scaling", "s-curve"),
                article("a2").titled("Netflix scaling").saying("Scaling-up of s."));
        assertThat(suggestions(typed)).extracting(Suggestion::query).doesNotContain(typed);
    }

    @Test
    void aLetterInAnotherCaseIsOffered() {
        articles(article("a1").titled("Written in C"), article("a2").titled("Caches of C"));
        assertThat(words("c")).contains("C", "Caches");
    }
}
