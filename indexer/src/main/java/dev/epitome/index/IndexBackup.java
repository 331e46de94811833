package dev.epitome.index;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.index.BackupResult.Copied;
import dev.epitome.index.BackupResult.Damaged;
import dev.epitome.index.BackupResult.Refused;
import dev.epitome.index.IndexVerification.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;

/**
 * Copies the newest commit of an index, whatever is searched or written there meanwhile, into a directory that then is
 * an index itself. Files that an earlier backup copied are not copied again: those of a segment never change, and most
 * segments stay from one commit to the next. At every moment the directory holds the old backup or the new one: files
 * come under their names when they are safe on the disk, the commit is the last of them, and what only the old one
 * needs is deleted after that.
 */
public final class IndexBackup {

    private final HeldCommit held;
    private final Directory target;
    private final Set<String> present;

    /** The files of the backup that is there, if it can be opened. */
    private final Set<String> old;

    /** What is to be deleted where the backup fails. */
    private final List<String> made = new ArrayList<>();

    /** Whether a commit of the same name may have been replaced, so that nothing may be deleted. */
    private boolean overwriting;

    private long filesCopied;
    private long bytesCopied;

    private IndexBackup(HeldCommit held, Directory target, Set<String> old) throws IOException {
        this.held = held;
        this.target = target;
        this.old = old;
        this.present = Set.of(target.listAll());
    }

    /** What was read is not what was written. */
    private static final class DamagedException extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient Finding finding;

        DamagedException(Finding finding) {
            super(finding.toString());
            this.finding = finding;
        }
    }

    /**
     * Brings a backup up to date, or makes it where there is none. One that cannot be opened is replaced.
     *
     * @param guard refuses where the backup has many more articles than the index now
     * @throws EpitomeException when the backup is as it was: of kind {@link Kind#INDEX_MISSING},
     *     {@link Kind#INDEX_FOREIGN} or {@link Kind#INDEX_DAMAGED} when there is no index of ours to copy, of kind
     *     {@link Kind#INDEX_FOREIGN} when its directory holds anything else, of kind {@link Kind#INDEX_LOCKED} when it
     *     is being written already, of kind {@link Kind#INDEX_UNWRITTEN} when it cannot be written, of kind
     *     {@link Kind#INVALID_REQUEST} when one directory is within the other
     */
    public static BackupResult make(Path index, Path backup, LossGuard guard) {
        Objects.requireNonNull(index, "index");
        Objects.requireNonNull(backup, "backup");
        Objects.requireNonNull(guard, "guard");
        IndexDirectory.requireApart(index, backup);
        Directory source = IndexDirectory.openForReading(index);
        try (HeldCommit held = HeldCommit.newest(source)) {
            Directory target = IndexDirectory.openForWriting(backup, true);
            try {
                return make(held, target, guard);
            } finally {
                IOUtils.closeWhileHandlingException(target);
            }
        } finally {
            IOUtils.closeWhileHandlingException(source);
        }
    }

    static BackupResult make(HeldCommit held, Directory target, LossGuard guard) {
        try {
            Lock lock = target.obtainLock(IndexWriter.WRITE_LOCK_NAME);
            try {
                OldIndex old = OldIndex.in(target);
                Optional<String> shortfall = guard.shortfall(held.articles(), old.articles());
                if (shortfall.isPresent()) {
                    return new Refused(shortfall.get());
                }
                boolean isWhole = old.damage().isEmpty() && !old.files().isEmpty();
                Set<String> files = isWhole
                        ? Set.copyOf(SegmentInfos.readLatestCommit(target).files(true))
                        : Set.of();
                IndexBackup backup = new IndexBackup(held, target, files);
                List<String> missing = backup.missing();
                if (missing.stream().noneMatch(files::contains)) {
                    return backup.write(missing);
                }
            } finally {
                IOUtils.closeWhileHandlingException(lock);
            }
            // An index that began anew has other files under the names that the backup needs: they are given new ones.
            return IndexRestore.copy(held, target, guard);
        } catch (LockObtainFailedException e) {
            throw new EpitomeException(
                    Kind.INDEX_LOCKED,
                    IndexDirectory.where(target) + " is being written by another process: wait until it has ended",
                    e);
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    private static EpitomeException failed(Directory target, Throwable e) {
        return new EpitomeException(
                Kind.INDEX_UNWRITTEN,
                "writing the backup failed, and " + IndexDirectory.where(target) + " holds what it held before; "
                        + SegmentWriting.firstCause(e),
                e);
    }

    /** The files of the commit that are not there, but for its own. */
    private List<String> missing() {
        String commit = held.infos().getSegmentsFileName();
        return Stream.of(held.listAll())
                .filter(name -> !name.equals(commit) && !isThere(name))
                .toList();
    }

    /** By its length, its checksum and its header, which has the id of its segment: all of them at its ends. */
    private boolean isThere(String name) {
        if (!present.contains(name)) {
            return false;
        }
        try (IndexInput there = target.openInput(name, IOContext.READONCE);
                IndexInput ours = held.openInput(name, IOContext.READONCE)) {
            return there.length() == ours.length()
                    && CodecUtil.retrieveChecksum(there) == CodecUtil.retrieveChecksum(ours)
                    && Arrays.equals(CodecUtil.readIndexHeader(there), CodecUtil.readIndexHeader(ours));
        } catch (IOException | RuntimeException | InternalError unreadable) {
            return false;
        }
    }

    private BackupResult write(List<String> missing) {
        List<String> remarks = new ArrayList<>();
        try {
            place(missing);
            String commit = held.infos().getSegmentsFileName();
            if (!isThere(commit)) {
                place(List.of(commit));
            }
        } catch (DamagedException e) {
            takeBack();
            return new Damaged(List.of(e.finding));
        } catch (IOException | RuntimeException | Error e) {
            if (!isPublished()) {
                takeBack();
                if (e instanceof VirtualMachineError error && !(e instanceof InternalError)) {
                    throw error;
                }
                throw failed(target, e);
            }
            remarks.add("the backup was written, but not all went well after that: " + SegmentWriting.firstCause(e));
        }
        remarks.addAll(deleteOld());
        return new Copied(held.articles(), held.listAll().length, held.bytes(), filesCopied, bytesCopied, remarks);
    }

    /** Puts files under their names when all of them are safe on the disk. */
    private void place(List<String> names) throws IOException {
        Map<String, String> copies = new LinkedHashMap<>();
        for (String name : names) {
            copies.put(name, copy(name));
        }
        target.sync(copies.values());
        for (Map.Entry<String, String> copy : copies.entrySet()) {
            String name = copy.getKey();
            if (present.contains(name) && !old.contains(name)) {
                target.deleteFile(name); // Nobody reads what an interrupted backup left.
            }
            overwriting |= old.contains(name);
            target.rename(copy.getValue(), name);
            if (!old.contains(name)) {
                made.add(name);
            }
        }
        target.syncMetaData();
    }

    /** Copies a file under a name of its own, and looks on the way whether it is what was written. */
    private String copy(String name) throws IOException {
        try (IndexInput in = held.openInput(name, IOContext.READONCE);
                IndexOutput out = target.createTempOutput("_backup", "copy", IOContext.DEFAULT)) {
            made.add(out.getName());
            long written = CodecUtil.retrieveChecksum(in);
            in.seek(0);
            out.copyBytes(in, in.length() - Long.BYTES);
            if (out.getChecksum() != written) {
                throw new DamagedException(new Finding(
                        name,
                        "its checksum is %08x, and was %08x when it was written"
                                .formatted(out.getChecksum(), written)));
            }
            out.copyBytes(in, Long.BYTES);
            filesCopied++;
            bytesCopied += in.length();
            return out.getName();
        }
    }

    private boolean isPublished() {
        try {
            return Arrays.equals(
                    SegmentInfos.readLatestCommit(target).getId(), held.infos().getId());
        } catch (IOException | RuntimeException | InternalError e) {
            return false;
        }
    }

    private void takeBack() {
        if (!overwriting) {
            List<String> unused = RebuildDirectory.delete(target, made);
        }
    }

    /** The commit goes first: where its number is the higher one, that is when the new one becomes the newest. */
    private List<String> deleteOld() {
        try {
            List<String> remarks =
                    RebuildDirectory.delete(target, IndexDirectory.strayFiles(target, Set.of(held.listAll())));
            String newest = IndexDirectory.newestCommit(target);
            if (!newest.equals(held.infos().getSegmentsFileName())) {
                throw failed(target, new IOException(newest + " cannot be deleted"));
            }
            return remarks;
        } catch (IOException e) {
            return List.of("files of the backup before could not be deleted: " + e);
        }
    }
}
