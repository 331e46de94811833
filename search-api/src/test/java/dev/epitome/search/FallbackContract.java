package dev.epitome.search;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.query.Interpretation.Fallback;
import dev.epitome.query.QueryExpression.Reading;
import dev.epitome.search.Explanation.Contribution;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that no article has, and what is left of them. */
abstract class FallbackContract extends EngineFixture {

    FallbackContract(Function<List<Article>, SearchEngine> engines) {
        super(engines);
    }

    @BeforeEach
    void someArticles() {
        articles(
                article("kafka").titled("Kafka at scale").saying("Brokers, partitions and offsets."),
                article("streams").titled("Streams of events").saying("With Flink, and in Rust."),
                article("zeppelin").titled("Zeppelin notebooks").saying("Plots for analysts."),
                article("verbose").titled("Verbose logs").saying("What to leave out of them."),
                article("zurich").titled("A data centre in Zürich").by("Jan Mueller"),
                article("hotstar").titled("Hotstar").saying("Millions watch cricket."),
                article("orchestra").titled("Elastic Kubernetes Service").saying("Nodes, and who pays for them."));
    }

    @ParameterizedTest
    @CsvSource({
        "--verbose, verbose, WITHOUT_SIGN, verbose",
        "@kafka, kafka, WITHOUT_SIGN, kafka",
        "kafka-xyzzy, kafka, PARTS, kafka",
        "xyzzy/zeppelin, zeppelin, PARTS, zeppelin",
        "flink_xyzzy, flink, PARTS, streams",
        "kafka9, kafka, WITHOUT_NUMBER, kafka",
        "flink1.20, flink, WITHOUT_NUMBER, streams",
        "kafkajs, kafka, WITHOUT_ENDING, kafka",
        "flinkio, flink, WITHOUT_ENDING, streams",
        "Zuerich, zurich, LETTERS, zurich",
        "Müller, mueller, LETTERS, zurich",
        "zepp, zepp*, LONGER, zeppelin",
        "kafkaesque, kafka, BEGINNING, kafka",
    })
    void eachWayFindsItsArticleAndIsToldAndExplained(String typed, String to, Reading reading, String id) {
        SearchResult result = search(typed).result();
        search(typed).finds(id);
        assertThat(result.interpreted().fallbacks()).containsExactly(new Fallback(typed, to, reading));
        assertThat(result.corrected()).isEmpty();
        assertThat(result.query().text()).isEqualTo(typed);
        assertThat(explained(typed, id))
                .isNotEmpty()
                .allMatch(
                        some -> some.rule() == MatchRule.FALLBACK && some.word().equals(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafkastreams3.2", "kafka-streams3.2"})
    void aVersionBehindSeveralWordsIsNoDeadEnd(String typed) {
        assertThat(search(typed).result().interpreted().fallbacks())
                .containsExactly(new Fallback(typed, "kafka streams", Reading.PARTS));
        search(typed).finds("kafka", "streams");
    }

    @Test
    void wordsPartedByASignFallBackEachForItself() {
        assertThat(search("kafka9|zeppelin7").result().interpreted().fallbacks())
                .extracting(Fallback::to)
                .containsExactly("kafka", "zeppelin");
    }

    @Test
    void wordsGluedTogetherAreTwo() {
        SearchResult result = search("kafkastreams").result();
        search("kafkastreams").finds("kafka", "streams");
        assertThat(result.interpreted().fallbacks())
                .containsExactly(new Fallback("kafkastreams", "kafka streams", Reading.PARTS));
        assertThat(explained("kafkastreams", "streams")).allMatch(some -> some.rule() == MatchRule.FALLBACK);
    }

    @Test
    void aGluedWordIsCutWhereTheRarerHalfIsInMostArticles() {
        articles(
                article("often").titled("Flink and the meadow"),
                article("first").titled("Flink"),
                article("second").titled("Meadow"),
                article("early").titled("Fli"),
                article("late").titled("Nkmeadow"),
                article("here").titled("Flinkme"),
                article("there").titled("Adow"));
        assertThat(search("flinkmeadow").result().interpreted().fallbacks())
                .containsExactly(new Fallback("flinkmeadow", "flink meadow", Reading.PARTS));
    }

    @Test
    void ofShortWordsGluedTogetherSomeArticleHasBoth() {
        articles(article("a").titled("The sun"), article("b").titled("The dry set"));
        assertThat(search("sunset").result().interpreted().fallbacks())
                .extracting(Fallback::reading)
                .doesNotContain(Reading.PARTS);
        articles(article("a").titled("A set for the sun"), article("b").titled("Other"));
        assertThat(search("sunset").result().interpreted().fallbacks())
                .containsExactly(new Fallback("sunset", "sun set", Reading.PARTS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--verbose", "kafka-xyzzy", "kafka9", "kafkajs", "kafkastreams", "Zuerich", "zepp", "kafkaesque"
            })
    void whereNothingElseMayBeLookedForNothingIsFound(String typed) {
        SearchResult off = search(typed)
                .with(request -> request.withFuzzy(FuzzyMode.OFF).withMatch(MatchMode.ALL))
                .result();
        assertThat(off.hits()).isEmpty();
        assertThat(off.interpreted().fallbacks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka",
                "Zeppelin",
                "eks",
                "k8s",
                "hot star",
                "nodes",
                "\"kafka9\"",
                "title:\"kafka9\"",
                "-kafka9",
                "tag:kafka9"
            })
    void whatIsKnownOrQuotedStaysAsItIs(String typed) {
        assertThat(search(typed).result().interpreted().fallbacks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"about kafka", "whose kafka", "what is kafka", "the kafka"})
    void aStopWordIsNeverReplaced(String typed) {
        SearchResult result = search(typed).result();
        assertThat(result.interpreted().fallbacks()).isEmpty();
        assertThat(result.corrected()).isEmpty();
    }

    @Test
    void aWordThatSomeArticleHasDoesNotFallBack() {
        articles(article("plain").titled("Kafka"), article("numbered").titled("Kafka9"));
        search("kafka9").ranks("numbered");
        assertThat(search("kafka9").result().interpreted().fallbacks()).isEmpty();
    }

    @Test
    void whatIsLeftOfAWordIsWorthLessThanTheWord() {
        double typed = search("kafka").result().hits().getFirst().score();
        double left = search("kafka9").result().hits().getFirst().score();
        assertThat(left).isPositive().isLessThan(typed);
    }

    @Test
    void spellingIsDoubtedBeforeTheBeginningIsLookedFor() {
        articles(article("slip").titled("Kubernetes"), article("longer").titled("Kubernetsky"));
        SearchResult slip = search("kubernets").result();
        assertThat(slip.corrected()).containsExactly(new Correction("kubernets", "Kubernetes"));
        assertThat(slip.interpreted().fallbacks()).isEmpty();
    }

    @Test
    void whatIsLeftIsLookedForBeforeSpellingIsDoubted() {
        articles(article("name").titled("Kafka"), article("near").titled("Kafkaja"));
        SearchResult result = search("kafkajs").result();
        assertThat(result.corrected()).isEmpty();
        assertThat(result.interpreted().fallbacks())
                .containsExactly(new Fallback("kafkajs", "kafka", Reading.WITHOUT_ENDING));
    }

    @Test
    void longerWordsComeBeforeTheBeginning() {
        articles(article("longer").titled("Zeppelins"), article("shorter").titled("Zep"));
        SearchResult result = search("zeppel").result();
        search("zeppel").finds("longer");
        assertThat(result.interpreted().fallbacks()).containsExactly(new Fallback("zeppel", "zeppel*", Reading.LONGER));
    }

    @Test
    void theLongestBeginningIsTaken() {
        articles(article("long").titled("Kafkaes"), article("short").titled("Kaf"));
        search("kafkaesque").finds("long");
    }

    @Test
    void wordsOfAQueryFallBackEachForItself() {
        SearchResult result = search("kafka9 zeppelin xyzzy/flink").result();
        assertThat(result.interpreted().fallbacks())
                .containsExactly(
                        new Fallback("kafka9", "kafka", Reading.WITHOUT_NUMBER),
                        new Fallback("xyzzy/flink", "flink", Reading.PARTS));
        search("kafka9 zeppelin xyzzy/flink").finds("kafka", "zeppelin", "streams");
    }

    @Test
    void whatNothingIsLeftOfFindsNothing() {
        search("qzxwvkj").findsNothing();
        assertThat(search("qzxwvkj").result().interpreted().fallbacks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zeppelin,flink", "zeppelin|flink", "zeppelin;flink", "zeppelin flink"})
    void wordsPartedByASignFindEither(String typed) {
        search(typed).finds("zeppelin", "streams");
    }

    private List<Contribution> explained(String query, String id) {
        return engine().explain(SearchRequest.of(query), id).orElseThrow().contributions();
    }
}
