package dev.epitome.lucene;

import static dev.epitome.search.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.Article;
import dev.epitome.corpus.CorpusOptions;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.corpus.Place;
import dev.epitome.index.IndexSettings;
import dev.epitome.index.LiveIndex;
import dev.epitome.index.PublishCheck;
import dev.epitome.index.PublishCheck.Decision;
import dev.epitome.index.Reindex;
import dev.epitome.search.Answers;
import dev.epitome.search.FuzzyMode;
import dev.epitome.search.RebuildChecks;
import dev.epitome.search.RebuildListener;
import dev.epitome.search.RebuildResult;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import dev.epitome.search.Seeds;
import dev.epitome.search.Shipped;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds of an index that is changed while it is searched: a test for each of its rules. The last of them, that
 * nothing a search needs is derived anew at each refresh, is held by counts in {@link IndexMemoryTest}.
 */
final class LivingIndexRulesTest {

    /** Of what an engine sees; {@code LiveModelTest} has more of what is written. */
    private static final int SEQUENCES = Integer.getInteger("epitome.test.model.sequences", 1_000) / 40;

    @TempDir
    private Path folder;

    private Path index() {
        return folder.resolve("index");
    }

    private static Article titled(String id, String title) {
        return article(id).titled(title).told();
    }

    private static List<String> ids(SearchEngine engine, String query) {
        return engine.search(SearchRequest.of(query).withFuzzy(FuzzyMode.OFF)).hits().stream()
                .map(hit -> hit.article().id())
                .sorted()
                .toList();
    }

    @Test
    void oneWriter() {
        try (ArticleStore store = ArticleStore.open(index())) {
            store.put(titled("a", "Kafka"));
            assertThatThrownBy(() -> ArticleStore.open(index())).satisfies(LivingIndexRulesTest::isLocked);
            assertThatThrownBy(() -> LiveIndex.open(index(), IndexSettings.DEFAULT))
                    .satisfies(LivingIndexRulesTest::isLocked);
            assertThatThrownBy(
                            () -> Reindex.of(Stream.of(titled("b", "Pulsar"))).into(index()))
                    .satisfies(LivingIndexRulesTest::isLocked);
            try (SearchEngine reader = LuceneSearch.open(index())) {
                assertThat(ids(reader, "kafka")).as("any number may read").containsExactly("a");
            }
        }
        try (ArticleStore next = ArticleStore.open(index())) {
            assertThat(ids(next.engine(), "")).containsExactly("a");
        }
    }

    private static void isLocked(Throwable e) {
        assertThat(((EpitomeException) e).kind()).isEqualTo(Kind.INDEX_LOCKED);
    }

    /**
     * Through crashes in which a disk loses what was not synced; what a call returned for is there, and nothing else.
     */
    @Test
    void ackedMeansKept() {
        Seeds.runs(SEQUENCES, random -> new StoreModel(random).run());
    }

    @Test
    void quietMeansExact() {
        Seeds.runs(1, this::quietMeansExact);
    }

    private void quietMeansExact(Random random) {
        List<Article> shipped = Shipped.articles();
        Map<String, Article> model = new TreeMap<>();
        try (ArticleStore store = ArticleStore.open(index())) {
            for (int i = 0; i < 120; i++) {
                Article one = shipped.get(random.nextInt(60));
                if (random.nextInt(4) == 0) {
                    store.delete(one.id());
                    model.remove(one.id());
                } else {
                    Article put = shipped.get(random.nextInt(shipped.size())).withId(one.id());
                    store.put(put);
                    model.put(put.id(), put);
                }
            }
            store.settle();
            try (SearchEngine anew = LuceneSearch.inMemory(List.copyOf(model.values()))) {
                for (String query : Answers.QUERIES) {
                    assertThat(Answers.of(store.engine(), query)).as(query).isEqualTo(Answers.of(anew, query));
                }
            }
        }
    }

    @Test
    void aRebuildIsStillWholeAndGatedAndWhatIsPutMeanwhileIsNotLost() {
        List<Boolean> good = new ArrayList<>(List.of(false, true));
        PublishCheck gate = candidate ->
                good.removeFirst() ? Decision.Publish.UNMEASURED : new Decision.Refuse(List.of("not good enough"));
        try (ArticleStore store = ArticleStore.open(index(), SearchSettings.DEFAULT, gate)) {
            store.put(titled("old", "Kafka"));
            RebuildListener putting = new Putting(store);
            RebuildResult refused = store.rebuild(corpus(), RebuildChecks.ALL, putting);
            assertThat(refused.refused()).containsExactly("not good enough");
            assertThat(ids(store.engine(), "")).containsExactly("meanwhile", "old");
            assertThat(store.rebuild(corpus(), RebuildChecks.ALL, putting).refused())
                    .isEmpty();
            assertThat(ids(store.engine(), "")).hasSize(3).contains("meanwhile").doesNotContain("old");
            assertThat(ids(store.engine(), "pulsar")).hasSize(2);
        }
    }

    private static CorpusReader corpus() {
        byte[] lines = "{\"title\":\"Pulsar one\"}\n{\"title\":\"Pulsar two\"}\n".getBytes(StandardCharsets.UTF_8);
        return CorpusReader.of(List.of("-"), new ByteArrayInputStream(lines), CorpusOptions.NONE);
    }

    /** Puts an article when the first of a rebuild was read, at which nothing of that is seen. */
    private record Putting(ArticleStore store) implements RebuildListener {
        @Override
        public void progress(long records) {
            store.put(titled("meanwhile", "Zanzibar " + records));
            assertThat(ids(store.engine(), "pulsar")).isEmpty();
        }

        @Override
        public void rejected(Place place, String reason) {}
    }

    /** Whatever is changed and rebuilt in between. {@code RetainedCommitsTest} has the times. */
    @Test
    void cursorsGoOnPinningAStateByTimeAndByUse() {
        try (ArticleStore store = ArticleStore.open(index())) {
            for (int i = 0; i < 30; i++) {
                store.put(titled("a" + i, "Kafka " + i));
            }
            SearchRequest request = SearchRequest.of("kafka").withLimit(10);
            SearchResult page = store.engine().search(request);
            List<String> seen = new ArrayList<>();
            Optional<SearchResult> next = Optional.of(page);
            while (next.isPresent()) {
                next.get().hits().forEach(hit -> seen.add(hit.article().id()));
                for (int i = 0; i < 20; i++) {
                    store.put(titled("b" + i, "Kafka " + seen.size()));
                    store.delete("a" + i);
                }
                Stream<Article> others = IntStream.range(0, 90).mapToObj(i -> titled("c" + i, "Kafka"));
                assertThat(store.rebuild(others).refused()).isEmpty();
                next = next.get().next().map(cursor -> store.engine().search(request.withCursor(cursor)));
            }
            assertThat(seen).hasSize(30).doesNotHaveDuplicates().allMatch(id -> id.startsWith("a"));
        }
    }
}
