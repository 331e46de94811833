package dev.epitome.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The measures, worked out by hand. Logarithms are to the base of two: log 2 = 1, log 3 = 1.58496, log 4 = 2. */
final class MeasuresTest {

    private static final Offset<Double> EXACT = within(1e-5);

    @Test
    void theBestOfAllRankingsIsPerfect() {
        assertThat(Measures.of(List.of("a", "b", "c"), Map.of("a", 3, "b", 2, "c", 1)))
                .isEqualTo(new Measures(1, 1, 1));
    }

    @Test
    void gainIsTheGradeAndIsDiscountedByTheRank() {
        // Found 1, 0, 3: 1/1 + 0 + 3/2 = 2.5. The ideal 3, 1: 3/1 + 1/1.58496 = 3.63093.
        Measures measures = Measures.of(List.of("low", "wrong", "high"), Map.of("low", 1, "wrong", 0, "high", 3));
        assertThat(measures.ndcg()).isCloseTo(2.5 / 3.63093, EXACT);
        assertThat(measures.reciprocalRank()).isEqualTo(1);
        assertThat(measures.recall()).isEqualTo(1);
    }

    @Test
    void anArticleThatWasNotJudgedIsNotRelevantAndTakesItsPlace() {
        // The only relevant one comes third: 2/2 = 1 of the ideal 2/1 = 2.
        assertThat(Measures.of(List.of("new", "newer", "a"), Map.of("a", 2))).isEqualTo(new Measures(0.5, 1.0 / 3, 1));
    }

    @Test
    void gradeZeroIsNotRelevant() {
        assertThat(Measures.of(List.of("zero", "one"), Map.of("zero", 0, "one", 1))
                        .reciprocalRank())
                .isEqualTo(0.5);
        assertThat(Measures.recall(List.of("zero"), Map.of("zero", 0, "one", 1), 10))
                .isZero();
    }

    @Test
    void belowZeroIsAsGoodAsNotJudged() {
        assertThat(Measures.of(List.of("minus", "one"), Map.of("minus", -2, "one", 1)))
                .isEqualTo(Measures.of(List.of("other", "one"), Map.of("one", 1)));
    }

    @Test
    void onlyTheFirstTenCountButForTheReciprocalRank() {
        List<String> ranking = names(1, 11);
        assertThat(Measures.of(ranking, Map.of("a11", 3))).isEqualTo(new Measures(0, 1.0 / 11, 0));
        // log 11 = 3.45943
        assertThat(Measures.of(ranking, Map.of("a10", 3)).ndcg()).isCloseTo(1 / 3.45943, EXACT);
        assertThat(Measures.of(ranking, Map.of("a10", 3)).recall()).isEqualTo(1);
    }

    @Test
    void withMoreRelevantThanTenTheIdealIsCutAndTheRecallCannotBeWhole() {
        Map<String, Integer> twenty = names(1, 20).stream().collect(Collectors.toMap(name -> name, name -> 1));
        Measures measures = Measures.of(names(11, 20), twenty);
        assertThat(measures.ndcg()).isCloseTo(1, EXACT);
        assertThat(measures.recall()).isEqualTo(0.5);
    }

    @Test
    void theIdealIsMadeOfAllThatWasJudgedNotOfWhatWasFound() {
        // Found 1: 1/1. The ideal 3, 3, 1: 3 + 3/1.58496 + 1/2 = 5.39279.
        assertThat(Measures.of(List.of("c"), Map.of("a", 3, "b", 3, "c", 1)).ndcg())
                .isCloseTo(1 / 5.39279, EXACT);
    }

    @Test
    void withNoAnswerEverythingIsZero() {
        assertThat(Measures.of(List.of(), Map.of("a", 1))).isEqualTo(Measures.ZERO);
    }

    @Test
    void withNothingRelevantEverythingIsZeroAndNothingIsDividedByIt() {
        assertThat(Measures.of(List.of("a"), Map.of("a", 0))).isEqualTo(Measures.ZERO);
        assertThat(Measures.of(List.of("a"), Map.of())).isEqualTo(Measures.ZERO);
    }

    @Test
    void theCutoffIsTheCallersToChoose() {
        List<String> ranking = names(1, 200);
        assertThat(Measures.recall(ranking, Map.of("a100", 1, "a101", 1), 100)).isEqualTo(0.5);
        assertThat(Measures.ndcg(ranking, Map.of("a3", 1), 2)).isZero();
        assertThat(Measures.ndcg(ranking, Map.of("a3", 1), 3)).isEqualTo(0.5, EXACT);
    }

    @Test
    void theMeanIsOverEachMeasure() {
        Measures mean =
                Measures.mean(Stream.of(new Measures(1, 1, 1), Measures.ZERO).toList());
        assertThat(mean).isEqualTo(new Measures(0.5, 0.5, 0.5));
        assertThat(Measures.mean(List.of())).isEqualTo(Measures.ZERO);
    }

    private static List<String> names(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(i -> "a" + i).toList();
    }
}
