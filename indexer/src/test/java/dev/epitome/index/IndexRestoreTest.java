package dev.epitome.index;

import static dev.epitome.index.IndexBackupTest.many;
import static dev.epitome.index.TestIndex.article;
import static dev.epitome.index.TestIndex.publish;
import static dev.epitome.index.TestIndex.titles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.index.BackupResult.Copied;
import dev.epitome.index.BackupResult.Damaged;
import dev.epitome.index.BackupResult.Refused;
import dev.epitome.index.FaultyDirectory.Operation;
import dev.epitome.index.IndexVerification.Pace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
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
final class IndexRestoreTest {

    private final Path index;
    private final Path backup;
    private final Directory directory;

    IndexRestoreTest(@TempDir Path folder) throws IOException {
        index = folder.resolve("index");
        backup = folder.resolve("backup");
        directory = FSDirectory.open(index);
    }

    @BeforeEach
    void backUp() throws IOException {
        publish(directory, many("Old", 30));
        ScatteredIndex.add(directory, List.of(article("a-000", "Old, changed")));
        BackupResult unused = IndexBackup.make(index, backup, LossGuard.DEFAULT);
    }

    @AfterEach
    void close() throws IOException {
        directory.close();
    }

    @Test
    void anOpenReaderKeepsWhatItHasAndThenSeesTheBackup() throws IOException {
        String commit = IndexVerification.ofNewest(backup, Pace.UNBOUNDED).commit();
        Map<String, String> data = SegmentInfos.readLatestCommit(directory).getUserData();
        publish(directory, many("New", 30));
        try (DirectoryReader open = DirectoryReader.open(directory)) {
            assertThat(restore()).isInstanceOf(Copied.class);
            assertThat(titles(open)).allMatch(title -> title.startsWith("New "));
            try (DirectoryReader changed = DirectoryReader.openIfChanged(open)) {
                assertThat(changed).isNotNull();
                assertThat(titles(changed)).hasSize(30).allMatch(title -> title.startsWith("Old"));
            }
        }
        assertThat(IndexVerification.ofNewest(index, Pace.UNBOUNDED))
                .matches(IndexVerification.Result::isSound)
                .extracting(IndexVerification.Result::commit)
                .as("a commit of its own")
                .isNotEqualTo(commit);
        assertThat(SegmentInfos.readLatestCommit(directory).getUserData()).isEqualTo(data);
        assertThat(new TreeSet<>(Arrays.asList(directory.listAll())))
                .isEqualTo(withLock(SegmentInfos.readLatestCommit(directory)));
    }

    /** The segments of a backup have the names of those that are open. */
    @Test
    void whatIsRestoredOverItselfIsANewCommitOfTheSame() throws IOException {
        try (DirectoryReader open = DirectoryReader.open(directory)) {
            assertThat(restore()).isInstanceOf(Copied.class);
            try (DirectoryReader changed = DirectoryReader.openIfChanged(open)) {
                assertThat(changed).isNotNull();
                assertThat(titles(changed)).isEqualTo(titles(open));
            }
        }
        assertThat(IndexVerification.ofNewest(index, Pace.UNBOUNDED).isSound()).isTrue();
    }

    @Test
    void whereThereIsNoIndexOrADamagedOneTheBackupComes() throws IOException {
        for (String name : directory.listAll()) {
            if (name.endsWith(".cfs")) {
                Files.write(index.resolve(name), new byte[7]);
            }
        }
        assertThat(restore()).isInstanceOf(Copied.class);
        assertThat(titles(directory)).hasSize(30);
        for (String name : directory.listAll()) {
            directory.deleteFile(name);
        }
        assertThat(restore()).isInstanceOf(Copied.class);
        assertThat(titles(directory)).hasSize(30);
    }

    @Test
    void aDamagedBackupChangesNothing() throws IOException {
        publish(directory, many("New", 30));
        byte[] before = Files.readAllBytes(index.resolve("segments_3"));
        for (Path file : files(backup)) {
            byte[] whole = Files.readAllBytes(file);
            if (whole.length == 0) {
                continue; // The lock.
            }
            byte[] damaged = whole.clone();
            damaged[whole.length / 2] ^= 1;
            Files.write(file, damaged);
            assertThat(restore()).as(file.toString()).isInstanceOfAny(Damaged.class);
            assertThat(index.resolve("segments_3")).hasBinaryContent(before);
            Files.write(file, whole);
        }
        assertThat(restore()).isInstanceOf(Copied.class);
    }

    @Test
    void aBackupWithFarFewerArticlesIsRestoredOnlyWhereThatIsSaid() throws IOException {
        publish(directory, many("New", 40));
        assertThat(restore())
                .isEqualTo(new Refused("30 articles would take the place of 40: fewer than the 80 %"
                        + " to which an index may shrink"));
        assertThat(titles(directory)).hasSize(40);
        assertThat(IndexRestore.of(backup, index, LossGuard.ALLOWING_SHRINKING)).isInstanceOf(Copied.class);
        assertThat(titles(directory)).hasSize(30);
    }

    @Test
    void aBackupThatThisVersionCannotSearchIsRefused() throws IOException {
        try (Directory copy = FSDirectory.open(backup);
                IndexWriter writer =
                        new IndexWriter(copy, SegmentWriting.config().setOpenMode(OpenMode.APPEND))) {
            Map<String, String> data =
                    new HashMap<>(SegmentInfos.readLatestCommit(copy).getUserData());
            data.put(IndexInfo.SCHEMA_KEY, "1");
            writer.setLiveCommitData(data.entrySet());
            writer.commit();
        }
        EpitomeException e = catchThrowableOfType(EpitomeException.class, this::restore);
        assertThat(e.kind()).isEqualTo(Kind.INDEX_INCOMPATIBLE);
        assertThat(e).hasMessageContaining("has schema 1").hasMessageContaining("by the version that made the backup");
    }

    @Test
    void anIndexThatIsBeingWrittenIsLeftAlone() throws IOException {
        try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            lock.ensureValid();
            assertThat(kindOfFailure()).isEqualTo(Kind.INDEX_LOCKED);
        }
        assertThat(restore()).isInstanceOf(Copied.class);
    }

    @Test
    void whatIsNoBackupIsSaidToBeNone() {
        Path none = backup.resolveSibling("none");
        EpitomeException e =
                catchThrowableOfType(EpitomeException.class, () -> IndexRestore.of(none, index, LossGuard.DEFAULT));
        assertThat(e.kind()).isEqualTo(Kind.NO_INPUT);
        assertThat(e).hasMessageStartingWith("no backup in " + none);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCK", "CREATE", "WRITE", "CLOSE", "SYNC", "SYNC_METADATA", "RENAME", "DELETE"})
    void whateverFailsTheOldIndexIsThereOrTheBackup(Operation operation) throws IOException {
        for (long n = 1; ; n++) {
            String when = operation + " number " + n;
            try (MockDirectoryWrapper disk = new MockDirectoryWrapper(new Random(0), new ByteBuffersDirectory());
                    HeldCommit held = HeldCommit.newest(directory)) {
                disk.setCheckIndexOnClose(false);
                publish(disk, many("New", 30));
                FaultyDirectory faulty =
                        new FaultyDirectory(disk, operation, n, false, () -> new IOException("a bad disk"));
                boolean copied;
                try {
                    copied = IndexRestore.copy(held, faulty, LossGuard.DEFAULT) instanceof Copied;
                } catch (EpitomeException e) {
                    assertThat(e.kind()).as(when).isEqualTo(Kind.INDEX_UNWRITTEN);
                    copied = false;
                }
                assertThat(titles(disk).getFirst()).as(when).startsWith(copied ? "Old" : "New");
                assertThat(IndexRestore.copy(held, disk, LossGuard.DEFAULT))
                        .as(when)
                        .isInstanceOf(Copied.class);
                assertThat(IndexVerification.ofNewest(disk, Pace.UNBOUNDED).isSound())
                        .as(when)
                        .isTrue();
                if (!faulty.hasFailed()) {
                    assertThat(n).as("moments to fail in").isGreaterThan(1);
                    return;
                }
            }
        }
    }

    private BackupResult restore() {
        return IndexRestore.of(backup, index, LossGuard.DEFAULT);
    }

    private Kind kindOfFailure() {
        return catchThrowableOfType(EpitomeException.class, this::restore).kind();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static Set<String> withLock(SegmentInfos infos) throws IOException {
        Set<String> files = new TreeSet<>(infos.files(true));
        files.add(IndexWriter.WRITE_LOCK_NAME);
        return files;
    }
}
