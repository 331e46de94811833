package dev.epitome.index;

import static dev.epitome.index.TestIndex.article;
import static dev.epitome.index.TestIndex.publish;
import static dev.epitome.index.TestIndex.titles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.Article;
import dev.epitome.index.BackupResult.Copied;
import dev.epitome.index.BackupResult.Damaged;
import dev.epitome.index.BackupResult.Refused;
import dev.epitome.index.FaultyDirectory.Operation;
import dev.epitome.index.IndexVerification.Pace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.Lock;
import org.apache.lucene.tests.store.MockDirectoryWrapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
final class IndexBackupTest {

    private final Path index;
    private final Path backup;
    private final Directory directory;

    IndexBackupTest(@TempDir Path folder) throws IOException {
        index = folder.resolve("index");
        backup = folder.resolve("copies/backup");
        directory = FSDirectory.open(index);
    }

    @BeforeEach
    void build() {
        publish(directory, many("Old", 30));
    }

    @AfterEach
    void close() throws IOException {
        directory.close();
    }

    @Test
    void aBackupIsAnIndexLikeTheOneThatItIsOf() throws IOException {
        Copied copied = (Copied) make();
        assertThat(copied.articles()).isEqualTo(30);
        assertThat(copied.filesCopied())
                .isEqualTo(copied.files())
                .isEqualTo(newest(directory).size());
        assertThat(copied.bytesCopied()).isEqualTo(copied.bytes()).isPositive();
        assertThat(copied.remarks()).isEmpty();
        assertThat(filesOf(backup)).isEqualTo(newest(directory));
        assertThat(IndexVerification.ofNewest(backup, Pace.UNBOUNDED).isSound()).isTrue();
        assertThat(IndexVerification.ofNewest(backup, Pace.UNBOUNDED).commit())
                .isEqualTo(IndexVerification.ofNewest(index, Pace.UNBOUNDED).commit());
    }

    @Test
    void whatIsThereIsNotCopiedAgain() throws IOException {
        BackupResult unused = make();
        assertThat(((Copied) make()).filesCopied()).isZero();
        ScatteredIndex.add(directory, List.of(article("a-000", "Changed"), article("one", "More")));
        Copied more = (Copied) make();
        assertThat(more.bytesCopied()).isPositive().isLessThan(more.bytes());
        assertThat(more.filesCopied()).isPositive().isLessThan(more.files());
        assertThat(filesOf(backup)).isEqualTo(newest(directory));
        assertThat(IndexVerification.ofNewest(backup, Pace.UNBOUNDED).isSound())
                .as("with a deleted article")
                .isTrue();
        try (Directory copy = FSDirectory.open(backup)) {
            assertThat(titles(copy)).isEqualTo(titles(directory)).contains("Changed", "More");
        }
    }

    /** The index began anew: its files have the names of others. */
    @Test
    void filesOfTheSameNamesAreNotTakenForTheSame() throws IOException {
        BackupResult unused = make();
        for (String name : directory.listAll()) {
            directory.deleteFile(name);
        }
        publish(directory, many("New", 30));
        assertThat(make()).isInstanceOf(Copied.class);
        assertBackedUp("New");
        publish(directory, many("Newer", 31));
        assertThat(make()).isInstanceOf(Copied.class);
        assertBackedUp("Newer");
    }

    @Test
    void aNewerCommitOfALowerNumberTakesThePlaceOfTheOld() throws IOException {
        for (int i = 0; i < 3; i++) {
            publish(directory, many("Old", 30));
        }
        BackupResult unused = make();
        assertThat(newest(directory)).contains("segments_4");
        for (String name : directory.listAll()) {
            directory.deleteFile(name);
        }
        publish(directory, many("New", 30));
        assertThat(newest(directory)).contains("segments_1");
        assertThat(make()).isInstanceOf(Copied.class);
        assertBackedUp("New");
    }

    @Test
    void anIndexThatLostMuchOfWhatItHadReplacesNoBackupByItself() throws IOException {
        BackupResult unused = make();
        publish(directory, many("New", 5));
        assertThat(make()).isInstanceOf(Refused.class);
        assertBackedUp("Old");
        assertThat(IndexBackup.make(index, backup, LossGuard.ALLOWING_SHRINKING))
                .isInstanceOf(Copied.class);
        assertBackedUp("New");
    }

    @Test
    void aDamagedIndexReplacesNoBackup() throws IOException {
        BackupResult unused = make();
        publish(directory, many("New", 30));
        Path segment = index.resolve(newest(directory).stream()
                .filter(name -> name.endsWith(".cfs"))
                .findFirst()
                .orElseThrow());
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);
        Damaged damaged = (Damaged) make();
        assertThat(damaged.findings()).singleElement().asString().contains(".cfs: its checksum is ");
        assertBackedUp("Old");
    }

    @Test
    void aBackupThatCannotBeOpenedIsMadeAnew() throws IOException {
        BackupResult unused = make();
        Path segment = backup.resolve(newest(directory).stream()
                .filter(name -> name.endsWith(".cfs"))
                .findFirst()
                .orElseThrow());
        Files.write(segment, new byte[3]);
        assertThat(((Copied) make()).filesCopied()).isEqualTo(1);
        assertBackedUp("Old");
    }

    @Test
    void whatElseIsInADirectoryIsLeftAlone() throws IOException {
        Files.createDirectories(backup);
        Path photo = Files.writeString(backup.resolve("photo.jpg"), "me");
        assertThat(kindOfFailure(backup)).isEqualTo(Kind.INDEX_FOREIGN);
        assertThat(photo).hasContent("me");
        assertThat(kindOfFailure(index)).isEqualTo(Kind.INVALID_REQUEST);
        assertThat(kindOfFailure(index.resolve("backup"))).isEqualTo(Kind.INVALID_REQUEST);
        assertThat(kindOfFailure(index.resolve(".."))).isEqualTo(Kind.INVALID_REQUEST);
        assertThat(filesOf(index)).isEqualTo(newest(directory));
    }

    @Test
    void twoBackupsAtOnceDoNotMeet() throws IOException {
        Files.createDirectories(backup);
        try (Directory copy = FSDirectory.open(backup);
                Lock held = copy.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            held.ensureValid();
            assertThat(kindOfFailure(backup)).isEqualTo(Kind.INDEX_LOCKED);
        }
    }

    /** A writer deletes the files of the commit that is being copied. */
    @Test
    void whileOneRebuildFollowsTheOtherEachBackupIsOfOneOfThem() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        publish(directory, many("First.", 30));
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<?> writing = writer.submit(() -> {
                for (int i = 0; !enough.get(); i++) {
                    publish(directory, many("Rebuild " + i + ".", 30));
                }
            });
            Set<String> seen = new TreeSet<>();
            try {
                for (int i = 0; i < 40; i++) {
                    assertThat(make()).isInstanceOf(Copied.class);
                    try (Directory copy = FSDirectory.open(backup)) {
                        List<String> titles = titles(copy);
                        assertThat(titles.stream()
                                        .map(title -> title.split("\\.", -1)[0])
                                        .distinct())
                                .as("articles of one rebuild")
                                .hasSize(1);
                        seen.add(titles.getFirst());
                        assertThat(filesOf(backup)).isEqualTo(newest(copy));
                    }
                    assertThat(IndexVerification.ofNewest(backup, Pace.UNBOUNDED)
                                    .isSound())
                            .isTrue();
                }
            } finally {
                enough.set(true);
            }
            writing.get();
            assertThat(seen).hasSizeGreaterThan(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN", "READ", "CREATE", "WRITE", "CLOSE", "SYNC", "SYNC_METADATA", "RENAME", "DELETE"})
    void whateverFailsTheOldBackupIsThereOrTheNew(Operation operation) throws IOException {
        assertThat(everyFault(operation, false)).as("moments to fail in").isPositive();
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSE", "SYNC", "SYNC_METADATA", "RENAME", "DELETE"})
    void soItIsWhereItWasDoneAllTheSame(Operation operation) throws IOException {
        assertThat(everyFault(operation, true)).as("moments to fail in").isPositive();
    }

    private long everyFault(Operation operation, boolean afterwards) throws IOException {
        Directory old = new ByteBuffersDirectory();
        publish(old, many("Old", 30));
        Directory source = new ByteBuffersDirectory();
        copyAll(old, source);
        publish(source, many("New", 31));
        for (long n = 1; ; n++) {
            String when = operation + " number " + n + (afterwards ? ", done all the same" : "");
            try (MockDirectoryWrapper disk = new MockDirectoryWrapper(new Random(0), new ByteBuffersDirectory());
                    HeldCommit held = HeldCommit.newest(source)) {
                disk.setCheckIndexOnClose(false);
                copyAll(old, disk);
                FaultyDirectory faulty =
                        new FaultyDirectory(disk, operation, n, afterwards, () -> new IOException("a bad disk"));
                boolean copied;
                try {
                    copied = IndexBackup.make(held, faulty, LossGuard.DEFAULT) instanceof Copied;
                } catch (EpitomeException e) {
                    assertThat(e.kind()).as(when).isEqualTo(Kind.INDEX_UNWRITTEN);
                    copied = false;
                }
                assertThat(titles(disk).getFirst()).as(when).startsWith(copied ? "New" : "Old");
                assertThat(IndexVerification.ofNewest(disk, Pace.UNBOUNDED).isSound())
                        .as(when)
                        .isTrue();
                assertThat(IndexBackup.make(held, disk, LossGuard.DEFAULT))
                        .as(when)
                        .isInstanceOf(Copied.class);
                assertThat(titles(disk).getFirst()).as(when).startsWith("New");
                assertThat(filesIn(disk)).as("no stray file after " + when).isEqualTo(newest(source));
                if (!faulty.hasFailed()) {
                    return n - 1;
                }
            }
        }
    }

    /** Every moment before an operation on the directory is one to crash in. */
    @ParameterizedTest
    @EnumSource(names = {"WRITE", "SYNC", "RENAME", "SYNC_METADATA", "DELETE"})
    void aCrashLosesNoBackup(Operation operation) throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Directory old = new ByteBuffersDirectory();
        publish(old, many("Old", 30));
        Directory source = new ByteBuffersDirectory();
        copyAll(old, source);
        publish(source, many("New", 31));
        for (long n = 1; ; n++) {
            String when = "seed " + seed + ", a crash at " + operation + " number " + n;
            Directory before = new ByteBuffersDirectory();
            copyAll(old, before);
            try (MockDirectoryWrapper disk = new MockDirectoryWrapper(random, before);
                    HeldCommit held = HeldCommit.newest(source)) {
                disk.setCheckIndexOnClose(false);
                FaultyDirectory faulty = new FaultyDirectory(disk, operation, n, false, () -> {
                    crash(disk);
                    return new IOException("crashed");
                });
                try {
                    BackupResult unused = IndexBackup.make(held, faulty, LossGuard.DEFAULT);
                } catch (EpitomeException e) {
                    assertThat(e.kind()).as(when).isEqualTo(Kind.INDEX_UNWRITTEN);
                }
                if (!faulty.hasFailed()) {
                    assertThat(n).as("moments to crash in").isGreaterThan(1);
                    return;
                }
                disk.clearCrash();
                assertThat(titles(disk)).as(when).isIn(titles(old), titles(source));
                assertThat(IndexVerification.ofNewest(disk, Pace.UNBOUNDED).isSound())
                        .as(when)
                        .isTrue();
                assertThat(IndexBackup.make(held, disk, LossGuard.DEFAULT))
                        .as(when)
                        .isInstanceOf(Copied.class);
                assertThat(IndexVerification.ofNewest(disk, Pace.UNBOUNDED).isSound())
                        .as(when)
                        .isTrue();
                assertThat(titles(disk)).as(when).isEqualTo(titles(source));
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

    private BackupResult make() {
        return IndexBackup.make(index, backup, LossGuard.DEFAULT);
    }

    private Kind kindOfFailure(Path target) {
        return catchThrowableOfType(EpitomeException.class, () -> IndexBackup.make(index, target, LossGuard.DEFAULT))
                .kind();
    }

    private void assertBackedUp(String titled) throws IOException {
        assertThat(IndexVerification.ofNewest(backup, Pace.UNBOUNDED).isSound()).isTrue();
        try (Directory copy = FSDirectory.open(backup)) {
            assertThat(titles(copy)).allSatisfy(title -> assertThat(title).startsWith(titled + " "));
            assertThat(filesOf(backup)).isEqualTo(newest(copy));
        }
    }

    static Article[] many(String title, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> article("a-%03d".formatted(i), title + " " + i))
                .toArray(Article[]::new);
    }

    private static void copyAll(Directory from, Directory to) throws IOException {
        for (String name : from.listAll()) {
            to.copyFrom(from, name, name, IOContext.DEFAULT);
        }
    }

    private static Set<String> newest(Directory directory) throws IOException {
        return new TreeSet<>(SegmentInfos.readLatestCommit(directory).files(true));
    }

    private static Set<String> filesIn(Directory directory) throws IOException {
        return new TreeSet<>(Arrays.asList(directory.listAll()));
    }

    /** All but the lock. */
    private static Set<String> filesOf(Path folder) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString()).forEach(names::add);
        }
        names.remove(IndexWriter.WRITE_LOCK_NAME);
        return names;
    }
}
