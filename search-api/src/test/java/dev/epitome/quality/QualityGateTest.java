package dev.epitome.quality;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.lucene.LuceneSearch;
import dev.epitome.quality.QualityGate.Verdict;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.TestArticle;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be published, and what is said where it may not. */
final class QualityGateTest {

    @TempDir
    private Path folder;

    private static final TestArticle EKS = article("eks").titled("EKS at scale");
    private static final TestArticle KAFKA = article("kafka").titled("Kafka at scale");

    @Test
    void whatReachesItsFloorPasses() {
        assertThat(judge(golden("ndcg@10=1", "mrr=1", "recall@10=1", "none=1"), List.of(EKS, KAFKA)))
                .isInstanceOfSatisfying(
                        Verdict.Passed.class,
                        passed -> assertThat(passed.report().means()).isEqualTo(new Measures(1, 1, 1)));
    }

    @Test
    void withoutAFloorEverythingPasses() {
        assertThat(judge(golden(), List.of(article("eks"), article("kafka")))).isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void otherPeoplesArticlesAreNotMeasured() {
        assertThat(judge(golden("ndcg@10=1"), List.of(article("theirs"))))
                .isEqualTo(new Verdict.NotApplicable(new Coverage(2, List.of("eks", "kafka"))));
    }

    @Test
    void aPartOfWhatWasJudgedIsNotMeasuredWhereReadersHaveNothing() {
        assertThat(judge(golden("ndcg@10=1"), List.of(EKS))).isInstanceOf(Verdict.NotApplicable.class);
    }

    @Test
    void whatTheQueriesWereAboutTheyMustStayAbout() {
        GoldenSet golden = Golden.in(folder)
                .topics("t-eks|eks", "t-kafka|kafka", "t-redis|redis")
                .judged("t-eks 0 eks 1", "t-kafka 0 kafka 1", "t-redis 0 redis 1")
                .read();
        List<TestArticle> published = List.of(EKS, KAFKA, article("redis").titled("Redis"));
        assertThat(reasons(golden, List.of(EKS), published))
                .startsWith("the golden queries cover the published index, but no longer the new one");
        assertThat(judge(golden, List.of(EKS, KAFKA), published)).isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void aPartOfWhatWasJudgedMayTakeThePlaceOfTheSamePartAndOfNoBetter() {
        GoldenSet golden = golden("ndcg@10=1");
        assertThat(judge(golden, List.of(EKS), List.of(EKS))).isInstanceOf(Verdict.Passed.class);
        assertThat(judge(golden, List.of(article("eks").titled("Nothing of it")), List.of(EKS)))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void aFigureBelowItsFloorIsNamed() {
        assertThat(reasons(golden("ndcg@10=0.4", "mrr=0.6", "none=1"), List.of(EKS, article("kafka")), List.of()))
                .startsWith("MRR is 0.5000, the floor is 0.6000")
                .doesNotContain("nDCG@10 is 0.5000, the floor is 0.4000");
    }

    @Test
    void aQueryThatFellIsToldWithWhatCameInItsPlace() {
        List<String> reasons = reasons(
                golden("ndcg@10=0.9"),
                List.of(
                        EKS,
                        article("kafka").titled("A much longer title that names Kafka at its end"),
                        article("spam").titled("Kafka Kafka").saying("Kafka")),
                List.of(EKS, KAFKA));
        assertThat(reasons)
                .containsExactly(
                        "nDCG@10 is 0.8155, the floor is 0.9000",
                        "queries that fell against the published index, of nDCG@10 1.0000: 1",
                        "t-kafka  kafka: nDCG@10 1.0000 -> 0.6309, RR 1.0000 -> 0.5000",
                        "    kafka (grade 2) is at rank 2, was at rank 1, after spam");
    }

    @Test
    void anArticleThatIsFoundNoMoreIsTold() {
        List<String> reasons = reasons(golden("mrr=1"), List.of(EKS, article("kafka")), List.of(EKS, KAFKA));
        assertThat(reasons)
                .contains(
                        "t-kafka  kafka: nDCG@10 1.0000 -> 0.0000, RR 1.0000 -> 0.0000, recall@10 1.0000 -> 0.0000",
                        "    kafka (grade 2) is not found, was at rank 1, nor is anything else");
        assertThat(reasons(
                        golden("mrr=1"),
                        List.of(EKS, article("kafka"), article("x").titled("Kafka")),
                        List.of(EKS, KAFKA)))
                .contains("    kafka (grade 2) is not found, was at rank 1, the first hits are x");
    }

    @Test
    void anArticleThatIsGoneIsTold() {
        GoldenSet golden = Golden.in(folder)
                .topics("t-kafka|kafka")
                .judged("t-kafka 0 k1 3", "t-kafka 0 k2 3")
                .floor("recall@10=1")
                .read();
        TestArticle first = article("k1").titled("Kafka");
        assertThat(reasons(golden, List.of(first), List.of(first, article("k2").titled("Kafka"))))
                .contains(
                        "    k2 (grade 3) is not in the index, was at rank 2",
                        "1 of the 2 judged articles are in this index; missing: k2");
    }

    @Test
    void aTopicOfWhichEverythingIsGoneIsTold() {
        GoldenSet golden = Golden.in(folder)
                .topics("t-eks|eks", "t-kafka|kafka", "t-scale|scale")
                .judged("t-eks 0 eks 1", "t-kafka 0 kafka 1", "t-scale 0 eks 1")
                .floor("ndcg@10=1")
                .read();
        assertThat(reasons(golden, List.of(article("eks").titled("EKS")), List.of(EKS, KAFKA)))
                .contains(
                        "queries that fell against the published index, of nDCG@10 1.0000: 2",
                        "    kafka (grade 1) is not in the index, was at rank 1");
    }

    @Test
    void aQueryThatMustFindNothingAndDoesIsTold() {
        assertThat(reasons(
                        golden("none=1"), List.of(EKS, KAFKA, article("cobol").titled("Cobol")), List.of(EKS, KAFKA)))
                .contains(
                        "nothing found is 0.0000, the floor is 1.0000",
                        "none-cobol  cobol: must find nothing, and finds cobol");
    }

    @Test
    void aQueryThatFoundSomethingBeforeTooIsNotToldAgain() {
        TestArticle cobol = article("cobol").titled("Cobol");
        assertThat(reasons(golden("mrr=1"), List.of(EKS, article("kafka"), cobol), List.of(EKS, KAFKA, cobol)))
                .noneMatch(reason -> reason.startsWith("none-cobol"));
    }

    @Test
    void withNothingToCompareWithTheWorstAreTold() {
        assertThat(reasons(
                        golden("mrr=1"),
                        List.of(EKS, article("kafka"), article("x").titled("Kafka")),
                        List.of()))
                .containsExactly(
                        "MRR is 0.5000, the floor is 1.0000",
                        "there is no published index to compare with; the worst queries:",
                        "t-kafka  kafka: nDCG@10 0.0000",
                        "    kafka (grade 2) is not found, the first hits are x");
    }

    @Test
    void wherePublishedIsNoBetterThatIsSaid() {
        List<TestArticle> bad = List.of(EKS, article("kafka"));
        assertThat(reasons(golden("mrr=1"), bad, bad))
                .contains("no query fell against the published index, of nDCG@10 0.5000; the worst queries:")
                .contains("    kafka (grade 2) is not found, nor is anything else");
    }

    @Test
    void manyFallsAreCutShort() {
        String[] topics =
                IntStream.range(10, 60).mapToObj(i -> "t" + i + "|word" + i).toArray(String[]::new);
        String[] judged = IntStream.range(10, 60)
                .mapToObj(i -> "t" + i + " 0 a" + i + " 1")
                .toArray(String[]::new);
        GoldenSet golden =
                Golden.in(folder).topics(topics).judged(judged).floor("mrr=1").read();
        List<TestArticle> good = IntStream.range(10, 60)
                .mapToObj(i -> article("a" + i).titled("word" + i))
                .toList();
        List<TestArticle> bad =
                IntStream.range(10, 60).mapToObj(i -> article("a" + i)).toList();
        assertThat(reasons(golden, bad, good))
                .hasSize(1 + 1 + 2 * 20 + 1)
                .contains("queries that fell against the published index, of nDCG@10 1.0000: 50", "and 30 more");
    }

    private GoldenSet golden(String... floor) {
        return Golden.in(folder)
                .topics("t-eks|eks", "t-kafka|kafka", "none-cobol|cobol")
                .judged("t-eks 0 eks 3", "t-kafka 0 kafka 2")
                .floor(floor)
                .read();
    }

    private static List<String> reasons(GoldenSet golden, List<TestArticle> candidate, List<TestArticle> published) {
        Verdict verdict = judge(golden, candidate, published);
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return Stream.of(verdict)
                .flatMap(refused -> ((Verdict.Refused) refused).reasons().stream())
                .toList();
    }

    private static Verdict judge(GoldenSet golden, List<TestArticle> candidate) {
        return judge(golden, candidate, List.of());
    }

    private static Verdict judge(GoldenSet golden, List<TestArticle> candidate, List<TestArticle> published) {
        try (SearchEngine now = engine(candidate);
                SearchEngine before = engine(published)) {
            return QualityGate.judge(now, published.isEmpty() ? Optional.empty() : Optional.of(before), golden);
        }
    }

    private static SearchEngine engine(List<TestArticle> articles) {
        return LuceneSearch.inMemory(articles(articles.toArray(TestArticle[]::new)));
    }
}
