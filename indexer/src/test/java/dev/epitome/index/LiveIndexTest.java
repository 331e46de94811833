package dev.epitome.index;

import static dev.epitome.index.TestIndex.article;
import static dev.epitome.index.TestIndex.articles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.Article;
import dev.epitome.article.ArticleChange;
import dev.epitome.article.ArticleChange.Condition;
import dev.epitome.article.ArticleChange.Delete;
import dev.epitome.article.ArticleChange.Outcome;
import dev.epitome.article.ArticleChange.Put;
import dev.epitome.ranking.RankingProfile.FieldWeights;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveIndexTest {

    private static final Instant LATER = TestIndex.NOW.plusSeconds(60);

    private final Directory directory = new ByteBuffersDirectory();

    private LiveIndex open() {
        return LiveIndex.open(directory, IndexSettings.DEFAULT, () -> LATER);
    }

    private static ArticleChange put(String id, String title) {
        return new Put(article(id, title), TestIndex.origin(), Condition.NONE);
    }

    private static ArticleChange delete(String id) {
        return new Delete(id, Condition.NONE);
    }

    @Test
    void eachChangeSaysWhatBecameOfIt() throws IOException {
        try (LiveIndex index = open()) {
            assertThat(index.apply(List.of(put("a", "one"), put("b", "two"), put("a", "one"))))
                    .containsExactly(Outcome.CREATED, Outcome.CREATED, Outcome.UNCHANGED);
            assertThat(index.apply(List.of(put("a", "three"), delete("b"), delete("b"), put("b", "two"))))
                    .containsExactly(Outcome.REPLACED, Outcome.DELETED, Outcome.ABSENT, Outcome.CREATED);
            assertThat(articles(directory)).containsExactly(article("a", "three"), article("b", "two"));
        }
    }

    @Test
    void aChangeWhoseConditionDoesNotHoldIsRefusedAndTheOthersAreMade() throws IOException {
        try (LiveIndex index = open()) {
            index.apply(List.of(put("a", "one")));
            Condition isOne = present -> present.equals(Optional.of(article("a", "one")));
            assertThat(index.apply(List.of(
                            new Put(article("a", "two"), TestIndex.origin(), Condition.ABSENT),
                            new Put(article("a", "three"), TestIndex.origin(), isOne),
                            new Delete("a", isOne))))
                    .containsExactly(Outcome.REFUSED, Outcome.REPLACED, Outcome.REFUSED);
            assertThat(articles(directory)).containsExactly(article("a", "three"));
        }
    }

    @Test
    void anUnchangedArticleIsNotWritten() throws IOException {
        try (LiveIndex index = open()) {
            index.apply(List.of(put("a", "one")));
            List<String> files = List.of(directory.listAll());
            index.apply(List.of(put("a", "one"), delete("none")));
            assertThat(List.of(directory.listAll())).isEqualTo(files);
        }
    }

    @Test
    void anIndexThatWasRebuiltGoesOn() throws IOException {
        TestIndex.publish(directory, article("a", "one"), article("b", "two"), article("a", "three"));
        try (LiveIndex index = open()) {
            index.apply(List.of(delete("b"), put("c", "four")));
            assertThat(articles(directory)).containsExactly(article("a", "three"), article("c", "four"));
            assertThat(index.info().createdAt()).isEqualTo(TestIndex.NOW);
            assertThat(index.info().changedAt()).isEqualTo(LATER);
        }
        TestIndex.assertSound(directory);
    }

    @Test
    void theCommitSaysWhatTheIndexHolds() throws IOException {
        try (LiveIndex index = open()) {
            index.apply(List.of(put("a", "one"), put("b", "two"), put("c", "three")));
            index.apply(List.of(put("b", "four"), delete("c")));
            IndexInfo fresh = TestIndex.publish(new ByteBuffersDirectory(), article("b", "four"), article("a", "one"));
            assertThat(index.info().content()).isEqualTo(fresh.content());
            assertThat(index.info().articles()).isEqualTo(2);
        }
        assertThat(IndexVerification.ofNewest(directory, bytes -> true).findings())
                .isEmpty();
    }

    @Test
    void everythingMayGoAndSomethingComeAgain() throws IOException {
        for (int turn = 0; turn < 2; turn++) {
            try (LiveIndex index = open()) {
                index.apply(List.of(put("a", "one"), put("b", "two")));
                index.apply(List.of(delete("a")));
                index.apply(List.of(delete("b")));
                assertThat(articles(directory)).isEmpty();
                index.apply(List.of(put("c", "three")));
                assertThat(articles(directory)).containsExactly(article("c", "three"));
                index.apply(List.of(delete("c")));
            }
        }
    }

    /** Whatever the segments still hold of articles that are gone. */
    @Test
    void statisticsAreThoseOfAnIndexThatIsMadeAnew() throws IOException {
        long seed = Long.getLong("epitome.seed", System.nanoTime());
        RandomChanges changes = new RandomChanges(new Random(seed), 40);
        Map<String, Article> model = new TreeMap<>();
        DeletedTerms deleted = DeletedTerms.NONE;
        try (LiveIndex index = open()) {
            for (int turn = 0; turn < 60; turn++) {
                List<ArticleChange> some = changes.next();
                index.apply(some);
                RandomChanges.apply(some, model);
                if (turn % 20 == 19) {
                    index.settle();
                }
                try (DirectoryReader reader = DirectoryReader.open(directory)) {
                    Wordbook book = Wordbook.of(reader);
                    deleted = DeletedTerms.of(reader, book, deleted, IndexSettings.DEFAULT);
                    assertThat(statistics(reader, deleted))
                            .as("seed %d, turn %d", seed, turn)
                            .isEqualTo(fresh(model));
                    assertThat(statistics(
                                    reader, DeletedTerms.of(reader, book, DeletedTerms.NONE, IndexSettings.DEFAULT)))
                            .as("seed %d, turn %d, from the beginning", seed, turn)
                            .isEqualTo(fresh(model));
                }
            }
        }
    }

    private static SortedMap<String, String> fresh(Map<String, Article> model) throws IOException {
        Directory fresh = new ByteBuffersDirectory();
        TestIndex.publish(fresh, model.values().toArray(Article[]::new));
        try (DirectoryReader reader = DirectoryReader.open(fresh)) {
            return statistics(reader, DeletedTerms.NONE);
        }
    }

    /** As {@link TestIndex#statistics}, without what is deleted. */
    private static SortedMap<String, String> statistics(DirectoryReader reader, DeletedTerms deleted)
            throws IOException {
        SortedMap<String, String> left = new TreeMap<>();
        for (Map.Entry<String, String> entry : TestIndex.statistics(reader).entrySet()) {
            String[] counts = entry.getValue().split(" ", -1);
            int colon = entry.getKey().indexOf(':');
            if (colon > 0) {
                String field = entry.getKey().substring(0, colon);
                DeletedTerms.Count gone =
                        deleted.of(new Term(field, entry.getKey().substring(colon + 1)));
                int with = Integer.parseInt(counts[0]) - gone.articles();
                if (with > 0) {
                    left.put(entry.getKey(), with + " " + (Long.parseLong(counts[1]) - gone.occurrences()));
                } else {
                    assertThat(Long.parseLong(counts[1])).isEqualTo(gone.occurrences());
                }
            } else if (counts.length == 2) {
                DeletedTerms.FieldCount gone = deleted.of(entry.getKey());
                int with = Integer.parseInt(counts[0]) - gone.articles();
                if (with > 0) {
                    left.put(entry.getKey(), with + " " + (Long.parseLong(counts[1]) - gone.occurrences()));
                }
            }
        }
        return left;
    }

    @Test
    void whatArticlesDefineIsLearnedWhenChangesHaveSettled() throws IOException {
        Article defines =
                Article.titled("The Rapid Object Store (ROS) is fast").id("a").build();
        try (LiveIndex index = open()) {
            index.apply(List.of(put("b", "two")));
            index.apply(List.of(new Put(defines, TestIndex.origin(), Condition.NONE)));
            index.settle();
            assertThat(learned()).isPositive();
            index.apply(List.of(delete("a")));
            index.settle();
            assertThat(learned()).isZero();
        }
    }

    private int learned() throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return LearnedAcronym.dictionary(reader).meanings(List.of("ros")).size();
        }
    }

    @Test
    void whatIsGoneLeavesTheSegmentsWhereItIsMuch() throws IOException {
        try (LiveIndex index = open()) {
            List<ArticleChange> puts = new ArrayList<>();
            List<ArticleChange> deletions = new ArrayList<>();
            for (int i = 0; i < 30_000; i++) {
                puts.add(put("a" + i, "title"));
                if (i % 25 == 0) {
                    deletions.add(delete("a" + i));
                }
            }
            index.apply(puts);
            index.apply(deletions);
            while (!index.settle()) {
                Thread.onSpinWait();
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                assertThat(reader.numDeletedDocs()).isLessThan(1_000);
                assertThat(reader.numDocs()).isEqualTo(28_800);
            }
        }
    }

    @Test
    void changesOfManyThreadsAreAllMade() throws Exception {
        try (LiveIndex index = open();
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<List<Outcome>>> tasks = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                String id = "a" + i;
                tasks.add(() -> index.apply(List.of(put(id, "title of " + id))));
            }
            for (Future<List<Outcome>> one : threads.invokeAll(tasks)) {
                assertThat(one.get()).containsExactly(Outcome.CREATED);
            }
            assertThat(articles(directory)).hasSize(100);
        }
    }

    @Test
    void onlyOneWrites(@TempDir Path folder) {
        try (LiveIndex index = LiveIndex.open(folder, IndexSettings.DEFAULT)) {
            assertThatThrownBy(() -> LiveIndex.open(folder, IndexSettings.DEFAULT))
                    .isInstanceOfSatisfying(
                            EpitomeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INDEX_LOCKED));
            assertThat(index.apply(List.of(put("a", "one")))).containsExactly(Outcome.CREATED);
        }
        LiveIndex.open(folder, IndexSettings.DEFAULT).close();
    }

    @Test
    void anIndexOfOtherWeightsIsRefused() {
        IndexSettings heavy = new IndexSettings(new FieldWeights(9, 8, 7, 6), true);
        open().close();
        assertThatThrownBy(() -> LiveIndex.open(directory, heavy, () -> LATER))
                .isInstanceOfSatisfying(
                        EpitomeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INDEX_INCOMPATIBLE));
        open().close();
    }
}
