package dev.epitome.index;

import static dev.epitome.index.TestIndex.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.EpitomeException;
import dev.epitome.article.Article;
import dev.epitome.article.ArticleChange;
import dev.epitome.index.FaultyDirectory.Operation;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.tests.store.MockDirectoryWrapper;
import org.junit.jupiter.api.Test;

/**
 * An index beside a plain map, through any changes, rebuilds, restarts and crashes in which a disk loses what was not
 * synced: what a call returned for is there, and nothing else.
 */
final class LiveModelTest {

    /** Of three lives each. */
    private static final int SEQUENCES = Integer.getInteger("epitome.test.model.sequences", 1_000);

    private static final List<Operation> MOMENTS =
            List.of(Operation.WRITE, Operation.SYNC, Operation.RENAME, Operation.DELETE, Operation.CREATE);

    /** On all cores: each has a disk and an index of its own, and often waits for merges. */
    @Test
    void whatWasAcknowledgedIsThereAndNothingElse() {
        long first = Long.getLong("epitome.seed", System.nanoTime());
        LongStream.range(first, first + SEQUENCES).parallel().forEach(seed -> new Sequence(seed).run());
    }

    private static final class Sequence {

        private final long seed;
        private final Random random;
        private final RandomChanges changes;
        private final Map<String, Article> model = new TreeMap<>();

        Sequence(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.changes = new RandomChanges(random, 8);
        }

        void run() {
            try (MockDirectoryWrapper disk = new MockDirectoryWrapper(random, new ByteBuffersDirectory())) {
                disk.setCheckIndexOnClose(false);
                for (int life = 0; life < 3; life++) {
                    live(disk);
                    assertThat(found(disk)).as("seed %d, life %d", seed, life).isEqualTo(List.copyOf(model.values()));
                }
            } catch (IOException | RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }

        /** From one start to an end of one kind or another. */
        private void live(MockDirectoryWrapper disk) throws IOException {
            boolean crashes = random.nextBoolean();
            FaultyDirectory dying = new FaultyDirectory(
                    disk,
                    MOMENTS.get(random.nextInt(MOMENTS.size())),
                    crashes ? 1 + random.nextInt(60) : Long.MAX_VALUE,
                    false,
                    () -> crash(disk));
            List<ArticleChange> last = List.of();
            boolean acknowledged = true;
            try (LiveIndex index = LiveIndex.open(dying, IndexSettings.DEFAULT, () -> TestIndex.NOW)) {
                for (int i = random.nextInt(6); i >= 0; i--) {
                    last = changes.next();
                    acknowledged = false;
                    index.apply(last);
                    acknowledged = true;
                    RandomChanges.apply(last, model);
                    if (random.nextInt(8) == 0) {
                        index.settle();
                    }
                    if (random.nextInt(12) == 0 && !model.isEmpty()) {
                        Reindex.of(List.copyOf(model.values()).stream())
                                .checkedBy(PublishCheck.NONE)
                                .into(index);
                    }
                }
            } catch (EpitomeException e) {
                assertThat(dying.hasFailed()).as("seed %d: %s", seed, e).isTrue();
            }
            if (dying.hasFailed()) {
                disk.clearCrash();
                takeWhatIsThere(disk, acknowledged ? List.of() : last);
            }
        }

        /** What was not acknowledged may be there or not, wholly. */
        private void takeWhatIsThere(Directory disk, List<ArticleChange> last) throws IOException {
            Map<String, Article> with = new TreeMap<>(model);
            RandomChanges.apply(last, with);
            List<Article> now = found(disk);
            assertThat(now)
                    .as("seed %d, after a crash", seed)
                    .isIn(List.copyOf(model.values()), List.copyOf(with.values()));
            if (now.equals(List.copyOf(with.values()))) {
                model.clear();
                model.putAll(with);
            }
        }

        private static List<Article> found(Directory disk) throws IOException {
            return DirectoryReader.indexExists(disk) ? articles(disk) : List.of();
        }

        private static IOException crash(MockDirectoryWrapper disk) {
            try {
                disk.crash();
                return new IOException("crashed");
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
