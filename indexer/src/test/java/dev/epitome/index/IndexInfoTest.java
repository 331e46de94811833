package dev.epitome.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.ranking.RankingProfile.FieldWeights;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexInfoTest {

    private final IndexInfo info = new IndexInfo(307, "abc123", TestIndex.NOW, FieldWeights.DEFAULT);

    @Test
    void userDataComesBackTheSame() {
        assertThat(IndexInfo.of(info.toUserData(), "here")).isEqualTo(info);
    }

    @Test
    void anotherSchemaIsRefusedAndTheRemedyNamed() {
        refused("epitome.schema", Integer.toString(IndexInfo.SCHEMA + 1))
                .hasMessageContaining("/my/index")
                .hasMessageContaining("schema " + (IndexInfo.SCHEMA + 1))
                .hasMessageContaining("epitome reindex");
    }

    @Test
    void anotherAnalyzerIsRefusedAndTheRemedyNamed() {
        refused("epitome.analyzer", "other-1")
                .hasMessageContaining("/my/index")
                .hasMessageContaining("analyzer other-1")
                .hasMessageContaining("epitome reindex");
    }

    @Test
    void theWeightsOfTheFieldsComeBackToo() {
        IndexInfo heavy = new IndexInfo(1, "abc", TestIndex.NOW, new FieldWeights(9, 8, 7, 6));
        assertThat(IndexInfo.of(heavy.toUserData(), "here").weights()).isEqualTo(heavy.weights());
    }

    @Test
    void anIndexOfAnotherProgramIsRefused() {
        assertThatThrownBy(() -> IndexInfo.of(Map.of("made.by", "another"), "/my/index"))
                .isInstanceOfSatisfying(
                        EpitomeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INDEX_INCOMPATIBLE))
                .hasMessageContaining("/my/index")
                .hasMessageContaining("give another directory");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 99})
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
