package dev.epitome.index;

import static dev.epitome.index.TestIndex.article;
import static dev.epitome.index.TestIndex.assertSound;
import static dev.epitome.index.TestIndex.indexingThreads;
import static dev.epitome.index.TestIndex.publish;
import static dev.epitome.index.TestIndex.titles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.Article;
import java.io.IOException;
import java.util.Collection;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Wherever the disk fails, the old index stays and whoever called is told. */
@Timeout(120)
class FailingDiskTest {

    private static final String FULL = "No space left on device";

    /** With replaced ones, so that there is something to merge; larger than the queues of the indexing threads. */
    private static final Article[] INPUT = IntStream.range(0, 1_500)
            .mapToObj(i -> article("id-" + i % 1_000, "Title " + i))
            .toArray(Article[]::new);

    @Test
    void aFullDiskLeavesTheOldIndexWhateverWasBeingWritten() throws IOException {
        long needed = bytesNeeded();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int failed = 0;
        for (int i = 0; i < 24; i++) {
            long space = random.nextLong(needed);
            failed += fails(new FailingDirectory(space, false, false), "seed " + seed + ", space " + space) ? 1 : 0;
        }
        assertThat(failed).as("of 24, seed %d", seed).isGreaterThan(8);
    }

    @Test
    void aDiskFullFromTheStartLeavesTheOldIndex() throws IOException {
        assertThat(fails(new FailingDirectory(0, false, false), "no space")).isTrue();
    }

    @Test
    void aDiskThatCannotSyncLeavesTheOldIndex() throws IOException {
        assertThat(fails(new FailingDirectory(Long.MAX_VALUE, true, false), "no sync"))
                .isTrue();
    }

    @Test
    void aDiskThatCannotRenameLeavesTheOldIndex() throws IOException {
        assertThat(fails(new FailingDirectory(Long.MAX_VALUE, false, true), "no rename"))
                .isTrue();
    }

    @Test
    void enoughSpaceIsEnough() throws IOException {
        assertThat(fails(new FailingDirectory(4 * bytesNeeded(), false, false), "all space"))
                .isFalse();
    }

    /** Whether the rebuild failed; and checks that it did so cleanly, or else was complete. */
    private static boolean fails(FailingDirectory disk, String when) throws IOException {
        EpitomeException failure = catchThrowableOfType(EpitomeException.class, () -> publish(disk, INPUT));
        assertThat(indexingThreads()).as(when).isEmpty();
        if (failure == null) {
            assertThat(titles(disk.getDelegate())).as(when).hasSize(1_000);
            return false;
        }
        assertThat(failure.kind()).as(when).isEqualTo(Kind.INDEX_UNWRITTEN);
        assertThat(failure).as(when).hasMessageContaining(FULL).hasMessageContaining("writing the index failed");
        assertThat(titles(disk.getDelegate())).as(when).containsExactly("old");
        assertSound(disk.getDelegate());
        publish(disk.getDelegate(), article("b", "new"));
        assertThat(titles(disk.getDelegate())).as(when).containsExactly("new");
        return true;
    }

    private static long bytesNeeded() {
        FailingDirectory disk = new FailingDirectory(Long.MAX_VALUE, false, false);
        publish(disk, INPUT);
        return Long.MAX_VALUE - disk.space.get();
    }

    /** Holds an old index, and has so many bytes left for a new one. */
    private static final class FailingDirectory extends FilterDirectory {
        private final AtomicLong space;
        private final boolean syncFails;
        private final boolean renameFails;

        FailingDirectory(long space, boolean syncFails, boolean renameFails) {
            super(old());
            this.space = new AtomicLong(space);
            this.syncFails = syncFails;
            this.renameFails = renameFails;
        }

        private static Directory old() {
            Directory directory = new ByteBuffersDirectory();
            publish(directory, article("a", "old"));
            return directory;
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            return new Output(in.createOutput(name, context));
        }

        @Override
        public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
            return new Output(in.createTempOutput(prefix, suffix, context));
        }

        @Override
        public void sync(Collection<String> names) throws IOException {
            failIf(syncFails);
            in.sync(names);
        }

        @Override
        public void rename(String source, String target) throws IOException {
            failIf(renameFails);
            in.rename(source, target);
        }

        private static void failIf(boolean fails) throws IOException {
            if (fails) {
                throw new IOException(FULL);
            }
        }

        private final class Output extends FilterIndexOutput {
            Output(IndexOutput out) {
                super("failing " + out.getName(), out.getName(), out);
            }

            @Override
            public void writeByte(byte value) throws IOException {
                failIf(space.addAndGet(-1) < 0);
                super.writeByte(value);
            }

            @Override
            public void writeBytes(byte[] bytes, int from, int length) throws IOException {
                failIf(space.addAndGet(-length) < 0);
                super.writeBytes(bytes, from, length);
            }
        }
    }
}
