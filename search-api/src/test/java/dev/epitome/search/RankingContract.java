package dev.epitome.search;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.search.SearchResult.Relation;
import dev.epitome.search.SearchResult.Total;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which articles are hits, and which come first. */
abstract class RankingContract extends EngineFixture {

    private static final String[] VOCABULARY = {"java", "kafka", "go", "rust", "api", "cache", "eks", "threads"};

    RankingContract(Function<List<Article>, SearchEngine> engines) {
        super(engines);
    }

    @Test
    void aWordInTheTitleWeighsMoreThanOneInTheSummary() {
        articles(
                article("a1").titled("Garbage collection").saying("Pauses and virtual memory."),
                article("a2").titled("Virtual collection").saying("Pauses and garbage memory."));
        search("virtual").ranks("a2", "a1");
        search("garbage").ranks("a1", "a2");
    }

    @Test
    void aTagWeighsMoreThanAWordInTheSummary() {
        articles(
                article("a1")
                        .saying("How we moved from kafka to a queue of our own")
                        .tagged("queue"),
                article("a2")
                        .saying("How we moved from queue to a broker of our own")
                        .tagged("kafka"));
        search("kafka").ranks("a2", "a1");
        search("queue").ranks("a1", "a2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inTitle", "inSummary", "inTags", "byAuthor", "fromSource"})
    void everyTextOfAnArticleIsSearched(String word) {
        articles(
                article("whole")
                        .titled("Words inTitle here")
                        .saying("And inSummary there.")
                        .tagged("other", "inTags")
                        .by("Ann Other", "byAuthor Smith")
                        .from("The fromSource Times"),
                article("other")
                        .titled("None")
                        .saying("of them")
                        .tagged("is")
                        .by("in")
                        .from("here"));
        search(word).ranks("whole");
    }

    @Test
    void wordsMayStandInDifferentPartsOfAnArticle() {
        articles(
                article("a1")
                        .titled("Tracing")
                        .saying("in production")
                        .tagged("kafka")
                        .by("Ann Lee")
                        .from("Grab"),
                article("a2")
                        .titled("Tracing")
                        .saying("in production")
                        .tagged("go")
                        .by("Ann Lee")
                        .from("Grab"));
        Searching all = search("grab kafka production lee tracing").matching(MatchMode.ALL);
        all.ranks("a1");
        assertThat(all.result().relaxed()).isFalse();
        search("grab kafka production lee tracing").ranks("a1", "a2");
    }

    @Test
    void caseAndAccentsDoNotMatter() {
        articles(
                article("a1").titled("Zürich déjà-vu"),
                article("a2").titled("ZURICH"),
                article("a3").titled("Bern"));
        search("zurich").finds("a1", "a2");
        search("ZÜRICH").finds("a1", "a2");
        search("Deja").finds("a1");
    }

    @Test
    void articlesWithAllWordsComeBeforeThoseWithSome() {
        articles(
                article("both").titled("Nothing special").saying("threads that are virtual"),
                article("one").titled("Virtual virtual virtual").tagged("virtual"),
                article("none").titled("Neither"));
        SearchResult result = search("virtual threads").result();
        assertThat(result.hits()).extracting(hit -> hit.article().id()).containsExactly("both", "one");
        assertThat(result.relaxed()).isTrue();
        assertThat(result.total()).isEqualTo(new Total(2, Relation.EQ));
        assertThat(result.hits().getFirst().score())
                .isGreaterThan(result.hits().getLast().score());
    }

    @Test
    void anAnswerInWhichEveryHitHasAllWordsIsNotCalledRelaxed() {
        articles(
                article("one").titled("Virtual threads"),
                article("two").titled("Threads that are virtual"),
                article("none").titled("Neither"));
        assertThat(search("virtual threads").result().relaxed()).isFalse();
    }

    @Test
    void whereArticlesWithAllWordsFillAWholeAnswerThoseWithSomeAreLeftOut() {
        List<Article> both = IntStream.range(0, SearchRequest.MAX_LIMIT)
                .mapToObj(i -> article("both" + i).titled("Virtual threads").told())
                .toList();
        List<Article> all = new ArrayList<>(both);
        all.add(article("one").titled("Virtual").told());
        engineOver(all);
        SearchResult enough = search("virtual threads").result();
        assertThat(enough.relaxed()).isFalse();
        assertThat(enough.total()).isEqualTo(new Total(SearchRequest.MAX_LIMIT, Relation.EQ));
        engineOver(all.subList(1, all.size()));
        SearchResult tooFew = search("virtual threads").result();
        assertThat(tooFew.relaxed()).isTrue();
        assertThat(tooFew.total()).isEqualTo(new Total(SearchRequest.MAX_LIMIT, Relation.EQ));
    }

    @Test
    void whereNoArticleHasAllWordsThoseWithSomeAreGivenAndTheAnswerSaysSo() {
        articles(
                article("one").titled("Threads"),
                article("two").titled("Virtual threads"),
                article("none").titled("Neither"));
        Searching relaxed = search("virtual threads loom");
        relaxed.ranks("two", "one");
        assertThat(relaxed.result().relaxed()).isTrue();
        assertThat(relaxed.result().total().value()).isEqualTo(2);
    }

    @Test
    void matchAllForbidsToRelax() {
        articles(article("one").titled("Threads"), article("two").titled("Virtual threads"));
        Searching strict = search("virtual threads loom").matching(MatchMode.ALL);
        strict.findsNothing();
        assertThat(strict.result().relaxed()).isFalse();
        search("virtual threads").matching(MatchMode.ALL).ranks("two");
    }

    @Test
    void anAnswerWithoutHitsIsNotCalledRelaxed() {
        articles(article("one").titled("Threads"));
        SearchResult result = search("erlang beam").result();
        assertThat(result.hits()).isEmpty();
        assertThat(result.relaxed()).isFalse();
        assertThat(result.total()).isEqualTo(new Total(0, Relation.EQ));
    }

    @Test
    void anEmptyQueryAsksForEverythingTheNewestFirst() {
        articles(
                article("old").published("2020"),
                article("undated"),
                article("new").published("2025-11-03"));
        search("").ranks("new", "old", "undated");
        search(" \t\n").ranks("new", "old", "undated");
    }

    @Test
    void tiesGoToTheNewerArticleThenToTheIdThatSortsFirst() {
        articles(
                article("c").titled("Threads").published("2024-05"),
                article("a").titled("Threads"),
                article("d").titled("Threads").published("2025-01-07"),
                article("b").titled("Threads").published("2024-05"));
        search("threads").ranks("d", "b", "c", "a");
    }

    @Test
    void aLaterArticleWithTheSameIdTakesThePlaceOfAnEarlierOne() {
        articles(
                article("a1").titled("Draft"),
                article("a2").titled("Other"),
                article("a1").titled("Final"));
        search("draft").findsNothing();
        search("final").ranks("a1");
        search("").finds("a1", "a2");
        assertThat(engine().index().articles()).isEqualTo(2);
    }

    @Test
    void scoresFallFromHitToHit() {
        articles(
                article("a1").titled("Kafka").saying("kafka kafka"),
                article("a2").saying("kafka among many other words that are not it"),
                article("a3").titled("On Kafka"));
        List<Double> scores =
                search("kafka").result().hits().stream().map(Hit::score).toList();
        assertThat(scores).hasSize(3).isSortedAccordingTo(Collections.reverseOrder());
        assertThat(scores.getFirst()).isGreaterThan(scores.getLast());
    }

    @Test
    void theOrderOfHitsDoesNotDependOnTheOrderInWhichArticlesCame() {
        Seeds.runs(4, random -> {
            List<Article> corpus = randomCorpus(random);
            List<List<String>> expected = rankings(corpus);
            Collections.shuffle(corpus, random);
            assertThat(rankings(corpus)).isEqualTo(expected);
        });
    }

    private static List<Article> randomCorpus(Random random) {
        return new ArrayList<>(IntStream.range(0, 80)
                .mapToObj(i -> article("id" + i)
                        .titled(randomWords(random, 2))
                        .saying(randomWords(random, 6))
                        .tagged(randomWords(random, 1))
                        .published("202" + random.nextInt(3)))
                .map(TestArticle::told)
                .toList());
    }

    private static String randomWords(Random random, int count) {
        return String.join(
                " ",
                Stream.generate(() -> VOCABULARY[random.nextInt(VOCABULARY.length)])
                        .limit(count)
                        .toList());
    }

    private List<List<String>> rankings(List<Article> corpus) {
        engineOver(corpus);
        return Stream.of("java", "java kafka", "go rust api", "cache eks threads unheard", "")
                .map(query -> search(query).page(0, 100).result().hits().stream()
                        .map(hit -> hit.article().id() + " " + hit.score())
                        .toList())
                .toList();
    }
}
