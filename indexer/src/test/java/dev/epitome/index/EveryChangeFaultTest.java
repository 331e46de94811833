package dev.epitome.index;

import static dev.epitome.index.TestIndex.article;
import static dev.epitome.index.TestIndex.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.Article;
import dev.epitome.article.ArticleChange;
import dev.epitome.article.ArticleChange.Condition;
import dev.epitome.article.ArticleChange.Delete;
import dev.epitome.article.ArticleChange.Put;
import dev.epitome.index.FaultyDirectory.Operation;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.tests.store.MockDirectoryWrapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever fails in a change, and whenever, the index has what it had before or all that was asked for; the caller is
 * told; and the next call works.
 */
@Timeout(240)
final class EveryChangeFaultTest {

    private static final List<Article> OLD =
            IntStream.range(0, 6).mapToObj(i -> article("a" + i, "old " + i)).toList();

    private static final Set<Operation> DONE_ALL_THE_SAME =
            EnumSet.of(Operation.CLOSE, Operation.SYNC, Operation.SYNC_METADATA, Operation.RENAME, Operation.DELETE);

    /** Of later moments some are left out, unless all are asked for. */
    private static final long ALL_UNTIL = Long.getLong("epitome.test.all.faults.until", 12);

    private final Directory built = new ByteBuffersDirectory();

    @BeforeEach
    void buildTheOldIndex() {
        TestIndex.publish(built, OLD.toArray(Article[]::new));
    }

    /** What may be asked of an index, and what it then has. */
    @SuppressWarnings("ImmutableEnumChecker") // The functions hold nothing.
    private enum Change {
        PUT(index -> index.apply(List.of(put("a1", "new"))), model -> model.put("a1", article("a1", "new"))),
        DELETE(index -> index.apply(List.of(new Delete("a0", Condition.NONE))), model -> model.remove("a0")),
        BATCH(
                index -> index.apply(
                        List.of(put("b1", "one"), put("a2", "two"), new Delete("a3", Condition.NONE), put("b2", "3"))),
                model -> {
                    model.put("b1", article("b1", "one"));
                    model.put("a2", article("a2", "two"));
                    model.remove("a3");
                    model.put("b2", article("b2", "3"));
                }),
        SETTLING(
                index -> {
                    index.apply(List.of(put("a5", "The Rapid Object Store (ROS)")));
                    index.settle();
                },
                model -> model.put("a5", article("a5", "The Rapid Object Store (ROS)"))),
        REBUILD(
                index -> Reindex.of(Stream.of(article("c1", "c"), article("c2", "c"), article("c3", "c")))
                        .checkedBy(PublishCheck.NONE)
                        .into(index),
                model -> {
                    model.clear();
                    Stream.of("c1", "c2", "c3").forEach(id -> model.put(id, article(id, "c")));
                });

        private final Consumer<LiveIndex> made;
        private final Consumer<Map<String, Article>> meant;

        Change(Consumer<LiveIndex> made, Consumer<Map<String, Article>> meant) {
            this.made = made;
            this.meant = meant;
        }

        private static ArticleChange put(String id, String title) {
            return new Put(article(id, title), TestIndex.origin(), Condition.NONE);
        }

        List<Article> after() {
            Map<String, Article> model = new TreeMap<>();
            OLD.forEach(one -> model.put(one.id(), one));
            meant.accept(model);
            return List.copyOf(model.values());
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"WRITE", "CLOSE", "SYNC", "SYNC_METADATA", "RENAME", "DELETE", "CREATE", "OPEN", "READ", "LIST"})
    void everyOperationMayFail(Operation operation) throws IOException {
        for (Change change : Change.values()) {
            everyFault(change, operation, false);
            if (DONE_ALL_THE_SAME.contains(operation)) {
                everyFault(change, operation, true);
            }
        }
    }

    private void everyFault(Change change, Operation operation, boolean afterwards) throws IOException {
        for (long n = 1; ; n += 1 + n / ALL_UNTIL) {
            String when = "%s, %s number %d%s".formatted(change, operation, n, afterwards ? ", done all the same" : "");
            try (MockDirectoryWrapper disk = new MockDirectoryWrapper(new Random(1), old())) {
                disk.setCheckIndexOnClose(false);
                FaultyDirectory faulty =
                        new FaultyDirectory(disk, operation, n, afterwards, () -> new IOException("a bad disk"));
                if (!mayFail(change, disk, faulty, when)) {
                    return;
                }
            }
        }
    }

    /** @return whether there was anything to fail */
    private static boolean mayFail(Change change, Directory disk, FaultyDirectory faulty, String when)
            throws IOException {
        boolean told = false;
        try (LiveIndex index = LiveIndex.open(faulty, IndexSettings.DEFAULT, () -> TestIndex.NOW)) {
            try {
                change.made.accept(index);
            } catch (EpitomeException e) {
                told = true;
                assertThat(e.kind()).as(when).isEqualTo(Kind.INDEX_UNWRITTEN);
            }
            List<Article> now = articles(disk);
            if (told) {
                assertThat(now).as(when).isIn(OLD, change.after());
            } else {
                assertThat(now).as(when).isEqualTo(change.after());
            }
            if (faulty.hasFailed()) {
                putNext(index, told);
                assertThat(articles(disk)).as("after " + when).hasSize(now.size() + 1);
            }
        } catch (EpitomeException e) {
            assertThat(e.kind()).as(when).isIn(Kind.INDEX_UNWRITTEN, Kind.INDEX_DAMAGED);
            assertThat(articles(disk)).as(when).isEqualTo(OLD);
        }
        try (LiveIndex again = LiveIndex.open(disk, IndexSettings.DEFAULT, () -> TestIndex.NOW)) {
            again.apply(List.of(Change.put("y", "another process")));
        }
        if (!faulty.hasFailed()) {
            TestIndex.assertSound(disk);
        }
        return faulty.hasFailed();
    }

    /** What fails in the background, such as a merge, may be told to the next call. */
    private static void putNext(LiveIndex index, boolean told) {
        try {
            index.apply(List.of(Change.put("z", "the next one")));
        } catch (EpitomeException e) {
            assertThat(told).as(e.toString()).isFalse();
            index.apply(List.of(Change.put("z", "the next one")));
        }
    }

    private Directory old() throws IOException {
        Directory copy = new ByteBuffersDirectory();
        for (String file : built.listAll()) {
            copy.copyFrom(built, file, file, IOContext.DEFAULT);
        }
        return copy;
    }
}
