package dev.epitome.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.epitome.engine.Budget;
import dev.epitome.engine.IndexState;
import dev.epitome.engine.PlanningEngine;
import dev.epitome.index.Reindex;
import dev.epitome.ranking.RankingProfile;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.Shipped;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer costs, in what does not depend on the machine. */
final class QueryCostTest {

    private static final List<String> QUERIES = List.of(
            "EKS",
            "kafka",
            "event-driven kafka",
            "how does uber scale reads",
            "\"rate limiting\"",
            "data*",
            "k8s autoscaling",
            "kubernets",
            "qzxwvkj",
            "");

    private Directory memory;
    private Snapshot snapshot;

    @BeforeEach
    void open() throws IOException {
        memory = new ByteBuffersDirectory();
        Reindex.of(Shipped.articles().stream()).into(memory);
        snapshot = Snapshot.open(memory, "memory", SearchSettings.DEFAULT);
    }

    @AfterEach
    void close() throws IOException {
        snapshot.reader().close();
        memory.close();
    }

    private void ask(String query) {
        IndexState state = new LuceneState(snapshot, Budget.unlimited(), () -> {}, () -> {});
        PlanningEngine.search(SearchRequest.of(query), state, RankingProfile.DEFAULT);
    }

    @Test
    void noTermIsLookedUpTwice() {
        QUERIES.forEach(this::ask);
        long lookups = snapshot.known().terms().lookups();
        QUERIES.forEach(this::ask);
        assertThat(snapshot.known().terms().lookups()).isEqualTo(lookups);
    }

    @Test
    void aWordTakesFewLookups() {
        ask("EKS");
        assertThat(snapshot.known().terms().lookups()).isLessThan(50);
        long before = snapshot.known().terms().lookups();
        ask("how does uber scale reads");
        assertThat(snapshot.known().terms().lookups() - before).isLessThan(150);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qzxwvkjqzxwvkjqzxwvkjqzxwvkjqzxwvkjqzxwv",
                "datadatadatadatadatadatadatadatadatadata",
                "kafkarediskubernetespostgreselasticsearc",
                "kafka-redis-xyzzy-postgres-xyzzyx-elasti",
                "aeoeueaeoeueaeoeueaeoeueaeoeueaeoeueaeoe"
            })
    void aWordThatNoArticleHasTakesFewLookupsALetter(String word) {
        assertThat(word).hasSize(40);
        ask("EKS");
        long before = snapshot.known().terms().lookups();
        ask(word);
        assertThat(snapshot.known().terms().lookups() - before).isLessThan(3L * word.length());
    }

    @Test
    void aWordTooLongToBeOneIsNotTakenApart() {
        ask("EKS");
        long before = snapshot.known().terms().lookups();
        ask("datadatadatadatadatadatadatadatadatadatax");
        assertThat(snapshot.known().terms().lookups() - before).isLessThan(20);
    }

    @Test
    void anAnswerTakesLittleMemory() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int round = 0; round < 30; round++) {
            QUERIES.forEach(this::ask);
        }
        for (String query : QUERIES) {
            long before = threads.getCurrentThreadAllocatedBytes();
            ask(query);
            assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                    .as("bytes for “%s”", query)
                    .isLessThan(1_800_000);
        }
    }
}
