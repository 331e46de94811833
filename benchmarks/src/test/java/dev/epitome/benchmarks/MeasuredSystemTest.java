package dev.epitome.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.epitome.benchmarks.PlainLucene.Words;
import dev.epitome.benchmarks.Scores.Comparison;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The figures are worked out by hand. Gains at ranks 1 and 2 count 1 and 1 / log2(3) = 0.63093. */
class MeasuredSystemTest {

    private static final Offset<Double> EXACT = within(0.00001);

    /** 1 at rank 1 and 2 at rank 2 make 2.26186; the best ranking has 2.63093. */
    private static final double SECOND_BEST_FIRST = 0.85972;

    /** One of two relevant articles, at rank 1; the best ranking has 1.63093. */
    private static final double ONE_OF_TWO = 0.61315;

    private final JudgedCollection tiny = TinyCollection.read();

    @Test
    void luceneWithStemsFindsCachingByCache() throws Exception {
        MeasuredSystem english = measured(PlainLucene.english(Words.ANY, tiny.documents()));
        assertThat(english.run().rankings())
                .isEqualTo(Map.of(
                        "q1", List.of("d1"),
                        "q2", List.of("d3", "d2"),
                        "q3", List.of("d4"),
                        "q4", List.of()));
        assertScores(english.ndcg(), 1, SECOND_BEST_FIRST, ONE_OF_TWO, 0);
        assertScores(english.recall(), 1, 1, 0.5, 0);
        assertThat(english.ndcg().mean()).isCloseTo(0.61822, EXACT);
        assertThat(english.recall().mean()).isCloseTo(0.625, EXACT);
    }

    @Test
    void luceneWithoutStemsDoesNot() throws Exception {
        MeasuredSystem standard = measured(PlainLucene.standard(Words.ANY, tiny.documents()));
        assertThat(standard.run().rankings())
                .isEqualTo(Map.of(
                        "q1", List.of(),
                        "q2", List.of("d3", "d2"),
                        "q3", List.of(),
                        "q4", List.of()));
        assertScores(standard.ndcg(), 0, SECOND_BEST_FIRST, 0, 0);
        assertScores(standard.recall(), 0, 1, 0, 0);
    }

    @Test
    void allWordsMustBeThereWhereAllAreRequired() throws Exception {
        MeasuredSystem all = measured(PlainLucene.english(Words.ALL, tiny.documents()));
        assertThat(all.run().ranking("q2")).containsExactly("d3", "d2");
        assertThat(all.run().ranking("q3")).isEmpty();
    }

    @Test
    void epitomeAnswersThroughItsPublicContract() {
        MeasuredSystem epitome = measured(EpitomeSystem.over(tiny.documents()));
        assertThat(epitome.run().ranking("q1")).startsWith("d1");
        assertThat(epitome.run().ranking("q2")).contains("d2", "d3");
        assertThat(epitome.run().ranking("q3")).startsWith("d4");
        assertThat(epitome.ndcg().byTopic()).containsOnlyKeys("q1", "q2", "q3", "q4");
    }

    @Test
    void systemsAreComparedQueryByQuery() throws Exception {
        Scores english =
                measured(PlainLucene.english(Words.ANY, tiny.documents())).ndcg();
        Scores standard =
                measured(PlainLucene.standard(Words.ANY, tiny.documents())).ndcg();
        Comparison beside = standard.against(english, 1);
        assertThat(beside.ratio()).isCloseTo(0.21493 / 0.61822, within(0.0001));
        assertThat(beside.won()).isZero();
        assertThat(beside.lost()).isEqualTo(2);
        assertThat(beside.tied()).isEqualTo(2);
        // Two differences are on the same side in two of the four ways to sign them.
        assertThat(beside.p()).isCloseTo(0.5, within(0.03));
    }

    private MeasuredSystem measured(RankingSystem system) {
        try (system) {
            return MeasuredSystem.of(system, tiny);
        }
    }

    private static void assertScores(Scores scores, double q1, double q2, double q3, double q4) {
        assertThat(scores.byTopic()).containsOnlyKeys("q1", "q2", "q3", "q4");
        assertThat(scores.byTopic().values())
                .zipSatisfy(
                        List.of(q1, q2, q3, q4),
                        (value, wanted) -> assertThat(value).isCloseTo(wanted, EXACT));
    }
}
