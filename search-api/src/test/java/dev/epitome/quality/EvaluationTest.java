package dev.epitome.quality;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.lucene.LuceneSearch;
import dev.epitome.quality.Expected.Standing;
import dev.epitome.quality.QualityReport.EmptyTopic;
import dev.epitome.quality.QualityReport.JudgedTopic;
import dev.epitome.quality.QualityReport.RankedHit;
import dev.epitome.search.ArticleField;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.Shown;
import dev.epitome.search.TestArticle;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Golden queries, asked of a real engine. */
final class EvaluationTest {

    @TempDir
    private Path folder;

    @Test
    void everyTopicIsAskedAndMeasured() {
        QualityReport report = report(
                Golden.in(folder)
                        .topics("b-kafka|kafka", "a-eks|EKS", "none-cobol|cobol", "none-kafka|kafka")
                        .judged("a-eks 0 eks 3", "a-eks 0 other 0", "b-kafka 0 kafka2 2", "b-kafka 0 other 1"),
                article("eks").titled("EKS at scale"),
                article("kafka1").titled("Kafka Kafka").saying("kafka"),
                article("kafka2").titled("A longer title that names Kafka too"),
                article("other").titled("Nothing of the kind"));
        assertThat(report.judged()).extracting(topic -> topic.topic().id()).containsExactly("a-eks", "b-kafka");
        assertThat(report.judged().getFirst().measures()).isEqualTo(new Measures(1, 1, 1));
        JudgedTopic kafka = report.judged().getLast();
        assertThat(kafka.hits())
                .containsExactly(
                        new RankedHit(1, "kafka1", "Kafka Kafka", OptionalInt.empty()),
                        new RankedHit(2, "kafka2", "A longer title that names Kafka too", OptionalInt.of(2)));
        assertThat(kafka.expected())
                .containsExactly(
                        new Expected("kafka2", 2, new Standing.AtRank(2)),
                        new Expected("other", 1, new Standing.NotFound()));
        assertThat(kafka.measures().reciprocalRank()).isEqualTo(0.5);
        assertThat(kafka.measures().recall()).isEqualTo(0.5);
        assertThat(report.means().reciprocalRank()).isEqualTo(0.75);
        assertThat(report.empty()).extracting(EmptyTopic::passed).containsExactly(true, false);
        assertThat(Figure.NONE.of(report)).isEqualTo(0.5);
        assertThat(report.worst(5)).containsExactly(kafka);
        assertThat(report.run().ranking("b-kafka")).containsExactly("kafka1", "kafka2");
    }

    @Test
    void whatIsNotInTheIndexIsNamedAndStillCountsAsExpected() {
        QualityReport report = report(
                Golden.in(folder).topics("t|kafka").judged("t 0 here 1", "t 0 gone 1"),
                article("here").titled("Kafka"));
        assertThat(report.coverage().missing()).containsExactly("gone");
        assertThat(report.judged().getFirst().expected())
                .containsExactly(
                        new Expected("here", 1, new Standing.AtRank(1)),
                        new Expected("gone", 1, new Standing.NotIndexed()));
        assertThat(report.means().recall()).isEqualTo(0.5);
    }

    @Test
    void aTopicOfWhichNothingIsInTheIndexIsSetAside() {
        QualityReport report = report(
                Golden.in(folder).topics("t|kafka", "u|nomad").judged("t 0 here 1", "u 0 gone 1"),
                article("here").titled("Kafka"));
        assertThat(report.setAside()).containsExactly(new Topic("u", "nomad"));
        assertThat(report.means()).isEqualTo(new Measures(1, 1, 1));
    }

    @Test
    void theQueriesApplyToAnIndexThatHoldsHalfOfWhatTheyShouldFind() {
        GoldenSet golden = Golden.in(folder)
                .topics("t|x")
                .judged("t 0 a 1", "t 0 b 1", "t 0 c 1", "t 0 zero 0")
                .read();
        assertThat(coverage(golden, article("a"), article("b")))
                .isEqualTo("true 2 of the 3 judged articles are in this index");
        assertThat(coverage(golden, article("a"), article("zero")))
                .isEqualTo("false 1 of the 3 judged articles are in this index");
        GoldenSet two = Golden.in(folder).judged("t 0 a 1", "t 0 b 1").read();
        assertThat(coverage(two, article("a"))).startsWith("true");
        assertThat(coverage(two, article("other"))).startsWith("false");
    }

    @Test
    void aRelevantArticleFarBelowStillHasARank() {
        TestArticle[] many = IntStream.range(0, 120)
                .mapToObj(i -> article("a%03d".formatted(i)).titled("Kafka"))
                .toArray(TestArticle[]::new);
        QualityReport report = report(Golden.in(folder).topics("t|kafka").judged("t 0 a050 1", "t 0 a110 1"), many);
        assertThat(report.judged().getFirst().expected())
                .extracting(Expected::standing)
                .containsExactly(new Standing.AtRank(51), new Standing.NotFound());
    }

    @Test
    void nothingIsMarkedAndNothingButTitlesIsRead() {
        List<Shown> asked = new ArrayList<>();
        try (SearchEngine real = LuceneSearch.inMemory(articles(article("a").titled("Kafka")))) {
            SearchEngine listening = (SearchEngine) Proxy.newProxyInstance(
                    SearchEngine.class.getClassLoader(),
                    new Class<?>[] {SearchEngine.class},
                    (proxy, method, arguments) -> {
                        if (arguments != null && arguments[0] instanceof SearchRequest request) {
                            asked.add(request.shown());
                        }
                        return method.getName().equals("within") ? proxy : method.invoke(real, arguments);
                    });
            Evaluation.of(
                    listening,
                    Golden.in(folder).topics("t|kafka").judged("t 0 a 1").read());
        }
        assertThat(asked).containsExactly(new Shown(Set.of(ArticleField.TITLE), false, false));
    }

    private static String coverage(GoldenSet golden, TestArticle... articles) {
        try (SearchEngine engine = LuceneSearch.inMemory(articles(articles))) {
            Coverage coverage = Coverage.of(engine, golden);
            return coverage.applies() + " " + coverage;
        }
    }

    private static QualityReport report(Golden golden, TestArticle... articles) {
        try (SearchEngine engine = LuceneSearch.inMemory(articles(articles))) {
            return Evaluation.of(engine, golden.read());
        }
    }
}
