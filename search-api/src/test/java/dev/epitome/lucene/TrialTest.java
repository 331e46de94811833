package dev.epitome.lucene;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Origin;
import dev.epitome.article.Origin.Unit;
import dev.epitome.index.ArticleIndexer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much work suggestions may cost, counted and not timed. */
final class TrialTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);

    private final Directory directory = new ByteBuffersDirectory();
    private Optional<Snapshot> opened = Optional.empty();

    @BeforeEach
    void index() throws IOException {
        Instant now = Instant.now();
        try (ArticleIndexer indexer = ArticleIndexer.create(directory, now)) {
            articles(article("a1").titled("Kafka latency"), article("a2").titled("Kafka"))
                    .forEach(one -> indexer.add(one, new Origin("test", Unit.ENTRY, 1, Optional.empty(), now)));
            indexer.commit();
        }
        opened = Optional.of(Snapshot.open(directory, "here", SearchSettings.DEFAULT));
    }

    @AfterEach
    void close() throws IOException {
        opened.orElseThrow().searcher().getIndexReader().close();
        directory.close();
    }

    @Test
    void aMisspelledWordIsLookedForOnceHoweverManyQueriesHaveIt() throws IOException {
        Trial trial = trial();
        assertThat(trial.articles("kafkaa latency")).isEqualTo(1);
        assertThat(trial.articles("kafkaa")).isEqualTo(2);
        assertThat(trial.finds("kafkaa late")).isTrue();
        assertThat(trial.findsAll("latency kafkaa")).isTrue();
        assertThat(trial.lookedFor()).isEqualTo(1);
    }

    @Test
    void queriesAreTriedOnlyAsLongAsTheirWordsAreNotTooMany() throws IOException {
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
    void theSameQuestionIsAskedOnceHoweverItIsWritten() throws IOException {
        Trial trial = trial();
        for (int i = 0; i < Trial.MOST_WORDS; i++) {
            assertThat(trial.finds(i % 2 == 0 ? "kafka  tag:" : "kafka title:")).isTrue();
        }
    }

    private Trial trial() {
        SearchSettings settings = SearchSettings.DEFAULT;
        return new Trial(opened.orElseThrow(), settings.profile(), TODAY);
    }
}
