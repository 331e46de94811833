package dev.epitome.index;

import static dev.epitome.index.TestIndex.article;
import static dev.epitome.index.TestIndex.articles;
import static dev.epitome.index.TestIndex.indexingThreads;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.Article;
import dev.epitome.index.FaultyDirectory.Operation;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.tests.store.MockDirectoryWrapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever fails in a rebuild, and whenever, readers have the old index or the new one, wholly; which of them, the run
 * said; and the next run leaves no file that is not its own.
 */
@Timeout(120)
final class EveryFaultTest {

    private static final List<Article> OLD = articlesFrom("old", 4);
    private static final List<Article> NEW = articlesFrom("new", 10);
    private static final List<Article> NEXT = articlesFrom("next", 11);

    private final Directory built = new ByteBuffersDirectory();

    @BeforeEach
    void buildTheOldIndex() {
        assertThat(rebuild(built, OLD)).isEqualTo(new Said.Published(List.of()));
    }

    /** What a run said of itself. */
    private sealed interface Said {
        record Published(List<String> remarks) implements Said {}

        record Failed(Throwable why) implements Said {}
    }

    @ParameterizedTest
    @EnumSource
    void everyOperationMayFail(Operation operation) throws IOException {
        assertThat(everyFault(operation, false, () -> new IOException("a bad disk")))
                .as("moments to fail in")
                .isPositive();
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSE", "SYNC", "SYNC_METADATA", "RENAME", "DELETE"})
    void everyOperationMayBeDoneAndFailAllTheSame(Operation operation) throws IOException {
        assertThat(everyFault(operation, true, () -> new IOException("a bad wire")))
                .isPositive();
    }

    @ParameterizedTest
    @EnumSource(names = {"READ", "WRITE", "RENAME", "SYNC_METADATA"})
    void everyOperationMayEndInAnError(Operation operation) throws IOException {
        assertThat(everyFault(operation, false, () -> new OutOfMemoryError("a small heap")))
                .isPositive();
        assertThat(everyFault(operation, true, () -> new InternalError("a mapped file that shrank")))
                .isPositive();
    }

    /** How many operations there were to fail. */
    private long everyFault(Operation operation, boolean afterwards, Supplier<Throwable> fault) throws IOException {
        for (long n = 1; ; n++) {
            String when = operation + " number " + n + (afterwards ? ", done all the same" : "");
            try (MockDirectoryWrapper disk = disk()) {
                FaultyDirectory faulty = new FaultyDirectory(disk, operation, n, afterwards, fault);
                Said said = rebuild(faulty, NEW);
                assertTrue(disk, said, when);
                if (!faulty.hasFailed()) {
                    assertThat(said).as(when).isEqualTo(new Said.Published(List.of()));
                    return n - 1;
                }
                boolean asBefore = files(disk).equals(files(built));
                if (said instanceof Said.Failed) {
                    assertThat(asBefore)
                            .as("nothing half written after " + when)
                            .isTrue();
                }
                if (!asBefore || n % 8 == 0) {
                    assertNextRunIsClean(disk, when);
                }
            }
        }
    }

    @Test
    void aDiskThatIsFullStaysFullUntilThereIsRoom() throws IOException {
        long needed = bytesNeeded();
        int failed = 0;
        for (long room = 0; room <= needed; room += Math.max(1, needed / 40)) {
            String when = "room for " + room + " bytes";
            try (MockDirectoryWrapper disk = disk()) {
                disk.setMaxSizeInBytes(disk.sizeInBytes() + room + 1);
                Said said = rebuild(disk, NEW);
                failed += said instanceof Said.Failed ? 1 : 0;
                assertTrue(disk, said, when);
                assertThat(files(disk)).as("nothing half written with " + when).isEqualTo(newest(disk));
                disk.setMaxSizeInBytes(0);
                assertNextRunIsClean(disk, when);
            }
        }
        // Of some forty: how much of it the rebuild needs at once depends on what its threads do.
        assertThat(failed).isBetween(10, 40);
    }

    private long bytesNeeded() throws IOException {
        try (MockDirectoryWrapper disk = disk()) {
            disk.setTrackDiskUsage(true);
            rebuild(disk, NEW);
            return disk.getMaxUsedSizeInBytes();
        }
    }

    /** Every moment before an operation on the directory is one to crash in. */
    @Test
    void aCrashLosesWhatWasNotSafeOnTheDiskAndNoIndex() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (Operation operation : EnumSet.of(Operation.WRITE, Operation.SYNC, Operation.RENAME, Operation.DELETE)) {
            for (long n = 1; ; n++) {
                String when = "seed " + seed + ", a crash at " + operation + " number " + n;
                try (MockDirectoryWrapper disk = new MockDirectoryWrapper(random, old())) {
                    disk.setCheckIndexOnClose(false);
                    FaultyDirectory faulty = new FaultyDirectory(disk, operation, n, false, () -> {
                        crash(disk);
                        return new IOException("crashed");
                    });
                    Said unused = rebuild(faulty, NEW);
                    if (!faulty.hasFailed()) {
                        break;
                    }
                    disk.clearCrash();
                    assertThat(ids(articles(disk))).as(when).isIn(ids(OLD), ids(NEW));
                    assertNextRunIsClean(disk, when);
                }
            }
        }
    }

    private static void crash(MockDirectoryWrapper disk) {
        try {
            disk.crash();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertTrue(Directory disk, Said said, String when) throws IOException {
        assertThat(indexingThreads()).as(when).isEmpty();
        switch (said) {
            case Said.Published published ->
                assertThat(ids(articles(disk))).as(when + ": " + published).isEqualTo(ids(NEW));
            case Said.Failed(Throwable why) -> {
                assertThat(ids(articles(disk))).as(when + ": " + why).isEqualTo(ids(OLD));
                if (why instanceof EpitomeException ours) {
                    assertThat(ours.kind()).as(when).isIn(Kind.INDEX_UNWRITTEN, Kind.INDEX_DAMAGED);
                } else {
                    assertThat(why).as(when).isInstanceOf(VirtualMachineError.class);
                }
            }
        }
    }

    private static void assertNextRunIsClean(Directory disk, String when) throws IOException {
        assertThat(rebuild(disk, NEXT)).as("the run after " + when).isEqualTo(new Said.Published(List.of()));
        assertThat(ids(articles(disk))).as("after " + when).isEqualTo(ids(NEXT));
        assertThat(files(disk)).as("no stray file after " + when).isEqualTo(newest(disk));
    }

    /** Some articles come twice, so that there is something to replace and to merge. */
    private static Said rebuild(Directory directory, List<Article> articles) {
        Stream<Article> twice = Stream.concat(articles.stream().limit(2), articles.stream());
        try {
            ReindexReport report = Reindex.of(twice).into(directory);
            return new Said.Published(report.remarks());
        } catch (EpitomeException | VirtualMachineError e) {
            return new Said.Failed(e);
        }
    }

    private MockDirectoryWrapper disk() throws IOException {
        MockDirectoryWrapper disk = new MockDirectoryWrapper(new Random(0), old());
        disk.setCheckIndexOnClose(false);
        return disk;
    }

    /** A copy of an index of the old articles. */
    private Directory old() throws IOException {
        Directory copy = new ByteBuffersDirectory();
        for (String name : built.listAll()) {
            copy.copyFrom(built, name, name, IOContext.DEFAULT);
        }
        return copy;
    }

    private static Set<String> files(Directory directory) throws IOException {
        return new TreeSet<>(Arrays.asList(directory.listAll()));
    }

    /** What the newest commit is made of. */
    private static Set<String> newest(Directory directory) throws IOException {
        return new TreeSet<>(SegmentInfos.readLatestCommit(directory).files(true));
    }

    private static List<String> ids(List<Article> articles) {
        return articles.stream().map(Article::id).toList();
    }

    private static List<Article> articlesFrom(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> article(name + "-" + (char) ('a' + i), "Title " + name + " " + i))
                .toList();
    }
}
