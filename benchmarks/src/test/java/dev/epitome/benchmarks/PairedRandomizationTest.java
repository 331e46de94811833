package dev.epitome.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairedRandomizationTest {

    @Test
    void whereNothingDiffersChanceExplainsAll() {
        assertThat(PairedRandomization.pValue(List.of(0.0, 0.0, 0.0), 1)).isEqualTo(1);
        assertThat(PairedRandomization.pValue(List.of(), 1)).isEqualTo(1);
    }

    @Test
    void oneDifferenceProvesNothing() {
        assertThat(PairedRandomization.pValue(List.of(0.0, 0.7, 0.0), 1)).isEqualTo(1);
    }

    @Test
    void differencesThatCancelOutProveNothing() {
        assertThat(PairedRandomization.pValue(List.of(0.5, -0.5, 0.25, -0.25), 1))
                .isEqualTo(1);
    }

    /** All eight on one side is 2 of 2^8 ways. */
    @Test
    void eightEqualGainsAreRareByChance() {
        assertThat(PairedRandomization.pValue(Collections.nCopies(8, 0.1), 1)).isCloseTo(2.0 / 256, within(0.004));
    }

    /** Seven up and one down, all of one size, is as far or farther in 2 * (1 + 8) of 2^8 ways. */
    @Test
    void aLossAmongThemMakesThemLessRare() {
        assertThat(PairedRandomization.pValue(List.of(0.1, 0.1, 0.1, -0.1, 0.1, 0.1, 0.1, 0.1), 1))
                .isCloseTo(18.0 / 256, within(0.011));
    }

    @Test
    void lossesCountAsGainsDo() {
        assertThat(PairedRandomization.pValue(Collections.nCopies(8, -0.1), 1))
                .isEqualTo(PairedRandomization.pValue(Collections.nCopies(8, 0.1), 1));
    }

    @Test
    void theSameSeedGivesTheSameValue() {
        List<Double> differences = List.of(0.3, 0.1, -0.2, 0.4, -0.1, 0.2);
        assertThat(PairedRandomization.pValue(differences, 7)).isEqualTo(PairedRandomization.pValue(differences, 7));
    }

    @Test
    void farApartIsNeverImpossible() {
        assertThat(PairedRandomization.pValue(Collections.nCopies(100, 0.5), 1))
                .isEqualTo(1.0 / (PairedRandomization.ROUNDS + 1));
    }
}
