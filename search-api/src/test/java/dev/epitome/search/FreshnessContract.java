package dev.epitome.search;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.epitome.article.Article;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Newer articles gain where that is asked for. */
abstract class FreshnessContract extends EngineFixture {

    private static final LocalDate TODAY = LocalDate.of(2025, 11, 30);

    FreshnessContract(Function<List<Article>, SearchEngine> engines) {
        super(engines);
    }

    @BeforeEach
    void fourArticles() {
        articles(
                article("best").titled("Kafka, Kafka").saying("kafka").published("2019-03-01"),
                article("new").titled("Kafka here").published("2025-11-29"),
                article("older").titled("Kafka here").published("2025-10-01"),
                article("undated").titled("Kafka here"));
    }

    @Test
    void withoutBeingAskedForItMakesNoDifference() {
        Searching plain = search("kafka").with(request -> request.withToday(TODAY));
        assertThat(plain.ids().getFirst()).isEqualTo("best");
        List<Double> scores = plain.result().hits().stream().map(Hit::score).toList();
        assertThat(scores.get(1)).isEqualTo(scores.get(2)).isEqualTo(scores.get(3));
    }

    @Test
    void whereItIsAskedForNewerArticlesComeFirstAndNoneIsLost() {
        fresh("kafka", 30).ranks("new", "older", "best", "undated");
    }

    @Test
    void theAgeAskedForGivesHalf() {
        double none = score(search("kafka"), "undated");
        double today = score(fresh("kafka", 60).with(request -> request.withToday(LocalDate.of(2025, 10, 1))), "older");
        double half = score(fresh("kafka", 60), "older");
        assertThat(half - none).isCloseTo((today - none) / 2, offset(1e-3));
        assertThat(score(fresh("kafka", 60), "undated")).isEqualTo(none);
    }

    @Test
    void theSameDayGivesTheSameAnswerWhenever() {
        assertThat(scores(fresh("kafka", 30))).isEqualTo(scores(fresh("kafka", 30)));
        assertThat(scores(fresh("kafka", 30)))
                .isNotEqualTo(scores(fresh("kafka", 30).with(request -> request.withToday(TODAY.plusDays(40)))));
    }

    @Test
    void itHoldsForRelaxedAnswersAndForEverythingToo() {
        fresh("kafka unheard", 30).ranks("new", "older", "best", "undated");
        assertThat(fresh("", 30).ids()).startsWith("new", "older");
    }

    @Test
    void anArticleWithAllWordsStaysBeforeANewerOneWithSome() {
        articles(
                article("all").titled("Kafka streams").published("2001"),
                article("some").titled("Kafka").published("2025-11-30"));
        fresh("kafka streams", 1).ranks("all", "some");
    }

    private Searching fresh(String query, int days) {
        return search(query)
                .with(request -> request.withFreshness(new Freshness(days)).withToday(TODAY));
    }

    private static List<Double> scores(Searching searching) {
        return searching.result().hits().stream().map(Hit::score).toList();
    }

    private static double score(Searching searching, String id) {
        return searching.result().hits().stream()
                .filter(hit -> hit.article().id().equals(id))
                .mapToDouble(Hit::score)
                .findFirst()
                .orElseThrow();
    }
}
