package dev.epitome.engine;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.ranking.RankingProfile;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** How much work suggestions may cost, counted and not timed. */
final class TrialTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);

    private final IndexState state = MemoryIndex.of(
            articles(article("a1").titled("Kafka latency"), article("a2").titled("Kafka")));

    @Test
    void aMisspelledWordIsLookedForOnceHoweverManyQueriesHaveIt() {
        Trial trial = trial();
        assertThat(trial.articles("kafkaa latency")).isEqualTo(1);
        assertThat(trial.articles("kafkaa")).isEqualTo(2);
        assertThat(trial.finds("kafkaa late")).isTrue();
        assertThat(trial.findsAll("latency kafkaa")).isTrue();
        assertThat(trial.lookedFor()).isEqualTo(1);
    }

    @Test
    void queriesAreTriedOnlyAsLongAsTheirWordsAreNotTooMany() {
        Trial trial = trial();
        String nine = "kafka latency ".repeat(4);
        int tried = 0;
        while (trial.finds(nine + "w" + tried)) {
            tried++;
        }
        assertThat(tried).isEqualTo(Trial.MOST_WORDS / 10);
        assertThat(trial.findsAll("latency")).isFalse();
        assertThat(trial.findsFirst("latency", 0)).isFalse();
        assertThat(trial.finds(nine + "w0")).as("what is known").isTrue();
    }

    @Test
    void theSameQuestionIsAskedOnceHoweverItIsWritten() {
        Trial trial = trial();
        for (int i = 0; i < Trial.MOST_WORDS; i++) {
            assertThat(trial.finds(i % 2 == 0 ? "kafka  tag:" : "kafka title:")).isTrue();
        }
    }

    private Trial trial() {
        return new Trial(state, RankingProfile.DEFAULT, TODAY);
    }
}
