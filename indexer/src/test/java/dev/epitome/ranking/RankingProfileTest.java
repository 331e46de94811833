package dev.epitome.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.ranking.RankingProfile.FieldWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RankingProfileTest {

    @Test
    void fieldWeightsComeBackAsTheyAreWritten() {
        FieldWeights weights = new FieldWeights(9, 8, 7, 6);
        assertThat(FieldWeights.parse(weights.toString())).isEqualTo(weights);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "a,b", "a,b,c,d", "6,4,2,101", "6,4,2,0", "99999999999,4,2,2"})
    void whatIsNoFieldWeightsGivesTheDefaults(String text) {
        assertThat(FieldWeights.parse(text)).isEqualTo(FieldWeights.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 2, 2", "2, 0, 2, 2", "2, 2, 101, 2", "2, 2, 2, -1"})
    void aFieldWeighsFromTwoToAHundred(int title, int tags, int summary, int names) {
        assertThatThrownBy(() -> new FieldWeights(title, tags, summary, names))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("give 2 to 100");
    }

    @ParameterizedTest
    @CsvSource({"-1, 0.5, 1", "NaN, 0.5, 1", "1, 1.5, 1", "1, -0.1, 1", "1, 0.5, -1", "1, 0.5, NaN", "1, 0.5, Infinity"
    })
    void noWeightIsNegativeOrWithoutBound(float k1, float b, float other) {
        assertThatThrownBy(() -> new RankingProfile(
                        FieldWeights.DEFAULT, k1, b, true, other, other, other, other, other, other, other, other))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
