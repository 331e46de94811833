package dev.epitome.index;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.index.BackupResult.Copied;
import dev.epitome.index.BackupResult.Damaged;
import dev.epitome.index.BackupResult.Refused;
import dev.epitome.index.IndexVerification.Finding;
import dev.epitome.index.IndexVerification.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.Sort;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * Puts a backup in the place of an index, as a rebuild puts a new one: readers keep the old index until all is there,
 * and then see a newer one. Its segments get other names than those that readers have open.
 */
public final class IndexRestore {

    private IndexRestore() {}

    /**
     * Reads all of a backup, and where it is as it was written, copies it. An index that cannot be opened is replaced.
     *
     * @param guard refuses where the index has many more articles than the backup
     * @throws EpitomeException when the index is as it was: of kind {@link Kind#NO_INPUT} when there is no backup, of
     *     kind {@link Kind#INDEX_INCOMPATIBLE} when this version cannot search it, of kind {@link Kind#INDEX_FOREIGN}
     *     when one directory holds anything else, of kind {@link Kind#INDEX_LOCKED} when the index is being written, of
     *     kind {@link Kind#INDEX_UNWRITTEN} when it cannot be, of kind {@link Kind#INVALID_REQUEST} when one directory
     *     is within the other
     */
    public static BackupResult of(Path backup, Path index, LossGuard guard) {
        Objects.requireNonNull(backup, "backup");
        Objects.requireNonNull(index, "index");
        Objects.requireNonNull(guard, "guard");
        IndexDirectory.requireApart(backup, index);
        Directory source = opened(backup);
        try (HeldCommit held = HeldCommit.newest(source)) {
            Directory target = IndexDirectory.openForWriting(index, true);
            try {
                return copy(held, target, guard);
            } finally {
                IOUtils.closeWhileHandlingException(target);
            }
        } catch (EpitomeException e) {
            List<Finding> findings = e.kind() == Kind.INDEX_DAMAGED ? findings(source) : List.of();
            if (!findings.isEmpty()) {
                return new Damaged(findings);
            }
            throw e.kind() == Kind.INDEX_INCOMPATIBLE
                    ? new EpitomeException(
                            e.kind(), e.getMessage() + ", or restore it by the version that made the backup", e)
                    : e;
        } finally {
            IOUtils.closeWhileHandlingException(source);
        }
    }

    private static List<Finding> findings(Directory backup) {
        Result found = IndexVerification.ofNewest(
                backup, bytes -> !Thread.currentThread().isInterrupted());
        return switch (found.ending()) {
            case COMPLETE -> found.findings();
            case SUPERSEDED -> List.of();
            case CANCELLED -> throw SegmentWriting.failed(new InterruptedException());
        };
    }

    private static Directory opened(Path backup) {
        try {
            return IndexDirectory.openForReading(backup);
        } catch (EpitomeException e) {
            throw e.kind() == Kind.INDEX_MISSING
                    ? new EpitomeException(Kind.NO_INPUT, "no backup in " + backup + ": give the directory of one", e)
                    : e;
        }
    }

    /** Puts a commit in the place of what is in a directory, whatever the names of its files, when it was verified. */
    static BackupResult copy(HeldCommit held, Directory target, LossGuard guard) {
        List<Finding> findings = findings(held);
        if (!findings.isEmpty()) {
            return new Damaged(findings);
        }
        RebuildDirectory directory;
        try {
            directory = RebuildDirectory.lock(target, true);
        } catch (LockObtainFailedException e) {
            throw new EpitomeException(
                    Kind.INDEX_LOCKED, "the index is being written by another process: wait until it has ended", e);
        } catch (IOException e) {
            throw SegmentWriting.failed(e);
        }
        Optional<String> shortfall = Optional.empty();
        List<String> remarks = new ArrayList<>();
        try {
            shortfall = guard.shortfall(held.articles(), directory.old().articles());
            if (shortfall.isEmpty()) {
                remarks.addAll(publish(held, directory));
            }
        } finally {
            remarks.addAll(directory.tidy());
            remarks.addAll(directory.unlock());
        }
        if (shortfall.isPresent()) {
            return new Refused(shortfall.get());
        }
        long files = held.listAll().length;
        return new Copied(held.articles(), files, held.bytes(), files, held.bytes(), remarks);
    }

    private static List<String> publish(HeldCommit held, RebuildDirectory directory) {
        try {
            return SegmentWriting.writing(() -> {
                IndexWriter writer = new IndexWriter(directory, config(held.infos()));
                try {
                    // With the same version an open reader would see no change.
                    writer.advanceSegmentInfosVersion(directory.old().version() + 1);
                    writer.addIndexes(held);
                    writer.setLiveCommitData(held.infos().getUserData().entrySet());
                    writer.commit();
                    directory.settle();
                    return List.<String>of();
                } finally {
                    IOUtils.closeWhileHandlingException(writer);
                }
            });
        } catch (RuntimeException | Error e) {
            if (!directory.settle()) {
                throw e;
            }
            return List.of(
                    "the backup was restored, but not all went well after that: " + SegmentWriting.firstCause(e));
        }
    }

    /** Segments are copied as they are, whatever version wrote them. */
    private static IndexWriterConfig config(SegmentInfos infos) {
        IndexWriterConfig config = new IndexWriterConfig(null)
                .setOpenMode(OpenMode.CREATE)
                .setCommitOnClose(false)
                .setIndexCreatedVersionMajor(infos.getIndexCreatedVersionMajor())
                .setMergePolicy(NoMergePolicy.INSTANCE);
        @Nullable Sort sort = infos.size() == 0 ? null : infos.info(0).info.getIndexSort();
        return sort == null ? config : config.setIndexSort(sort);
    }
}
