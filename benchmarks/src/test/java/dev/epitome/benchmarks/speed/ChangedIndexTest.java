package dev.epitome.benchmarks.speed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the turns of the command {@code changes} put, not how long it takes. */
class ChangedIndexTest {

    private static final Path CORPUS = Path.of("..", "corpus", "articles");
    private static final int SIZE = 60;

    @TempDir
    Path work;

    private ChangedIndex index;
    private final Measurements measured = new Measurements();

    @BeforeEach
    void copy() throws Exception {
        index = copied();
    }

    @AfterEach
    void close() throws Exception {
        index.close();
        try (Stream<Path> left = Files.list(work)) {
            assertThat(left.map(Path::getFileName).map(String::valueOf))
                    .as("what other runs use again")
                    .containsExactlyInAnyOrder("generated-7-60-epitome", "generated-7-60-epitome.done");
        }
    }

    private ChangedIndex copied() throws Exception {
        return ChangedIndex.copy(new Surroundings(Path.of(".."), work), CORPUS, SIZE, 7);
    }

    @Test
    void whatIsPutIsPutInTheCopy() throws Exception {
        index.store().put(index.newArticle());
        assertThat(articles(index)).isEqualTo(SIZE + 1);
        try (SearchEngine kept = LuceneSearch.open(work.resolve("generated-7-60-epitome"))) {
            assertThat(kept.index().articles()).isEqualTo(SIZE);
        }
    }

    @Test
    void theFirstHalfIsKnownAndStays() {
        for (int i = 0; i < 100; i++) {
            index.store().put(index.replacement());
        }
        assertThat(index.known())
                .hasSize(SIZE / 2)
                .allMatch(article -> index.store()
                        .engine()
                        .find(article.id())
                        .orElseThrow()
                        .article()
                        .equals(article));
        assertThat(articles(index)).isEqualTo(SIZE);
    }

    @Test
    void aRoundOfSinglePutsHasAsManyNewArticlesAsReplacedOnesInEveryIndex() throws Exception {
        try (ChangedIndex other = copied()) {
            PutTimes times = new PutTimes(List.of(index, other), 4);
            times.round(0, measured);
            times.round(1, measured);
            assertThat(articles(index)).isEqualTo(SIZE + 8);
            assertThat(articles(other)).isEqualTo(SIZE + 8);
            assertThat(times.claims(measured)).hasSize(4).allMatch(Claim::isMeasured);
        }
    }

    @Test
    void unchangedBatchesAddNothingToTheNewOnes() {
        BatchRates rates = new BatchRates(index, 2);
        rates.round(0, measured);
        rates.round(1, measured);
        assertThat(articles(index)).isEqualTo(SIZE + 4 * BatchRates.BATCH);
        assertThat(rates.claims(measured)).allMatch(Claim::isMeasured);
    }

    @Test
    void everyBatchThatFallsDueBesideSearchesIsPut() throws Exception {
        List<DrawnQuery> queries = QueryDrawing.draw(index.known(), 3, 7);
        SearchesBesidePuts searches = new SearchesBesidePuts(index, queries, 2, 40, Duration.ofSeconds(1));
        searches.round(measured);
        assertThat(articles(index)).as("of eleven batches of four").isEqualTo(SIZE + 22);
        assertThat(searches.claims(measured)).hasSize(2).allMatch(Claim::isMeasured);
    }

    private static long articles(ChangedIndex index) {
        return index.store().engine().index().articles();
    }
}
