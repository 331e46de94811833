package dev.epitome.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.ranking.RankingProfile.FieldWeights;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndexInfoTest {

    private final IndexInfo info = new IndexInfo(
            307, "abc123", Optional.of("fe"), TestIndex.NOW, Optional.empty(), FieldWeights.DEFAULT, Optional.empty());

    @Test
    void userDataComesBackTheSame() {
        assertThat(IndexInfo.of(info.toUserData(), "here")).isEqualTo(info);
    }

    @Test
    void anotherSchemaIsRefusedAndTheRemedyNamed() {
        refused("epitome.schema", Integer.toString(IndexInfo.SCHEMA + 1))
                .hasMessageContaining("/my/index")
                .hasMessageContaining("schema " + (IndexInfo.SCHEMA + 1))
                .hasMessageContaining("build it anew");
    }

    @Test
    void anotherAnalyzerIsRefusedAndTheRemedyNamed() {
        refused("epitome.analyzer", "other-1")
                .hasMessageContaining("/my/index")
                .hasMessageContaining("analyzer other-1")
                .hasMessageContaining("build it anew");
    }

    @Test
    void theWeightsOfTheFieldsComeBackToo() {
        IndexInfo heavy = new IndexInfo(
                1,
                "abc",
                Optional.of("fe"),
                TestIndex.NOW,
                Optional.empty(),
                new FieldWeights(9, 8, 7, 6),
                Optional.empty());
        assertThat(IndexInfo.of(heavy.toUserData(), "here").weights()).isEqualTo(heavy.weights());
    }

    @ParameterizedTest
    @CsvSource({"120, 0.9731234567890123, 0.98, 1", "1, 0, 0.0, 1.0", "3, 1.0E-5, 4.9E-324, 0.1", "0, 0, 0, 0"})
    void whatWasMeasuredComesBackTheSame(int topics, double ndcg, double mrr, double recall) {
        IndexInfo measured = info.with(Optional.of(new Measurement(topics, ndcg, mrr, recall)));
        assertThat(IndexInfo.of(measured.toUserData(), "here")).isEqualTo(measured);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "good", "1,1", "1,1,1,1,1", "1,9.5,1,1", "1,-0.5,1,1", "1,NaN,1,1", "9999999999,1,1,1"})
    void aMeasurementThatCannotBeReadIsNone(String written) {
        Map<String, String> userData = new HashMap<>(info.toUserData());
        userData.put("epitome.measured", written);
        assertThat(IndexInfo.of(userData, "here")).isEqualTo(info);
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, 1, 1", "1, 1.1, 1, 1", "1, 1, NaN, 1", "1, 1, 1, -0.1"})
    void figuresAreFromZeroToOne(int topics, double ndcg, double mrr, double recall) {
        assertThatThrownBy(() -> new Measurement(topics, ndcg, mrr, recall))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 0 to 1");
    }

    @Test
    void anIndexOfAnotherProgramIsRefused() {
        assertThatThrownBy(() -> IndexInfo.of(Map.of("made.by", "another"), "/my/index"))
                .isInstanceOfSatisfying(
                        EpitomeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INDEX_FOREIGN))
                .hasMessageContaining("/my/index")
                .hasMessageContaining("give another directory");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 99})
    void anIndexOfAnySchemaIsOurs(int schema) {
        assertThat(IndexInfo.isOurs(Map.of("epitome.schema", Integer.toString(schema))))
                .isTrue();
        assertThat(IndexInfo.isOurs(Map.of())).isFalse();
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused(String key, String value) {
        Map<String, String> userData = new HashMap<>(info.toUserData());
        assertThat(userData).containsKey(key);
        userData.put(key, value);
        return assertThatThrownBy(() -> IndexInfo.of(userData, "/my/index"))
                .isInstanceOfSatisfying(
                        EpitomeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INDEX_INCOMPATIBLE));
    }
}
